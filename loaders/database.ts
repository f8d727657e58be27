import {constants, copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync} from "node:fs";
import {dirname} from "node:path";
import {fileURLToPath} from "node:url";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {UserError} from "./errors.js";
import {literal} from "./quote.js";

/**
 * Bytes of a file whose tables are too short to be shared among threads, which DuckDB does by 122,880 rows: more than one
 * thread would cost a fifth more time, waiting for each other. The second is for a file of many tables, each with its block.
 */
const short = {export: 1_000_000, warehouse: 16_000_000};

/** The threads for a database that is made or read from a file, where it names one and that is short. */
function threadsFor(file: string | undefined, most: number): {threads?: string} {
  return file !== undefined && statSync(file).size < most ? {threads: "1"} : {};
}

/** Runs all statements of a `.sql` file that stands beside the module whose `import.meta.url` is given. */
export async function runFile(connection: DuckDBConnection, module: string, name: string): Promise<void> {
  await connection.run(readFileSync(fileURLToPath(new URL(name, module)), "utf8"));
}

/** Rows of a query as objects; DECIMAL and HUGEINT as text, BIGINT as text, days as ISO text. */
export async function rowsOf<Row>(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJson() as Row[];
}

/**
 * Makes a DuckDB file that is whole or not there: it is filled under another name and then renamed. Two processes that
 * make the same file do the work twice and both end up with the same. Where it starts from another file, it begins as a
 * copy of that one.
 *
 * @throws UserError where the disk is full
 */
export async function makeDatabase(
  file: string,
  fill: (connection: DuckDBConnection, scratch: string) => Promise<void>,
  startFrom?: string,
): Promise<void> {
  const aside = `${file}.${process.pid}-${process.hrtime.bigint()}.tmp`;
  const scratch = `${aside}.scratch`;
  mkdirSync(dirname(file), {recursive: true});
  try {
    if (startFrom !== undefined) copyFileSync(startFrom, aside, constants.COPYFILE_FICLONE);
    const instance = await DuckDBInstance.create(aside, {
      temp_directory: scratch,
      ...threadsFor(startFrom, short.export),
      // These files are read by this version alone, and the storage of today writes text in half the time.
      storage_compatibility_version: "latest",
    });
    const connection = await instance.connect();
    try {
      // Nothing may be fetched at run time: not an extension, not a file of another host.
      await connection.run("SET autoinstall_known_extensions = false; SET autoload_known_extensions = false");
      // A moment's day must not depend on where the machine stands.
      await connection.run("SET TimeZone = 'UTC'");
      await fill(connection, scratch);
      await connection.run("CHECKPOINT");
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
    renameSync(aside, file);
  } catch (error) {
    throw explainFullDisk(error, dirname(file));
  } finally {
    for (const left of [aside, `${aside}.wal`, scratch]) rmSync(left, {recursive: true, force: true});
  }
}

/** Opens a finished file for reading; any number of processes may. */
export async function openDatabase(file: string): Promise<{connection: DuckDBConnection; close: () => void}> {
  const instance = await DuckDBInstance.create(file, {
    access_mode: "READ_ONLY",
    ...threadsFor(file, short.warehouse),
  });
  const connection = await instance.connect();
  return {
    connection,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** SQL that makes another DuckDB file's tables readable as `<alias>.<table>`. */
export function attach(file: string, alias: string): string {
  return `ATTACH ${literal(file)} AS ${alias} (READ_ONLY)`;
}

/** The same error, or a plain one where the disk was full. */
export function explainFullDisk(error: unknown, folder: string): unknown {
  const {code, message} = error as {code?: string; message?: string};
  if (
    code === "ENOSPC" ||
    code === "EDQUOT" ||
    /no space left|disk quota exceeded|out of disk/i.test(message ?? "")
  ) {
    return new UserError(
      `${folder}: no space left on the disk; free some and build again (the last report is still whole)`,
    );
  }
  return error;
}
