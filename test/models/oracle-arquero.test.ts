import {escape as asIs, type ColumnTable, desc, op, rolling, table} from "arquero";
import * as fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {segmentCells, standardSegments} from "../../loaders/models/segments.js";
import {type Published, publishFolder, Workshop} from "../warehouse/published.js";
import {csvOf, ledgers} from "./ledger-oracle.js";

/** Days of the window, its last day among them. */
const days = 365;
const axes = {recency: "r", frequency: "f", money: "m"} as const;
type Axis = keyof typeof axes;

const steps = {
  segment: [
    ["hibernating", "cannot_lose"],
    ["at_risk", "about_to_sleep", "need_attention"],
    ["new", "promising", "potential_loyalist"],
    ["loyal", "champions"],
  ],
  abc: [["C"], ["B"], ["A"]],
};

/** How high each class stands, as a table. */
function stepsOf(model: keyof typeof steps): ColumnTable {
  return table({
    class: steps[model].flat(),
    step: steps[model].flatMap((classes, step) => classes.map(() => step)),
  });
}

/** Everyone who has ordered by a day, with what each axis of RFM counts: more is better on all three. */
function customersAt(purchases: ColumnTable, day: number): ColumnTable {
  return purchases
    .filter(asIs((d: {day: number}) => d.day <= day) as never)
    .derive({
      inside: asIs((d: {day: number}) => (d.day > day - days ? 1 : 0)) as never,
      ordered: (d) => (d.orders > 0 ? d.day : -1),
    })
    .groupby("customer")
    .rollup({
      last: op.max("ordered"),
      frequency: (d) => op.sum(d.orders * d.inside),
      money: (d) => op.sum(d.cents * d.inside),
    })
    .filter((d) => d.last >= 0)
    .derive({recency: asIs((d: {last: number}) => d.last - day) as never})
    .reify();
}

/** ABC under both presets: by the place of a customer, and by the share of the money that those before it hold. */
function withAbc(customers: ColumnTable): ColumnTable {
  return customers
    .derive({gain: (d) => (d.money > 0 ? d.money : 0)})
    .orderby(desc("money"), "customer")
    .derive({
      place: op.row_number(),
      all: op.count(),
      whole: op.sum("gain"),
      upTo: rolling((d: {gain: number}) => op.sum(d.gain)),
    })
    .derive({
      byCustomers: (d) =>
        d.place <= op.ceil((d.all * 20) / 100) ? "A" : d.place <= op.ceil((d.all * 90) / 100) ? "B" : "C",
      byValue: (d) =>
        d.money <= 0
          ? "D"
          : (d.upTo - d.gain) * 100 < d.whole * 80
            ? "A"
            : (d.upTo - d.gain) * 100 < d.whole * 95
              ? "B"
              : "C",
    })
    .reify();
}

/** Scores on one axis under both ties: five bins of equal size, and equal values together. */
function scoresBy(customers: ColumnTable, axis: Axis): ColumnTable {
  // Fewer days are better, and a value on a break is on its better side: for recency on the upper one.
  const atBreak = axis === "recency" ? -1e-6 : 1e-6;
  return customers
    .select("customer", {[axis]: "value"})
    .orderby("value", "customer")
    .derive({
      place: op.row_number(),
      all: op.count(),
      breaks: (d) => [
        op.quantile(d.value, 0.2),
        op.quantile(d.value, 0.4),
        op.quantile(d.value, 0.6),
        op.quantile(d.value, 0.8),
      ],
    })
    .derive({
      // The bins that hold one more come first.
      size: (d) => op.floor(d.all / 5),
      more: (d) => d.all % 5,
      together: asIs(
        (d: {value: number; breaks: number[]}) => 1 + d.breaks.filter((b) => d.value - b > atBreak).length,
      ) as never,
    })
    .derive({
      ntile: (d) =>
        d.place <= d.more * (d.size + 1)
          ? op.ceil(d.place / (d.size + 1))
          : d.more + op.ceil((d.place - d.more * (d.size + 1)) / d.size),
    })
    .reify();
}

interface Business {
  published: Published;
  purchases: ColumnTable;
  /** The report's dates as numbers of days. */
  dates: number[];
}

const dayNumber = (day: string): number => Date.parse(day) / 86_400_000;
const dayOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

describe("the models of small businesses, worked out again with arquero's verbs", () => {
  let workshop: Workshop;
  let businesses: Business[];
  beforeAll(async () => {
    workshop = new Workshop();
    businesses = [];
    for (const lines of fc.sample(ledgers, {numRuns: 3, seed: 20_251_122})) {
      const published = await publishFolder(
        workshop.folder({"transactions.csv": csvOf(lines), "report.toml": `window = ${days}\n`}),
      );
      const rows = await published.query<{customer: string; day: string; orders: number; cents: number}>(
        `SELECT customer_id AS customer, day::VARCHAR AS day, orders, (amount * 100)::INTEGER AS cents
         FROM purchases ORDER BY customer_id, day`,
      );
      businesses.push({
        published,
        purchases: table({
          customer: rows.map(({customer}) => customer),
          day: rows.map(({day}) => dayNumber(day)),
          orders: rows.map(({orders}) => orders),
          cents: rows.map(({cents}) => cents),
        }),
        dates: published.cube("report").dates.map(dayNumber),
      });
    }
  });
  afterAll(() => workshop.remove());

  it("have the same ABC classes under both presets at every date", async () => {
    for (const {published, purchases, dates} of businesses) {
      const theirs = await published.query(
        `SELECT as_of::VARCHAR AS as_of, customer_id AS customer, abc_customers_revenue AS "byCustomers", abc_value_revenue AS "byValue"
         FROM abc WHERE as_of IN (${dates.map((day) => `DATE '${dayOf(day)}'`).join(", ")}) ORDER BY as_of, customer_id`,
      );
      const ours = dates.flatMap((day) =>
        withAbc(customersAt(purchases, day))
          .orderby("customer")
          .select("customer", "byCustomers", "byValue")
          .objects()
          .map((row) => ({as_of: dayOf(day), ...row})),
      );
      expect(ours.length).toBeGreaterThan(dates.length);
      expect(theirs).toEqual(ours);
    }
  });

  for (const [axis, letter] of Object.entries(axes) as [Axis, string][])
    it(`have as many customers in each fifth by ${axis}, bins of equal size and equal values together`, async () => {
      for (const {published, purchases, dates} of businesses) {
        const day = dates.at(-1)!;
        const scored = scoresBy(customersAt(purchases, day), axis);
        for (const [tie, score] of [
          ["together", letter],
          ["ntile", `${letter}_ntile`],
        ] as const) {
          const theirs = await published.query(
            `SELECT ${score}::INTEGER AS score, count(*)::INTEGER AS customers FROM scores
             WHERE is_customer AND as_of = DATE '${dayOf(day)}' GROUP BY ALL ORDER BY score`,
          );
          const ours = scored
            .rename({[tie]: "score"})
            .groupby("score")
            .rollup({customers: op.count()})
            .orderby("score")
            .objects();
          expect(theirs, score).toEqual(ours);
        }
      }
    });

  it("have as many who rose and fell between any two dates, in segments and in ABC classes", async () => {
    const cells = segmentCells(standardSegments);
    const segments = table({
      r: cells.map(({r}) => r),
      f: cells.map(({f}) => f),
      class: cells.map(({segment}) => segment),
    });
    const classesAt = (purchases: ColumnTable, day: number): Record<keyof typeof steps, ColumnTable> => {
      const customers = customersAt(purchases, day);
      return {
        segment: scoresBy(customers, "recency")
          .select("customer", {together: "r"})
          .join(scoresBy(customers, "frequency").select("customer", {together: "f"}), "customer")
          .join(segments, [
            ["r", "f"],
            ["r", "f"],
          ])
          .join(stepsOf("segment"), "class"),
        abc: withAbc(customers).rename({byCustomers: "class"}).join(stepsOf("abc"), "class"),
      };
    };
    let moved = 0;
    for (const {published, purchases, dates} of businesses) {
      const [first, last] = [dates[0]!, dates.at(-1)!];
      for (const from of [first, dates.at(-2)!]) {
        const [before, after] = [classesAt(purchases, from), classesAt(purchases, last)];
        for (const model of ["segment", "abc"] as const) {
          const both = before[model]
            .select("customer", {step: "earlier"})
            .join(after[model].select("customer", {step: "later"}), "customer");
          const ours = {
            up: both.filter((d) => d.later > d.earlier).numRows(),
            down: both.filter((d) => d.later < d.earlier).numRows(),
          };
          const [theirs] = await published.query(
            `SELECT coalesce(sum(customers) FILTER (direction = 'up'), 0)::INTEGER AS up,
                    coalesce(sum(customers) FILTER (direction = 'down'), 0)::INTEGER AS down
             FROM class_movement WHERE model = '${model === "segment" ? "rfm_segment" : "abc"}'
               AND from_day = DATE '${dayOf(from)}' AND to_day = DATE '${dayOf(last)}'`,
          );
          expect(theirs, `${model} from ${dayOf(from)}`).toEqual(ours);
          moved += ours.up + ours.down;
        }
      }
    }
    expect(moved).toBeGreaterThan(20);
  });
});
