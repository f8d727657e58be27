import {writeFileSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import * as d3 from "d3";
import {type BrushKind, brushKinds} from "../../../src/components/filter/brush.js";
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
    await writeTables(connection, options, null);
    for (const brush of brushKinds) {
      await connection.run(`SET VARIABLE brush = ${literal(brush)}`);
      await runFile(connection, import.meta.url, "brush-keys.sql");
      await writeTables(connection, options, brush);
    }
  },
};

/** Writes every table by the keys that stand; a chart's parts are chosen at the newest date alone. */
async function writeTables(
  connection: DuckDBConnection,
  options: FileSetOptions,
  brush: BrushKind | null,
): Promise<void> {
  const known = await rowsOf<{as_of: string}>(
    connection,
    "SELECT DISTINCT as_of::VARCHAR AS as_of FROM as_of_dates WHERE role IN ('now', 'quarter_end') ORDER BY as_of",
  );
  const dates = known.map(({as_of}) => as_of);
  const newest = dates.at(-1)!;
  const atNewest = (name: TableName): boolean => {
    const held = tableSpec(name).dates;
    return held === "newest" || (held === "each" && brush !== null);
  };
  for (const [one, names] of d3.group(tablesFor(options.audience), atNewest)) {
    await connection.run(`SET VARIABLE filter_date = ${one ? `DATE ${literal(newest)}` : "NULL::DATE"}`);
    await runFile(connection, import.meta.url, "rows.sql");
    for (const name of names) {
      const rows = await rowsUnder(connection, name, options);
      const byDate = d3.group(rows, (row) => row.as_of as string);
      const files: [string, FilterRow[]][] =
        tableSpec(name).dates === "all"
          ? [["all", rows]]
          : (one ? [newest] : dates).map((date) => [date, byDate.get(date) ?? []]);
      for (const [date, own] of files)
        writeFileSync(
          join(options.folder, `${brush ? `by-${brush}-` : ""}${date}-${name}.arrow`),
          filterArrow(name, own),
        );
    }
  }
}

async function rowsUnder(
  connection: DuckDBConnection,
  name: TableName,
  {smallest}: FileSetOptions,
): Promise<FilterRow[]> {
  const {sql = name, variables = {}, bins, cells, measures} = tableSpec(name);
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
  const rows = reader
    .getRows()
    .map((row) => Object.fromEntries(names.map((column, i) => [column, plain(row[i])])) as FilterRow);
  if (smallest <= 1) return rows;
  return bins ? foldBins(rows, smallest) : hideSmall(tableSpec(name), rows, smallest);
}

/** Whole numbers as numbers, days as ISO text. */
function plain(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return typeof value === "bigint" ? Number(value) : String(value);
}
