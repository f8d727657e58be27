import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {HandTables} from "./hand-tables.js";

const now = "2025-12-31";
const today = {as_of: now, role: "now", window_from: "2025-01-01"};
let tables: HandTables;
beforeEach(async () => {
  tables = await HandTables.open();
  await tables.fill("as_of_dates", [today]);
});
afterEach(() => tables.close());

describe("HSBC's pyramid", () => {
  const customer = {as_of: now, is_customer: true, is_refund_only: false, orders: 1, revenue: 1, profit: 1};

  it("puts closed accounts, guarantors, prospects and the inactive beside the four", async () => {
    await tables.fill("scores", [
      {...customer, customer_id: "closed"},
      {...customer, customer_id: "closed-prospect", is_customer: false, orders: 0},
      {...customer, customer_id: "guarantor", is_customer: false, orders: 0},
      {...customer, customer_id: "guarantor-who-buys"},
      {...customer, customer_id: "prospect", is_customer: false, orders: 0},
      {...customer, customer_id: "not-in-the-export", is_customer: false, orders: 0},
      {...customer, customer_id: "quiet", orders: 0},
      ...["refunds", "refunds-and-closed", "refunds-and-guarantor"].map((customer_id) => ({
        ...customer,
        customer_id,
        is_customer: false,
        is_refund_only: true,
        orders: 0,
      })),
    ]);
    await tables.fill("accounts", [
      {customer_id: "closed", status: " Closed"},
      {customer_id: "closed-prospect", status: "closed"},
      {customer_id: "guarantor", status: "never", guarantor: true},
      {customer_id: "guarantor-who-buys", guarantor: true},
      {customer_id: "prospect", status: "never", guarantor: false},
      {customer_id: "quiet", status: "active"},
      {customer_id: "refunds-and-closed", status: "closed"},
      {customer_id: "refunds-and-guarantor", guarantor: true},
    ]);
    await tables.model("hsbc-pyramid");
    expect(await tables.classes("hsbc_pyramid", "hsbc")).toEqual({
      closed: "E",
      "closed-prospect": "E",
      guarantor: "E",
      "guarantor-who-buys": "C",
      prospect: "G",
      "not-in-the-export": "G",
      quiet: "F",
      refunds: "none",
      "refunds-and-closed": "none",
      "refunds-and-guarantor": "none",
    });
  });

  it("means the known parts of loyalty and of value, and a score on its cut is high", async () => {
    // Five buyers; ranks of revenue, profit and mean order are 0, 1/4 ... 1 from e to a.
    const buyers = ["e", "d", "c", "b", "a"];
    await tables.fill(
      "scores",
      buyers.map((customer_id, i) => ({
        ...customer,
        customer_id,
        orders: customer_id === "c" ? 2 : 1,
        revenue: 10 * (i + 1) * (customer_id === "c" ? 2 : 1) - (customer_id === "c" ? 25 : 0),
        profit: i,
      })),
    );
    await tables.fill("accounts", [
      {customer_id: "a", active_accounts: 3, recommends: true, gives_feedback: true, price_sensitive: false},
      {customer_id: "b", active_accounts: 1, recommends: false, price_sensitive: true},
      {customer_id: "d", active_accounts: 1, recommends: true, gives_feedback: false},
    ]);
    await tables.fill("purchases_by_category", [
      {customer_id: "a", month: "2025-01-01", category: "x", amount: 5},
      {customer_id: "a", month: "2025-06-01", category: "y", amount: 5},
      {customer_id: "a", month: "2024-12-01", category: "z", amount: 5},
      {customer_id: "b", month: "2025-06-01", category: "x", amount: 5},
      {customer_id: "b", month: "2025-06-01", category: "y", amount: -5},
      {customer_id: "b", month: "2026-01-01", category: "y", amount: 9},
    ]);
    await tables.model("hsbc-pyramid");
    const rows = await tables.rows<Record<string, number | null>>(
      "SELECT * FROM hsbc_pyramid ORDER BY customer_id",
    );
    const [a, b, c, d] = rows;
    // Orders 1 1 2 1 1: four share the places 0 to 3, whose middle is 3/8 of the way.
    expect(c!.repeats).toBe(1);
    expect(a!.repeats).toBe(0.375);
    expect([a!.breadth, b!.breadth, c!.breadth]).toEqual([1, 0.5, null]);
    expect([a!.accounts, b!.accounts, c!.accounts]).toEqual([1, 0.25, null]);
    expect(a!.loyalty).toBeCloseTo((0.375 + 1 + 1 + 1 + 1 + 1) / 6, 8);
    expect(b!.loyalty).toBeCloseTo((0.375 + 0.5 + 0.25 + 0 + 0) / 5, 8);
    expect(d!.loyalty).toBeCloseTo((0.375 + 0.25 + 1 + 0) / 4, 8);
    // c: revenue 35 (third), profit 2 (third), mean order 17.5 (second lowest).
    expect(c!.value).toBeCloseTo((0.5 + 0.5 + 0.25) / 3, 8);
    expect(a!.value).toBe(1);
    expect(await tables.classes("hsbc_pyramid", "hsbc")).toEqual({a: "A", b: "B", c: "C", d: "D", e: "D"});
    for (const [cut, group] of Object.entries({"0.416666667": "A", "0.416666668": "C"})) {
      await tables.set({hsbc_value_cut: cut});
      await tables.model("hsbc-pyramid");
      expect((await tables.classes("hsbc_pyramid", "hsbc")).c).toBe(group);
    }
    await tables.set({hsbc_value_cut: "1", hsbc_loyalty_cut: "1"});
    await tables.model("hsbc-pyramid");
    expect(await tables.classes("hsbc_pyramid", "hsbc")).toMatchObject({a: "B", c: "C"});
  });

  it("works on one customer alone, who stands in the middle of every rank", async () => {
    await tables.fill("scores", [{...customer, customer_id: "only"}]);
    await tables.model("hsbc-pyramid");
    expect(await tables.rows("SELECT loyalty, value, hsbc FROM hsbc_pyramid")).toEqual([
      {loyalty: 0.5, value: 0.5, hsbc: "C"},
    ]);
  });
});
