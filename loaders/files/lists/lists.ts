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
  listed_in: "count",
  listed_at: "count",
  listed_of: "count",
};

/** The columns by which filters choose: of the bar, and of the charts whose parts may be chosen. */
const countedBy = ["key", "rfm", "grid", "pareto"];

/** What the files may hold: each the rows of a cube, with the columns that it has there. */
function columnsFor(audience: Exclude<Audience, "executives">): Columns {
  return {
    ...Object.fromEntries(
      listCubes.flatMap((cube) =>
        Object.entries<ColumnKind>({...audiences[audience][cube]!, ...own}).map(([column, kind]) => [
          `${cube}[].${column}`,
          kind,
        ]),
      ),
    ),
    "counts[].listed_in": "count",
    "counts[].by": countedBy,
    "counts[].key": "count",
    "counts[].entries": "count",
  };
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
  await connection.run(`CREATE OR REPLACE TEMP TABLE keyed_list AS ${keyedRows(cube)}`);
  const read = async (query: string): Promise<Record<string, unknown>[]> => {
    const reader = await connection.runAndReadAll(query);
    const names = reader.columnNames();
    return reader.getRows().map((row) => Object.fromEntries(names.map((name, i) => [name, plain(row[i]!)])));
  };
  const file = {[cube]: await read(firstRows(cube)), counts: await read(countsOf(cube))};
  writeFileSync(join(folder, `${cube}.json`), JSON.stringify(file));
}

/** The entries of those lists of which the file lacks some, by the keys that filters choose by. */
function countsOf(cube: ListCube): string {
  return countedBy
    .map(
      (by) =>
        `SELECT listed_in, '${by}' AS "by", ${by} AS key, count(DISTINCT listed_at) AS entries
         FROM keyed_list WHERE listed_of > ${heldOf(cube).all} AND ${by} IS NOT NULL GROUP BY listed_in, ${by}`,
    )
    .join(" UNION ALL ")
    .concat(` ORDER BY listed_in, "by", key`);
}

const parted = (columns: readonly string[]): string =>
  columns.length > 0 ? `PARTITION BY ${columns.join(", ")} ` : "";

/** The places of a customer's values in its key: see keys.sql. */
const single = ["key // 315", "key // 35 % 9", "key // 7 % 5", "key % 7"];

/** Every row of a cube's lists with its keys, its list, and its place there. */
function keyedRows(cube: ListCube): string {
  const {apart = [], entry = '"#row"', order = entry} = listFile(cube);
  return `
    WITH numbered AS (SELECT rowid AS "#row", * FROM listed),
    placed AS (
      SELECT *,
             ${apart.length > 0 ? `dense_rank() OVER (ORDER BY ${apart.join(", ")})` : "1"} AS listed_in,
             dense_rank() OVER (${parted(apart)}ORDER BY ${order}) AS listed_at
      FROM numbered
    )
    SELECT placed.*, max(listed_at) OVER (PARTITION BY listed_in) AS listed_of, key, rfm, grid, pareto
    FROM placed LEFT JOIN list_keys USING (customer_id)`;
}

/** The rows of a list that its file holds, in the cube's order; of several lists in one cube each has its own first. */
function firstRows(cube: ListCube): string {
  const {all, each} = heldOf(cube);
  const early = single.map(
    (value) => `dense_rank() OVER (PARTITION BY listed_in, ${value} ORDER BY listed_at) <= ${each}`,
  );
  return `
    SELECT * EXCLUDE ("#row")
    FROM keyed_list
    QUALIFY listed_at <= ${all}
      OR ${early.join(" OR ")}
    ORDER BY "#row"`;
}
