import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import * as d3 from "d3";
import {type ClassKind, classKinds, memberFile} from "../../../src/components/drill/mark.js";
import {mostMembers} from "../../../src/components/drill/members.js";
import type {Audience} from "../../../src/cubes.js";
import type {Columns} from "../../audiences/columns.js";
import {audiences} from "../../audiences.js";
import {rowsOf, runFile} from "../../database.js";
import {literal} from "../../quote.js";
import type {FileSet, FileSetOptions} from "../file-set.js";
import {filterVariables} from "../filters/variables.js";
import {writeCellMembers} from "./cell-members.js";
import {memberTypes, writeArrow} from "./members-arrow.js";
import {writePeople} from "./people.js";

/** The columns that only files of members have. */
const own: Columns = {
  cell: "count",
  key: "count",
  rank: "count",
  place: "count",
  code: "text",
  part: "count",
  as_of: "day",
  revenue_ever: "money",
};

/** The columns that the members of RFM cells may show to the audience, by filter. */
function columnsFor(audience: Exclude<Audience, "executives">): Columns {
  const listed = audiences[audience]["rfm-members"];
  if (!listed) throw new Error(`members: ${audience} has no list of columns of rfm-members`);
  return {
    ...Object.fromEntries(Object.keys(memberTypes).map((name) => [`${name}[]`, own[name] ?? listed[name]!])),
  };
}

/**
 * The customers behind the marks of charts at the newest date, largest revenue first, or profit where a curve ranks by it: of
 * the class charts in `<kind>-<class>.arrow`, of all others in the files of `cell-members.ts`; what is said of each stands
 * in those of `people.ts`. Of a class or a cell they are the 20 largest of the class under each key of the filters.
 * Whatever filter is set takes whole keys, so its 20 largest are
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
    for (const file of ["../filters/keys.sql", "numbers.sql"])
      await runFile(connection, import.meta.url, file);
    await writePeople(connection, options.folder);
    for (const kind of classKinds) await writeKind(connection, options, kind);
    await writeCellMembers(connection, options.folder);
  },
};

async function writeKind(
  connection: DuckDBConnection,
  {folder}: FileSetOptions,
  kind: ClassKind,
): Promise<void> {
  await connection.run(`SET VARIABLE members_kind = ${literal(kind)}`);
  const reader = await connection.runAndReadAll(
    readFileSync(new URL("members.sql", import.meta.url), "utf8"),
  );
  // Without a row there is no column either.
  const [codes = [], keys = [], ranks = [], places = []] = reader.getColumns() as [
    string[]?,
    number[]?,
    number[]?,
    number[]?,
  ];
  for (const [code, rows] of d3.group(d3.range(codes.length), (row) => codes[row]!))
    writeArrow(join(folder, `${memberFile({kind, code})}.arrow`), {
      key: rows.map((row) => keys[row]!),
      rank: rows.map((row) => ranks[row]!),
      ...(kind === "profit" ? {place: rows.map((row) => places[row]!)} : {}),
    });
}
