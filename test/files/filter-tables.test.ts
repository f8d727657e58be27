import {join} from "node:path";
import * as d3 from "d3";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {CubeReader} from "../../src/components/cube-files.js";
import {type BrushKind, brushCells, brushKinds} from "../../src/components/filter/brush.js";
import {type Filter, noFilter} from "../../src/components/filter/filter.js";
import {filteredCubes} from "../../src/components/filter/filtered-cubes.js";
import {type TableName, tableNames, tableSpec} from "../../src/components/filter/tables.js";
import {methodSummaries} from "../../src/components/methods/summaries.js";
import type {ConcentrationRow} from "../../src/cubes/value.js";
import type {CubeName, Cubes, ReportCube} from "../../src/cubes.js";
import {type Published, Workshop} from "../warehouse/published.js";
import {publishSample} from "../warehouse/sample-folder.js";
import {readFilterTable} from "./filter-files.js";

type Row = Record<string, string | number | boolean | null>;

let workshop: Workshop;
let published: Published;
let report: ReportCube;

beforeAll(async () => {
  workshop = new Workshop();
  published = await publishSample();
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
  return asRows(cubes([name]).read(tableSpec(name).cube));
}

/** The rows of a cube, or the one record that it is. */
function asRows(cube: unknown): Row[] {
  return Array.isArray(cube) ? (cube as Row[]) : [cube as Row];
}

/** Where a table holds a part of its cube that its own columns don't tell: not what dates are compared with. */
const inTable = (name: TableName, {role, pyramid}: Row): boolean =>
  name === "pyramids" ? pyramid !== "metal" : role !== "quarter_ago" && role !== "year_ago";

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
  const all = asRows(published.cube(cube)).filter((row) => inTable(name, row));
  const named = [...new Set(["as_of", "scheme", "model", ...cells])];
  const keys = named.filter((column) => column in all[0]! && column in first);
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
  const dated = "as_of" in asRows(published.cube(cube))[0]!;
  return dates === "each" && dated ? report.dates : [report.as_of];
}

/** Those whose rows their cube tells nowhere: `rfm` has them of the primary scheme, another cube those of the other models. */
const untold = (name: TableName): boolean =>
  name === `rfm-${report.primary_scheme}` || name === "moves-metal" || name === "moves-rfm-segment";

/** Those that hold no bins of money. */
const exact = tableNames.filter((name) => !tableSpec(name).bins);
const everyPart = (on: BrushKind): Filter => ({...noFilter, brush: {on, cells: brushCells[on]}});

describe("the tables of filters", () => {
  it.each(exact)("%s adds up over all filters to its cube", (name) => {
    for (const as_of of datesOf(name)) {
      const {pairs, left} = pairsOf(name, {...noFilter, as_of});
      for (const pair of pairs) expectSame(name, pair);
      expect(left).toEqual([]);
      expect(pairs.length > 0 || untold(name)).toBe(true);
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
        // A record counts beside its customers the contacts with those who are none.
        if (covered && !tableSpec(name).single) for (const pair of pairs) expectSame(name, pair);
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

describe("the methods under a filter", () => {
  const filter = {...noFilter, class: 0};

  it("are measured on the money of those who were in the class at each cut", async () => {
    const counted = await published.query<Record<"cut" | "customers" | "taken", string> & {share: number}>(
      `SELECT as_of::VARCHAR AS cut, count(*) AS customers, count(*) FILTER (rfm) AS taken,
              (sum(following) FILTER (rfm) / sum(following))::DOUBLE AS share
       FROM method_tops JOIN scores USING (as_of, customer_id)
       WHERE abc_customers_profit = 'A' GROUP BY as_of ORDER BY as_of`,
    );
    const told = rowsUnder("methods", filter).filter((row) => row.method === "rfm");
    expect(told.map((row) => [row.cut, row.customers, row.taken])).toEqual(
      counted.map(({cut, customers, taken}) => [cut, Number(customers), Number(taken)]),
    );
    for (const [i, {share}] of counted.entries()) expect(told[i]!.captured).toBeCloseTo(share, 6);
    expect(told.length).toBeGreaterThan(2);
  });

  it("agree as far as they choose the same of them at the newest cut", async () => {
    const [counted] = await published.query<{agreement: number}>(
      `SELECT count(*) FILTER (rfm AND clv) / count(*) AS agreement
       FROM method_tops JOIN scores USING (as_of, customer_id)
       WHERE abc_customers_profit = 'A' AND (rfm OR clv) AND as_of = (SELECT max(cut) FROM method_agreement)`,
    );
    const told = rowsUnder("method-agreement", filter).find(
      (row) => row.one === "rfm" && row.other === "clv",
    );
    expect(told!.agreement).toBeCloseTo(counted!.agreement, 12);
    expect(told!.agreement).not.toBe(1);
  });

  it("are of the cuts that had ended by the chosen date", () => {
    const cuts = (as_of: string): unknown[] => [
      ...new Set(rowsUnder("methods", {...noFilter, as_of}).map((row) => row.cut)),
    ];
    const all = published.cube("methods");
    for (const as_of of report.dates)
      expect(cuts(as_of)).toEqual([...new Set(all.filter((r) => r.until <= as_of).map((r) => r.cut))]);
    expect(cuts(report.dates[0]!)).toEqual([]);
  });

  it("say exactly of everyone what their cubes say, and are summed up as there", () => {
    const near = (one: unknown, other: unknown): void =>
      typeof other === "number" ? expect(one).toBeCloseTo(other, 6) : expect(one).toBe(other);
    const rows = rowsUnder("methods", noFilter) as unknown as Cubes["methods"];
    for (const row of published.cube("methods")) {
      const told = rows.find(({cut, method}) => cut === row.cut && method === row.method);
      for (const column of ["customers", "until", "captured", "best_possible"] as const)
        near(told![column], row[column]);
    }
    const told = methodSummaries({
      find: (name: CubeName) => (name === "methods" ? rows : null),
    } as unknown as CubeReader);
    for (const row of published.cube("method-summary")) {
      const found = told.find(({method}) => method === row.method);
      for (const column of ["cuts", "mean", "low", "high", "wins"] as const)
        near(found![column], row[column]);
    }
    const agreement = rowsUnder("method-agreement", noFilter) as unknown as Cubes["method-agreement"];
    for (const row of published.cube("method-agreement"))
      near(agreement.find((a) => a.one === row.one && a.other === row.other)!.agreement, row.agreement);
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
