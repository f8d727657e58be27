import {readFileSync} from "node:fs";
import type {DuckDBConnection} from "@duckdb/node-api";
import type {OwnColumn, OwnPageRow, OwnRow} from "../../src/cubes/own.js";
import type {Audience} from "../../src/cubes.js";
import {nameRow} from "../cubes/names.js";
import {type Suppression, suppress} from "../cubes/suppress.js";
import {rowsOf} from "../database.js";
import {UserError} from "../errors.js";
import {literal} from "../quote.js";
import type {Settings} from "../settings.js";
import type {Own, OwnFiles} from "./discover.js";
import type {ModelDefinition} from "./model.js";
import type {PageDefinition} from "./page.js";
import {plainly, prepareQuery} from "./query.js";
import {asKind} from "./values.js";

/** A page that lists more than this is no page; its weight must not grow with the business. */
const mostRows = 2000;

interface OwnCubeOptions {
  audience: Audience;
  /** Fewest customers in a published row. */
  smallest: number;
  minorDigits: number;
  hasProfit: boolean;
  /** What the publisher calls texts of the exports. */
  names: Settings["names"];
}

/**
 * The cubes of what analysts have added, for an audience: `own-pages`, which tells the pages, and the rows of each under
 * its name. `connection` is one of `openForOwn`.
 *
 * @throws UserError naming file and line where a query can't be run or gives other columns than are declared
 */
export async function computeOwnCubes(
  connection: DuckDBConnection,
  {pages, models}: OwnFiles,
  options: OwnCubeOptions,
): Promise<Record<string, unknown>> {
  const {audience} = options;
  const seen = <D extends {audiences: readonly Audience[]}>(of: Own<D>[]): Own<D>[] =>
    of.filter(({definition}) => definition.audiences.includes(audience));
  const cubes: Record<string, unknown> = {};
  const told: OwnPageRow[] = [];
  for (const page of seen(pages)) {
    const rows = await pageCube(connection, page, options);
    cubes[page.name] = rows;
    told.push(pageRow(page, rows, options));
  }
  cubes["own-pages"] = [...told, ...seen(models).map((model) => modelRow(model, audience))];
  for (const model of seen(models)) cubes[model.name] = await modelCube(connection, model, options);
  return cubes;
}

function pageRow(
  {name, sql, definition}: Own<PageDefinition>,
  rows: readonly OwnRow[],
  {audience, names}: OwnCubeOptions,
): OwnPageRow {
  const columns = Object.entries(definition.columns).map(
    ([column, {kind, label, values = {}}]): OwnColumn => ({
      name: column,
      kind,
      label,
      values: [
        ...Object.entries(values).map(([value, words]) => ({value, label: words})),
        ...(kind === "text" ? namedValues(rows, column, values, names) : []),
      ],
    }),
  );
  return {
    slug: name,
    kind: "page",
    title: definition.title,
    about: definition.about,
    sql: audience === "executives" ? null : sql,
    columns,
    chart: [...definition.chart],
  };
}

/** Words for the texts of a column that the definition has none for, and the publisher's settings have. */
function namedValues(
  rows: readonly OwnRow[],
  column: string,
  declared: object,
  names: Settings["names"],
): OwnColumn["values"] {
  const texts = [...new Set(rows.map((row) => row[column]))];
  return texts.flatMap((value) => {
    if (typeof value !== "string" || Object.hasOwn(declared, value)) return [];
    const row = nameRow(value, names);
    return row ? {value, label: {en: row.en ?? value, zh: row.zh ?? value}} : [];
  });
}

function modelRow({name, sql, definition}: Own<ModelDefinition>, audience: Audience): OwnPageRow {
  const values = Object.entries(definition.classes).map(([value, label]) => ({value, label}));
  return {
    slug: name,
    kind: "model",
    title: definition.title,
    about: definition.about,
    sql: audience === "executives" ? null : sql,
    columns: [{name: "class", kind: "text", label: definition.title, values}],
    chart: [],
  };
}

async function pageCube(
  connection: DuckDBConnection,
  {file, sql, definition}: Own<PageDefinition>,
  {audience, smallest, minorDigits}: OwnCubeOptions,
): Promise<OwnRow[]> {
  const prepared = await prepareQuery(connection, file, sql);
  const given = Array.from({length: prepared.columnCount}, (_, i) => prepared.columnName(i));
  const declared = Object.keys(definition.columns);
  const beside = file.replace(/\.sql$/, ".ts");
  for (const name of given)
    if (!declared.includes(name))
      throw new UserError(
        `${file}: gives a column ${name} that ${beside} doesn't declare: add it to columns`,
      );
  for (const name of declared)
    if (!given.includes(name))
      throw new UserError(
        `${beside}: columns.${name}: the query gives no such column; it gives ${given.join(", ")}: add it to the query, or take it out here`,
      );
  const reader = await plainly({file, sql}, () => prepared.runAndReadAll());
  if (reader.currentRowCount > mostRows)
    throw new UserError(
      `${file}: gives ${reader.currentRowCount} rows; a page takes ${mostRows}: group by fewer columns, or end it with LIMIT`,
    );
  const rows = reader.getRows().map((row, n) => {
    const record: Record<string, string | number | null | boolean> = {};
    for (const name of declared) {
      const value = row[given.indexOf(name)]!;
      const told = asKind(value, definition.columns[name]!.kind, minorDigits);
      if ("problem" in told)
        throw new UserError(
          `${file}: row ${n + 1}: ${name} ${String(value)} ${told.problem} (columns.${name}.kind is ${definition.columns[name]!.kind})`,
        );
      record[name] = told.value;
    }
    return record;
  });
  return audience === "executives" ? suppressed(rows, file, definition, smallest) : rows;
}

/** Rows for executives: measures of few customers are left out, also where totals would tell them, and small counts. */
function suppressed(
  rows: Record<string, string | number | null | boolean>[],
  file: string,
  {columns}: PageDefinition,
  smallest: number,
): OwnRow[] {
  const groups = Object.keys(columns).filter((name) => ["text", "day"].includes(columns[name]!.kind));
  const keys = rows.map((row) => JSON.stringify(groups.map((name) => row[name])));
  const twice = keys.findIndex((key, i) => keys.indexOf(key) < i);
  if (twice >= 0)
    throw new UserError(
      `${file}: row ${twice + 1}: ${groups.map((name) => `${name} ${rows[twice]![name]}`).join(", ")} stands twice: for executives each group is one row`,
    );
  const uncounted = rows.findIndex((row) => row.customers === null);
  if (uncounted >= 0) throw new UserError(`${file}: row ${uncounted + 1}: customers is empty: count them`);
  const suppression: Suppression<Record<string, unknown>> = {
    measures: Object.keys(columns).filter((name) => !groups.includes(name)),
    within: [[], ...groups.map((name) => [name]), ...groups.map((name) => groups.filter((g) => g !== name))],
  };
  const cells = rows.map((row) => ({...row, suppressed: false}));
  const counts = Object.keys(columns).filter(
    (name) => columns[name]!.kind === "count" && name !== "customers",
  );
  return (suppress(cells as never[], suppression as never, smallest) as OwnRow[]).map((row) => {
    // Of many customers in a group, few may be what another column counts.
    const few = counts.filter(
      (name) => row[name] !== null && row[name] !== 0 && Number(row[name]) < smallest,
    );
    if (few.length === 0) return row;
    return {...row, ...Object.fromEntries(few.map((name) => [name, null])), suppressed: true};
  });
}

const classesQuery = readFileSync(new URL("model-classes.sql", import.meta.url), "utf8");
const crossingsQuery = readFileSync(new URL("model-crossings.sql", import.meta.url), "utf8");

/**
 * Classes at each date and, for those who may see customers, crossed with the other models' classes. Executives get the
 * classes alone: a crossing would tell a suppressed class by subtraction.
 */
async function modelCube(
  connection: DuckDBConnection,
  {name}: Own<ModelDefinition>,
  {audience, smallest, minorDigits, hasProfit}: OwnCubeOptions,
): Promise<OwnRow[]> {
  await connection.run(`SET VARIABLE own_model = ${literal(name)}`);
  await connection.run(`SET VARIABLE minor_units = ${10 ** minorDigits}`);
  await connection.run(`SET VARIABLE has_profit = ${hasProfit}`);
  const rowsFrom = async (query: string): Promise<OwnRow[]> =>
    (await rowsOf<Record<string, string | null>>(connection, query)).map((row) => ({
      as_of: row.as_of!,
      crossing: row.crossing!,
      value: row.value!,
      class: row.class!,
      customers: Number(row.customers),
      revenue: Number(row.revenue),
      profit: row.profit === null ? null : Number(row.profit),
      suppressed: false,
    }));
  const classes = await rowsFrom(classesQuery);
  if (audience === "executives")
    return suppress(
      classes as never[],
      {measures: ["customers", "revenue", "profit"], within: [["as_of"]]} as never,
      smallest,
    ) as OwnRow[];
  return [...classes, ...(await rowsFrom(crossingsQuery))];
}
