import {readFileSync} from "node:fs";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Row} from "./tables-in-memory.js";
import {WarningTables} from "./warning-tables.js";

const cut = "2024-12-31";
const now = "2025-06-30";
const dayBetween = (from: string, to: string) =>
  fc
    .integer({min: Date.parse(from) / 86_400_000, max: Date.parse(to) / 86_400_000})
    .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
const customer = fc.constantFrom("a", "b", "c", "d");

/** Rows of every table that has dates, all between two days. */
const ledger = (from: string, to: string): fc.Arbitrary<Record<string, Row[]>> => {
  const day = dayBetween(from, to);
  const level = fc.integer({min: 1, max: 5});
  const rows = (row: Record<string, fc.Arbitrary<Row[string]>>, most: number) =>
    fc.array(fc.record(row) as fc.Arbitrary<Row>, {maxLength: most});
  return fc.record({
    purchases: fc.uniqueArray(
      fc.record({
        customer_id: customer,
        day,
        orders: fc.constantFrom(1, 1, 1, 0),
        quantity: fc.integer({min: 1, max: 20}),
        amount: fc.integer({min: -20, max: 300}),
      }),
      {selector: (row) => `${row.customer_id} ${row.day}`, maxLength: 60},
    ) as fc.Arbitrary<Row[]>,
    complaints: rows(
      {customer_id: customer, opened_at: day, resolved_on: fc.option(dayBetween(from, now))},
      6,
    ),
    interactions: rows(
      {
        customer_id: customer,
        occurred_on: day,
        status: fc.constant("held"),
        contact_id: fc.constantFrom("x", "y"),
      },
      6,
    ),
    assessments: rows(
      {
        customer_id: customer,
        assessed_on: day,
        personal: level,
        company: level,
        contact_id: fc.constantFrom("x", null),
        sequence: fc.nat(),
      },
      8,
    ),
    wallet_shares: fc.uniqueArray(
      fc.record({customer_id: customer, figure_on: day, share: fc.double({min: 0, max: 1, noNaN: true})}),
      {selector: (row) => `${row.customer_id} ${row.figure_on}`, maxLength: 8},
    ) as fc.Arbitrary<Row[]>,
  });
};

async function verdicts(tables: WarningTables, rows: Record<string, Row[]>): Promise<unknown> {
  for (const [name, own] of Object.entries(rows)) await tables.fill(name, own);
  const months = new Map<string, Row>();
  for (const {customer_id, day, amount} of rows.purchases!) {
    const month = `${String(day).slice(0, 7)}-01`;
    const at = months.get(`${customer_id} ${month}`);
    months.set(`${customer_id} ${month}`, {
      customer_id: customer_id!,
      month,
      category: "valves",
      amount: Number(amount) + Number(at?.amount ?? 0),
    });
  }
  await tables.fill("purchases_by_category", [...months.values()]);
  await tables.warn();
  const at = `WHERE as_of = '${cut}' ORDER BY ALL`;
  return [
    await tables.rows(`FROM alerts ${at}`),
    await tables.rows(`FROM alert_accounts ${at}`),
    await tables.rows(`FROM warning_states ${at}`),
  ];
}

describe("an alert at a past date", () => {
  it("does not change whatever happened after it", async () => {
    const tables = await WarningTables.open("[warning]\ncategory_regular = 2\nsilence_gaps = 2\n");
    await tables.dates(now, cut);
    let alerts = 0;
    await fc.assert(
      fc.asyncProperty(ledger("2022-01-01", cut), ledger("2025-01-01", "2025-09-30"), async (past, later) => {
        // A history that begins after the cut would be another horizon's.
        fc.pre(past.purchases!.some((row) => row.orders === 1));
        const before = await verdicts(tables, past);
        const both = Object.fromEntries(
          Object.entries(past).map(([name, rows]) => [name, [...rows, ...later[name]!]]),
        );
        const after = await verdicts(tables, both);
        alerts += (before as unknown[][])[0]!.length;
        expect(after).toEqual(before);
      }),
      {numRuns: 40, seed: 7},
    );
    tables.close();
    expect(alerts).toBeGreaterThan(20);
  }, 120_000);

  it("does not know how a complaint ended later", async () => {
    const tables = await WarningTables.open();
    await tables.dates(now, cut);
    await tables.orders({a: ["2024-12-01"]});
    const signs = async (resolved_on: string | null): Promise<string[]> => {
      await tables.fill("complaints", [{customer_id: "a", opened_at: "2024-12-10", resolved_on}]);
      await tables.warn();
      return tables.signs(cut);
    };
    const open = await signs(null);
    expect(open).toEqual(["a complaint_overdue 20.0 2024-12-11"]);
    expect(await signs("2025-01-01")).toEqual(open);
    expect(await signs("2024-12-31")).toEqual([]);
    tables.close();
  });

  it("reads no customers export, whose columns have no date", () => {
    for (const name of ["days", "states", "chance", "signals", "relationships", "churn"]) {
      const sql = readFileSync(new URL(`../../loaders/models/warning-${name}.sql`, import.meta.url), "utf8");
      expect(sql).not.toMatch(/\baccounts\b.*(FROM|JOIN)|(FROM|JOIN)\s+accounts\b/);
    }
    for (const name of ["alerts", "backtest", "backtest-customers"]) {
      const sql = readFileSync(new URL(`../../loaders/models/${name}.sql`, import.meta.url), "utf8");
      expect(sql).not.toMatch(/(FROM|JOIN)\s+(accounts|scores|value_types)\b/);
    }
  });
});
