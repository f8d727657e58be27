import {existsSync, utimesSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {scoreColumns} from "../../src/components/workbench/columns.js";
import {hashCode, sha256} from "../content-hash.js";
import {makeDatabase, rowsOf} from "../database.js";
import {UserError} from "../errors.js";
import {home} from "../places.js";
import {identifier, literal} from "../quote.js";
import type {Own, OwnFiles} from "./discover.js";
import type {ModelDefinition} from "./model.js";
import {columnOf} from "./names.js";
import {scoresWith} from "./own-database.js";
import {plainly, prepareQuery} from "./query.js";

/** The code that runs own models; a change to a page's files scores nobody again. */
const scoringCode = ["loaders/own/score.ts", "loaders/own/query.ts", "loaders/own/own-database.ts"];

/** The finished warehouse, and the key of what stands in it. */
interface Scored {
  file: string;
  key: string;
}

/**
 * The warehouse with the verdicts of own models beside its tables: a copy of the given one with `own_verdicts` (model,
 * as_of, customer_id, class) and the view `own_scores` (`scores` and a column for each model); the given one itself
 * where there are no models.
 *
 * @throws UserError naming the query's file where its columns, its rows or its classes are not what a model gives
 */
export async function scoreOwnModels(
  warehouse: Scored,
  models: OwnFiles["models"],
  progress: (line: string) => void,
): Promise<Scored> {
  if (models.length === 0) return warehouse;
  const key = sha256([warehouse.key, models, hashCode(...scoringCode)]);
  const file = join(home(), "warehouse", `${key.slice(0, 24)}.duckdb`);
  if (!existsSync(file)) {
    progress("scoring by own models");
    await makeDatabase(file, (connection) => fill(connection, models), warehouse.file);
  }
  const now = new Date();
  utimesSync(warehouse.file, now, now);
  return {file, key};
}

async function fill(connection: DuckDBConnection, models: OwnFiles["models"]): Promise<void> {
  await connection.run("SET enable_external_access = false; SET threads = 1");
  await connection.run(
    "CREATE TABLE own_verdicts (model VARCHAR, as_of DATE, customer_id VARCHAR, class VARCHAR)",
  );
  for (const model of models) await score(connection, model);
  await connection.run(`CREATE VIEW own_scores AS ${scoresWith(models.map(({name}) => name))}`);
}

async function score(connection: DuckDBConnection, model: Own<ModelDefinition>): Promise<void> {
  const {name, file, sql, definition} = model;
  const column = columnOf(name);
  await checkColumnIsFree(connection, model, column);
  const prepared = await prepareQuery(connection, file, sql);
  const given = Array.from({length: prepared.columnCount}, (_, i) => prepared.columnName(i));
  const wanted = ["as_of", "customer_id", column];
  if (given.join() !== wanted.join())
    throw new UserError(
      `${file}: gives the columns ${given.join(", ")}; a model gives ${wanted.join(", ")}, in this order`,
    );
  const query = sql.trimEnd().replace(/;$/, "");
  await plainly(model, () =>
    connection.run(
      `INSERT INTO own_verdicts SELECT ${literal(name)}, as_of, customer_id, ${identifier(column)} FROM (${query}\n)`,
    ),
  );
  const mine = `FROM own_verdicts WHERE model = ${literal(name)}`;
  const first = async (sql: string): Promise<Record<string, string> | undefined> =>
    (await rowsOf<Record<string, string>>(connection, sql))[0];
  const twice = await first(
    `SELECT as_of, customer_id, count(*) AS n ${mine} GROUP BY ALL HAVING n > 1 ORDER BY ALL LIMIT 1`,
  );
  if (twice)
    throw new UserError(
      `${file}: gives customer ${twice.customer_id} ${twice.n} rows at ${twice.as_of}: a model gives one`,
    );
  const strange = await first(
    `SELECT as_of, customer_id ${mine} AND (as_of, customer_id) NOT IN (SELECT (as_of, customer_id) FROM scores) ORDER BY ALL LIMIT 1`,
  );
  if (strange)
    throw new UserError(
      `${file}: gives customer ${strange.customer_id} a row at ${strange.as_of}, where scores has none: take as_of and customer_id from scores`,
    );
  const classes = Object.keys(definition.classes);
  const unknown = await first(
    `SELECT class, as_of, customer_id ${mine} AND class NOT IN (${classes.map(literal).join(", ")}) ORDER BY ALL LIMIT 1`,
  );
  if (unknown)
    throw new UserError(
      `${file}: gives the class ${JSON.stringify(unknown.class)} (customer ${unknown.customer_id} at ${unknown.as_of}); ${name}.ts has ${classes.join(", ")}: add it to classes`,
    );
}

/** A column that a table has already would make `SELECT ${column}` mean two things where the two are joined. */
async function checkColumnIsFree(
  connection: DuckDBConnection,
  {name}: Own<ModelDefinition>,
  column: string,
): Promise<void> {
  const [taken] = await rowsOf<{table_name: string}>(
    connection,
    `SELECT table_name FROM duckdb_columns() WHERE NOT internal AND column_name = ${literal(column)} ORDER BY 1 LIMIT 1`,
  );
  const inWorkbench = scoreColumns.some((one) => one.name === column);
  if (inWorkbench && !taken)
    throw new UserError(
      `loaders/own/models/${name}.ts: the workbench has a column ${column} already: give the model's files another name`,
    );
  if (taken)
    throw new UserError(
      `loaders/own/models/${name}.ts: the table ${taken.table_name} has a column ${column} already: give the model's files another name`,
    );
}
