import {existsSync, rmSync, statSync} from "node:fs";
import {basename, isAbsolute, join, relative} from "node:path";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {hashCode, hashFile, sha256} from "../content-hash.js";
import {makeDatabase, openDatabase} from "../database.js";
import type {Export} from "../exports/export.js";
import {exports} from "../exports/exports.js";
import {findFiles} from "../exports/files.js";
import {ingest} from "../exports/ingest.js";
import {openSource} from "../exports/source.js";
import {levelNames} from "../models/grid-settings.js";
import {home} from "../places.js";
import {literal} from "../quote.js";
import {type ExportKey, exportKeys, type Settings} from "../settings.js";
import {unusedRows} from "./tell.js";

/** The code that decides what stands in a read export. */
const readingCode = [
  "loaders/exports",
  "loaders/warehouse/export-store.ts",
  "loaders/models/grid-settings.ts",
  "loaders/database.ts",
  "loaders/nearest.ts",
  "loaders/quote.ts",
  "loaders/settings.ts",
  "loaders/settings/export.ts",
  "package-lock.json",
];

/** One export, read: a DuckDB file with its tables, or none where the export is missing. */
export interface StoredExport {
  key: ExportKey;
  /** SHA-256 over the files' bytes, the settings that read them, and the code that reads. */
  hash: string;
  files: string[];
  database?: string;
  /** What was told of its unused rows, where it has just been read. */
  told?: string[];
}

/**
 * Reads every export that is there, each only when its bytes, its settings or the code that reads it have changed.
 *
 * @throws UserError for bad input and bad settings
 */
export async function readExports(
  settings: Settings,
  folder: string,
  progress: (line: string) => void,
): Promise<StoredExport[]> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  try {
    const stored: StoredExport[] = [];
    for (const key of exportKeys)
      stored.push(await readOne(connection, exports[key], settings, folder, progress));
    return stored;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function readOne(
  connection: DuckDBConnection,
  definition: Export,
  settings: Settings,
  folder: string,
  progress: (line: string) => void,
): Promise<StoredExport> {
  const {key} = definition;
  const own = settings[key];
  const files = await findFiles(connection, key, own, folder);
  if (files.length === 0) return {key, hash: "", files};
  const names = files.map((file) => nameBelow(folder, file));
  const bytes = sha256(await Promise.all(files.map(async (file, i) => [names[i], await hashFile(file)])));
  const code = hashCode(...readingCode);
  const hash = sha256([bytes, own, code, key === "relationships" ? levelNames(settings) : null]);
  const database = join(home(), "exports", `${key}-${hash.slice(0, 24)}.duckdb`);
  let told: string[] | undefined;
  if (!existsSync(database)) {
    const size = files.reduce((sum, file) => sum + statSync(file).size, 0);
    progress(`reading ${key}: ${files.map((f) => basename(f)).join(", ")} (${megabytes(size)})`);
    await makeDatabase(database, async (target, scratch) => {
      const decoded = join(scratch, "decoded");
      try {
        const sources = [];
        for (const [i, file] of files.entries()) {
          sources.push({
            ...(await openSource(target, key, own, file, join(decoded, String(i)))),
            file: names[i]!,
          });
        }
        if (key === "relationships") await loadLevelNames(target, settings);
        await ingest(target, definition, own, sources, bytes.slice(0, 16));
      } finally {
        rmSync(decoded, {recursive: true, force: true});
      }
    });
    told = await toldOf(database, key);
    for (const line of told) progress(`  ${line}`);
  }
  return {key, hash, files, database, told};
}

/** What a file is called in messages and in the hash: the same wherever the data folder itself stands. */
export function nameBelow(folder: string, file: string): string {
  const name = relative(folder, file);
  return name.startsWith("..") || isAbsolute(name) ? file : name;
}

async function toldOf(database: string, key: ExportKey): Promise<string[]> {
  const {connection, close} = await openDatabase(database);
  try {
    return await unusedRows(connection, key);
  } finally {
    close();
  }
}

async function loadLevelNames(connection: DuckDBConnection, settings: Settings): Promise<void> {
  const rows = levelNames(settings).map(
    ({axis, name, level}) => `(${literal(axis)}, ${literal(name)}, ${level})`,
  );
  await connection.run(
    `CREATE TEMP TABLE level_names AS FROM (VALUES ${rows.join(", ")}) AS names(axis, name, level)`,
  );
}

function megabytes(bytes: number): string {
  return bytes < 100_000
    ? `${Math.ceil(bytes / 1000)} kB`
    : `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}
