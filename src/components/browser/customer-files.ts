import {FileAttachment} from "observablehq:stdlib";
import type {ActionRow} from "../../cubes/value.js";
import type {BacktestCutRow} from "../../cubes/warning.js";
import type {Locale, ReportCube, SettingRow} from "../../cubes.js";
import type {CustomerIndex, CustomerRecord} from "../customer/record.js";
import {shardOf} from "../customer/shard.js";
import {readSiteFile} from "./site-files.js";

export const locale: Locale = document.documentElement.lang.startsWith("zh") ? "zh" : "en";

const kept = new Map<string, Promise<unknown>>();

/** What `read` gives, once; what failed is asked for again the next time. */
function once<T>(key: string, read: () => Promise<T>): Promise<T> {
  let value = kept.get(key) as Promise<T> | undefined;
  if (!value) {
    value = read();
    kept.set(key, value);
    value.catch(() => kept.delete(key));
  }
  return value;
}

export function readReport(): Promise<ReportCube> {
  return once("report", () => FileAttachment("../../data/report.json").json() as Promise<ReportCube>);
}

export function readSettings(): Promise<SettingRow[]> {
  return once("settings", () => FileAttachment("../../data/settings.json").json() as Promise<SettingRow[]>);
}

export function readActions(): Promise<ActionRow[]> {
  return once("actions", () => FileAttachment("../../data/actions.json").json() as Promise<ActionRow[]>);
}

/** The past dates of the backtest, which hold the horizon that a chance of a lapse is told for. */
export function readBacktestCuts(): Promise<BacktestCutRow[]> {
  return once(
    "backtest-cuts",
    () => FileAttachment("../../data/backtest-cuts.json").json() as Promise<BacktestCutRow[]>,
  );
}

/** A file of the set `customers`; the hash in its address keeps a browser's copy from outliving the report. */
function readFile<T>(name: string): Promise<T> {
  return once(name, async () => {
    const {input_hash} = await readReport();
    const response = await readSiteFile(`files/customers/${name}.json`, input_hash);
    return (await response.json()) as T;
  });
}

/** A customer's record, or null where the report has no such customer. */
export async function readCustomer(id: string): Promise<CustomerRecord | null> {
  const {shards} = await readFile<CustomerIndex>("index");
  const records = await readFile<CustomerRecord[]>(String(shardOf(id, shards)));
  return records.find((record) => record.id === id) ?? null;
}
