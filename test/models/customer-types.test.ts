import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {customerTypes} from "../../src/cubes/warning.js";
import type {Row} from "./tables-in-memory.js";
import {every, WarningTables} from "./warning-tables.js";

const now = "2025-06-30";

async function typesOf(tables: WarningTables, customers: readonly Row[]): Promise<Record<string, string>> {
  await tables.fill(
    "scores",
    customers.map((c) => ({as_of: now, is_customer: true, wallet_stage: "unknown", ...c})),
  );
  await tables.fill("value_types", customers);
  await tables.model("customer-types");
  const rows = await tables.rows<{customer_id: string; type: string}>(
    "FROM customer_types ORDER BY customer_id",
  );
  return Object.fromEntries(rows.map((r) => [r.customer_id, r.type]));
}

describe("customer types", () => {
  it("take the first that holds: pre-churn, most valuable, most growable, negative", async () => {
    const tables = await WarningTables.open();
    await tables.dates(now);
    await tables.orders({silent: every("2025-01-01", 5, 8)});
    await tables.warn();
    const flags = {mvc: false, mgc: false, below_zero: false, orders: 5};
    const types = await typesOf(tables, [
      {...flags, customer_id: "silent", mvc: true},
      {...flags, customer_id: "valuable", mvc: true, mgc: true},
      {...flags, customer_id: "growable", mgc: true, orders: 0},
      {...flags, customer_id: "loss", below_zero: true},
      {...flags, customer_id: "unused", orders: 0},
      {...flags, customer_id: "hardly", orders: 1},
      {...flags, customer_id: "twice", orders: 2},
      {...flags, customer_id: "prospect", is_customer: false},
    ]);
    expect(types).toEqual({
      silent: "pre_churn",
      valuable: "most_valuable",
      growable: "most_growable",
      loss: "negative",
      unused: "negative",
      hardly: "negative",
      twice: "other",
    });
    tables.close();
  });

  it("part the customers: each stands in one type, whatever its flags", async () => {
    const tables = await WarningTables.open();
    await tables.dates(now);
    await tables.orders({c0: every("2025-01-01", 5, 8), c1: every("2025-05-01", 5, 8), c2: ["2025-06-01"]});
    await tables.warn();
    const flags = fc.record({
      mvc: fc.boolean(),
      mgc: fc.boolean(),
      below_zero: fc.boolean(),
      orders: fc.integer({min: 0, max: 4}),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(flags, {minLength: 1, maxLength: 12}), async (all) => {
        const customers = all.map((f, i) => ({...f, customer_id: `c${i}`}));
        const types = await typesOf(tables, customers);
        expect(Object.keys(types).sort()).toEqual(customers.map((c) => c.customer_id).sort());
        for (const type of Object.values(types)) expect(customerTypes).toContain(type);
      }),
      {numRuns: 30},
    );
    tables.close();
  });
});

describe("opportunities", () => {
  it("are matched with the stage: all but the single thread at development, guarded where we are the main supplier", async () => {
    const tables = await WarningTables.open();
    const stages = ["development", "initial", "stable", "strategic", "interrupted", "unknown"];
    await tables.fill(
      "scores",
      stages.map((wallet_stage) => ({
        as_of: now,
        customer_id: wallet_stage,
        is_customer: true,
        orders: 1,
        wallet_stage,
      })),
    );
    await tables.fill("events", [
      ...stages.flatMap((customer_id) =>
        ["new_product", "weak_relationship"].map((kind, sequence) => ({
          customer_id,
          occurred_on: now,
          kind,
          sequence,
        })),
      ),
      {customer_id: "initial", occurred_on: "2024-06-30", kind: "cost_reduction", sequence: 3},
      {customer_id: "initial", occurred_on: "2025-07-01", kind: "cost_reduction", sequence: 4},
      {customer_id: "stranger", occurred_on: now, kind: "cost_reduction", sequence: 5},
    ]);
    await tables.model("opportunities");
    const rows = await tables.rows<{text: string}>(
      "SELECT customer_id || ' ' || kind || ' ' || fit AS text FROM opportunities ORDER BY text",
    );
    expect(rows.map((r) => r.text)).toEqual([
      "development new_product use",
      "development weak_relationship wait",
      "initial new_product use",
      "initial weak_relationship use",
      "interrupted new_product use",
      "interrupted weak_relationship wait",
      "stable new_product guard",
      "stable weak_relationship guard",
      "stranger cost_reduction open",
      "strategic new_product guard",
      "strategic weak_relationship guard",
      "unknown new_product open",
      "unknown weak_relationship open",
    ]);
    tables.close();
  });
});

describe("churn", () => {
  it("is who ordered in one year and not in the next, with two whole years of history", async () => {
    const tables = await WarningTables.open();
    await tables.dates(now, "2024-12-31");
    await tables.orders({
      first: ["2023-06-01", "2024-01-01", "2025-06-30"],
      lost: [
        ["2023-07-02", 300],
        ["2024-06-30", 200],
      ],
      kept: ["2024-06-30", "2024-07-01"],
      new: ["2025-01-01"],
    });
    await tables.fill("costs_to_serve", [
      {customer_id: "kept", period_to: "2025-03-31", cost: 30},
      {customer_id: "kept", period_to: "2025-06-30", cost: 30},
      {customer_id: "lost", period_to: "2024-12-31", cost: 20},
      {customer_id: "lost", period_to: "2024-06-30", cost: 1000},
    ]);
    await tables.warn();
    expect(await tables.rows("FROM churn")).toEqual([
      {
        as_of: now,
        customers: "3",
        revenue: "700.0000",
        lost: "1",
        revenue_lost: "500.0000",
        keeping_cost: "40.0000",
      },
    ]);
    tables.close();
  });
});
