import {readFileSync} from "node:fs";
import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import type {CustomerIndex} from "../../../src/components/customer/record.js";
import {keyLength, searchText} from "../../../src/components/customer/search-text.js";
import {shardOf} from "../../../src/components/customer/shard.js";
import {rowsOf, runFile} from "../../database.js";
import {literal} from "../../quote.js";
import type {FileSet} from "../file-set.js";
import {customerColumns} from "./columns.js";

/** Customers in a file of records, on average: some 100 kB on the wire where every export is rich. */
const customersInFile = 200;
/** Newest complaints, surveys, events and contacts that a page lists. */
const customerRows = 50;
/** Names in a page of the search, and the most that one key finds. */
const pageRows = 1000;
const sameKeys = 60;

/**
 * The customers' pages: records in `<shard>.json` (an array each; see src/components/customer/record.ts), the search in
 * `names/<page>.json`, its first keys in `names.json`, and `index.json`, which says how many files there are. A customer's file
 * is told by its id alone (src/components/customer/shard.ts). For those who may see names.
 */
export const customers: FileSet = {
  columns: {"account-team": customerColumns, analysts: customerColumns},
  async write(connection, {folder}) {
    const [day] = await rowsOf<{as_of: string}>(connection, "SELECT max(as_of) AS as_of FROM scores");
    const variables = {
      customers_as_of: `DATE ${literal(day!.as_of)}`,
      customer_rows: String(customerRows),
      key_length: String(keyLength),
      page_rows: String(pageRows),
      same_keys: String(sameKeys),
    };
    for (const [name, value] of Object.entries(variables))
      await connection.run(`SET VARIABLE ${name} = ${value}`);
    const index = await listCustomers(connection);
    for (const file of ["histories.sql", "dealings.sql"]) await runFile(connection, import.meta.url, file);
    await writeRecords(connection, folder, index.shards);
    const keys = await writeNames(connection, join(folder, "names"));
    await writeFile(join(folder, "names.json"), JSON.stringify({keys}));
    await writeFile(join(folder, "index.json"), JSON.stringify(index));
  },
};

/**
 * Makes `customer_list` (customer_id, shard, id_text, name_text). Which file takes a customer, and how a name is searched,
 * is for the module to say that the page asks too.
 */
async function listCustomers(connection: DuckDBConnection): Promise<CustomerIndex> {
  const [counted] = await rowsOf<{customers: string}>(
    connection,
    "SELECT count(*) AS customers FROM scores WHERE as_of = getvariable('customers_as_of')",
  );
  const index = {
    customers: Number(counted!.customers),
    shards: Math.max(1, Math.ceil(Number(counted!.customers) / customersInFile)),
  };
  await connection.run(
    "CREATE OR REPLACE TEMP TABLE customer_list (customer_id VARCHAR, shard INTEGER, id_text VARCHAR, name_text VARCHAR)",
  );
  const named = await connection.stream(
    `SELECT customer_id, name FROM scores LEFT JOIN accounts USING (customer_id)
     WHERE as_of = getvariable('customers_as_of')`,
  );
  const appender = await connection.createAppender("customer_list", "main", "temp");
  for await (const rows of named.yieldRows()) {
    for (const row of rows as [string, string | null][]) {
      appender.appendVarchar(row[0]);
      appender.appendInteger(shardOf(row[0], index.shards));
      appender.appendVarchar(searchText(row[0]));
      appender.appendVarchar(searchText(row[1] ?? ""));
      appender.endRow();
    }
  }
  appender.closeSync();
  return index;
}

/** Writes each file when its last customer has come by: they come in the order of the files. */
async function writeRecords(connection: DuckDBConnection, folder: string, shards: number): Promise<void> {
  let shard = 0;
  let held: string[] = [];
  const writeUpTo = async (next: number): Promise<void> => {
    for (; shard < next; shard++) {
      await writeFile(join(folder, `${shard}.json`), `[${held.join(",\n")}]`);
      held = [];
    }
  };
  const result = await connection.stream(query("records.sql"));
  for await (const rows of result.yieldRows()) {
    for (const [of, record] of rows as [number, string][]) {
      await writeUpTo(of);
      held.push(record);
    }
  }
  await writeUpTo(shards);
}

/** Writes the pages of the search; gives the first key of each. */
async function writeNames(connection: DuckDBConnection, folder: string): Promise<string[]> {
  await mkdir(folder, {recursive: true});
  const keys: string[] = [];
  const result = await connection.stream(query("names.sql"));
  for await (const rows of result.yieldRows()) {
    for (const [page, key, record] of rows as [bigint, string, string][]) {
      keys.push(key);
      await writeFile(join(folder, `${page}.json`), record);
    }
  }
  return keys;
}

function query(name: string): string {
  return readFileSync(new URL(name, import.meta.url), "utf8");
}
