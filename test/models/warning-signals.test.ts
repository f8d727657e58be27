import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {every, WarningTables} from "./warning-tables.js";

const now = "2025-06-30";
let tables: WarningTables;
beforeEach(async () => {
  tables = await WarningTables.open();
  await tables.dates(now);
});
afterEach(() => tables.close());

const of = async (signal: string): Promise<string[]> =>
  (await tables.signs(now)).filter((s) => s.includes(` ${signal} `));

describe("silence", () => {
  it("is longer than the 90th percentile of the customer's own gaps, by type 7", async () => {
    // Gaps 10, 20, 30, 40, 50: type 7 puts the 90th percentile at 46.
    const before = ["2024-10-01", "2024-10-11", "2024-10-31", "2024-11-30", "2025-01-09", "2025-02-28"];
    await tables.orders({a: before});
    await tables.warn();
    const [state] = await tables.rows<{long_gap: number; silent_days: number}>(
      `SELECT long_gap, silent_days FROM warning_states WHERE as_of = '${now}'`,
    );
    expect(state).toEqual({long_gap: 46, silent_days: 122});
    expect(await of("silence")).toEqual(["a silence 76.0 2025-04-16"]);
  });
  it("is not yet there on the day that equals the percentile, and there on the next", async () => {
    await tables.orders({on: every("2025-04-01", 15, 6), after: every("2025-03-31", 15, 6)});
    await tables.dates("2025-06-30");
    await tables.warn();
    // The last orders are 15 and 16 days old, all gaps are 15.
    expect(await of("silence")).toEqual(["after silence 1.0 2025-06-30"]);
  });
  it("needs four gaps of its own", async () => {
    await tables.orders({three: every("2024-12-01", 10, 4), four: every("2024-12-01", 10, 5)});
    await tables.warn();
    expect((await of("silence")).map((s) => s.split(" ")[0])).toEqual(["four"]);
  });
  it("ends after a year: who is gone that long is lost and no alert", async () => {
    await tables.orders({a: every("2023-06-01", 10, 20), b: every("2024-06-30", 1, 6)});
    await tables.warn();
    expect((await tables.rows(`FROM warning_states WHERE as_of = '${now}'`)).length).toBe(1);
  });
  it("does not end with a refund, which is no visit, but the refund within the year lowers the money at stake", async () => {
    await tables.orders({a: [...every("2025-01-01", 10, 6), ["2025-06-01", -30], ["2025-02-10", -40]]});
    await tables.warn();
    const [state] = await tables.rows<{at_stake: string; silent_days: number}>(
      `SELECT at_stake, silent_days FROM warning_states WHERE as_of = '${now}'`,
    );
    expect(state).toEqual({at_stake: "560.0000", silent_days: 130});
    expect(await of("silence")).toHaveLength(1);
  });
});

describe("spend_drop", () => {
  it("compares the last 90 days with the same days a year before, below 70%", async () => {
    await tables.orders({
      half: [
        ["2024-05-01", 100],
        ["2024-06-01", 100],
        ["2025-06-01", 100],
      ],
      seventy: [
        ["2024-05-01", 100],
        ["2024-06-01", 100],
        ["2025-06-01", 140],
      ],
      below: [
        ["2024-05-01", 100],
        ["2024-06-01", 100],
        ["2025-06-01", 139],
      ],
    });
    await tables.warn();
    expect(await of("spend_drop")).toEqual([
      "below spend_drop 0.305 2025-04-02",
      "half spend_drop 0.5 2025-04-02",
    ]);
  });
  it("needs a past that is positive and holds two orders", async () => {
    await tables.orders({
      one: [
        ["2024-06-01", 200],
        ["2025-06-01", 1],
      ],
      refunded: [
        ["2024-05-01", 100],
        ["2024-06-01", 100],
        ["2024-06-02", -200],
        ["2025-06-01", 1],
      ],
    });
    await tables.warn();
    expect(await of("spend_drop")).toEqual([]);
  });
});

describe("category_dropped", () => {
  const months = (category: string, from: number, count: number, amount = 10) =>
    Array.from({length: count}, (_, i) => ({
      customer_id: "a",
      month: new Date(Date.UTC(2024, from + i, 1)).toISOString().slice(0, 10),
      category,
      amount,
    }));
  it("was bought in six of twelve months and in none of the last three whole ones, while the customer still buys", async () => {
    await tables.orders({a: ["2024-04-01", "2025-06-20"]});
    await tables.fill("purchases_by_category", [
      ...months("valves", 9, 6), // October to March: dropped from April on
      ...months("pumps", 9, 7), // until April: still bought
      ...months("seals", 9, 5), // five months are no regularity
      ...months("hoses", 9, 6, -1), // refunds are no purchase
    ]);
    await tables.warn();
    expect(await of("category_dropped")).toEqual(["a category_dropped 1.0 2025-04-01"]);
    expect(await tables.rows("SELECT detail FROM warning_signals WHERE signal = 'category_dropped'")).toEqual(
      [{detail: "valves"}],
    );
  });
  it("is left to silence where nothing at all is bought any more", async () => {
    await tables.orders({a: ["2024-04-01", "2025-03-30"]});
    await tables.fill("purchases_by_category", months("valves", 9, 6));
    await tables.warn();
    expect(await of("category_dropped")).toEqual([]);
  });
});

describe("volume_up_revenue_flat", () => {
  it("is a quantity up by a tenth on revenue that is not up, with four days of orders in both years", async () => {
    const rows = (customer_id: string, quantity: number, amount: number, days = 4) => [
      ...every("2023-08-01", 60, days).map((day) => ({
        customer_id,
        day,
        orders: 1,
        quantity: 10,
        amount: 100,
      })),
      ...every("2024-08-01", 60, days).map((day) => ({customer_id, day, orders: 1, quantity, amount})),
    ];
    await tables.fill("purchases", [
      ...rows("flat", 11, 100),
      ...rows("dearer", 11, 101),
      ...rows("less", 10.9, 100),
      ...rows("few", 20, 100, 3),
    ]);
    await tables.warn();
    expect(await of("volume_up_revenue_flat")).toEqual(["flat volume_up_revenue_flat 0.0909 2024-07-01"]);
  });
});

describe("the phase of an alert", () => {
  const phases = async (): Promise<Record<string, string>> =>
    Object.fromEntries(
      (
        await tables.rows<{customer_id: string; phase: string}>(
          `SELECT customer_id, phase FROM alert_accounts WHERE as_of = '${now}' ORDER BY customer_id`,
        )
      ).map((r) => [r.customer_id, r.phase]),
    );
  it("goes from warning to control at 1.5 times the long gap and to recovery at twice", async () => {
    // Six orders 40 days apart; silent for 41, 59, 60, 79 and 80 days.
    const silent = (days: number) =>
      every(new Date(Date.parse(now) - (200 + days) * 86_400_000).toISOString().slice(0, 10), 40, 6);
    await tables.orders({
      s41: silent(41),
      s59: silent(59),
      s60: silent(60),
      s79: silent(79),
      s80: silent(80),
    });
    await tables.warn();
    expect(await phases()).toEqual({
      s41: "warning",
      s59: "warning",
      s60: "control",
      s79: "control",
      s80: "recovery",
    });
  });
  it("is control for a complaint past its limit and for two anomalies, and weak spots raise nothing", async () => {
    await tables.orders({
      complains: ["2025-06-01"],
      two: [
        ["2024-05-01", 100],
        ["2024-06-01", 100],
        ["2025-06-01", 10],
      ],
      weak: [
        ["2024-05-01", 100],
        ["2024-06-01", 100],
        ["2025-06-01", 10],
      ],
    });
    await tables.fill("complaints", [{customer_id: "complains", opened_at: "2025-06-01", resolved_on: null}]);
    await tables.fill("wallet_shares", [
      {customer_id: "two", figure_on: "2023-12-31", share: 0.5},
      {customer_id: "two", figure_on: "2024-12-31", share: 0.2},
    ]);
    await tables.fill("assessments", [
      {customer_id: "weak", assessed_on: "2024-01-01", personal: 3, company: 3, sequence: 1},
    ]);
    await tables.warn();
    expect(await phases()).toEqual({complains: "control", two: "control", weak: "warning"});
  });
  it("ranks by money at risk, and every sign carries its account's phase and money", async () => {
    await tables.orders({
      small: every("2024-12-01", 5, 8),
      large: every("2024-12-01", 5, 8).map((d): [string, number] => [d, 900]),
    });
    await tables.warn();
    expect(
      await tables.rows(
        `SELECT customer_id, place FROM alert_accounts WHERE as_of = '${now}' ORDER BY place`,
      ),
    ).toEqual([
      {customer_id: "large", place: 1},
      {customer_id: "small", place: 2},
    ]);
    const [apart] = await tables.rows<{n: string}>(
      `SELECT count(*) AS n FROM alerts JOIN alert_accounts USING (as_of, customer_id)
       WHERE alerts.phase <> alert_accounts.phase OR alerts.at_risk <> alert_accounts.at_risk`,
    );
    expect(apart!.n).toBe("0");
  });
});
