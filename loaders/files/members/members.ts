import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {
  type Column,
  columnFromArray,
  type DataType,
  float64,
  int32,
  tableFromColumns,
  tableToIPC,
  utf8,
} from "@uwdata/flechette";
import * as d3 from "d3";
import {type MarkKind, markKinds, memberFile} from "../../../src/components/drill/mark.js";
import {mostMembers} from "../../../src/components/drill/members.js";
import type {Audience} from "../../../src/cubes.js";
import type {Columns} from "../../audiences/columns.js";
import {audiences} from "../../audiences.js";
import {rowsOf, runFile} from "../../database.js";
import {literal} from "../../quote.js";
import type {FileSet, FileSetOptions} from "../file-set.js";
import {filterVariables} from "../filters/variables.js";

const types = {
  key: int32(),
  customer_id: utf8(),
  name: utf8(),
  revenue: float64(),
  profit: float64(),
  orders: int32(),
  recency_days: int32(),
};

/** The columns that the members of RFM cells may show to the audience, by filter. */
function columnsFor(audience: Exclude<Audience, "executives">): Columns {
  const listed = audiences[audience]["rfm-members"];
  if (!listed) throw new Error(`members: ${audience} has no list of columns of rfm-members`);
  return Object.fromEntries(
    Object.keys(types).map((name) => [`${name}[]`, name === "key" ? "count" : listed[name]!]),
  );
}

/**
 * The customers behind the marks of the class charts at the newest date, `<kind>-<class>.arrow`, largest revenue first: the
 * 20 largest of the class under each key of the filters. Whatever filter is set takes whole keys, so its 20 largest are
 * among theirs: the list is exact, and a file holds at most 20 rows for each of the 2,835 keys, however many customers
 * there are. For those who may see names.
 */
export const members: FileSet = {
  columns: {"account-team": columnsFor("account-team"), analysts: columnsFor("analysts")},
  async write(connection, options) {
    const [day] = await rowsOf<{as_of: string}>(connection, "SELECT max(as_of) AS as_of FROM scores");
    const variables = {
      ...filterVariables(options),
      filter_date: `DATE ${literal(day!.as_of)}`,
      members_most: String(mostMembers),
    };
    for (const [name, value] of Object.entries(variables))
      await connection.run(`SET VARIABLE ${name} = ${value}`);
    for (const file of ["keys.sql", "rows.sql"])
      await runFile(connection, import.meta.url, `../filters/${file}`);
    for (const kind of markKinds) await writeKind(connection, options, kind);
  },
};

async function writeKind(
  connection: DuckDBConnection,
  {folder}: FileSetOptions,
  kind: MarkKind,
): Promise<void> {
  await connection.run(`SET VARIABLE members_kind = ${literal(kind)}`);
  const reader = await connection.runAndReadAll(
    readFileSync(new URL("members.sql", import.meta.url), "utf8"),
  );
  const rows = reader.getRowObjectsJS();
  for (const [code, own] of d3.group(rows, (row) => row.code as string)) {
    const columns = Object.entries(types).map(([name, type]): [string, Column<unknown>] => [
      name,
      columnFromArray(own.map((row) => plain(row[name])) as never[], type as DataType) as Column<unknown>,
    ]);
    const bytes = tableToIPC(tableFromColumns(columns), {format: "file"})!;
    writeFileSync(join(folder, `${memberFile({kind, code})}.arrow`), bytes);
  }
}

function plain(value: unknown): unknown {
  return typeof value === "bigint" ? Number(value) : (value ?? null);
}
