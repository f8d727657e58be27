import {afterEach, describe, expect, it} from "vitest";
import {every, WarningTables} from "./warning-tables.js";

let tables: WarningTables;
afterEach(() => tables.close());

/** One cut, a horizon of 30 days, and only silence to warn of. */
const small = `[warning]
unlikely_chance = 0.999
unlikely_times = 100
[backtest]
horizon_days = 30
spacing = "month"
cuts = 1
`;

describe("the backtest", () => {
  it("counts who was warned and who lapsed, by hand", async () => {
    tables = await WarningTables.open(small);
    await tables.dates("2025-06-30");
    const regular = (last: string, count: number) =>
      every(new Date(Date.parse(last) - 5 * (count - 1) * 86_400_000).toISOString().slice(0, 10), 5, count);
    await tables.orders({
      warned_lapsed: regular("2025-05-15", 6),
      warned_stayed: [...regular("2025-05-20", 8), "2025-06-10"],
      lapsed_unwarned: regular("2025-05-30", 10),
      stayed: [...regular("2025-05-31", 10), "2025-06-05", "2025-07-30"],
      gone_before: regular("2025-04-20", 5),
    });
    await tables.warn();
    await tables.backtest();
    expect(await tables.rows("FROM backtest_span")).toEqual([{place: 1, horizon_days: 30, months: 1}]);
    // Who had been silent for 41 days had lapsed before the cut and is no success of anyone.
    expect(await tables.rows("SELECT * EXCLUDE (fell) FROM backtest_cuts")).toEqual([
      {
        cut: "2025-05-31",
        until: "2025-06-30",
        customers: "4",
        lapses: "2",
        at_stake: "3400.0000",
        lost: "1600.0000",
        warned: "2",
      },
    ]);
    const rules = await tables.rows<{rule: string}>(
      `SELECT rule, alerts, caught, money_caught, lead_days, same_caught FROM backtest_rules
       WHERE rule IN ('silence', 'lapse_warning', 'by_silence', 'by_money') ORDER BY rule`,
    );
    const found = {alerts: "2", caught: "1", money_caught: "600.0000", lead_days: 14, same_caught: "1"};
    expect(rules.filter((r) => r.rule !== "by_money")).toEqual([
      {rule: "by_silence", ...found},
      {rule: "lapse_warning", ...found},
      {rule: "silence", ...found},
    ]);
    expect(rules.filter((r) => r.rule === "by_money")).toHaveLength(1);
  });

  it("warns of as many by every ranking, and its curves end with everything", async () => {
    tables = await WarningTables.open(small.replace("cuts = 1", "cuts = 3"));
    await tables.dates("2025-06-30");
    const start = (i: number) => new Date(Date.UTC(2024, 8, 1 + i * 3)).toISOString().slice(0, 10);
    await tables.orders(
      Object.fromEntries(
        Array.from({length: 40}, (_, i) => [`c${i}`, every(start(i), 4 + (i % 9), 10 + ((i * 7) % 25))]),
      ),
    );
    await tables.warn();
    await tables.backtest();
    const rows = await tables.rows<{cut: string; sizes: string; warned: string}>(
      `SELECT cut::VARCHAR AS cut, count(DISTINCT alerts)::VARCHAR AS sizes, any_value(alerts)::VARCHAR AS warned
       FROM backtest_rules WHERE rule LIKE 'by%' OR rule = 'lapse_warning' GROUP BY cut ORDER BY cut`,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.sizes).toBe("1");
    const ends = await tables.rows<{all: boolean}>(
      `SELECT bool_and(caught = lapses AND money_caught = lost) AS "all" FROM backtest_curve JOIN backtest_cuts USING (cut) WHERE part = 20`,
    );
    expect(ends[0]!.all).toBe(true);
    const falls = await tables.rows(
      `SELECT * FROM (SELECT caught - lag(caught) OVER (PARTITION BY cut, rule ORDER BY part) AS more FROM backtest_curve) WHERE more < 0`,
    );
    expect(falls).toEqual([]);
  });

  it("takes month ends, then a shorter horizon, where quarter ends are too few", async () => {
    tables = await WarningTables.open();
    const span = async (first: string): Promise<unknown> => {
      await tables.dates("2025-06-30");
      await tables.orders({a: [first, "2025-06-01"]});
      await tables.model("warning-days");
      return (await tables.rows("SELECT horizon_days, months FROM backtest_span"))[0];
    };
    expect(await span("2023-01-01")).toEqual({horizon_days: 180, months: 3});
    expect(await span("2024-04-01")).toEqual({horizon_days: 180, months: 1});
    expect(await span("2024-08-01")).toEqual({horizon_days: 90, months: 1});
    expect(await span("2025-06-01")).toEqual({horizon_days: 180, months: 3});
  });

  it("is empty, and not an error, where the history is too short for any cut", async () => {
    tables = await WarningTables.open();
    await tables.dates("2025-06-30");
    await tables.orders({a: ["2025-06-01"], b: every("2025-06-01", 3, 8)});
    await tables.warn();
    await tables.backtest();
    for (const table of ["backtest_cuts", "backtest_rules", "backtest_curve"])
      expect(await tables.rows(`FROM ${table}`)).toEqual([]);
  });
});

describe("the chance of a lapse", () => {
  it("is what Kaplan and Meier's curve says of the peers, drawn towards everyone", async () => {
    tables = await WarningTables.open(
      '[warning]\npeer_weight = 1e-9\n[backtest]\nhorizon_days = 30\nspacing = "month"\n',
    );
    await tables.dates("2025-06-30");
    // Ten customers with one order: four come back after 20 days, three after 50, three never.
    const first = "2025-01-01";
    const later = (days: number) =>
      new Date(Date.parse(first) + days * 86_400_000).toISOString().slice(0, 10);
    await tables.orders(
      Object.fromEntries(
        Array.from({length: 10}, (_, i) => [
          `c${i}`,
          i < 4 ? [first, later(20)] : i < 7 ? [first, later(50)] : [first],
        ]),
      ),
    );
    await tables.warn();
    const chance = await tables.rows<{silent_days: number; chance: number}>(
      `SELECT silent_days, round(chance, 6) AS chance FROM lapse_chances
       WHERE as_of = '2025-06-30' AND peers = '1' AND silent_days IN (0, 19, 20, 49, 50) ORDER BY silent_days`,
    );
    // S(30) / S(0) = 0.6; S(49) / S(19) = 0.6; S(50) / S(20) = 0.3 / 0.6; S(79) / S(49) = 0.5; S(80) / S(50) = 1.
    expect(chance.map((c) => c.chance)).toEqual([0.6, 0.6, 0.5, 0.5, 1]);
  });
});
