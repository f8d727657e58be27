import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import {join} from "node:path";
import type {Audience} from "../src/cubes.js";
import {hashCode, sha256} from "./content-hash.js";
import {computeCubes} from "./cubes/compute.js";
import {explainFullDisk, openDatabase, rowsOf} from "./database.js";
import {UserError} from "./errors.js";
import type {FileSet} from "./files/file-set.js";
import {fileSets} from "./files/files.js";
import {layOwnCubes} from "./own/lay-over.js";
import {own} from "./own/own.js";
import {scoreOwnModels} from "./own/score.js";
import {dataFolder, home, root} from "./places.js";
import {readSettings} from "./settings.js";
import {openWarehouse} from "./warehouse/warehouse.js";

/** The code that decides what stands in a cube, and in the files beside them. */
export const countingCode = [
  "loaders/cubes",
  "loaders/files",
  "loaders/audiences.ts",
  "loaders/audiences",
  "loaders/publish.ts",
  "loaders/database.ts",
  "loaders/quote.ts",
  "loaders/settings.ts",
  "src/cubes.ts",
  "src/cubes",
  // The code that runs what analysts add, and not the pages and models themselves, in its folders.
  ...readdirSync(join(root, "loaders/own"), {withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({name}) => `loaders/own/${name}`)
    .sort(),
  "src/components/customer",
  "src/components/drill",
  "src/components/filter",
  "src/components/own",
  "src/components/workbench/columns.ts",
];

export interface Publication {
  /** Holds `<cube>.json` for each cube on the audience's list, and `files/<set>/` for each set of files. */
  directory: string;
  /** SHA-256 over exports, settings, audience and code: the same key means the same bytes. */
  key: string;
  audience: Audience;
  /** The finished warehouse that they were counted from. */
  warehouse: string;
}

/**
 * Brings the warehouse up to date and computes every cube that the audience may have, all in this process, into a
 * folder that is named by what they were made from and is there whole or not at all.
 *
 * @throws UserError for bad input and bad settings
 */
export async function publish(options: {
  data: string;
  audience?: Audience;
  progress: (line: string) => void;
  /** The sets of files beside the cubes; without it all of them. */
  sets?: Readonly<Record<string, FileSet>>;
}): Promise<Publication> {
  try {
    return await bringUpToDate(options.data, options.audience, options.progress, options.sets ?? fileSets);
  } catch (error) {
    throw explainFullDisk(error, home());
  }
}

async function bringUpToDate(
  data: string,
  wanted: Audience | undefined,
  progress: (line: string) => void,
  sets: Readonly<Record<string, FileSet>>,
): Promise<Publication> {
  const settings = readSettings(data);
  const audience = wanted ?? settings.audience;
  const {exports, ...warehouse} = await openWarehouse(settings, data, progress);
  const {key: warehouseKey, file} = await scoreOwnModels(warehouse, own.models, progress);
  const counted = sha256([warehouseKey, settings, audience, hashCode(...countingCode), Object.keys(sets)]);
  const published = join(home(), "cubes", counted.slice(0, 24));
  if (!existsSync(published)) {
    progress("counting cubes");
    const inputHash = sha256(exports.map(({hash}) => hash));
    const {connection, close} = await openDatabase(file);
    try {
      await write(published, async (aside) => {
        const cubes = await computeCubes(connection, settings, audience, inputHash);
        for (const [name, cube] of Object.entries(cubes))
          writeFileSync(join(aside, `${name}.json`), JSON.stringify(cube));
        writeFileSync(join(aside, "own-pages.json"), "[]");
        const smallest = cubes.report!.smallest_cell;
        for (const [name, set] of Object.entries(sets)) {
          if (set.columns[audience] === undefined) continue;
          const folder = join(aside, "files", name);
          mkdirSync(folder, {recursive: true});
          await set.write(connection, {settings, audience, smallest, folder});
        }
      });
    } finally {
      close();
    }
  }
  const isOwn = own.pages.length + own.models.length > 0;
  const key = isOwn ? sha256([counted, hashCode("loaders/own")]) : counted;
  const directory = join(home(), "cubes", key.slice(0, 24));
  if (!existsSync(directory)) {
    progress("counting own pages");
    await write(directory, (aside) =>
      layOwnCubes(aside, {published, warehouse: file, own, audience, names: settings.names}),
    );
  }
  markAsUsed([published, directory, file, ...exports.flatMap(({database}) => database ?? [])]);
  keepNewest(join(home(), "cubes"), 6);
  keepNewest(join(home(), "warehouse"), 3);
  keepNewest(join(home(), "exports"), 16);
  return {directory, key, audience, warehouse: file};
}

/** Ids and names of all customers: what must not stand in a report for executives. */
export async function identifiersOf({warehouse, audience}: Publication): Promise<string[]> {
  if (audience !== "executives") return [];
  const {connection, close} = await openDatabase(warehouse);
  try {
    const rows = await rowsOf<{identifier: string}>(
      connection,
      "SELECT DISTINCT customer_id AS identifier FROM scores UNION SELECT name FROM accounts WHERE name IS NOT NULL",
    );
    return rows.map(({identifier}) => identifier);
  } finally {
    close();
  }
}

/**
 * The folder to read: the one that GUANXI_DATA names, else `data/`, else (where that has no report.toml) the sample
 * business, made into `data/sample/`.
 *
 * @throws UserError where GUANXI_DATA names no folder
 */
export async function resolveData(progress: (line: string) => void): Promise<string> {
  const folder = dataFolder();
  if (process.env.GUANXI_DATA) {
    if (!existsSync(folder))
      throw new UserError(`GUANXI_DATA=${process.env.GUANXI_DATA}: there is no such folder`);
    return folder;
  }
  if (existsSync(join(folder, "report.toml"))) return folder;
  const sample = join(folder, "sample");
  const made = join(sample, ".made-by");
  const code = hashCode("loaders/sample");
  if (!existsSync(made) || readFileSync(made, "utf8") !== code) {
    progress(`${folder} has no report.toml yet: making the sample business`);
    const {makeSample} = await import("./sample/make-sample.js");
    await makeSample({out: sample, progress});
    writeFileSync(made, code);
  }
  return sample;
}

/** Has `fill` write into a folder aside, which then takes its name. */
async function write(directory: string, fill: (aside: string) => Promise<void>): Promise<void> {
  const aside = `${directory}.${process.pid}-${process.hrtime.bigint()}.tmp`;
  mkdirSync(aside, {recursive: true});
  try {
    await fill(aside);
    renameSync(aside, directory);
  } catch (error) {
    rmSync(aside, {recursive: true, force: true});
    // Another process was quicker, with the same bytes.
    if (!existsSync(directory)) throw error;
  }
}

/** Sets the time of last use by hand: most disks don't keep it. */
function markAsUsed(paths: string[]): void {
  const now = new Date();
  for (const path of paths) utimesSync(path, now, now);
}

/**
 * Leaves the newest files of a folder of the store, by time of use, and what a killed build has left half done; never
 * removes one of the last hour. Another process may be doing the same.
 */
function keepNewest(folder: string, count: number): void {
  const hour = 3_600_000;
  const entries = readdirSync(folder)
    .map((name) => ({path: join(folder, name), half: name.includes(".tmp")}))
    .map((entry) => ({...entry, used: statSync(entry.path, {throwIfNoEntry: false})?.mtimeMs ?? Number.NaN}))
    .filter(({used}) => !Number.isNaN(used))
    .sort((a, b) => b.used - a.used);
  const whole = entries.filter(({half}) => !half);
  for (const {path, used} of [...whole.slice(count), ...entries.filter(({half}) => half)]) {
    if (Date.now() - used > hour) rmSync(path, {recursive: true, force: true});
  }
}
