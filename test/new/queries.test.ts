import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {makeDatabase} from "../../loaders/database.js";
import {ownColumns} from "../../loaders/own/columns.js";
import {computeOwnCubes} from "../../loaders/own/cubes.js";
import type {OwnFiles} from "../../loaders/own/discover.js";
import type {ModelDefinition} from "../../loaders/own/model.js";
import {openForOwn} from "../../loaders/own/own-database.js";
import type {ColumnDefinitions, PageDefinition} from "../../loaders/own/page.js";
import {scoreOwnModels} from "../../loaders/own/score.js";
import type {OwnModelRow, OwnPageRow, OwnRow} from "../../src/cubes/own.js";
import type {Audience} from "../../src/cubes.js";

const words = {en: "Words", zh: "词"};
const folder = mkdtempSync(join(tmpdir(), "guanxi-own-"));
const warehouse = join(folder, "warehouse.duckdb");
const before = process.env.GUANXI_HOME;

/** 40 customers at two dates: customer i of region R0 (25 of them), R1 (12) or R2 (3), with i.005 of revenue. */
beforeAll(async () => {
  process.env.GUANXI_HOME = folder;
  await makeDatabase(warehouse, async (connection) => {
    await connection.run(
      `CREATE TABLE scores AS
       SELECT as_of, 'C' || i AS customer_id, true AS is_customer, (i + 0.005)::DECIMAL(24, 4) AS revenue,
              NULL::DECIMAL(24, 4) AS profit, CASE WHEN i < 10 THEN 'A' ELSE 'B' END AS abc_customers_revenue,
              'unknown' AS wallet_stage, 'unassessed' AS grid_stage, NULL::VARCHAR AS rfm_segment
       FROM range(40) AS t(i), (VALUES (DATE '2025-09-30'), (DATE '2025-12-31')) AS days(as_of)`,
    );
    await connection.run(
      `CREATE TABLE accounts AS SELECT 'C' || i AS customer_id, CASE WHEN i < 25 THEN 'R0' WHEN i < 37 THEN 'R1' ELSE 'R2' END AS region, NULL::VARCHAR AS industry FROM range(40) AS t(i)`,
    );
    await connection.run("CREATE TABLE purchases AS SELECT customer_id, as_of AS day FROM scores");
  });
});
afterAll(() => {
  rmSync(folder, {recursive: true, force: true});
  if (before === undefined) delete process.env.GUANXI_HOME;
  else process.env.GUANXI_HOME = before;
});

const regions = `-- Customers by region.
SELECT region, count(*) AS customers, sum(revenue) AS spent
FROM scores JOIN accounts USING (customer_id)
WHERE as_of = (SELECT max(as_of) FROM scores)
GROUP BY region ORDER BY region`;
const regionColumns: ColumnDefinitions = {
  region: {kind: "text", label: words},
  customers: {kind: "count", label: words},
  spent: {kind: "money", label: words},
};

function page(
  sql: string,
  columns = regionColumns,
  audiences: Audience[] = ["analysts"],
): OwnFiles["pages"][0] {
  const definition: PageDefinition = {title: words, about: words, audiences, columns, chart: ["bars"]};
  return {name: "mine", file: "loaders/own/pages/mine.sql", sql, definition};
}

function model(sql: string, name = "half", audiences: Audience[] = ["analysts"]): OwnFiles["models"][0] {
  const definition: ModelDefinition = {
    title: words,
    about: words,
    audiences,
    classes: {low: words, high: words},
  };
  return {name, file: `loaders/own/models/${name}.sql`, sql, definition};
}

const names = {en: {}, zh: {R0: "零区"}};

async function cubesOf(
  own: Partial<OwnFiles>,
  audience: Audience = "analysts",
): Promise<Record<string, OwnRow[]>> {
  const files = {pages: [], models: [], ...own};
  const scored = await scoreOwnModels({file: warehouse, key: "key"}, files.models, () => {});
  const {connection, close} = await openForOwn(
    scored.file,
    files.models.map(({name}) => name),
  );
  try {
    const smallest = audience === "executives" ? 5 : 1;
    const options = {audience, smallest, minorDigits: 2, hasProfit: false, names};
    return (await computeOwnCubes(connection, files, options)) as Record<string, OwnRow[]>;
  } finally {
    close();
  }
}

const rowsOf = async (
  sql: string,
  columns = regionColumns,
  audience: Audience = "analysts",
): Promise<OwnRow[]> => (await cubesOf({pages: [page(sql, columns, [audience])]}, audience)).mine!;

describe("an own page's query", () => {
  it("has its texts called as the settings say, those alone that its rows hold and its definition has no words for", async () => {
    const [told] = (await cubesOf({pages: [page(regions)]}))["own-pages"] as unknown as OwnPageRow[];
    expect(told!.columns.map(({values}) => values)).toEqual([
      [{value: "R0", label: {en: "R0", zh: "零区"}}],
      [],
      [],
    ]);
    const columns: ColumnDefinitions = {
      ...regionColumns,
      region: {kind: "text", label: words, values: {R0: words}},
    };
    const [own] = (await cubesOf({pages: [page(regions, columns)]}))["own-pages"] as unknown as OwnPageRow[];
    expect(own!.columns[0]!.values).toEqual([{value: "R0", label: words}]);
  });
  it("gives rows in the units of its columns, money in minor units without a double", async () => {
    const sum = (from: number, to: number): number => {
      let minor = 0n;
      for (let i = from; i < to; i++) minor += BigInt(i) * 1000n + 5n;
      return Number((minor + 5n) / 10n);
    };
    expect(await rowsOf(regions)).toEqual([
      {region: "R0", customers: 25, spent: sum(0, 25)},
      {region: "R1", customers: 12, spent: sum(25, 37)},
      {region: "R2", customers: 3, spent: sum(37, 40)},
    ]);
  });
  it("suppresses small groups for executives, and the next so that the total doesn't tell them", async () => {
    expect(await rowsOf(regions, regionColumns, "executives")).toEqual([
      {region: "R0", customers: 25, spent: 30013, suppressed: false},
      {region: "R1", customers: null, spent: null, suppressed: true},
      {region: "R2", customers: null, spent: null, suppressed: true},
    ]);
  });
  it("leaves out a small count of a large group for executives", async () => {
    const columns: ColumnDefinitions = {...regionColumns, lost: {kind: "count", label: words}};
    const sql = `SELECT 'x' || i AS region, 40 AS customers, 100 AS spent, i AS lost FROM unnest([0, 4, 5]) AS t(i) ORDER BY i`;
    expect((await rowsOf(sql, columns, "executives")).map((row) => [row.lost, row.suppressed])).toEqual([
      [0, false],
      [null, true],
      [5, false],
    ]);
    expect((await rowsOf(sql, columns)).map((row) => row.lost)).toEqual([0, 4, 5]);
  });
  it("is told to nobody whom the definition doesn't name, not even that it is there", async () => {
    const own = {pages: [page(regions)], models: []};
    const cubes = await cubesOf(own, "account-team");
    expect(cubes).toEqual({"own-pages": []});
    expect(Object.keys(ownColumns(own, "account-team"))).toEqual(["own-pages"]);
    expect(Object.keys(ownColumns(own, "analysts"))).toEqual(["own-pages", "mine"]);
  });
  it("stands beside its page for analysts, and not for executives", async () => {
    const both: Audience[] = ["executives", "analysts"];
    const own = {pages: [page(regions, regionColumns, both)]};
    expect((await cubesOf(own))["own-pages"]![0]).toMatchObject({slug: "mine", sql: regions});
    expect((await cubesOf(own, "executives"))["own-pages"]![0]).toMatchObject({slug: "mine", sql: null});
  });
  const faults: [string, string, string][] = [
    [
      "a column that isn't there",
      "SELECT\n  regio\nFROM accounts",
      'loaders/own/pages/mine.sql:2:3: binder error: Referenced column "regio" not found in FROM clause!; columns with a name like it: "region"',
    ],
    ["a syntax error", "-- x\nSELECT FROM WHERE", "loaders/own/pages/mine.sql:2:13: parser error"],
    ["an open bracket", "SELECT (1", "mine.sql:1:10: parser error: syntax error at end of input: a bracket,"],
    [
      "a slip far out on a line",
      `SELECT '${"x".repeat(200)}', nobody, 1 AS spent FROM accounts -- ${"y".repeat(200)}`,
      "mine.sql:1:212: binder error",
    ],
    [
      "a value that can't be cast",
      "SELECT CAST(region AS INTEGER) AS customers, region, 1 AS spent FROM accounts",
      "mine.sql:1:8: conversion error: Could not convert",
    ],
    ["two statements", "SELECT 1; SELECT 2", "mine.sql: holds 2 statements"],
    ["nothing", "-- only words", "mine.sql: holds no query"],
    ["a statement that makes a table", "CREATE TABLE x AS SELECT 1", "mine.sql: is no SELECT"],
    ["today's date", "SELECT 1\n+ current_date", "mine.sql:2:3: current_date gives another answer"],
    ["chance", "SELECT random() AS region", "mine.sql:1:8: random gives another answer"],
    ["a file of this machine", "SELECT * FROM read_csv('/etc/hosts')", "permission error"],
    [
      "an undeclared column",
      "SELECT 1 AS region, 2 AS customers, 3 AS spent, 4 AS more",
      "gives a column more that loaders/own/pages/mine.ts doesn't declare",
    ],
    [
      "a declared column that it lacks",
      "SELECT 'x' AS region, 2 AS customers",
      "mine.ts: columns.spent: the query gives no such column",
    ],
    [
      "a count below zero",
      "SELECT 'x' AS region, -2 AS customers, 3 AS spent",
      "row 1: customers -2 is below zero",
    ],
    [
      "words for money",
      "SELECT 'x' AS region, 2 AS customers, 'much' AS spent",
      "row 1: spent much is no amount of money",
    ],
    [
      "too many rows",
      "SELECT 'x' AS region, i AS customers, i AS spent FROM range(2001) AS t(i)",
      "gives 2001 rows; a page takes 2000",
    ],
  ];
  for (const [fault, sql, said] of faults)
    it(`is refused with its file for ${fault}`, () => expect(rowsOf(sql)).rejects.toThrow(said));
  it("may speak of a date in a comment, a text or a name", async () => {
    const sql = `SELECT 'random()' AS region, 1 AS customers, 2 AS spent -- now() and current_date`;
    expect(await rowsOf(sql)).toHaveLength(1);
  });
  it("counts each group once for executives", async () => {
    const sql = "SELECT 'x' AS region, unnest([7, 8]) AS customers, 3 AS spent";
    await expect(rowsOf(sql, regionColumns, "executives")).rejects.toThrow("row 2: region x stands twice");
  });
});

const half = `SELECT as_of, customer_id, CASE WHEN revenue < 3 THEN 'low' WHEN revenue < 30 THEN 'high' END AS half FROM scores`;

describe("an own model", () => {
  it("is counted by class at each date, and within the classes of the other models", async () => {
    const rows = (await cubesOf({models: [model(half)]})).half as unknown as OwnModelRow[];
    const newest = (crossing: string): [string, string, number | null][] =>
      rows
        .filter((row) => row.as_of === "2025-12-31" && row.crossing === crossing)
        .map((row) => [row.value, row.class, row.customers]);
    expect(newest("all")).toEqual([
      ["", "high", 27],
      ["", "low", 3],
      ["", "none", 10],
    ]);
    expect(newest("abc")).toEqual([
      ["A", "high", 7],
      ["A", "low", 3],
      ["B", "high", 20],
      ["B", "none", 10],
    ]);
    expect(newest("region").map(([value]) => value)).toEqual(["R0", "R0", "R1", "R1", "R2"]);
    expect(newest("industry").every(([value]) => value === "~unknown")).toBe(true);
    const earlier = rows.filter((row) => row.as_of === "2025-09-30");
    expect(new Set(earlier.map(({crossing}) => crossing))).toEqual(
      new Set(["all", "abc", "wallet_stage", "grid_stage", "segment"]),
    );
    // Each crossing parts the same customers and the same money.
    for (const crossing of ["abc", "segment", "region"]) {
      const mine = rows.filter((row) => row.as_of === "2025-12-31" && row.crossing === crossing);
      expect(mine.reduce((n, row) => n + row.customers!, 0)).toBe(40);
    }
  });
  it("gives executives its classes alone, without small ones", async () => {
    const rows = (await cubesOf({models: [model(half, "half", ["executives"])]}, "executives"))
      .half as unknown as OwnModelRow[];
    expect(new Set(rows.map(({crossing}) => crossing))).toEqual(new Set(["all"]));
    expect(rows.filter((row) => row.as_of === "2025-12-31").map((row) => [row.class, row.customers])).toEqual(
      [
        ["high", 27],
        ["low", null],
        ["none", null],
      ],
    );
  });
  it("is a column of scores for own pages", async () => {
    const sql = `SELECT half AS region, count(*) AS customers, sum(revenue) AS spent FROM scores WHERE as_of = DATE '2025-12-31' GROUP BY half ORDER BY half NULLS LAST`;
    const {mine} = await cubesOf({models: [model(half)], pages: [page(sql)]});
    expect(mine!.map(({region, customers}) => [region, customers])).toEqual([
      ["high", 27],
      ["low", 3],
      [null, 10],
    ]);
  });
  const faults: [string, string, string][] = [
    [
      "another column",
      half.replace("AS half", "AS third"),
      "half.sql: gives the columns as_of, customer_id, third",
    ],
    [
      "a class that isn't declared",
      half.replace("'high'", "'top'"),
      'half.sql: gives the class "top" (customer C10 at 2025-09-30)',
    ],
    [
      "two rows of a customer",
      `${half} UNION ALL ${half}`,
      "half.sql: gives customer C0 2 rows at 2025-09-30",
    ],
    [
      "a date that isn't an as-of date",
      "SELECT as_of - 1 AS as_of, customer_id, 'low' AS half FROM scores WHERE customer_id = 'C1'",
      "C1 a row at 2025-09-29, where scores has none",
    ],
    ["a mistake in its query", "SELECT as_of,\n nobody FROM scores", "half.sql:2:2: binder error"],
  ];
  for (const [fault, sql, said] of faults)
    it(`is refused with its file for ${fault}`, () =>
      expect(cubesOf({models: [model(sql)]})).rejects.toThrow(said));
  it("takes no name that a table or the workbench has", async () => {
    await expect(cubesOf({models: [model(half, "region")]})).rejects.toThrow(
      "the table accounts has a column region",
    );
    await expect(cubesOf({models: [model(half, "orders")]})).rejects.toThrow(
      "the workbench has a column orders",
    );
  });
});
