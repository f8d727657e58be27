import {writeFileSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import * as d3 from "d3";
import {brushKinds} from "../../../src/components/filter/brush.js";
import {type TableName, tableSpec, tablesFor} from "../../../src/components/filter/tables.js";
import {rowsOf, runFile} from "../../database.js";
import {literal} from "../../quote.js";
import type {FileSet, FileSetOptions} from "../file-set.js";
import {filterColumns} from "./columns.js";
import {filterArrow} from "./filter-arrow.js";
import {type FilterRow, foldBins, hideSmall} from "./hide-small.js";
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
    for (const [held, names] of d3.group(tablesFor(options.audience), (name) => tableSpec(name).dates)) {
      for (const [name, value] of Object.entries(read[held]))
        await connection.run(`SET VARIABLE ${name} = ${value}`);
      await runFile(connection, import.meta.url, "rows.sql");
      for (const name of names) writeTable(name, await rowsUnder(connection, name), dates, options);
    }
  },
};

/** Keys of each chart's parts begin at a ten-thousand of its own, those of filters at none: see brush-keys.sql. */
const ownKeys = 10_000;

/** Writes a table's files: by filters, and by the parts of each chart. */
function writeTable(
  name: TableName,
  rows: readonly FilterRow[],
  dates: readonly string[],
  {smallest, folder}: FileSetOptions,
): void {
  const spec = tableSpec(name);
  const bySystem = d3.group(rows, ({key}) => Math.floor(key / ownKeys));
  for (const [system, brush] of [null, ...brushKinds].entries()) {
    const all = (bySystem.get(system) ?? []).map((row): FilterRow => ({...row, key: row.key % ownKeys}));
    const own = smallest <= 1 ? all : spec.bins ? foldBins(all, smallest) : hideSmall(spec, all, smallest);
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

/** The rows of a table under every key that stands. */
async function rowsUnder(connection: DuckDBConnection, name: TableName): Promise<FilterRow[]> {
  const {sql = name, variables = {}, cells, measures} = tableSpec(name);
  for (const [variable, value] of Object.entries(variables))
    await connection.run(
      `SET VARIABLE ${variable} = ${typeof value === "boolean" ? String(value) : literal(value)}`,
    );
  const query = await readFile(new URL(`${sql}.sql`, import.meta.url), "utf8");
  const reader = await connection.runAndReadAll(query);
  const names = reader.columnNames();
  const wanted = ["key", "as_of", ...cells, ...measures];
  if (names.join() !== wanted.join())
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
