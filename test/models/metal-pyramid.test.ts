import {afterEach, beforeEach, describe, expect, it} from "vitest";
import type {MovementRow} from "../../src/cubes/value.js";
import {HandTables} from "./hand-tables.js";

const now = "2025-12-31";
const today = {as_of: now, role: "now", window_from: "2025-01-01"};
let tables: HandTables;
beforeEach(async () => {
  tables = await HandTables.open();
  await tables.fill("as_of_dates", [today]);
});
afterEach(() => tables.close());

describe("the migration pyramid", () => {
  const metals = async (
    profits: Record<string, number | null>,
    more: Record<string, unknown>[] = [],
  ): Promise<Record<string, string>> => {
    await tables.fill("activity", [
      ...Object.entries(profits).map(([customer_id, profit]) => ({
        as_of: now,
        customer_id,
        first_order_on: "2025-02-03",
        revenue: 1,
        profit,
      })),
      ...(more as Record<string, string | number | null>[]),
    ]);
    await tables.model("metal-pyramid");
    return tables.classes("metal_pyramid", "metal");
  };

  it("gives the customer that crosses a line to the level before it, and a line that is met exactly ends a level", async () => {
    // Of 100: a ends at 50 exactly; b at 75 and c, which crosses 80, at 85; d crosses 95.
    expect(await metals({a: 50, b: 25, c: 10, d: 11, e: 4})).toEqual({
      a: "diamond",
      b: "gold",
      c: "brass",
      d: "gold",
      e: "lead",
    });
    expect(await metals({a: 49.99, b: 30.01, c: 15, d: 5})).toEqual({
      a: "diamond",
      b: "diamond",
      c: "brass",
      d: "lead",
    });
  });

  it("calls nothing and a loss lead, and leaves them out of the total that the shares are of", async () => {
    expect(await metals({a: 50, b: 30, c: 15, d: 5, e: 0, f: -1000})).toEqual({
      a: "diamond",
      b: "gold",
      c: "brass",
      d: "lead",
      e: "lead",
      f: "lead",
    });
    expect(await metals({e: 0, f: -1000})).toEqual({e: "lead", f: "lead"});
  });

  it("breaks ties by customer_id", async () => {
    expect(await metals({d: 25, c: 25, b: 25, a: 25})).toEqual({
      a: "diamond",
      b: "diamond",
      c: "gold",
      d: "gold",
    });
  });

  it("puts those who only gave back in no level and keeps them out of the shares, also where it was a gain", async () => {
    expect(
      await metals({a: 10, b: 10}, [
        {as_of: now, customer_id: "z", first_order_on: null, revenue: -5, profit: 500},
      ]),
    ).toEqual({a: "diamond", b: "gold", z: "none"});
  });

  it("goes by revenue where there is no profit", async () => {
    await tables.set({has_profit: "false"});
    await tables.fill("activity", [
      {as_of: now, customer_id: "a", first_order_on: now, revenue: 10},
      {as_of: now, customer_id: "b", first_order_on: now, revenue: 90},
    ]);
    await tables.model("metal-pyramid");
    expect(await tables.classes("metal_pyramid", "metal")).toEqual({a: "brass", b: "diamond"});
  });

  it("moves by one's own money under frozen lines, also where a level was empty, and by everyone's under recomputed ones", async () => {
    await tables.fill("as_of_dates", [
      today,
      {as_of: "2025-09-30", role: "quarter_end", window_from: "2024-10-01", is_start: true},
    ]);
    const at = (as_of: string, profits: Record<string, number>) =>
      Object.entries(profits).map(([customer_id, profit]) => ({
        as_of,
        customer_id,
        first_order_on: "2024-12-01",
        profit,
      }));
    // At first a 90 is diamond and crosses 80, so that gold is empty; b 8 crosses 95; c 2 is lead.
    await tables.fill("activity", [
      ...at("2025-09-30", {a: 90, b: 8, c: 2}),
      ...at(now, {a: 89, b: 8, c: 7.99, d: 400}),
      // Who only gave back is in no level at both, whatever it brought; y comes from there with its first order.
      {as_of: "2025-09-30", customer_id: "y", first_order_on: null, profit: -6},
      {as_of: now, customer_id: "y", first_order_on: now, profit: -5},
      {as_of: "2025-09-30", customer_id: "z", first_order_on: null, profit: 1000},
      {as_of: now, customer_id: "z", first_order_on: null, profit: 1000},
    ]);
    await tables.model("metal-pyramid", "metal-movement");
    const moves = await tables.cube<MovementRow>("movement");
    const told = (thresholds: string) =>
      moves
        .filter((row) => row.thresholds === thresholds)
        .map((row) => `${row.from_class}>${row.to_class} ${row.money_before} ${row.money_after}`);
    expect(told("frozen")).toEqual([
      "diamond>brass 9000 8900",
      "brass>brass 800 800",
      "lead>lead 200 799",
      "none>lead -600 -500",
      "none>none 100000 100000",
      "arrived>diamond 0 40000",
    ]);
    expect(told("recomputed")).toEqual([
      "diamond>gold 9000 8900",
      "brass>lead 800 800",
      "lead>lead 200 799",
      "none>lead -600 -500",
      "none>none 100000 100000",
      "arrived>diamond 0 40000",
    ]);
  });

  it("tells no money under frozen lines where small cells are suppressed: beside the recomputed ones it would be one customer's", async () => {
    await tables.fill("as_of_dates", [
      today,
      {as_of: "2025-09-30", role: "quarter_end", window_from: "2024-10-01", is_start: true},
    ]);
    const row = {customer_id: "a", first_order_on: "2024-12-01"};
    await tables.fill("activity", [
      {...row, as_of: "2025-09-30", profit: 3},
      {...row, as_of: now, profit: 5},
    ]);
    await tables.model("metal-pyramid", "metal-movement");
    await tables.set({smallest_cell: "5"});
    const moves = await tables.cube<MovementRow>("movement");
    expect(moves.map((m) => [m.thresholds, m.customers, m.money_before, m.money_after])).toEqual([
      ["frozen", 1, null, null],
      ["recomputed", 1, 300, 500],
    ]);
  });

  it("has no frozen lines where nobody had brought anything at the first date", async () => {
    await tables.fill("as_of_dates", [
      today,
      {as_of: "2025-09-30", role: "quarter_end", window_from: "2024-10-01", is_start: true},
    ]);
    const row = {customer_id: "a", first_order_on: "2024-12-01"};
    await tables.fill("activity", [
      {...row, as_of: "2025-09-30", profit: 0},
      {...row, as_of: now, profit: 5},
    ]);
    await tables.model("metal-pyramid", "metal-movement");
    const moves = await tables.cube<MovementRow>("movement");
    expect(moves.map((m) => `${m.thresholds} ${m.from_class}>${m.to_class}`)).toEqual([
      "recomputed lead>diamond",
    ]);
  });
});
