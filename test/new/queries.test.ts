import {describe, expect, it} from "vitest";
import {ownColumns} from "../../loaders/own/columns.js";
import type {ColumnDefinitions} from "../../loaders/own/page.js";
import type {OwnPageRow} from "../../src/cubes/own.js";
import type {Audience} from "../../src/cubes.js";
import {cubesOf, openOwnWarehouse, page, regionColumns, regions, rowsOf, words} from "./own-warehouse.js";

openOwnWarehouse();

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
