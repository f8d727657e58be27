import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {ServiceTables} from "./service-tables.js";
import type {Row} from "./tables-in-memory.js";

const dates = ["2025-03-31", "2025-06-30", "2025-12-31"];
const scored = (customer_id: string, revenue: number, more: Row = {}): Row[] =>
  dates.map((as_of) => ({
    as_of,
    customer_id,
    is_customer: true,
    r: 3,
    f: 3,
    revenue,
    abc_customers_profit: "B",
    wallet_stage: "unknown",
    grid_stage: "pre",
    ...more,
  }));
const bought = (customer_id: string, ...days: string[]): Row[] =>
  days.map((day) => ({customer_id, day, orders: 1, amount: 10}));

describe("what followed a complaint", () => {
  let tables: ServiceTables;
  beforeAll(async () => {
    tables = await ServiceTables.open();
    await tables.dates(...dates);
  });
  afterAll(() => tables.close());

  const twins = async (complaints: Row[]): Promise<Record<string, unknown>[]> => {
    await tables.complain(complaints);
    await tables.run();
    return tables.rows(
      "SELECT case_id, side, customer_id, handling, orders_before, orders_after FROM complaint_twins ORDER BY case_id, side",
    );
  };

  it("stands beside the customer without a complaint who was nearest, the lower of two as near", async () => {
    await tables.fill("scores", [
      ...scored("case", 100),
      ...scored("far", 50),
      ...scored("below", 90),
      ...scored("above", 110),
      ...scored("same-but-complained", 100),
      ...scored("other-class", 100, {abc_customers_profit: "A"}),
      ...scored("other-recency", 100, {r: 1}),
      ...scored("prospect", 100, {is_customer: false}),
    ]);
    await tables.fill("purchases", [
      // The opening's own day is before; the resolution's own day is neither; 180 days to the day on both sides.
      ...bought(
        "case",
        "2024-10-19",
        "2024-10-20",
        "2025-04-17",
        "2025-04-20",
        "2025-04-21",
        "2025-10-17",
        "2025-10-18",
      ),
      ...bought("below", "2025-04-01", "2025-05-01"),
    ]);
    const opened = {opened: "2025-04-17", resolved: "2025-04-20"};
    expect(
      await twins([
        {customer_id: "case", ...opened, satisfied: true},
        {customer_id: "same-but-complained", opened: "2025-12-30"},
      ]),
    ).toEqual([
      {
        case_id: "case",
        side: "matched",
        customer_id: "case",
        handling: "poorly",
        orders_before: 2,
        orders_after: 2,
      },
      {
        case_id: "case",
        side: "twin",
        customer_id: "below",
        handling: "poorly",
        orders_before: 1,
        orders_after: 1,
      },
    ]);
  });

  it("is left out where the days are not over, no date lies before, or nobody is alike", async () => {
    await tables.fill("scores", [
      ...scored("a", 100),
      ...scored("twin", 100),
      ...scored("alone", 100, {f: 5}),
    ]);
    const ids = async (complaints: Row[]): Promise<unknown[]> => [
      ...new Set((await twins(complaints)).map((row) => row.case_id)),
    ];
    expect(await ids([{customer_id: "a", opened: "2025-07-04"}])).toEqual(["a"]);
    expect(await ids([{customer_id: "a", opened: "2025-07-05"}])).toEqual([]);
    expect(await ids([{customer_id: "a", opened: "2025-04-01"}])).toEqual(["a"]);
    // The as-of date's own day is part of what was known then.
    expect(await ids([{customer_id: "a", opened: "2025-03-31"}])).toEqual([]);
    expect(await ids([{customer_id: "alone", opened: "2025-04-01"}])).toEqual([]);
    expect(await ids([{customer_id: "a", opened: "2025-04-01", valid: false}])).toEqual([]);
  });

  it("counts each customer once, by the newest complaint that can be told", async () => {
    await tables.fill("purchases", [...bought("a", "2025-01-01", "2025-01-11", "2025-05-01")]);
    await twins([
      {customer_id: "a", opened: "2025-02-01", resolved: "2025-02-02", satisfied: true},
      {customer_id: "a", opened: "2025-06-01"},
      {customer_id: "a", opened: "2025-12-30"},
      {customer_id: "b", opened: "2025-12-30"},
    ]);
    expect(
      await tables.rows(
        "SELECT customer_id, handling, buying, opened_on FROM complaint_cases ORDER BY customer_id",
      ),
    ).toEqual([
      {customer_id: "a", handling: "unresolved", buying: "gone", opened_on: "2025-06-01"},
      {customer_id: "b", handling: "unresolved", buying: "untold", opened_on: "2025-12-30"},
    ]);
  });
});
