import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {afterAll} from "vitest";
import {prepareReading} from "../../loaders/exports/prepare.js";

/** A connection that knows what exports are read with, until the tests of the file that awaits it are done. */
export async function readingConnection(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  await prepareReading(connection);
  afterAll(() => {
    connection.closeSync();
    instance.closeSync();
  });
  return connection;
}
