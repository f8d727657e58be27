import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {headsUpTo} from "../../src/components/budget-plan.js";
import {coverageTables} from "../../src/components/filter/coverage-tables.js";
import {type Filter, noFilter} from "../../src/components/filter/filter.js";
import {filteredCubes} from "../../src/components/filter/filtered-cubes.js";
import {coreFigures} from "../../src/components/filter/live-figures/core.js";
import {figureParts} from "../../src/components/filter/live-figures/figure-parts.js";
import {coreKeyFigures} from "../../src/components/filter/live-figures/key-figures-core.js";
import {type TableName, tableSpec, tablesFor} from "../../src/components/filter/tables.js";
import {drawingDocument, type Site} from "../../src/components/site.js";
import {touchpointPlan} from "../../src/components/touchpoint-plan.js";
import type {BudgetPoint, WhalePoint} from "../../src/cubes/coverage.js";
import type {CubeName, Cubes} from "../../src/cubes.js";
import {type Published, Workshop} from "../warehouse/published.js";
import {publishSample} from "../warehouse/sample-folder.js";
import {readFilterTable} from "./filter-files.js";

let workshop: Workshop;
let published: Published;
let executives: Published;

beforeAll(async () => {
  workshop = new Workshop();
  published = await publishSample();
  executives = await publishSample("executives");
});
afterAll(() => workshop.remove());

function cubeUnder<K extends CubeName>(of: Published, table: TableName, filter: Filter = noFilter): Cubes[K] {
  const report = of.cube("report");
  const read = readFilterTable(
    join(of.directory, "files", "filters"),
    table,
    filter.as_of ?? report.as_of,
    filter.brush?.on ?? null,
  );
  const cubes = filteredCubes(report, of.cube("settings"), {[table]: read}, filter)([table]);
  return cubes.read(tableSpec(table).cube) as Cubes[K];
}

describe("the whale curve after cost to serve, from bins of money", () => {
  it("has the exact peaks and ends, and runs near the exact curve", () => {
    const exactly = published.cube("whale-after-cost");
    const estimate = cubeUnder<"whale-after-cost">(published, "whale-after-cost");
    for (const measure of ["before", "after"] as const) {
      const of = (points: readonly WhalePoint[]) => points.filter((p) => p.measure === measure);
      const told = ({customers, amount}: WhalePoint) => [customers, amount];
      const peak = (points: readonly WhalePoint[]) => told(points.find((p) => p.peak)!);
      expect(peak(of(estimate))).toEqual(peak(of(exactly)));
      expect(told(of(estimate).at(-1)!)).toEqual(told(of(exactly).at(-1)!));
      expect(of(estimate).length).toBeGreaterThan(10);
      for (const point of of(estimate)) {
        const [before, after] = [
          of(exactly).findLast((p) => p.customers <= point.customers),
          of(exactly).find((p) => p.customers >= point.customers)!,
        ];
        const bounds = [before?.amount_share ?? 0, after.amount_share].sort((a, b) => a - b);
        expect(point.amount_share).toBeGreaterThanOrEqual(bounds[0]! - 0.01);
        expect(point.amount_share).toBeLessThanOrEqual(bounds[1]! + 0.01);
      }
    }
  });

  it("has no point for executives that tells of fewer customers than the smallest cell", () => {
    const {smallest_cell} = executives.cube("report");
    for (const region of [0, 1, 2, null]) {
      const points = cubeUnder<"whale-after-cost">(executives, "whale-after-cost", {...noFilter, region});
      for (const {customers} of points) expect(customers).toBeGreaterThanOrEqual(smallest_cell);
    }
  });
});

describe("the budget's curve under a filter", () => {
  it("has everyone's heads exactly, and about their value, where nobody is left out", () => {
    const exactly = published.cube("budget-curve");
    const estimate = cubeUnder<"budget-curve">(published, "budget-curve");
    const key = ({measure, percent, customers}: BudgetPoint) => `${measure} ${percent} ${customers}`;
    expect(estimate.map(key)).toEqual(exactly.map(key));
    for (const [i, point] of estimate.entries()) {
      const whole = exactly.findLast((p) => p.measure === point.measure)!.amount;
      expect(Math.abs(point.amount - exactly[i]!.amount) / whole).toBeLessThan(0.01);
      if (point.percent === 100) expect(point).toEqual(exactly[i]);
    }
  });

  it("ranks a class by itself as the warehouse does", async () => {
    const [row] = await published.query<{n: string; top: string; whole: string}>(
      `SELECT count(*) AS n, sum(profit) FILTER (place <= floor((20 * n + 50) / 100)) AS top, sum(profit) AS whole
       FROM (SELECT profit, row_number() OVER (ORDER BY profit DESC) AS place, count(*) OVER () AS n
             FROM scores WHERE as_of = (SELECT max(as_of) FROM scores) AND is_customer AND abc_customers_profit = 'B')`,
    );
    const points = cubeUnder<"budget-curve">(published, "budget-curve", {...noFilter, class: 1});
    const at = points.find((p) => p.measure === "profit" && p.percent === 20)!;
    expect(at.customers).toBe(headsUpTo(20, Number(row!.n)));
    const end = points.find((p) => p.measure === "profit" && p.percent === 100)!;
    expect([end.customers, end.amount]).toEqual([Number(row!.n), Math.round(100 * Number(row!.whole))]);
    expect(Math.abs(at.amount / 100 - Number(row!.top)) / Number(row!.whole)).toBeLessThan(0.02);
  });

  it("leaves out for executives what lies near an end", () => {
    const {smallest_cell: k} = executives.cube("report");
    for (const region of [0, 1, 5, 6]) {
      const points = cubeUnder<"budget-curve">(executives, "budget-curve", {...noFilter, region});
      const n = points.at(-1)?.customers ?? 0;
      for (const {percent, customers, public_customers} of points) {
        expect(customers).toBeGreaterThanOrEqual(k);
        expect(percent === 100 || n - customers >= k).toBe(true);
        expect(public_customers).toBeNull();
      }
    }
  });
});

describe("the parts that figures' code comes in", () => {
  it("are asked for by the ids of all that they hold", async () => {
    const document = drawingDocument();
    const site = {cubes: {report: published.cube("report")}, document} as unknown as Site;
    const core = new Set([...Object.keys(coreFigures(site)), ...coreKeyFigures.map(({id}) => id)]);
    for (const {ids, load} of figureParts) {
      const {figures, keyFigures} = await load();
      const held = new Set([...Object.keys(figures(site)), ...keyFigures.map(({id}) => id)]);
      expect([...ids].sort()).toEqual([...held].sort());
      expect(ids.filter((id) => core.has(id))).toEqual([]);
    }
  });
});

describe("the visit plan under a filter", () => {
  it("is judged over the days of its date", async () => {
    const {dates} = published.cube("report");
    const counted = await published.query<{as_of: string; period_from: string; n: string; idle: string}>(
      `SELECT as_of::VARCHAR AS as_of, period_from::VARCHAR AS period_from, count(*) AS n,
              count(*) FILTER (NOT ordered) AS idle
       FROM coverage_accounts JOIN coverage_periods USING (as_of) WHERE class = 'A' GROUP BY ALL ORDER BY as_of`,
    );
    expect(counted.map(({as_of}) => as_of)).toEqual(dates);
    for (const {as_of, period_from, n, idle} of counted) {
      const days = cubeUnder<"coverage-period">(published, "visit-days", {...noFilter, as_of, class: 0});
      expect([days.period_from, days.customers, days.without_order]).toEqual([
        period_from,
        Number(n),
        Number(idle),
      ]);
    }
  });

  it("tells the settings of the period as the page has them", () => {
    const settled = ["period_from", "contacts_from", "due_without_order", "costs_in", "effect_days"] as const;
    const [here, there] = [
      cubeUnder<"coverage-period">(published, "coverage-period"),
      published.cube("coverage-period"),
    ];
    for (const key of [...settled, "touchpoint_reach"] as const) expect(here[key]).toEqual(there[key]);
    expect(touchpointPlan(published.cube("settings"))).toEqual(published.cube("touchpoint-plan"));
  });

  it("gives executives one table of classes alone", () => {
    const told = new Set(tablesFor("executives"));
    const ofCoverage = (Object.keys(coverageTables) as TableName[]).filter((name) => told.has(name));
    // A class that is hidden in one of several tables with classes would be told by the others.
    expect(ofCoverage.filter((name) => tableSpec(name).cells.includes("class"))).toEqual(["effort"]);
    expect(told.has("budget-curve")).toBe(true);
  });
});
