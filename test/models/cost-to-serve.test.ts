import fc from "fast-check";
import {afterEach, describe, expect, it} from "vitest";
import {type Cost, costs, cover, now, openCoverage} from "./coverage-tables.js";
import type {HandTables} from "./hand-tables.js";

let tables: HandTables | undefined;
afterEach(() => tables?.close());

const iso = (n: number): string => new Date(Date.UTC(2025, 0, 1) + n * 864e5).toISOString().slice(0, 10);

/** Cost within the period and so far, by customer, at the newest date. */
async function costOf(rows: readonly Cost[]): Promise<Record<string, [number, number]>> {
  tables?.close();
  tables = await openCoverage();
  await costs(tables, rows);
  await cover(tables, [{customer_id: "a"}]);
  const found = await tables.rows<{customer_id: string; cost_to_serve: string; cost_so_far: string}>(
    `SELECT * FROM account_costs WHERE as_of = DATE '${now}' ORDER BY customer_id`,
  );
  return Object.fromEntries(
    found.map((r) => [r.customer_id, [Number(r.cost_to_serve), Number(r.cost_so_far)]]),
  );
}

const cost = (customer_id: string, period_from: string, period_to: string, amount: number): Cost => ({
  customer_id,
  period_from,
  period_to,
  cost: amount,
});

describe("cost to serve", () => {
  it("counts a period inside the year whole, and one outside not at all", async () => {
    expect(
      await costOf([
        cost("a", "2025-01-01", "2025-12-31", 1200),
        cost("a", "2025-03-01", "2025-03-31", 100),
        cost("b", "2024-01-01", "2024-12-31", 366),
        cost("c", "2026-01-01", "2026-12-31", 365),
      ]),
    ).toEqual({a: [1300, 1300], b: [0, 366]});
  });

  it("spreads a cost over the days of its own period: those inside the year count, and none after the date", async () => {
    // 2024-12-31 to 2025-01-02 has one day before the year; December to January has 31 of its 62 days in it.
    expect(
      await costOf([
        cost("a", "2024-12-31", "2025-01-02", 3),
        cost("b", "2025-12-01", "2026-01-31", 62),
        cost("c", "2025-12-31", "2026-01-02", 1),
      ]),
    ).toEqual({a: [2, 3], b: [31, 31], c: [0.3333, 0.3333]});
  });

  it("counts a single day, and several costs of one account together", async () => {
    expect(
      await costOf([
        cost("a", now, now, 5),
        cost("a", now, now, 5),
        cost("a", "2025-01-01", "2025-01-01", 1),
      ]),
    ).toEqual({
      a: [11, 11],
    });
  });

  it("is what its days make it, day by day, and never more than was given", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            from: fc.integer({min: -500, max: 500}),
            days: fc.integer({min: 1, max: 500}),
            cost: fc.integer({min: 0, max: 100_000}),
          }),
          {minLength: 1, maxLength: 8},
        ),
        async (rows) => {
          const found = await costOf(
            rows.map((r) => cost("a", iso(r.from), iso(r.from + r.days - 1), r.cost)),
          );
          let [inside, soFar] = [0, 0];
          for (const r of rows)
            for (let d = r.from; d < r.from + r.days; d++) {
              if (d >= 0 && d <= 364) inside += r.cost / r.days;
              if (d <= 364) soFar += r.cost / r.days;
            }
          const [a, b] = found.a ?? [0, 0];
          expect(Math.abs(a - inside)).toBeLessThan(0.001);
          expect(Math.abs(b - soFar)).toBeLessThan(0.001);
          expect(b).toBeLessThanOrEqual(rows.reduce((s, r) => s + r.cost, 0) + 0.0005);
        },
      ),
      {numRuns: 30},
    );
  });
});

describe("who costs more than they bring", () => {
  const people = [
    {customer_id: "even", class: "A", amount: 500, profit: 100},
    {customer_id: "earns", class: "A", amount: 500, profit: 100},
    {customer_id: "loses", class: "C", amount: 50, profit: 10},
    {customer_id: "free", class: "C", amount: 9, profit: 9},
  ];

  async function fill(): Promise<HandTables> {
    tables = await openCoverage();
    await costs(tables, [
      cost("even", "2025-01-01", "2025-12-31", 100),
      cost("earns", "2025-01-01", "2025-12-31", 99),
      cost("loses", "2025-01-01", "2025-12-31", 30),
      cost("stranger", "2025-01-01", "2025-12-31", 7),
    ]);
    await cover(tables, people);
    return tables;
  }

  it("are those whose cost is above their profit: one that covers it to the cent is not", async () => {
    const rows = await (await fill()).cube<{
      class: string;
      standing: string;
      customers: number;
      cost: number;
    }>("coverage/cost-to-serve");
    expect(rows.map((r) => [r.class, r.standing, r.customers, r.cost])).toEqual([
      ["A", "earns", 2, 19900],
      ["C", "earns", 1, 0],
      ["C", "below", 1, 3000],
    ]);
    const named = await tables!.cube<{customer_id: string; profit: number; cost: number}>(
      "coverage/cost-accounts",
    );
    expect(named.map((r) => [r.customer_id, r.profit, r.cost])).toEqual([["loses", 1000, 3000]]);
  });

  it("bend the whale curve: it ends at the profit less the cost, and its peak leaves them out", async () => {
    await (await fill()).set({curve_points: "200"});
    const points = await tables!.cube<{measure: string; customers: number; amount: number; peak: boolean}>(
      "coverage/whale-after-cost",
    );
    expect(points.map((p) => [p.measure, p.customers, p.amount, p.peak])).toEqual([
      ["before", 1, 10000, false],
      ["before", 2, 20000, false],
      ["before", 3, 21000, false],
      ["before", 4, 21900, true],
      ["after", 1, 900, false],
      ["after", 2, 1000, true],
      ["after", 3, 1000, false],
      ["after", 4, -1000, false],
    ]);
  });

  it("say nothing where there is no profit, or no export of costs", async () => {
    await (await fill()).set({has_profit: "false", curve_points: "200"});
    for (const name of ["cost-to-serve", "cost-accounts", "whale-after-cost"])
      expect(await tables!.cube(`coverage/${name}`)).toEqual([]);
    await tables!.set({has_profit: "true"});
    await tables!.connection.run("DELETE FROM inputs WHERE export = 'costs'");
    for (const name of ["cost-to-serve", "cost-accounts", "whale-after-cost"])
      expect(await tables!.cube(`coverage/${name}`)).toEqual([]);
  });
});
