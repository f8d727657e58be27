import type {DuckDBConnection} from "@duckdb/node-api";
import {runFile} from "../database.js";
import type {Export} from "./export.js";
import {sqlTypes} from "./parsing.js";
import {prepareReading} from "./prepare.js";

/** Makes the tables of exports that aren't there, without rows: so the models run the same with and without them. */
export async function emptyTables(connection: DuckDBConnection, missing: readonly Export[]): Promise<void> {
  if (missing.length === 0) return;
  await prepareReading(connection);
  await connection.run(
    "CREATE TEMP TABLE IF NOT EXISTS level_names (axis VARCHAR, name VARCHAR, level INTEGER)",
  );
  for (const {key, columns} of missing) {
    const nothing = columns.map(({name, kind}) => `CAST(NULL AS ${sqlTypes[kind]}) AS ${name}`).join(", ");
    await connection.run(
      `CREATE OR REPLACE TEMP VIEW typed AS SELECT ${nothing}, 0 AS fault, '' AS source_file WHERE false`,
    );
    await runFile(connection, import.meta.url, `${key}.sql`);
  }
}
