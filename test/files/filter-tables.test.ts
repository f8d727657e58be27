import {join} from "node:path";
import * as d3 from "d3";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {makeSample} from "../../loaders/sample/make-sample.js";
import {type BrushKind, brushCells, brushKinds} from "../../src/components/filter/brush.js";
import {type Filter, noFilter} from "../../src/components/filter/filter.js";
import {filteredCubes} from "../../src/components/filter/filtered-cubes.js";
import {type TableName, tableNames, tableSpec} from "../../src/components/filter/tables.js";
import type {ConcentrationRow} from "../../src/cubes/value.js";
import type {CubeName, Cubes, ReportCube} from "../../src/cubes.js";
import {type Published, publishWhole, Workshop} from "../warehouse/published.js";
import {readFilterTable} from "./filter-files.js";

type Row = Record<string, string | number | boolean | null>;

let workshop: Workshop;
let published: Published;
let report: ReportCube;

beforeAll(async () => {
  workshop = new Workshop();
  const folder = workshop.folder({});
  await makeSample({out: folder});
  published = await publishWhole(folder);
  report = published.cube("report");
});
afterAll(() => workshop.remove());

/** The rows of a table's cube under a filter, as exhibits read them. */
function rowsUnder(name: TableName, filter: Filter): Row[] {
  const table = readFilterTable(
    join(published.directory, "files", "filters"),
    name,
    filter.as_of ?? report.as_of,
    filter.brush?.on ?? null,
  );
  const cubes = filteredCubes(report, published.cube("settings"), {[name]: table}, filter);
  return cubes([name]).read(tableSpec(name).cube) as unknown as Row[];
}

/** Where a table holds a part of its cube that its own columns don't tell. */
const inTable = (name: TableName, {role, pyramid}: Row): boolean =>
  name === "pyramids" ? pyramid !== "metal" : role === undefined || role === "now" || role === "quarter_end";

interface Pair {
  cell: string;
  row: Row;
  told: Row | undefined;
}

/** The table's cells, with the cube's row of each; and cells of the cube that the table hasn't. */
function pairsOf(name: TableName, filter: Filter): {pairs: Pair[]; left: string[]} {
  const {cube, cells, measures} = tableSpec(name);
  const rows = rowsUnder(name, filter);
  const [first] = rows;
  if (!first) return {pairs: [], left: []};
  const all = (published.cube(cube) as unknown as Row[]).filter((row) => inTable(name, row));
  const keys = ["as_of", "scheme", ...cells].filter((column) => column in all[0]! && column in first);
  // A cube may hold more than its table: other schemes, models, dates; and a table other pairs of days than its cube.
  const fixed = keys.filter((column) => new Set(rows.map((row) => row[column])).size === 1);
  const wide = keys.filter((column) => ["as_of", "model", "from", "to"].includes(column));
  const widest = (row: Row): string => JSON.stringify(wide.map((column) => row[column]));
  const known = [all, rows].map((list) => new Set(list.map(widest)));
  const shared = (row: Row): boolean => known.every((set) => set.has(widest(row)));
  const cellOf = (row: Row): string => JSON.stringify(keys.map((column) => row[column]));
  const told = d3.rollup(
    all.filter((row) => shared(row) && fixed.every((column) => row[column] === first[column])),
    (group) => group.reduce((sum, row) => added(sum, row, measures)),
    cellOf,
  );
  const found = new Map(rows.filter(shared).map((row) => [cellOf(row), row]));
  return {
    pairs: [...found].map(([cell, row]) => ({cell, row, told: told.get(cell)})),
    left: [...told.keys()].filter((cell) => !found.has(cell)),
  };
}

/** Two of the cube's rows that are one cell of its table: no mean of theirs is told. */
function added(one: Row, other: Row, measures: readonly string[]): Row {
  const sums = measures
    .filter((column) => column in one)
    .map((column) => [
      column,
      one[column] === null || other[column] === null ? null : Number(one[column]) + Number(other[column]),
    ]);
  const means = Object.entries(one).filter(
    ([, value]) => typeof value === "number" && !Number.isInteger(value),
  );
  return {
    ...one,
    ...Object.fromEntries(means.map(([column]) => [column, null])),
    ...Object.fromEntries(sums),
  };
}

/** The row has the cube's own numbers; means are rounded there. */
function expectSame(name: TableName, {cell, row, told}: Pair): void {
  if (!told) {
    expect(row.customers, `${name}: ${cell} is not in the cube`).toBe(0);
    return;
  }
  for (const [column, value] of Object.entries(row)) {
    const exact = told[column];
    if (typeof exact !== "number" || (value === null && !tableSpec(name).measures.includes(column))) continue;
    const mean = column === "recency_days" || !Number.isInteger(exact);
    const off = Math.abs((value as number) - exact);
    expect(off, `${name}: ${cell} ${column} ${value} ${exact}`).toBeLessThanOrEqual(mean ? 0.051 : 0);
  }
}

/** The dates of a table's files. */
function datesOf(name: TableName): string[] {
  const {dates, cube} = tableSpec(name);
  const dated = "as_of" in (published.cube(cube) as unknown as Row[])[0]!;
  return dates === "each" && dated ? report.dates : [report.as_of];
}

/** Those that hold no bins of money. */
const exact = tableNames.filter((name) => !tableSpec(name).bins);
const everyPart = (on: BrushKind): Filter => ({...noFilter, brush: {on, cells: brushCells[on]}});

describe("the tables of filters", () => {
  it.each(exact)("%s adds up over all filters to its cube", (name) => {
    for (const as_of of datesOf(name)) {
      const {pairs, left} = pairsOf(name, {...noFilter, as_of});
      for (const pair of pairs) expectSame(name, pair);
      expect(left).toEqual([]);
      expect(pairs.length > 0 || name === `rfm-${report.primary_scheme}`).toBe(true);
    }
  });

  it.each(exact)("%s adds up over all squares of the grid, where everyone stands, to its cube", (name) => {
    const {pairs, left} = pairsOf(name, everyPart("grid"));
    for (const pair of pairs) expectSame(name, pair);
    expect(left).toEqual([]);
  });

  it.each(brushKinds)(
    "hold just the customers whom the chart of %s covers, and those as the cubes do",
    (on) => {
      const whole = exact.filter((name) => {
        const {pairs, left} = pairsOf(name, everyPart(on));
        for (const {row, told} of pairs)
          expect(row.customers ?? 0).toBeLessThanOrEqual((told?.customers as number) ?? 0);
        const covered =
          left.length === 0 &&
          pairs.every(({row, told}) => row.customers === ((told?.customers as number) ?? 0));
        if (covered) for (const pair of pairs) expectSame(name, pair);
        return covered;
      });
      expect(whole).toEqual(
        expect.arrayContaining(["rfm", "rfm-bands", "segments-over-time", "movement-segments", "alive"]),
      );
    },
  );
});

describe("an over-time table under a filter", () => {
  it("counts the customers that the warehouse counts", async () => {
    const {place, name} = published.cube("filter-values").find((v) => v.dimension === "region")!;
    const counted = await published.query<{as_of: string; segment: string; customers: string}>(
      `SELECT as_of::VARCHAR AS as_of, rfm_segment AS segment, count(*) AS customers
       FROM scores JOIN accounts USING (customer_id)
       WHERE region = '${name}' AND abc_customers_profit = 'B' AND is_customer
       GROUP BY ALL`,
    );
    expect([report.primary_abc_preset, report.primary_abc_measure]).toEqual(["by-customers", "profit"]);
    const rows = rowsUnder("segments-over-time", {...noFilter, region: place, class: 1});
    const told = rows.filter((row) => row.customers !== 0);
    const listed = (all: readonly object[]): string[] =>
      all
        .map((row) => Object.entries(row))
        .map((row) => ["as_of", "segment", "customers"].map((c) => row.find(([n]) => n === c)![1]).join(" "))
        .sort();
    expect(new Set(told.map((row) => row.as_of)).size).toBe(report.dates.length);
    expect(listed(told)).toEqual(listed(counted));
    const earlier = rowsUnder("segments-over-time", {...noFilter, as_of: report.dates[1]!});
    expect([...new Set(earlier.map((row) => row.as_of))].sort()).toEqual(report.dates.slice(0, 2));
  });
});

describe("churn under a filter", () => {
  it("is of those who were in the class a year before", async () => {
    const counted = await published.query<{as_of: string; customers: string; lost: string}>(
      `SELECT churned.as_of::VARCHAR AS as_of, count(*) AS customers, count(*) FILTER (lost) AS lost
       FROM churned JOIN scores
         ON scores.customer_id = churned.customer_id AND scores.as_of = (churned.as_of - INTERVAL 12 MONTH)::DATE
       WHERE abc_customers_profit = 'A'
       GROUP BY churned.as_of ORDER BY churned.as_of`,
    );
    const told = rowsUnder("churn", {...noFilter, class: 0});
    expect(told.map((row) => [row.as_of, row.customers, row.lost])).toEqual(
      counted.map(({as_of, customers, lost}) => [as_of, Number(customers), Number(lost)]),
    );
    expect(told.at(-1)!.lost).toBeGreaterThan(0);
  });
});

/** How far estimates from bins are from the exact figures. */
function expectNear(estimate: ConcentrationRow, exactly: ConcentrationRow): void {
  expect(estimate.customers).toBe(exactly.customers);
  expect(Math.abs(estimate.gini! - exactly.gini!)).toBeLessThan(0.01);
  for (const top of ["top1_share", "top5_share", "top10_share", "top20_share"] as const)
    expect(Math.abs(estimate[top]! - exactly[top]!), top).toBeLessThan(0.0035);
  expect(estimate.effective_customers! / exactly.effective_customers!).toBeCloseTo(1, 1);
}

describe("concentration from bins of money", () => {
  it("is near the exact figures at every date", () => {
    const estimates = rowsUnder("concentration", noFilter) as unknown as Cubes["concentration"];
    const exactly = published.cube("concentration");
    expect(estimates.map(({as_of, measure}) => `${as_of} ${measure}`)).toEqual(
      exactly.map(({as_of, measure}) => `${as_of} ${measure}`),
    );
    for (const [i, estimate] of estimates.entries()) expectNear(estimate, exactly[i]!);
  });
});

it("every cube of the tables is published", () => {
  for (const cube of new Set<CubeName>(tableNames.map((name) => tableSpec(name).cube)))
    expect(published.cube(cube)).toBeDefined();
});
