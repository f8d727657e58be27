import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {attach, rowsOf} from "../database.js";
import {identifier} from "../quote.js";
import {columnOf} from "./names.js";

/**
 * Opens a warehouse as analysts' queries see it: its tables by their names, `scores` with a column for each own model,
 * and nothing else: no file, no other host, and one thread, so that the same query gives the same rows in the same
 * order.
 */
export async function openForOwn(
  warehouse: string,
  models: readonly string[],
): Promise<{connection: DuckDBConnection; close: () => void}> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const close = (): void => {
    connection.closeSync();
    instance.closeSync();
  };
  try {
    await connection.run(attach(warehouse, "warehouse"));
    const tables = await rowsOf<{name: string}>(
      connection,
      "SELECT table_name AS name FROM duckdb_tables() WHERE database_name = 'warehouse' ORDER BY name",
    );
    for (const {name} of tables)
      await connection.run(
        `CREATE VIEW ${identifier(name)} AS ${name === "scores" ? scoresWith(models, "warehouse.") : `FROM warehouse.${identifier(name)}`}`,
      );
    await connection.run("SET enable_external_access = false; SET threads = 1; SET TimeZone = 'UTC'");
    return {connection, close};
  } catch (error) {
    close();
    throw error;
  }
}

/** The query that gives `scores` a column for each own model: the class that the model gave, or null. */
export function scoresWith(models: readonly string[], database = ""): string {
  const joins = models.map(
    (model, i) =>
      `LEFT JOIN ${database}own_verdicts AS v${i} ON v${i}.as_of = scores.as_of AND v${i}.customer_id = scores.customer_id AND v${i}.model = '${model}'`,
  );
  const columns = models.map((model, i) => `, v${i}.class AS ${identifier(columnOf(model))}`);
  return `SELECT scores.*${columns.join("")} FROM ${database}scores AS scores ${joins.join(" ")}`;
}
