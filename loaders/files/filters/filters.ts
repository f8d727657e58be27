import {writeFileSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import * as d3 from "d3";
import {brushKinds} from "../../../src/components/filter/brush.js";
import {type TableName, tableSpec, tablesFor} from "../../../src/components/filter/tables.js";
import type {AbcPreset, Measure} from "../../../src/cubes.js";
import {readOverlap} from "../../cubes/rfm-overlap.js";
import {readEnds} from "../../cubes/told-ends.js";
import {rowsOf, runFile} from "../../database.js";
import {literal} from "../../quote.js";
import type {FileSet, FileSetOptions} from "../file-set.js";
import {filterColumns} from "./columns.js";
import {filterArrow} from "./filter-arrow.js";
import {Guard, guarding} from "./guard.js";
import type {FilterRow} from "./hide-small.js";
import {RfmTold} from "./rfm-told.js";
import {filterVariables} from "./variables.js";

/**
 * The filter cubes: for each table of `src/components/filter/tables.ts` the measures of each cell and combination of
 * filters that holds customers, and of each cell and part of a chart that a reader may choose. The files are
 * `<date>-<table>.arrow`, or `all-<table>.arrow` with every date, after `by-<chart>-` for the parts of a chart. Executives
 * get each filter by itself and whole groups of parts, without what is too small.
 */
export const filters: FileSet = {
  columns: {
    executives: filterColumns("executives"),
    "account-team": filterColumns("account-team"),
    analysts: filterColumns("analysts"),
  },
  async write(connection, options) {
    for (const [name, value] of Object.entries(filterVariables(options)))
      await connection.run(`SET VARIABLE ${name} = ${value}`);
    await runFile(connection, import.meta.url, "keys.sql");
    await runFile(connection, import.meta.url, "brush-keys.sql");
    const known = await rowsOf<{as_of: string}>(
      connection,
      "SELECT DISTINCT as_of::VARCHAR AS as_of FROM as_of_dates WHERE role IN ('now', 'quarter_end') ORDER BY as_of",
    );
    const dates = known.map(({as_of}) => as_of);
    const newest = `DATE ${literal(dates.at(-1)!)}`;
    // A chart's parts are chosen at the newest date alone; figures over time follow those in them through the others.
    const read = {
      newest: {filter_date: newest, brush_date: newest},
      each: {filter_date: "NULL::DATE", brush_date: newest},
      all: {filter_date: "NULL::DATE", brush_date: "NULL::DATE"},
    };
    const guard = options.smallest > 1 ? await guardOf(connection, options, read.all) : null;
    for (const [held, names] of d3.group(tablesFor(options.audience), (name) => tableSpec(name).dates)) {
      for (const [name, value] of Object.entries(read[held]))
        await connection.run(`SET VARIABLE ${name} = ${value}`);
      await runFile(connection, import.meta.url, "rows.sql");
      for (const name of names) writeTable(name, await rowsUnder(connection, name), dates, options, guard);
    }
  },
};

/** Keys of each chart's parts begin at a ten-thousand of its own, those of filters at none: see brush-keys.sql. */
const ownKeys = 10_000;

/** Rows by what they are under, the bar's filters first, each with its keys from 0. */
function bySystems(rows: readonly FilterRow[]): FilterRow[][] {
  const systems = d3.group(rows, ({key}) => Math.floor(key / ownKeys));
  return [null, ...brushKinds].map((_, system) =>
    (systems.get(system) ?? []).map((row): FilterRow => ({...row, key: row.key % ownKeys})),
  );
}

/** Writes a table's files: by filters, and by the parts of each chart. */
function writeTable(
  name: TableName,
  rows: readonly FilterRow[],
  dates: readonly string[],
  {folder}: FileSetOptions,
  guard: Guard | null,
): void {
  const spec = tableSpec(name);
  const systems = bySystems(rows);
  for (const [system, brush] of [null, ...brushKinds].entries()) {
    const own = guard?.told(name, systems, system) ?? systems[system]!;
    const byDate = d3.group(own, (row) => row.as_of as string);
    const files: [string, FilterRow[]][] =
      spec.dates === "all"
        ? [["all", own]]
        : (spec.dates === "newest" || brush ? dates.slice(-1) : dates).map((date) => [
            date,
            byDate.get(date) ?? [],
          ]);
    for (const [date, cells] of files)
      writeFileSync(
        join(folder, `${brush ? `by-${brush}-` : ""}${date}-${name}.arrow`),
        filterArrow(name, cells),
      );
  }
}

/** What keeps small cells from being told, with what it must know of the classes. */
async function guardOf(
  connection: DuckDBConnection,
  {smallest, settings}: FileSetOptions,
  everyDate: Readonly<Record<string, string>>,
): Promise<Guard> {
  for (const [name, value] of Object.entries(everyDate))
    await connection.run(`SET VARIABLE ${name} = ${value}`);
  await runFile(connection, import.meta.url, "rows.sql");
  const [primary] = await rowsOf<{preset: AbcPreset; measure: Measure}>(
    connection,
    "SELECT getvariable('abc_preset') AS preset, getvariable('abc_measure') AS measure",
  );
  const tables = new Map<TableName, FilterRow[][]>();
  for (const name of guarding) tables.set(name, bySystems(await rowsUnder(connection, name)));
  const ends = await readEnds(connection);
  const parts = bySystems(await rowsOfFile(connection, "rfm-parts"));
  const rfm = new RfmTold(await readOverlap(connection, ends, smallest), smallest, parts);
  return new Guard(smallest, primary!, ends, tables, settings.filter.stage, rfm);
}

/** The rows of a table under every key that stands. */
async function rowsUnder(connection: DuckDBConnection, name: TableName): Promise<FilterRow[]> {
  const {sql = name, variables = {}, cells, measures} = tableSpec(name);
  for (const [variable, value] of Object.entries(variables))
    await connection.run(
      `SET VARIABLE ${variable} = ${typeof value === "boolean" ? String(value) : literal(value)}`,
    );
  return await rowsOfFile(connection, sql, ["key", "as_of", ...cells, ...measures]);
}

async function rowsOfFile(
  connection: DuckDBConnection,
  sql: string,
  wanted?: readonly string[],
): Promise<FilterRow[]> {
  const query = await readFile(new URL(`${sql}.sql`, import.meta.url), "utf8");
  const reader = await connection.runAndReadAll(query);
  const names = reader.columnNames();
  if (wanted && names.join() !== wanted.join())
    throw new Error(`filters: ${sql}.sql gives ${names.join(", ")}, and not ${wanted.join(", ")}`);
  return reader
    .getRows()
    .map((row) => Object.fromEntries(names.map((column, i) => [column, plain(row[i])])) as FilterRow);
}

/** Whole numbers as numbers, days as ISO text. */
function plain(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return typeof value === "bigint" ? Number(value) : String(value);
}
