import {existsSync, readdirSync, statSync} from "node:fs";
import {basename, extname, isAbsolute, join, resolve} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {UserError} from "../errors.js";
import {literal} from "../quote.js";
import type {ExportKey, ExportSettings} from "../settings.js";

const endings = [".csv", ".csv.gz", ".tsv", ".txt", ".parquet"];

/**
 * The files of an export, sorted by path: those that the settings name (files, globs, directories, relative to the
 * data folder), else `<export>.csv`, `.tsv`, `.txt`, `.parquet` or a directory of that name.
 *
 * @throws UserError where the settings name something that isn't there, or transactions are missing altogether
 */
export async function findFiles(
  connection: DuckDBConnection,
  key: ExportKey,
  settings: ExportSettings,
  folder: string,
): Promise<string[]> {
  if (settings.files !== undefined) {
    const found = new Set<string>();
    for (const pattern of [settings.files].flat()) {
      for (const file of await expand(connection, pattern, key, folder)) found.add(file);
    }
    return [...found].sort();
  }
  const standing = endings.map((ending) => join(folder, key + ending)).filter((file) => existsSync(file));
  const directory = join(folder, key);
  if (existsSync(directory) && statSync(directory).isDirectory()) standing.push(...inDirectory(directory));
  if (standing.length === 0 && key === "transactions") {
    throw new UserError(
      `${folder}: there is no transactions export; put transactions.csv or transactions.parquet there, or name the file in report.toml: [transactions] files = "…"`,
    );
  }
  const kinds = new Set(standing.map((file) => extname(file) === ".parquet"));
  if (kinds.size > 1) {
    throw new UserError(
      `${folder}: ${standing.map((f) => basename(f)).join(" and ")} both stand for ${key}; name the one to read in report.toml: [${key}] files = "…"`,
    );
  }
  return standing.sort();
}

async function expand(
  connection: DuckDBConnection,
  pattern: string,
  key: ExportKey,
  folder: string,
): Promise<string[]> {
  const path = isAbsolute(pattern) ? pattern : resolve(folder, pattern);
  if (existsSync(path)) return statSync(path).isDirectory() ? inDirectory(path) : [path];
  const matched = await connection.runAndReadAll(`SELECT file FROM glob(${literal(path)})`);
  const found = matched.getRows().map(([file]) => String(file));
  if (found.length === 0)
    throw new UserError(
      `${path}: no such file (from report.toml: ${key}.files = ${JSON.stringify(pattern)})`,
    );
  return found;
}

function inDirectory(directory: string): string[] {
  const found = readdirSync(directory)
    .filter((name) => endings.some((ending) => name.endsWith(ending)) && !name.startsWith("."))
    .map((name) => join(directory, name));
  if (found.length === 0) throw new UserError(`${directory}: holds no ${endings.join(", ")} file`);
  return found.sort();
}
