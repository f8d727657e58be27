import {readFile} from "node:fs/promises";
import {DuckDBInstance} from "@duckdb/node-api";

/** The exports that may be Parquet; each has its types in `<name>-to-parquet.sql`. */
export const parquetTables = [
  "transactions",
  "customers",
  "relationships",
  "wallets",
  "interactions",
  "complaints",
  "surveys",
  "events",
  "costs",
] as const;

export type ParquetTable = (typeof parquetTables)[number];

/** Turns the CSV file of one export into a Parquet file with dates, DECIMAL(18,2) money and whole quantities. */
export async function toParquet(table: ParquetTable, source: string, target: string): Promise<void> {
  const sql = await readFile(new URL(`${table}-to-parquet.sql`, import.meta.url), "utf8");
  const instance = await DuckDBInstance.create(":memory:", {memory_limit: "1GB"});
  try {
    const connection = await instance.connect();
    await connection.run(sql, {source, target});
    connection.closeSync();
  } finally {
    instance.closeSync();
  }
}
