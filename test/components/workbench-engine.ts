import {createRequire} from "node:module";
import {arrowStream} from "../../loaders/files/scores/arrow.js";
import {purchaseColumns, scoreColumns, type WorkbenchColumn} from "../../src/components/workbench/columns.js";
import {type QueryResult, readResult} from "../../src/components/workbench/result.js";
import {lockDown, typedTables} from "../../src/components/workbench/tables.js";

interface Blocking {
  instantiate(): Promise<unknown>;
  open(config: object): void;
  connect(): {_conn: number};
  runQuery(connection: number, sql: string): Uint8Array;
  insertArrowFromIPCStream(connection: number, bytes: Uint8Array, options: {name: string}): void;
}

/** The browser's own engine, in this process. */
export async function workbenchEngine(): Promise<{db: Blocking; ask: (sql: string) => QueryResult}> {
  const require = createRequire(import.meta.url);
  const wasm = require("@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs");
  const module = (name: string): {mainModule: string; mainWorker: string} => ({
    mainModule: require.resolve(`@duckdb/duckdb-wasm/dist/duckdb-${name}.wasm`),
    mainWorker: "",
  });
  const bundles = {mvp: module("mvp"), eh: module("eh")};
  const db = (await wasm.createDuckDB(bundles, new wasm.VoidLogger(), wasm.NODE_RUNTIME)) as Blocking;
  await db.instantiate();
  db.open({});
  const {_conn} = db.connect();
  for (const [name, list, count] of [
    ["scores_file", scoreColumns, 60],
    ["purchases_file", purchaseColumns, 200],
  ] as const) {
    db.insertArrowFromIPCStream(_conn, madeUp(list, count), {name});
  }
  for (const sql of [...typedTables(2), ...lockDown]) db.runQuery(_conn, sql);
  return {db, ask: (sql) => readResult(db.runQuery(_conn, sql))};
}

/** Rows of every kind of value, some of them absent. */
function madeUp(list: readonly WorkbenchColumn[], rows: number): Uint8Array {
  const value = ({name, kind}: WorkbenchColumn, row: number): unknown => {
    if (name === "customer_id") return `C${row % 60}`;
    if (name === "is_customer") return row % 7 > 0;
    if (name !== "as_of" && name !== "month" && (row + name.length) % 11 === 0) return null;
    if (typeof kind !== "string") return kind[(row + name.length) % kind.length];
    if (kind === "day") return new Date(Date.UTC(2025, name === "as_of" ? 11 : row % 12, 1));
    if (kind === "count") return row % 6;
    if (kind === "money") return BigInt((row * 7919 - 3000) * 100 + (row % 100));
    if (kind === "share" || kind === "number") return (row % 10) / 10;
    return kind === "flag" ? row % 2 === 0 : `${name} ${row % 4}`;
  };
  const columns = list.map((column) => Array.from({length: rows}, (_, row) => value(column, row)));
  return arrowStream(
    list,
    list.map(({name}) => name),
    columns,
  );
}
