import {afterEach, beforeEach, describe, expect, it} from "vitest";
import type {PyramidRow} from "../../src/cubes/value.js";
import {HandTables} from "./hand-tables.js";

interface Customer {
  clv?: number;
  historic?: number;
  alive?: number | null;
  gap?: number;
  /** Expected purchases over the 24 months of the horizon, of 10 each. */
  expected?: number;
  /** What it cost to serve the customer so far. */
  cost?: number;
  /** Money by day. */
  spent?: Record<string, number>;
}

const now = "2025-12-31";
let tables: HandTables;
beforeEach(async () => {
  tables = await HandTables.open();
  await tables.fill("as_of_dates", [{as_of: now, role: "now", window_from: "2025-01-01"}]);
});
afterEach(() => tables.close());

/** The types of each customer, as `mvc migrator`. */
async function typesOf(customers: Record<string, Customer>): Promise<Record<string, string>> {
  const all = Object.entries(customers);
  await tables.fill("scores", [
    ...all.map(([customer_id, {gap}]) => ({
      as_of: now,
      customer_id,
      is_customer: true,
      is_refund_only: false,
      orders: 1,
      revenue: 1,
      profit: 1,
      wallet_gap: gap ?? null,
    })),
    {
      as_of: now,
      customer_id: "gave back",
      is_customer: false,
      is_refund_only: true,
      orders: 0,
      revenue: 0,
      wallet_gap: 1e9,
    },
  ]);
  await tables.fill(
    "lifetime_values",
    all.map(([customer_id, {clv = 0, historic = 0, alive = 1, expected = 0}]) => ({
      as_of: now,
      customer_id,
      clv,
      clv_historic: historic,
      p_alive: alive,
      expected_purchases: expected,
      expected_spend: 10,
    })),
  );
  await tables.fill(
    "account_costs",
    all.flatMap(([customer_id, {cost}]) =>
      cost === undefined ? [] : [{as_of: now, customer_id, cost_to_serve: 0, cost_so_far: cost}],
    ),
  );
  await tables.fill("purchases", [
    ...all.flatMap(([customer_id, {spent = {"2020-01-01": 1}}]) =>
      Object.entries(spent).map(([day, amount]) => ({customer_id, day, amount})),
    ),
    {customer_id: "gave back", day: now, amount: -1},
  ]);
  await tables.model("value-types");
  return tables.classes(
    "value_types",
    "concat_ws(' ', if(mvc, 'mvc', NULL), if(mgc, 'mgc', NULL), if(below_zero, 'below_zero', NULL), if(migrator, 'migrator', NULL))",
  );
}

describe("value types", () => {
  it("call the largest fifth by lifetime value most valuable, a share of a customer being one, equal ones by id", async () => {
    expect(
      await typesOf({f: {clv: 9}, e: {clv: 9}, d: {clv: 9}, c: {clv: 10}, b: {clv: 8}, a: {clv: 7}}),
    ).toEqual({a: "", b: "", c: "mvc", d: "mvc", e: "", f: ""});
    const five = await typesOf({e: {clv: 9}, d: {clv: 9}, c: {clv: 10}, b: {clv: 8}, a: {clv: 7}});
    expect(five).toEqual({a: "", b: "", c: "mvc", d: "", e: ""});
  });

  it("never call one both most valuable and below zero: nothing is neither", async () => {
    expect(await typesOf({a: {clv: -1}, b: {clv: -2}, c: {clv: 0}})).toEqual({
      a: "below_zero",
      b: "below_zero",
      c: "",
    });
  });

  it("take what it cost to serve a customer off its value: who is most valuable must have some left", async () => {
    expect(
      await typesOf({
        a: {clv: 10, cost: 11},
        b: {clv: 5, cost: 5},
        c: {clv: 4, cost: 4.5},
        d: {clv: 1},
        e: {clv: -1, cost: 0},
      }),
    ).toEqual({a: "below_zero", b: "", c: "below_zero", d: "", e: "below_zero"});
    expect(await typesOf({a: {clv: 10, cost: 9}, b: {clv: 5}})).toEqual({a: "mvc", b: ""});
  });

  it("find growth in the wallet gap where it is known, else in the revenue expected above that of the last 365 days", async () => {
    await tables.set({mgc_share: "0.5"});
    // In a year: a 30 - 0; b 50 - 20, where the first day counts and the one before doesn't; c 100, whatever is expected.
    expect(
      await typesOf({
        a: {expected: 6},
        b: {expected: 10, spent: {"2024-12-31": 900, "2025-01-01": 20}},
        c: {gap: 100},
        d: {gap: 0, expected: 900},
      }),
    ).toEqual({a: "mgc", b: "", c: "mgc", d: ""});
    const potential = await tables.rows<{growth_potential: number}>(
      "SELECT growth_potential FROM value_types ORDER BY customer_id",
    );
    expect(potential.map((row) => row.growth_potential)).toEqual([30, 30, 100, 0]);
    await tables.set({period_months: "6"});
    await typesOf({c: {gap: 100}});
    expect(await tables.rows("SELECT growth_potential FROM value_types")).toEqual([{growth_potential: 200}]);
  });

  it("call nobody growable who is not expected to grow", async () => {
    expect(await typesOf({a: {expected: 2, spent: {[now]: 10}}, b: {spent: {[now]: 10}}})).toEqual({
      a: "",
      b: "",
    });
  });

  it("see a migrator in a chance below a half or in spend below 70% of the same days a year before", async () => {
    await tables.set({migrator_value_share: "1 - 0.000001"});
    const worth = {historic: 5};
    // The last 90 days begin on 3 October; the same of the year before end on 31 December 2024.
    expect(
      await typesOf({
        at_half: {...worth, alive: 0.5},
        below_half: {...worth, alive: 0.499},
        falling: {...worth, spent: {"2025-10-03": 69.99, "2024-10-03": 50, "2024-12-31": 50}},
        steady: {...worth, spent: {"2025-10-03": 70, "2024-10-03": 50, "2024-12-31": 50}},
        too_early: {...worth, spent: {"2025-10-02": 70, "2024-10-03": 100}},
        outside_before: {...worth, spent: {"2024-10-02": 500, "2025-01-01": 500}},
        unknown: {...worth, alive: null},
        worthless: {historic: 0, alive: 0.1},
      }),
    ).toEqual({
      at_half: "",
      below_half: "migrator",
      falling: "migrator",
      steady: "",
      too_early: "migrator",
      outside_before: "",
      unknown: "",
      worthless: "",
    });
  });

  it("call a migrator only whose value so far is among the largest two fifths", async () => {
    const leaving = (historic: number): Customer => ({historic, alive: 0.1});
    expect(
      await typesOf({a: leaving(5), b: leaving(4), c: leaving(4), d: leaving(2), e: leaving(1)}),
    ).toEqual({a: "migrator", b: "migrator", c: "", d: "", e: ""});
  });

  it("may stand together, and each counts all of its customers, with lifetime values rounded one by one", async () => {
    await typesOf({
      a: {clv: 10.004, historic: 9, alive: 0.2, gap: 50},
      b: {clv: -3.006, historic: -4},
      c: {clv: -1.004},
    });
    await tables.connection.run(
      "CREATE TABLE metal_pyramid (as_of DATE, customer_id VARCHAR, metal VARCHAR)",
    );
    await tables.connection.run("CREATE TABLE hsbc_pyramid (customer_id VARCHAR, hsbc VARCHAR)");
    await tables.connection.run("CREATE TABLE chase_pyramid (customer_id VARCHAR, chase VARCHAR)");
    const cube = await tables.cube<PyramidRow>("pyramid");
    expect(cube.map((row) => [row.level, row.customers, row.clv])).toEqual([
      ["mvc", 1, 1000],
      ["mgc", 1, 1000],
      ["below_zero", 2, -401],
      ["migrator", 1, 1000],
    ]);
  });

  it("say nothing where there are no customers", async () => {
    expect(await typesOf({})).toEqual({});
  });
});
