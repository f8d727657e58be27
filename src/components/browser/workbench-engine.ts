import {AsyncDuckDB, VoidLogger} from "@duckdb/duckdb-wasm";
import type {WorkbenchCounts} from "../workbench/columns.js";
import {type QueryResult, readResult} from "../workbench/result.js";
import {changes, refused, runUndone, statements} from "../workbench/statements.js";
import {lockDown, typedTables} from "../workbench/tables.js";

/** DuckDB with the workbench's tables in it, in a worker of its own. */
export interface Engine {
  counts: WorkbenchCounts;
  /**
   * The answer to the last statement of a script, and whether the script changed something, which has been undone.
   *
   * @throws Error with DuckDB's own words
   * @throws RefusedStatement where its changes would stay; nothing has run then
   */
  run(script: string): Promise<{answer: QueryResult; undone: boolean} | null>;
  /** Ends the worker, whatever it is doing. */
  stop(): void;
}

/** A statement that the workbench doesn't run, by its first word. */
export class RefusedStatement extends Error {
  constructor(readonly word: string) {
    super(word);
  }
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
        const parts = statements(script);
        const word = refused(parts);
        if (word !== null) throw new RefusedStatement(word);
        const answer = await runUndone(parts, (sql) => database.runQuery(connection, sql));
        return answer && {answer: readResult(answer), undone: changes(parts)};
      },
      stop: () => worker.terminate(),
    };
  } catch (error) {
    worker.terminate();
    throw error;
  }
}
