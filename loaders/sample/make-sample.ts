import {rename, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {type ExportName, exportNames} from "../../src/cubes.js";
import {UserError} from "../errors.js";
import {claimFolder} from "./claim-folder.js";
import {diskError} from "./disk-error.js";
import {lineRecord, recordsOf, type Table, tables} from "./exports.js";
import {nameSettings} from "./names.js";
import {toParquet} from "./to-parquet.js";
import {type Totals, truthJson} from "./truth.js";
import {CsvFile} from "./write-csv.js";

export interface SampleOptions {
  /** The folder to fill; made if absent. */
  out: string;
  /** How many accounts, prospects among them. */
  customers?: number;
  format?: "csv" | "parquet";
  /** Any whole number from 0 to 2^32 − 1: another seed is another business. */
  seed?: number;
  /** Told about progress, a line at a time. */
  progress?: (line: string) => void;
}

/** Up to this many customers the lines are held in memory and sorted by date. */
const sortedUpTo = 5000;
const progressEvery = 50_000;

const report = `title = {en = "Hengyi Precision Components", zh = "恒毅精密部件"}
currency = "CNY"
audience = "analysts"
sample = true
${nameSettings}`;

/**
 * Writes the sample business, an invented maker of industrial components with five years of history, as a data folder:
 * all nine exports (CSV or Parquet), `report.toml`, and what models should recover, `truth.csv` and `truth.json`.
 *
 * The same options give the same CSV bytes. Customer k depends on (seed, k) alone, whatever the number of
 * customers. Order lines are sorted by date, as in a real export, up to 5,000 customers; beyond, they come customer
 * by customer and nothing is held in memory.
 *
 * All files appear together at the end, under their temporary names until then; a failure leaves an earlier sample
 * as it was. Throws a UserError for bad options, a full disk, or a folder with somebody's own exports.
 */
export async function makeSample(options: SampleOptions): Promise<void> {
  const {out, customers = 600, format = "csv", seed = 2, progress = () => {}} = options;
  requireWhole("--customers", customers, 1, 100_000_000);
  requireWhole("--seed", seed, 0, 4294967295);
  const temporary: string[] = [];
  try {
    await claimFolder(out);
    const path = (name: string) => {
      const file = join(out, `${name}.tmp`);
      temporary.push(file);
      return file;
    };
    const csv = {} as Record<Table, string>;
    for (const table of Object.keys(tables) as Table[]) csv[table] = path(`${table}.csv`);
    const totals = await writeTables(csv, customers, seed, progress);

    const finished: [from: string, to: string][] = [[csv.truth, "truth.csv"]];
    for (const table of exportNames) {
      finished.push([await finish(table, csv[table], format, path, progress), `${table}.${format}`]);
    }
    const texts: [name: string, text: string][] = [
      ["truth.json", truthJson(seed, totals)],
      // Last to be renamed: a folder with a report.toml is a whole sample.
      ["report.toml", format === "csv" ? report : report + exportNames.map(parquetSetting).join("")],
    ];
    for (const [name, text] of texts) {
      const file = path(name);
      await writeFile(file, text);
      finished.push([file, name]);
    }
    // Otherwise an earlier sample in the other format would stand beside this one, and which is meant is unclear.
    for (const table of exportNames) {
      await rm(join(out, `${table}.${format === "csv" ? "parquet" : "csv"}`), {force: true});
    }
    for (const [from, name] of finished) await rename(from, join(out, name));
    progress(`${out}: ${count(customers)} customers, ${count(totals.lines)} order lines`);
  } catch (error) {
    throw diskError(error, out);
  } finally {
    for (const file of temporary) await rm(file, {force: true});
  }
}

async function writeTables(
  paths: Record<Table, string>,
  customers: number,
  seed: number,
  progress: (line: string) => void,
): Promise<Totals> {
  const totals: Totals = {customers, lines: 0, orders: 0, refunds: 0, revenue: 0, cost: 0};
  const files = {} as Record<Table, CsvFile>;
  const held: {day: number; record: string}[] = [];
  const started = performance.now();
  try {
    for (const [table, columns] of Object.entries(tables)) {
      files[table as Table] = await CsvFile.create(paths[table as Table], columns);
    }
    for (let index = 1; index <= customers; index++) {
      const {account, lines, records} = recordsOf(seed, index);
      for (const [table, text] of Object.entries(records)) files[table as Table].add(text);
      let order = "";
      for (const line of lines) {
        if (line.quantity < 0) totals.refunds++;
        else if (line.order !== order) totals.orders++;
        order = line.order;
        totals.revenue += line.amount;
        totals.cost += line.cost;
        const record = lineRecord(line, account.id);
        if (customers <= sortedUpTo) held.push({day: line.day, record});
        else files.transactions.add(record);
      }
      totals.lines += lines.length;
      for (const file of Object.values(files)) await file.drain();
      if (index % progressEvery === 0) progress(progressLine(index, customers, totals.lines, started));
    }
    // The sort is stable: lines of one day stay in the order of customers and of their orders.
    held.sort((a, b) => a.day - b.day);
    for (const {record} of held) files.transactions.add(record);
  } finally {
    await closeAll(Object.values(files));
  }
  return totals;
}

/** Closes every file even if one fails, then tells the first failure. */
async function closeAll(files: CsvFile[]): Promise<void> {
  const results = await Promise.allSettled(files.map((file) => file.close()));
  for (const result of results) if (result.status === "rejected") throw result.reason;
}

async function finish(
  table: ExportName,
  source: string,
  format: "csv" | "parquet",
  path: (name: string) => string,
  progress: (line: string) => void,
): Promise<string> {
  if (format === "csv") return source;
  progress(`${table}: from csv to parquet`);
  const target = path(`${table}.parquet`);
  await toParquet(table, source, target);
  return target;
}

function parquetSetting(table: ExportName): string {
  return `\n[${table}]\nfiles = "${table}.parquet"\n`;
}

function progressLine(index: number, customers: number, lines: number, started: number): string {
  const rate = Math.round(lines / ((performance.now() - started) / 1000));
  return `${count(index)} of ${count(customers)} customers, ${count(lines)} lines, ${count(rate)} lines/s`;
}

function count(value: number): string {
  return value.toLocaleString("en-US");
}

function requireWhole(option: string, value: number, low: number, high: number): void {
  if (Number.isSafeInteger(value) && value >= low && value <= high) return;
  throw new UserError(`${option}: ${value} is not a whole number from ${low} to ${high}`);
}
