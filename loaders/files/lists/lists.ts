import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {heldOf, type ListCube, listCubes, listFile} from "../../../src/components/filter/list-files.js";
import type {Audience} from "../../../src/cubes.js";
import type {ColumnKind, Columns} from "../../audiences/columns.js";
import {audiences} from "../../audiences.js";
import {listLimits, plain} from "../../cubes/compute.js";
import {definitions} from "../../cubes/cubes.js";
import {rowsOf, runFile} from "../../database.js";
import type {FileSet, FileSetOptions} from "../file-set.js";
import {filterVariables} from "../filters/variables.js";

/** The columns that only these files have. */
const own: Columns = {
  key: "count",
  rfm: "count",
  grid: "count",
  pareto: "count",
  listed_at: "count",
  listed_of: "count",
};

/** What the files may hold: each the rows of a cube, with the columns that it has there. */
function columnsFor(audience: Exclude<Audience, "executives">): Columns {
  return Object.fromEntries(
    listCubes.flatMap((cube) =>
      Object.entries<ColumnKind>({...audiences[audience][cube]!, ...own}).map(([column, kind]) => [
        `${cube}[].${column}`,
        kind,
      ]),
    ),
  );
}

/** More customers than any list has. */
const everyone = "2147483647";

/**
 * The lists of customers by name as `<cube>.json`, with the keys by which filters choose from them (see
 * src/components/filter/list-files.ts). Who is in a list, and where, is told by the cube's own query, which then ends at
 * nobody. Of each list a file holds the first, and the first under each single value of a filter: so files stay small with many
 * customers. The rows of the report's own RFM scheme stand for all. For those who may see names.
 */
export const lists: FileSet = {
  columns: {"account-team": columnsFor("account-team"), analysts: columnsFor("analysts")},
  async write(connection, options) {
    for (const [name, value] of Object.entries(filterVariables(options)))
      await connection.run(`SET VARIABLE ${name} = ${value}`);
    for (const file of ["../filters/keys.sql", "../filters/brush-keys.sql", "list-keys.sql"])
      await runFile(connection, import.meta.url, file);
    const limits = await rowsOf<Record<string, number>>(
      connection,
      `SELECT ${listLimits.map((name) => `getvariable('${name}') AS ${name}`).join(", ")}`,
    );
    for (const name of listLimits) await connection.run(`SET VARIABLE ${name} = ${everyone}`);
    try {
      for (const cube of listCubes) await writeList(connection, cube, options);
    } finally {
      for (const name of listLimits) await connection.run(`SET VARIABLE ${name} = ${limits[0]![name]}`);
    }
  },
};

async function writeList(
  connection: DuckDBConnection,
  cube: ListCube,
  {folder}: FileSetOptions,
): Promise<void> {
  const {sql} = definitions[cube];
  const query = readFileSync(new URL(`../../cubes/${sql}`, import.meta.url), "utf8").replace(/;\s*$/, "");
  // A table keeps the order in which its rows come, and numbers them by it.
  await connection.run(`CREATE OR REPLACE TEMP TABLE listed AS ${query}`);
  if (cube === "rfm-members")
    await connection.run("DELETE FROM listed WHERE scheme <> getvariable('filter_primary_scheme')");
  const reader = await connection.runAndReadAll(firstRows(cube));
  const names = reader.columnNames();
  const rows = reader
    .getRows()
    .map((row) => Object.fromEntries(names.map((name, i) => [name, plain(row[i]!)])));
  writeFileSync(join(folder, `${cube}.json`), JSON.stringify({[cube]: rows}));
}

/** The places of a customer's values in its key: see keys.sql. */
const single = ["key // 315", "key // 35 % 9", "key // 7 % 5", "key % 7"];

/** The rows of a list that its file holds, in the cube's order; of several lists in one cube each has its own first. */
function firstRows(cube: ListCube): string {
  const {apart = [], entry = '"#row"', order = entry} = listFile(cube);
  const {all, each} = heldOf(cube);
  const parted = (columns: readonly string[]): string =>
    columns.length > 0 ? `PARTITION BY ${columns.join(", ")} ` : "";
  const early = single.map(
    (value) => `dense_rank() OVER (${parted([...apart, value])}ORDER BY listed_at) <= ${each}`,
  );
  return `
    WITH numbered AS (SELECT rowid AS "#row", * FROM listed),
    placed AS (SELECT *, dense_rank() OVER (${parted(apart)}ORDER BY ${order}) AS listed_at FROM numbered),
    keyed AS (
      SELECT placed.*, max(listed_at) OVER (${parted(apart)}) AS listed_of, key, rfm, grid, pareto
      FROM placed LEFT JOIN list_keys USING (customer_id)
    )
    SELECT * EXCLUDE ("#row")
    FROM keyed
    QUALIFY listed_at <= ${all}
      OR ${early.join(" OR ")}
    ORDER BY "#row"`;
}
