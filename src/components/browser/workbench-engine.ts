import {AsyncDuckDB, VoidLogger} from "@duckdb/duckdb-wasm";
import type {WorkbenchCounts} from "../workbench/columns.js";
import {type QueryResult, readResult} from "../workbench/result.js";
import {statements} from "../workbench/statements.js";
import {lockDown, typedTables} from "../workbench/tables.js";

/** DuckDB with the workbench's tables in it, in a worker of its own. */
export interface Engine {
  counts: WorkbenchCounts;
  /**
   * The answer to the last statement of a script.
   *
   * @throws Error with DuckDB's own words
   */
  run(script: string): Promise<QueryResult | null>;
  /** Ends the worker, whatever it is doing. */
  stop(): void;
}

async function bytesOf(address: URL): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.pathname}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Loads DuckDB and the tables; `file` gives the address of a file of the set `scores`. */
export async function openEngine(file: (name: string) => URL, minorDigits: number): Promise<Engine> {
  const worker = new Worker(import.meta.resolve("@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js"), {
    type: "module",
  });
  try {
    const database = new AsyncDuckDB(new VoidLogger(), worker);
    const [scores, months, counts] = await Promise.all([
      bytesOf(file("scores.arrow")),
      bytesOf(file("purchases-monthly.arrow")),
      fetch(file("counts.json")).then((response) => response.json() as Promise<WorkbenchCounts>),
      database.instantiate(import.meta.resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm")),
    ]);
    await database.open({});
    const connection = await database.connectInternal();
    await database.insertArrowFromIPCStream(connection, scores, {name: "scores_file"});
    await database.insertArrowFromIPCStream(connection, months, {name: "purchases_file"});
    for (const sql of [...typedTables(minorDigits), ...lockDown]) await database.runQuery(connection, sql);
    return {
      counts,
      async run(script) {
        let answer: Uint8Array | null = null;
        for (const sql of statements(script)) answer = await database.runQuery(connection, sql);
        return answer && readResult(answer);
      },
      stop: () => worker.terminate(),
    };
  } catch (error) {
    worker.terminate();
    throw error;
  }
}
