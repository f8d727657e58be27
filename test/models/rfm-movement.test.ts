import * as fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {segmentCells, standardSegments} from "../../loaders/models/segments.js";
import type {MovementRow} from "../../src/cubes/value.js";
import {type Published, publishFolder, Workshop} from "../warehouse/published.js";
import {
  above,
  type Buyer,
  breaksOf,
  buyersAt,
  type CostedLine,
  costedCsv,
  costedLedgers,
  monthsBefore,
  plain,
  type RfmSettings,
  scoredAt,
  tomlOf,
} from "./rfm-oracle.js";

const thresholds = ["recomputed", "frozen"] as const;
const segments = new Map(segmentCells(standardSegments).map(({r, f, segment}) => [`${r}${f}`, segment]));

let workshop: Workshop;
beforeAll(() => {
  workshop = new Workshop();
});
afterAll(() => workshop.remove());

const movesOf = (published: Published): MovementRow[] =>
  published.cube("movement").filter((row) => row.model === "rfm_segment");
const sum = (rows: readonly MovementRow[], of: "customers" | "money_before" | "money_after"): number =>
  rows.reduce((all, row) => all + row[of]!, 0);

/** The segment of each buyer at a day, by the breaks of the buyers of another. */
function segmentsBy(buyers: readonly Buyer[], bounding: readonly Buyer[]): Map<string, string> {
  const days = breaksOf(
    bounding.map((b) => b.recency),
    5,
  );
  const orders = breaksOf(
    bounding.map((b) => b.orders),
    5,
  );
  return new Map(
    buyers.map((b) => [
      b.customer,
      segments.get(`${5 - above(b.recency, days)}${1 + above(b.orders, orders)}`)!,
    ]),
  );
}

describe("movement between segments on random ledgers", () => {
  const rules: readonly RfmSettings[] = [plain, {...plain, window: "all"}, {...plain, window: 90}];
  let cases: {lines: CostedLine[]; rules: RfmSettings; published: Published; dates: string[]}[];
  beforeAll(async () => {
    cases = [];
    for (const [i, lines] of fc.sample(costedLedgers, {numRuns: 3, seed: 20_251_004}).entries()) {
      const published = await publishFolder(
        workshop.folder({"transactions.csv": costedCsv(lines), "report.toml": tomlOf(rules[i]!)}),
      );
      cases.push({lines, rules: rules[i]!, published, dates: published.cube("report").dates});
    }
  });

  const spansOf = (dates: readonly string[]): [string, string][] => {
    const to = dates.at(-1)!;
    // Of two quarter ends the nearer to a year before is at least ten and a half months back.
    const nearestYear = new Date(Date.parse(monthsBefore(to, 10)) - 15 * 86_400_000)
      .toISOString()
      .slice(0, 10);
    const yearBefore = dates.filter((day) => day <= nearestYear).at(-1)!;
    return [
      [yearBefore, to],
      [dates.at(-2)!, to],
    ];
  };

  it("starts at the last quarter end and at the last one that lies a year back", () => {
    for (const {published, dates} of cases) {
      const told = new Set(movesOf(published).map(({from, to}) => `${from} ${to}`));
      expect([...told]).toEqual(spansOf(dates).map((span) => span.join(" ")));
    }
  });

  it("is what loops over the lines give, with each day's breaks and with the first day's", () => {
    for (const {lines, rules: settings, published, dates} of cases) {
      const expected = new Map<string, number[]>();
      for (const [from, to] of spansOf(dates)) {
        const [earlier, later] = [buyersAt(lines, from, settings), buyersAt(lines, to, settings)];
        const before = segmentsBy(earlier, earlier);
        const money = new Map(earlier.map((b) => [b.customer, b.revenue]));
        for (const kind of thresholds) {
          const after = segmentsBy(later, kind === "frozen" ? earlier : later);
          for (const {customer, revenue} of later) {
            const key = [from, kind, before.get(customer) ?? "arrived", after.get(customer)].join(" ");
            const [n, x, y] = expected.get(key) ?? [0, 0, 0];
            expected.set(key, [n! + 1, x! + (money.get(customer) ?? 0), y! + revenue]);
          }
        }
      }
      const told = movesOf(published).map((m): [string, (number | null)[]] => [
        [m.from, m.thresholds, m.from_class, m.to_class].join(" "),
        [m.customers, m.money_before, m.money_after],
      ]);
      expect(new Map(told)).toEqual(expected);
      expect(told).toHaveLength(expected.size);
    }
  });

  it("has margins that are the segments of the two dates, customers and money", () => {
    for (const {published, dates} of cases) {
      const own = (day: string): Record<string, (number | null)[]> =>
        Object.fromEntries(
          published
            .cube("rfm-segments")
            .filter((row) => row.as_of === day)
            .map((row) => [row.segment, [row.customers, row.revenue]]),
        );
      for (const [from, to] of spansOf(dates)) {
        for (const kind of thresholds) {
          const span = movesOf(published).filter((m) => m.from === from && m.thresholds === kind);
          const margin = (side: "from_class" | "to_class", money: "money_before" | "money_after") =>
            Object.fromEntries(
              [...new Set(span.map((m) => m[side]))].map((name) => {
                const rows = span.filter((m) => m[side] === name);
                return [name, [sum(rows, "customers"), sum(rows, money)]];
              }),
            );
          const {arrived, ...before} = margin("from_class", "money_before");
          expect(before).toEqual(own(from));
          expect(arrived?.[1] ?? 0).toBe(0);
          if (kind === "recomputed") expect(margin("to_class", "money_after")).toEqual(own(to));
        }
        const both = thresholds.map((kind) =>
          movesOf(published).filter((m) => m.from === from && m.thresholds === kind),
        );
        for (const of of ["customers", "money_before", "money_after"] as const)
          expect(sum(both[0]!, of)).toBe(sum(both[1]!, of));
      }
    }
  });

  it("counts everyone who exists on the second day, once", () => {
    for (const {lines, rules: settings, published, dates} of cases) {
      const later = scoredAt(lines, dates.at(-1)!, settings);
      for (const [from] of spansOf(dates)) {
        const span = movesOf(published).filter((m) => m.from === from && m.thresholds === "frozen");
        expect(sum(span, "customers")).toBe(later.length);
        expect(sum(span, "money_after")).toBe(later.reduce((all, b) => all + b.revenue, 0));
      }
    }
  });
});

describe("movement of a few customers", () => {
  const publishLines = (lines: string): Promise<Published> =>
    publishFolder(workshop.folder({"transactions.csv": `customer_id,ordered_on,amount\n${lines}`}));

  it("tells those who were in the segment `new` from those who came since", async () => {
    const published = await publishLines(
      [
        // At the end of September: fresh buys once and late; old1 to old4 bought longer ago, old4 most often.
        "fresh,2025-09-29,10",
        "old1,2025-05-01,20\nold2,2025-06-01,20\nold2,2025-06-02,20\nold3,2025-07-01,20\nold3,2025-07-02,20",
        "old4,2025-08-01,20\nold4,2025-08-02,20\nold4,2025-08-03,20",
        // Since then one came, and fresh bought again.
        "came,2025-10-15,7",
        "fresh,2025-12-01,10",
        "",
      ].join("\n"),
    );
    const from = movesOf(published).filter((m) => m.from === "2025-09-30" && m.thresholds === "recomputed");
    expect(from.filter((m) => m.from_class === "new")).toMatchObject([
      {customers: 1, money_before: 1000, money_after: 2000},
    ]);
    expect(from.filter((m) => m.from_class === "arrived")).toMatchObject([
      {customers: 1, money_before: 0, money_after: 700},
    ]);
  });

  it("lets all rise by frozen breaks where each has bought once more, and nobody by recomputed ones", async () => {
    const customers = ["a", "b", "c", "d", "e", "f"];
    const lines = customers.flatMap((c) => [`${c},2025-09-30,10`, `${c},2025-12-31,5`]).join("\n");
    const rows = movesOf(await publishLines(`${lines}\n`));
    expect(rows.map((m) => [m.thresholds, m.from_class, m.to_class, m.customers, m.money_after])).toEqual([
      // Two orders lie above every break of the first day, on which all had one.
      ["frozen", "new", "champions", 6, 9000],
      ["recomputed", "new", "new", 6, 9000],
    ]);
  });

  it("is empty where the ledger has no quarter end before its last day", async () => {
    expect(movesOf(await publishLines("a,2025-11-01,5\nb,2025-12-31,5\n"))).toEqual([]);
  });

  it("counts who only gave back by the first day, and bought later, as come since", async () => {
    const rows = movesOf(
      await publishLines("a,2025-08-01,50\nback,2025-09-01,-5\nback,2025-11-01,20\na,2025-12-01,50\n"),
    );
    const arrived = rows.filter((m) => m.from_class === "arrived" && m.thresholds === "recomputed");
    // What it gave back before it existed is no money of a segment then; the window of a year counts it now.
    expect(arrived).toMatchObject([{customers: 1, money_before: 0, money_after: 1500}]);
  });
});
