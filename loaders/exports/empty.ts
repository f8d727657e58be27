import type {DuckDBConnection} from "@duckdb/node-api";
import {runFile} from "../database.js";
import type {Export} from "./export.js";
import {sqlTypes} from "./parsing.js";
import {prepareReading} from "./prepare.js";

/** Makes the tables of an export that isn't there, without rows: so the models run the same with and without it. */
export async function emptyTables(connection: DuckDBConnection, {key, columns}: Export): Promise<void> {
  const nothing = columns.map(({name, kind}) => `CAST(NULL AS ${sqlTypes[kind]}) AS ${name}`).join(", ");
  await prepareReading(connection);
  await connection.run(
    "CREATE TEMP TABLE IF NOT EXISTS level_names (axis VARCHAR, name VARCHAR, level INTEGER)",
  );
  await connection.run(
    `CREATE OR REPLACE TEMP VIEW typed AS SELECT ${nothing}, 0 AS fault, '' AS source_file WHERE false`,
  );
  await connection.run("CREATE OR REPLACE TEMP VIEW typed_plain AS SELECT *, true AS is_plain FROM typed");
  if (key === "transactions") await runFile(connection, import.meta.url, "lines.sql");
  await runFile(connection, import.meta.url, `${key}.sql`);
}
