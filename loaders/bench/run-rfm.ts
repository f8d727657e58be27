import {DuckDBInstance} from "@duckdb/node-api";
import {runFile} from "../database.js";
import {parseSettings} from "../settings.js";
import {makeSettingTables, setVariables} from "../warehouse/warehouse.js";
import {measured} from "./measure.js";

// RFM in all schemes at one date, or the reference; the customers are made before the clock starts.
const [what, customers] = process.argv.slice(2);
const connection = await (await DuckDBInstance.create()).connect();
await connection.run(`SET VARIABLE customers = ${Number(customers)}`);
await runFile(connection, import.meta.url, "rfm-customers.sql");
await setVariables(connection, parseSettings(""));
await makeSettingTables(connection, parseSettings(""));
await runFile(connection, import.meta.url, "../models/activity.sql");
const files =
  what === "reference"
    ? ["rfm-reference.sql"]
    : ["../models/rfm.sql", "../models/rfm-schemes.sql", "../models/rfm-ranks.sql"];
await measured(async () => {
  for (const file of files) await runFile(connection, import.meta.url, file);
});
