import type {DuckDBConnection} from "@duckdb/node-api";
import {rowsOf, runFile} from "../database.js";

/**
 * Where small cells are suppressed: leaves customers who only gave back out of all that is counted, at the dates at which
 * they are too few, overall or under a filter. Some tables hold them and others don't, and the difference would tell them.
 */
export async function leaveOutRefundOnly(connection: DuckDBConnection): Promise<void> {
  await runFile(connection, import.meta.url, "left-out.sql");
  const [own] = await rowsOf<{name: string}>(connection, "SELECT current_database() AS name");
  const warehouse = `"${own!.name.replaceAll('"', '""')}".main`;
  await connection.run(
    `CREATE OR REPLACE TEMP VIEW scores AS
     FROM ${warehouse}.scores WHERE NOT is_refund_only OR as_of NOT IN (FROM left_out)`,
  );
  await connection.run(
    `CREATE OR REPLACE TEMP VIEW activity AS
     FROM ${warehouse}.activity WHERE first_order_on IS NOT NULL OR as_of NOT IN (FROM left_out)`,
  );
}
