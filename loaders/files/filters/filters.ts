import {writeFileSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {type Column, columnFromArray, float64, int32, tableFromColumns, tableToIPC} from "@uwdata/flechette";
import type {Columns} from "../../audiences/columns.js";
import {rowsOf, runFile} from "../../database.js";
import {literal} from "../../quote.js";
import type {FileSet, FileSetOptions} from "../file-set.js";
import {type FilterRow, foldBins, hideSmall} from "./hide-small.js";
import {filterVariables} from "./variables.js";

/** The tables that a filter reads, each one file per as-of date, with their measures in the order of the columns. */
export const filterTables = {
  totals: ["customers", "active", "new", "orders", "revenue", "profit"],
  classes: ["customers", "orders", "revenue", "profit"],
  rfm: ["customers", "orders", "revenue", "profit", "recency_days"],
  pareto: ["customers", "amount"],
  grid: ["customers", "revenue", "profit", "stale"],
  wallet: ["customers", "revenue", "profit", "category_spend", "gap"],
  metal: ["customers", "revenue", "profit", "clv"],
} as const;

export type FilterTable = keyof typeof filterTables;

const counts = ["customers", "active", "new", "orders", "stale", "recency_days"];

const columns: Columns = Object.fromEntries([
  ["key[]", "count"],
  ["cell[]", "count"],
  ...Object.values(filterTables)
    .flat()
    .map((name) => [`${name}[]`, counts.includes(name) ? "count" : "money"] as const),
]);

/**
 * The filter cubes: for each as-of date and table the measures of each cell and combination of filters that holds
 * customers. Executives get each filter by itself, without what is too small.
 */
export const filters: FileSet = {
  columns: {executives: columns, "account-team": columns, analysts: columns},
  async write(connection, options) {
    for (const [name, value] of Object.entries(filterVariables(options)))
      await connection.run(`SET VARIABLE ${name} = ${value}`);
    await runFile(connection, import.meta.url, "keys.sql");
    const dates = await rowsOf<{as_of: string}>(
      connection,
      "SELECT DISTINCT as_of FROM as_of_dates WHERE role IN ('now', 'quarter_end') ORDER BY as_of",
    );
    for (const {as_of} of dates) {
      await connection.run(`SET VARIABLE filter_date = DATE ${literal(as_of)}`);
      for (const table of Object.keys(filterTables) as FilterTable[])
        writeFileSync(
          join(options.folder, `${as_of}-${table}.arrow`),
          arrow(table, await rowsAt(connection, table, options)),
        );
    }
  },
};

async function rowsAt(
  connection: DuckDBConnection,
  table: FilterTable,
  {smallest}: FileSetOptions,
): Promise<FilterRow[]> {
  const reader = await connection.runAndReadAll(await queryOf(table));
  const names = reader.columnNames();
  const rows = reader
    .getRows()
    .map((row) =>
      Object.fromEntries(names.map((name, i) => [name, row[i] === null ? null : Number(row[i])])),
    ) as FilterRow[];
  if (smallest <= 1) return rows;
  return table === "pareto" ? foldBins(rows, smallest) : hideSmall(table, rows, smallest);
}

async function queryOf(table: FilterTable): Promise<string> {
  const {readFile} = await import("node:fs/promises");
  return await readFile(new URL(`${table}.sql`, import.meta.url), "utf8");
}

/** Key, cell and measures as an Arrow file; a measure that is hidden, or that the exports can't give, is null. */
function arrow(table: FilterTable, rows: readonly FilterRow[]): Uint8Array {
  const column = (name: string): [string, Column<unknown>] => [
    name,
    columnFromArray(
      rows.map((row) => row[name] ?? null),
      counts.includes(name) || name === "key" || name === "cell" ? int32() : float64(),
    ) as Column<unknown>,
  ];
  return tableToIPC(tableFromColumns(["key", "cell", ...filterTables[table]].map(column)), {format: "file"})!;
}
