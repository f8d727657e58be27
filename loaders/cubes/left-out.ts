import type {DuckDBConnection} from "@duckdb/node-api";
import {rowsOf, runFile} from "../database.js";

/**
 * Where small cells are suppressed: leaves customers who only gave back out of all that is counted, at the dates at which
 * they are too few, overall or under a filter. Some tables hold them and others don't, and the difference would tell them.
 * Of the moves between classes it leaves out those who had only given back on both days, or were not known on the first:
 * they are in no count of the first day.
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
  await connection.run(
    `CREATE OR REPLACE TEMP VIEW metal_movement AS
     FROM ${warehouse}.metal_movement WHERE to_class <> 'none' OR to_day NOT IN (FROM left_out)`,
  );
  for (const [view, table] of [
    ["everyone", "scores"],
    ["every_class_movement", "class_movement"],
    ["every_class_margin", "class_margins"],
  ])
    await connection.run(`CREATE OR REPLACE TEMP VIEW ${view} AS FROM ${warehouse}.${table}`);
  await runFile(connection, import.meta.url, "left-out-moves.sql");
}
