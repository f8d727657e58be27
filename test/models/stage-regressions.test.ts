import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {StageRegressionRow, StageTrendRow} from "../../src/cubes/movement.js";
import {MovementTables, type Place} from "./movement-tables.js";

const grid = ["pre", "nurturing", "initial", "middle", "advanced", "partner"];
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
  revenue: 1,
  profit: 1,
  assessed_on: null,
  figure_on: null,
  ...more,
});

interface Interval {
  span: string;
  from_day: string;
  to_day: string;
}

let tables: MovementTables;
beforeAll(async () => {
  tables = await MovementTables.open();
});
afterAll(() => tables.close());
const intervals = (): Promise<Interval[]> =>
  tables.rows(
    "SELECT span, from_day::VARCHAR AS from_day, to_day::VARCHAR AS to_day FROM stage_intervals ORDER BY ALL",
  );

describe("the intervals", () => {
  const quarters = [
    "2023-12-31",
    "2024-03-31",
    "2024-06-30",
    "2024-09-30",
    "2024-12-31",
    "2025-03-31",
    "2025-06-30",
    "2025-09-30",
  ];
  const spans = async (dates: string[]): Promise<string[]> => {
    await tables.fill(dates, [place(dates[0]!, "a", {})]);
    return (await intervals()).map((i) => `${i.span} ${i.from_day} ${i.to_day}`);
  };

  it("are from quarter end to quarter end, and about a year each back from the newest date, and never overlap", async () => {
    const found = await spans([...quarters, "2025-12-31"]);
    expect(found.filter((s) => s.startsWith("year"))).toEqual([
      "year 2023-12-31 2024-12-31",
      "year 2024-12-31 2025-12-31",
    ]);
    expect(found.filter((s) => s.startsWith("quarter"))).toHaveLength(8);
    for (const span of ["quarter", "year"]) {
      const mine = (await intervals()).filter((i) => i.span === span);
      mine.slice(1).forEach((interval, i) => {
        expect(interval.from_day >= mine[i]!.to_day).toBe(true);
      });
    }
  });
  it("leave out a quarter that the newest date cuts short, and years that have no date at their start", async () => {
    const found = await spans([...quarters.slice(4), "2025-11-15"]);
    expect(found.filter((s) => s.startsWith("quarter")).at(-1)).toBe("quarter 2025-06-30 2025-09-30");
    expect(found.filter((s) => s.startsWith("year"))).toEqual(["year 2024-12-31 2025-11-15"]);
    expect(await spans(["2025-11-15"])).toEqual([]);
  });
});

describe("regressions by starting stage", () => {
  const dates = ["2024-12-31", "2025-03-31", "2025-06-30"];
  const history = fc.array(fc.tuple(fc.constantFrom(...grid, "unassessed"), fc.boolean()), {
    minLength: 3,
    maxLength: 3,
  });

  it("are what counting account by account gives, over those looked at again", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(history, {minLength: 1, maxLength: 25}), async (accounts) => {
        const places = accounts.flatMap((stages, a) =>
          stages.map(([grid_stage, again], i) =>
            place(dates[i]!, `a${a}`, {
              grid_stage,
              // Assessed on the date itself, or long before it.
              assessed_on: grid_stage === "unassessed" ? null : again ? dates[i]! : "2024-01-01",
            }),
          ),
        );
        await tables.fill(dates, places);
        const expected = new Map<string, {customers: number; seen: number; regressed: number}>();
        const observed: {account: number; step: number; fell: number}[] = [];
        accounts.forEach((stages, account) => {
          for (const i of [0, 1]) {
            const [[before], [after, again]] = [stages[i]!, stages[i + 1]!];
            const [from, to] = [grid.indexOf(before), grid.indexOf(after)];
            if (from <= 0 || to < 0) continue;
            const row = expected.get(before) ?? {customers: 0, seen: 0, regressed: 0};
            expected.set(before, row);
            row.customers += 1;
            if (!again) continue;
            row.seen += 1;
            if (to < from) row.regressed += 1;
            observed.push({account, step: from, fell: to < from ? 1 : 0});
          }
        });
        const rows = (await tables.cube<StageRegressionRow>("stage-regressions")).filter(
          (r) => r.span === "quarter",
        );
        expect(Object.fromEntries(rows.map((r) => [r.stage, [r.customers, r.seen, r.regressed]]))).toEqual(
          Object.fromEntries([...expected].map(([s, r]) => [s, [r.customers, r.seen, r.regressed]])),
        );
        const trend = (await tables.cube<StageTrendRow>("stage-trends")).find((r) => r.span === "quarter");
        expect(trend?.seen ?? 0).toBe(observed.length);
        if (!trend) return;
        // The statistic as it is written in the books, with means, and with each account's part summed first.
        const n = observed.length;
        const mean = (of: "step" | "fell"): number => observed.reduce((s, o) => s + o[of], 0) / n;
        const [s, p] = [mean("step"), mean("fell")];
        const score = observed.reduce((sum, o) => sum + (o.step - s) * (o.fell - p), 0);
        const variance = p * (1 - p) * observed.reduce((sum, o) => sum + (o.step - s) ** 2, 0);
        const parts = new Map<number, number>();
        for (const o of observed)
          parts.set(o.account, (parts.get(o.account) ?? 0) + (o.step - s) * (o.fell - p));
        const clustered = [...parts.values()].reduce((sum, u) => sum + u * u, 0);
        if (variance < 1e-9) expect(trend.z).toBeNull();
        else expect(trend.z).toBeCloseTo(score / Math.sqrt(variance), 5);
        if (clustered < 1e-9) expect(trend.z_clustered ?? 0).toBeCloseTo(0, 5);
        else expect(trend.z_clustered).toBeCloseTo(score / Math.sqrt(clustered), 5);
        expect(trend.accounts).toBe(parts.size);
      }),
      {numRuns: 40},
    );
  });

  it("give Agresti's statistic for malformations by mothers' alcohol, with scores 1 to 5", async () => {
    // Categorical Data Analysis, table 3.7 (Graubard and Korn 1987): M² = 1.83 with equally spaced scores.
    const absent = [17_066, 14_464, 788, 126, 37];
    const present = [48, 38, 5, 1, 1];
    await tables.fill(dates, [place("2024-12-31", "a", {})]);
    for (const [i, stage] of grid.slice(1).entries()) {
      for (const [n, after, kind] of [
        [absent[i]!, stage, "stayed"],
        [present[i]!, "pre", "fell"],
      ] as const)
        for (const [day, at] of [
          ["2024-12-31", stage],
          ["2025-03-31", after],
        ])
          await tables.connection.run(
            `INSERT INTO scores SELECT '${day}', '${kind}-${stage}-' || n, true, false, '${at}', 'unknown', 'new', 'C', 'C', 'C', 'C', 1, 1, '${day}'
             FROM range(${n}) AS customers(n)`,
          );
    }
    await tables.model();
    const trend = (await tables.cube<StageTrendRow>("stage-trends")).find((r) => r.span === "quarter")!;
    expect([trend.seen, trend.regressed]).toEqual([32_574, 93]);
    expect(trend.z! ** 2).toBeCloseTo(1.83, 2);
    // Everyone is observed once: taking accounts together changes next to nothing but the variance's estimate.
    expect(Math.sign(trend.z_clustered!)).toBe(1);
  });

  it("are not told to executives where few fell, few stayed, or the stage itself is small", async () => {
    const days = ["2025-03-31", "2025-06-30"];
    const accounts = (stage: string, stayed: number, fell: number): Place[] =>
      Array.from({length: stayed + fell}, (_, i) => [
        place(days[0]!, `${stage}${i}`, {grid_stage: stage, assessed_on: days[0]!}),
        place(days[1]!, `${stage}${i}`, {grid_stage: i < stayed ? stage : "pre", assessed_on: days[1]!}),
      ]).flat();
    const places = [
      ...accounts("nurturing", 30, 6),
      ...accounts("initial", 30, 4),
      ...accounts("middle", 3, 33),
      ...accounts("advanced", 30, 0),
      ...accounts("partner", 4, 0),
    ];
    await tables.fill(days, places, 5);
    const told = await tables.cube<StageRegressionRow>("stage-regressions");
    expect(Object.fromEntries(told.map((r) => [r.stage, [r.customers, r.seen, r.regressed]]))).toEqual({
      nurturing: [null, 36, 6],
      initial: [null, null, null],
      middle: [null, null, null],
      // The next larger class of the day goes with the one that is too small to be shown.
      advanced: [null, null, null],
      partner: [null, null, null],
    });
    expect((await tables.cube<StageTrendRow>("stage-trends")).map((r) => [r.seen, r.z])).toEqual([
      [null, null],
    ]);
  });
});
