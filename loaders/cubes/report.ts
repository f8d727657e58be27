import type {DuckDBConnection} from "@duckdb/node-api";
import {type Audience, exportNames, type ReportCube, type SettingRow} from "../../src/cubes.js";
import {maySeeSetting} from "../audiences.js";
import {rowsOf} from "../database.js";
import {gridOf} from "../models/grid-settings.js";
import {parseSettings, type Settings} from "../settings.js";

/** What the whole report is about; `names` are filled in once the cubes tell which the report shows. */
export async function reportOf(
  connection: DuckDBConnection,
  settings: Settings,
  audience: Audience,
  smallestCell: number,
  inputHash: string,
): Promise<ReportCube> {
  const dates = await rowsOf<{as_of: string; role: string; window_from: string}>(
    connection,
    "FROM as_of_dates WHERE role IN ('now', 'quarter_end') ORDER BY as_of",
  );
  const now = dates.find((d) => d.role === "now")!;
  const [data] = await rowsOf<{first_day: string}>(connection, "SELECT min(day) AS first_day FROM purchases");
  const inputs = await rowsOf<{export: string}>(connection, "SELECT export FROM inputs");
  const [profit] = await rowsOf<{has: boolean}>(connection, "SELECT getvariable('has_profit') AS has");
  const {personal, company, minimums} = gridOf(settings);
  const {title, window} = settings;
  const has = (name: string): boolean => inputs.some((row) => row.export === name);
  return {
    title: typeof title === "string" ? {en: title, zh: title} : title,
    audience,
    smallest_cell: smallestCell,
    currency: settings.currency,
    minor_digits: settings.minor_digits,
    as_of: now.as_of,
    dates: dates.map((d) => d.as_of),
    window: window === "all" ? "all" : {days: window},
    window_from: now.window_from,
    first_day: data!.first_day,
    has_profit: profit!.has,
    exports: Object.fromEntries(exportNames.map((name) => [name, has(name)])) as ReportCube["exports"],
    primary_scheme: settings.rfm.primary,
    rfm_value: settings.rfm.value,
    primary_abc_preset: settings.pareto.primary,
    primary_abc_measure: settings.pareto.measure ?? (profit!.has ? "profit" : "revenue"),
    grid_levels: {personal, company},
    grid_minimums: minimums,
    wallet_thresholds: {stable: settings.wallet.stable_from, strategic: settings.wallet.strategic_from},
    filter_stage: settings.filter.stage,
    stale_after_days: settings.grid.stale_after_days,
    input_hash: inputHash.slice(0, 16),
    names: [],
    sample: settings.sample,
  };
}

/** Every setting in force as `key = value`, those that differ from their default marked. */
export function settingsInForce(settings: Settings, audience: Audience): SettingRow[] {
  const defaults = new Map(flat(parseSettings("")));
  return flat(settings)
    .filter(([key]) => maySeeSetting(audience, key))
    .map(([key, value]) => ({key, value, changed: defaults.get(key) !== value}))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

function flat(value: unknown, key = ""): [string, string][] {
  if (typeof value !== "object" || value === null) return value === undefined ? [] : [[key, String(value)]];
  if (Array.isArray(value)) {
    const parts = value.map((member) =>
      typeof member === "object" ? JSON.stringify(member) : String(member),
    );
    return [[key, parts.join(", ")]];
  }
  return Object.entries(value).flatMap(([name, member]) => flat(member, key ? `${key}.${name}` : name));
}
