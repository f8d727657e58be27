import type {DuckDBConnection} from "@duckdb/node-api";
import {runFile} from "../database.js";
import {loadCodeNames} from "./codes.js";

/**
 * Makes what each export's `.sql` reads besides its rows: the macros of parse.sql, `code_names`, and `faults`, to which
 * it adds the faults that it finds (`named` is what a message about the fault names besides `column_name`).
 */
export async function prepareReading(connection: DuckDBConnection): Promise<void> {
  await runFile(connection, import.meta.url, "parse.sql");
  await connection.run(
    "CREATE OR REPLACE TEMP TABLE faults (fault INTEGER, reason VARCHAR, column_name VARCHAR, named VARCHAR)",
  );
  await loadCodeNames(connection);
}
