import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import * as d3 from "d3";
import {cellCode} from "../../../src/components/drill/cell-mark.js";
import {type DrillTable, drillSpec, drillTables} from "../../../src/components/drill/drill-tables.js";
import {cellIndexFile, cellMembersFile} from "../../../src/components/drill/member-files.js";
import {tableSpec} from "../../../src/components/filter/tables.js";
import {rowsOf} from "../../database.js";
import {literal} from "../../quote.js";
import {writeArrow} from "./members-arrow.js";

/** Rows that a file of members takes before the next cell begins another. */
const roomInFile = 16_000;

/**
 * The customers behind the cells of every table of filters whose figures have marks: `cells-<table>-<part>.arrow`, cell
 * after cell, and `cells-<table>.arrow`, which tells in which part a cell stands. What is in a cell is told by the query that
 * makes the table, so a list can't differ from its number. Reads what numbers.sql makes, and the variables of the filters.
 */
export async function writeCellMembers(connection: DuckDBConnection, folder: string): Promise<void> {
  for (const table of drillTables) await writeTable(connection, table, folder);
}

async function writeTable(connection: DuckDBConnection, table: DrillTable, folder: string): Promise<void> {
  const {codes, as_of} = await findCells(connection, table);
  const reader = await connection.runAndReadAll(
    readFileSync(new URL("cell-members.sql", import.meta.url), "utf8"),
  );
  // Without a row there is no column either.
  const [cell = [], key = [], rank = []] = reader.getColumns() as number[][];
  const sizes = d3.rollup(
    cell,
    (own) => own.length,
    (place) => place,
  );
  const index: {code: string[]; part: number[]; as_of?: string[]} = {code: [], part: []};
  let [part, begin, end] = [0, 0, 0];
  const close = (): void => {
    writeArrow(join(folder, `${cellMembersFile(table, part)}.arrow`), {
      cell: cell.slice(begin, end),
      key: key.slice(begin, end),
      rank: rank.slice(begin, end),
    });
    part++;
    begin = end;
  };
  for (const [place, code] of codes.entries()) {
    const size = sizes.get(place)!;
    if (end > begin && end - begin + size > roomInFile) close();
    end += size;
    index.code.push(code);
    index.part.push(part);
  }
  if (end > begin) close();
  if (as_of) index.as_of = codes.map(() => as_of);
  writeArrow(join(folder, `${cellIndexFile(table)}.arrow`), index);
}

/**
 * Makes member_cells (number, place), which customers are in which of a table's cells at the newest date, and gives the
 * cells' codes by place; of a table of cuts at its newest cut, with that day.
 */
async function findCells(
  connection: DuckDBConnection,
  table: DrillTable,
): Promise<{codes: string[]; as_of: string | null}> {
  const {sql = table, variables = {}} = tableSpec(table);
  for (const [name, value] of Object.entries(variables))
    await connection.run(
      `SET VARIABLE ${name} = ${typeof value === "boolean" ? String(value) : literal(value)}`,
    );
  const query = readFileSync(new URL(`../filters/${sql}.sql`, import.meta.url), "utf8").replace(/;\s*$/, "");
  const {by: columns, counted = "customers", cut} = drillSpec(table);
  const as_of = cut ? await newestCut(connection, query) : null;
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE member_cells AS
     SELECT DISTINCT key AS number, [${columns.map((column) => `"${column}"::VARCHAR`).join(", ")}] AS cell
     FROM (${query})
     WHERE as_of = ${as_of ? `DATE ${literal(as_of)}` : "getvariable('filter_date')"} AND ${counted} > 0`,
  );
  const cells = await connection.runAndReadAll("SELECT DISTINCT cell FROM member_cells ORDER BY cell");
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE member_cells AS
     WITH cells AS (
       SELECT cell, (row_number() OVER (ORDER BY cell) - 1)::INTEGER AS place
       FROM (SELECT DISTINCT cell FROM member_cells)
     )
     SELECT number, place FROM member_cells JOIN cells USING (cell)`,
  );
  const [codes = []] = cells.getColumnsJS() as (string | null)[][][];
  if (cut) await readRowsOf(connection, "as_of = getvariable('filter_date')");
  return {
    codes: codes.map((values) =>
      cellCode(table, Object.fromEntries(columns.map((column, i) => [column, values[i]!]))),
    ),
    as_of,
  };
}

/** The newest cut in a table of cuts, null where there is none; the filters' query then reads every date. */
async function newestCut(connection: DuckDBConnection, query: string): Promise<string | null> {
  await readRowsOf(connection, "true");
  const [cut] = await rowsOf<{as_of: string | null}>(
    connection,
    `SELECT max(as_of)::VARCHAR AS as_of FROM (${query})`,
  );
  return cut!.as_of;
}

/** Has the filters' queries read the customers of some dates. */
async function readRowsOf(connection: DuckDBConnection, dates: string): Promise<void> {
  await connection.run(`CREATE OR REPLACE TEMP TABLE filter_rows AS FROM every_filter_row WHERE ${dates}`);
}
