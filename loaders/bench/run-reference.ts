import {readFileSync} from "node:fs";
import {DuckDBInstance} from "@duckdb/node-api";
import {literal} from "../quote.js";
import {measured} from "./measure.js";

// One plain query over the same file: what DuckDB alone needs to group the lines.
await measured(async () => {
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(`SET VARIABLE file = ${literal(process.argv[2]!)}`);
  await connection.run(readFileSync(new URL("reference.sql", import.meta.url), "utf8"));
});
