import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {ClassMoverRow} from "../../src/cubes/movement.js";
import {classOf, type Model, MovementTables, movementModels, type Place} from "./movement-tables.js";

const dates = ["2024-03-31", "2024-06-30", "2025-03-31", "2025-06-30"];
const steps: Record<Model, string[][]> = {
  grid_stage: [["pre"], ["nurturing"], ["initial"], ["middle"], ["advanced"], ["partner"]],
  wallet_stage: [["development", "interrupted"], ["initial"], ["stable"], ["strategic"]],
  metal: [["lead"], ["brass"], ["gold"], ["diamond"]],
  rfm_segment: [["hibernating", "cannot_lose"], ["at_risk"], ["new", "promising"], ["loyal", "champions"]],
  abc: [["D"], ["C"], ["B"], ["A"]],
};
const outside = ["unassessed", "unknown", "none", "prospect"];
const any = (model: Model, ...more: string[]) => fc.constantFrom(...steps[model].flat(), ...more);
const cents = (n: number): number => n / 100;

/** A customer known from one of the dates on, with classes and money at each date since. */
const customer = fc
  .record({since: fc.integer({min: 0, max: 3}), kind: fc.constantFrom("customer", "refund", "prospect")})
  .chain(({since, kind}) =>
    fc.array(
      fc.record({
        grid_stage: any("grid_stage", "unassessed"),
        wallet_stage: kind === "refund" ? fc.constant("none") : any("wallet_stage", "unknown"),
        metal:
          kind === "prospect" ? fc.constant(null) : kind === "refund" ? fc.constant("none") : any("metal"),
        rfm_segment: kind === "customer" ? any("rfm_segment", "a_segment_of_their_own") : fc.constant(null),
        abc: kind === "customer" ? any("abc") : fc.constant("none"),
        revenue: fc.integer({min: -5000, max: 900_000}).map(cents),
        profit: fc.integer({min: -5000, max: 400_000}).map(cents),
        is_customer: fc.constant(kind === "customer"),
        is_refund_only: fc.constant(kind === "refund"),
        assessed_on: fc.constant(null),
        figure_on: fc.constant(null),
      }),
      {minLength: 4 - since, maxLength: 4 - since},
    ),
  );

const business = fc
  .array(customer, {minLength: 1, maxLength: 9})
  .map((customers): Place[] =>
    customers.flatMap((at, c) =>
      at.map((place, i) => ({...place, as_of: dates[4 - at.length + i]!, customer_id: `c${c}`})),
    ),
  );

interface Moved {
  model: Model;
  from_day: string;
  to_day: string;
  from_class: string;
  to_class: string;
  direction: string;
  customers: number;
  revenue_before: number;
  revenue_after: number;
  profit_before: number;
  profit_after: number;
}

/** Every pair of dates counted one customer at a time. */
function oracle(places: readonly Place[]): Moved[] {
  const found: Moved[] = [];
  const whole = (x: number): number => Math.round(x * 100);
  for (const model of movementModels)
    for (const from_day of dates)
      for (const to_day of dates)
        if (from_day < to_day)
          for (const later of places.filter((p) => p.as_of === to_day)) {
            const earlier = places.find((p) => p.as_of === from_day && p.customer_id === later.customer_id);
            const from_class = earlier ? classOf(earlier, model) : "arrived";
            const to_class = classOf(later, model);
            const step = (c: string): number => steps[model].findIndex((s) => s.includes(c));
            let direction = "same";
            if (!earlier) direction = "new";
            else if (outside.includes(from_class)) direction = outside.includes(to_class) ? "same" : "came";
            else if (outside.includes(to_class)) direction = "lost";
            else if (step(from_class) >= 0 && step(to_class) >= 0) {
              if (step(to_class) > step(from_class)) direction = "up";
              if (step(to_class) < step(from_class)) direction = "down";
            }
            let row = found.find(
              (r) =>
                r.model === model &&
                r.from_day === from_day &&
                r.to_day === to_day &&
                r.from_class === from_class &&
                r.to_class === to_class,
            );
            if (!row) {
              row = {
                ...{model, from_day, to_day, from_class, to_class, direction, customers: 0},
                ...{revenue_before: 0, revenue_after: 0, profit_before: 0, profit_after: 0},
              };
              found.push(row);
            }
            row.customers += 1;
            row.revenue_before += whole(earlier?.revenue ?? 0);
            row.revenue_after += whole(later.revenue);
            row.profit_before += whole(earlier?.profit ?? 0);
            row.profit_after += whole(later.profit!);
          }
  return found;
}

const sorted = (rows: readonly Moved[]): Moved[] => {
  const key = (r: Moved): string => [r.model, r.from_day, r.to_day, r.from_class, r.to_class].join(" ");
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
};

describe("movement between every two dates", () => {
  let tables: MovementTables;
  beforeAll(async () => {
    tables = await MovementTables.open();
  });
  afterAll(() => tables.close());
  const moved = (): Promise<Moved[]> =>
    tables.rows(`SELECT model, from_day::VARCHAR AS from_day, to_day::VARCHAR AS to_day, from_class, to_class, direction,
      customers, minor(revenue_before) AS revenue_before, minor(revenue_after) AS revenue_after,
      minor(profit_before) AS profit_before, minor(profit_after) AS profit_after FROM class_movement`);

  it("is what counting one customer at a time gives, in every model", async () => {
    await fc.assert(
      fc.asyncProperty(business, async (places) => {
        await tables.fill(dates, places);
        expect(sorted(await moved())).toEqual(sorted(oracle(places)));
      }),
      {numRuns: 40},
    );
  });

  it("has margins that are the classes at the two dates, and money that is both ledgers", async () => {
    await fc.assert(
      fc.asyncProperty(business, async (places) => {
        await tables.fill(dates, places);
        const rows = await moved();
        for (const model of movementModels)
          for (const [i, from_day] of dates.entries())
            for (const to_day of dates.slice(i + 1)) {
              const pair = rows.filter(
                (r) => r.model === model && r.from_day === from_day && r.to_day === to_day,
              );
              const margin = (side: "from_class" | "to_class"): Record<string, number> => {
                const sums: Record<string, number> = {};
                for (const r of pair) sums[r[side]] = (sums[r[side]] ?? 0) + r.customers;
                return sums;
              };
              const classes = (day: string): Record<string, number> => {
                const sums: Record<string, number> = {};
                for (const p of places.filter((q) => q.as_of === day))
                  sums[classOf(p, model)] = (sums[classOf(p, model)] ?? 0) + 1;
                return sums;
              };
              const {arrived, ...known} = margin("from_class");
              expect(known).toEqual(classes(from_day));
              expect(margin("to_class")).toEqual(classes(to_day));
              const at = (day: string) => places.filter((p) => p.as_of === day);
              expect(arrived ?? 0).toBe(at(to_day).length - at(from_day).length);
              const total = (of: keyof Moved): number => pair.reduce((s, r) => s + (r[of] as number), 0);
              const ledger = (day: string, of: "revenue" | "profit"): number =>
                at(day).reduce((s, p) => s + Math.round(p[of]! * 100), 0);
              expect([total("revenue_before"), total("revenue_after")]).toEqual([
                ledger(from_day, "revenue"),
                ledger(to_day, "revenue"),
              ]);
              expect([total("profit_before"), total("profit_after")]).toEqual([
                ledger(from_day, "profit"),
                ledger(to_day, "profit"),
              ]);
            }
      }),
      {numRuns: 15},
    );
  });

  it("spans about a year, and the whole, up to the newest date", async () => {
    await tables.fill(dates, [place("2024-03-31", "a", {}), place("2025-06-30", "a", {})]);
    expect(
      await tables.rows(
        "SELECT from_day::VARCHAR AS from_day, to_day::VARCHAR AS to_day, is_year FROM movement_spans ORDER BY ALL",
      ),
    ).toEqual([
      {from_day: "2024-03-31", to_day: "2025-06-30", is_year: false},
      {from_day: "2024-06-30", to_day: "2025-06-30", is_year: true},
    ]);
    await tables.fill(["2025-06-30"], [place("2025-06-30", "a", {})]);
    expect(await tables.rows("FROM movement_spans")).toEqual([]);
    expect(await moved()).toEqual([]);
  });
});

const place = (as_of: string, customer_id: string, more: Partial<Place>): Place => ({
  as_of,
  customer_id,
  grid_stage: "unassessed",
  wallet_stage: "unknown",
  metal: "lead",
  rfm_segment: "new",
  abc: "C",
  is_customer: true,
  is_refund_only: false,
  revenue: 0,
  profit: 0,
  assessed_on: null,
  figure_on: null,
  ...more,
});

describe("who moved, by name", () => {
  let tables: MovementTables;
  beforeAll(async () => {
    tables = await MovementTables.open();
  });
  afterAll(() => tables.close());

  it("lists the largest change of profit first, with the first date at which the new level was seen", async () => {
    const days = ["2024-06-30", "2024-09-30", "2024-12-31", "2025-06-30"];
    const levels = (id: string, metals: string[], profits: number[]): Place[] =>
      metals.map((metal, i) => place(days[i]!, id, {metal, profit: profits[i]!, revenue: 9}));
    await tables.fill(days, [
      ...levels("small", ["gold", "gold", "brass", "brass"], [10, 10, 5, 4]),
      ...levels("large", ["diamond", "lead", "gold", "lead"], [100, 0, 50, -1]),
      ...levels("risen", ["lead", "lead", "lead", "gold"], [0, 0, 0, 30]),
      ...levels("back", ["gold", "lead", "lead", "gold"], [30, 0, 0, 99]),
    ]);
    const rows = (await tables.cube<ClassMoverRow>("class-movers")).filter((r) => r.model === "metal");
    expect(
      rows.map((r) => [
        r.direction,
        r.customer_id,
        r.from_class,
        r.to_class,
        String(r.seen_on),
        r.money_before,
        r.money_after,
        r.movers,
      ]),
    ).toEqual([
      ["up", "risen", "lead", "gold", "2025-06-30", 0, 3000, 1],
      ["down", "large", "diamond", "lead", "2024-09-30", 10_000, -100, 2],
      ["down", "small", "gold", "brass", "2024-12-31", 1000, 400, 2],
    ]);
    expect(rows[0]!.name).toBe("Name of risen");
  });

  it("goes by revenue where there is no profit, and takes 0% after having bought for a fall, from what was positive", async () => {
    const days = ["2024-06-30", "2025-06-30"];
    const shares = (id: string, before: string, after: string): Place[] => [
      place(days[0]!, id, {wallet_stage: before, revenue: 8, profit: null}),
      place(days[1]!, id, {wallet_stage: after, revenue: 3, profit: null}),
    ];
    await tables.fill(days, [
      ...shares("lapsed", "initial", "interrupted"),
      ...shares("neither", "development", "interrupted"),
      ...shares("unseen", "unknown", "strategic"),
      ...shares("won back", "interrupted", "initial"),
    ]);
    const rows = await tables.cube<ClassMoverRow>("class-movers");
    expect(rows.map((r) => [r.model, r.direction, r.customer_id, r.money_before, r.money_after])).toEqual([
      ["wallet_stage", "up", "won back", 800, 300],
      ["wallet_stage", "down", "lapsed", 800, 300],
    ]);
  });
});
