import {readFile} from "node:fs/promises";
import {DuckDBInstance} from "@duckdb/node-api";
import type {ExportName} from "../../src/cubes.js";
import {literal} from "../quote.js";
import {parquetColumns} from "./parquet-columns.js";

/** Turns the CSV file of one export into a Parquet file with dates, DECIMAL(18,2) money and whole quantities. */
export async function toParquet(table: ExportName, source: string, target: string): Promise<void> {
  const sql = await readFile(new URL("to-parquet.sql", import.meta.url), "utf8");
  const columns = Object.entries(parquetColumns[table]).map(
    ([name, type]) => `${literal(name)}: ${literal(type)}`,
  );
  const instance = await DuckDBInstance.create(":memory:", {memory_limit: "1GB"});
  try {
    const connection = await instance.connect();
    await connection.run(`SET VARIABLE columns = {${columns.join(", ")}}`);
    await connection.run(sql, {source, target});
    connection.closeSync();
  } finally {
    instance.closeSync();
  }
}
