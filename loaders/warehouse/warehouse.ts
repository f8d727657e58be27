import {existsSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {hashCode, sha256} from "../content-hash.js";
import {attach, makeDatabase, rowsOf, runFile} from "../database.js";
import {UserError} from "../errors.js";
import {emptyTables} from "../exports/empty.js";
import type {Export} from "../exports/export.js";
import {exports} from "../exports/exports.js";
import {backtestWarning} from "../models/backtest.js";
import {checkVariables} from "../models/check-settings.js";
import {coverageVariables} from "../models/coverage-settings.js";
import {gridOf, relationshipVariables} from "../models/grid-settings.js";
import {scoreLifetimes} from "../models/lifetime-value/score-customers.js";
import {measureMethods} from "../models/methods.js";
import {movementVariables} from "../models/movement-settings.js";
import {checkFeeCategories, pyramidVariables} from "../models/pyramid-settings.js";
import {segmentCells, standardSegments} from "../models/segments.js";
import {serviceVariables} from "../models/service-settings.js";
import {warningVariables} from "../models/warning-settings.js";
import {home} from "../places.js";
import {literal} from "../quote.js";
import type {Settings} from "../settings.js";
import {readExports, type StoredExport} from "./export-store.js";
import {placeNotices} from "./place-notices.js";
import {toldOfExports} from "./tell.js";
import {movedWalletFaults} from "./wallet-faults.js";

interface Warehouse {
  /** The DuckDB file: complete, read-only from here on. */
  file: string;
  /** SHA-256 over the exports, the settings and the code of the models: what stands in the file. */
  key: string;
  exports: StoredExport[];
}

/** The models in the order in which they run; each is a `.sql` file in loaders/models that may also be run by hand. */
const models = [
  "as-of-dates",
  "notices",
  "activity",
  "rfm",
  "rfm-schemes",
  "rfm-ranks",
  "rfm-movement",
  "pareto",
  "relationship-grid",
  "share-of-wallet",
  "contact-pattern",
  "scores",
  "service-buying",
  "complaint-status",
  "survey-status",
  "service-levels",
  "complaint-aftermath",
  "coverage-accounts",
  "visit-plan",
  "channels",
  "cost-to-serve",
  "lifecycle",
] as const;

/** The models that read lifetime values, which are fitted between those and these. */
const pyramids = [
  "metal-pyramid",
  "metal-movement",
  "hsbc-pyramid",
  "chase-pyramid",
  "value-types",
  "class-movement",
  "stage-regressions",
] as const;

/** The warning, up to its backtest. */
const warnings = [
  "warning-days",
  "warning-states",
  "warning-chance",
  "warning-signals",
  "warning-relationships",
  "warning-churn",
  "alerts",
  "customer-types",
  "opportunities",
] as const;

/** The tables that each export becomes. */
export const tables = {
  transactions: ["purchases", "purchases_by_category"],
  customers: ["accounts"],
  relationships: ["assessments"],
  wallets: ["wallets"],
  interactions: ["interactions"],
  complaints: ["complaints"],
  surveys: ["surveys"],
  events: ["events"],
  costs: ["costs_to_serve"],
} as const;

/** The code that decides what stands in the warehouse. */
export const scoringCode = [
  "loaders/models",
  "loaders/warehouse",
  "loaders/exports",
  "loaders/database.ts",
  "loaders/quote.ts",
  "package-lock.json",
];

/**
 * Brings the warehouse up to date: one DuckDB file with the exports' tables and every model's, built aside and renamed,
 * and only when an export, a setting or the code has changed. `onStep` is told each step of the scoring as it begins.
 *
 * @throws UserError for bad input and bad settings; the previous warehouse stays
 */
export async function openWarehouse(
  settings: Settings,
  folder: string,
  progress: (line: string) => void,
  onStep: (step: string) => void = () => {},
): Promise<Warehouse> {
  const stored = await readExports(settings, folder, progress);
  const {audience, smallest_cell, title, actions, ...computed} = settings;
  const key = sha256([stored.map(({hash}) => hash), computed, hashCode(...scoringCode)]);
  const file = join(home(), "warehouse", `${key.slice(0, 24)}.duckdb`);
  if (!existsSync(file)) {
    progress("scoring customers");
    const lines = stored.find(({key: name}) => name === "transactions")!.database;
    await makeDatabase(file, (connection) => fill(connection, stored, settings, folder, onStep), lines);
  }
  const said = new Map(stored.flatMap(({key, told}) => (told ? [[key, told] as const] : [])));
  for (const line of await toldOfExports(file, said, settings)) progress(line);
  return {file, key, exports: stored};
}

async function fill(
  connection: DuckDBConnection,
  stored: StoredExport[],
  settings: Settings,
  folder: string,
  onStep: (step: string) => void,
): Promise<void> {
  onStep("exports");
  const missing: Export[] = [];
  for (const {key, database} of stored) {
    // The file began as a copy of this one: it is by far the largest.
    if (key === "transactions") continue;
    if (database === undefined) {
      missing.push(exports[key]);
      continue;
    }
    await connection.run(attach(database, "read_export"));
    for (const table of [...tables[key], "quality", "inputs"]) {
      const into =
        table === "quality" || table === "inputs" ? `INSERT INTO ${table}` : `CREATE TABLE ${table} AS`;
      await connection.run(`${into} FROM read_export.${table}`);
    }
    await connection.run("DETACH read_export");
  }
  await emptyTables(connection, missing);
  await checkDates(connection, settings);
  await checkValue(connection, settings);
  await setVariables(connection, settings);
  await makeSettingTables(connection, settings);
  const run = async (model: string) => {
    onStep(model);
    await runFile(connection, import.meta.url, `../models/${model}.sql`);
  };
  for (const model of models) await run(model);
  onStep("lifetime-value");
  await scoreLifetimes(connection, settings);
  await checkFeeCategories(connection, settings);
  for (const model of pyramids) await run(model);
  for (const model of warnings) await run(model);
  onStep("backtest");
  await backtestWarning(connection, settings);
  onStep("methods");
  await measureMethods(connection, settings);
  await movedWalletFaults(connection, settings);
  await placeNotices(connection, stored, settings, folder);
  onStep("writing");
}

/** The settings that are tables: `grid_minimums` and `segments`. */
export async function makeSettingTables(connection: DuckDBConnection, settings: Settings): Promise<void> {
  const minimums = gridOf(settings).minimums.map(
    ({stage, personal, company}, i, all) => `(${all.length - i}, ${literal(stage)}, ${personal}, ${company})`,
  );
  await connection.run(
    `CREATE TABLE grid_minimums AS FROM (VALUES ${minimums.join(", ")}) AS minimums(rank, stage, personal, company)`,
  );
  const segments = segmentCells(settings.rfm.segments ?? standardSegments).map(
    ({r, f, segment}) => `(${r}, ${f}, ${literal(segment)})`,
  );
  await connection.run(
    `CREATE TABLE segments AS FROM (VALUES ${segments.join(", ")}) AS cells(r, f, segment)`,
  );
}

/** The settings that the models' SQL reads, set as DuckDB variables; whether there is profit is read from `inputs`. */
export async function setVariables(connection: DuckDBConnection, settings: Settings): Promise<void> {
  for (const [name, value] of Object.entries(modelVariables(settings, await columnsGiven(connection))))
    await connection.run(`SET VARIABLE ${name} = ${value}`);
}

/** The columns that the transactions came with. */
export async function columnsGiven(connection: DuckDBConnection): Promise<string[]> {
  const [lines] = await rowsOf<{given: string}>(
    connection,
    "SELECT given FROM inputs WHERE export = 'transactions'",
  );
  return lines!.given.split(" ");
}

/** The variables that the models' SQL reads, name to SQL; `given` are the columns of the transactions. */
export function modelVariables(settings: Settings, given: readonly string[]): Record<string, string> {
  const {as_of, window, margin, rfm, pareto, grid, wallet} = settings;
  const list = (values: number[] | undefined) => (values === undefined ? "NULL" : `[${values.join(", ")}]`);
  const hasCost = given.includes("cost");
  return {
    as_of: as_of === undefined ? "NULL::DATE" : `DATE ${literal(as_of)}`,
    window_days: window === "all" ? "NULL::INTEGER" : String(window),
    margin: margin === undefined ? "NULL::DECIMAL(6, 4)" : `${margin}::DECIMAL(6, 4)`,
    has_profit: String(hasCost || margin !== undefined),
    rfm_value: literal(rfm.value),
    tie_policy: literal(rfm.primary),
    fixed_recency: list(rfm.fixed.recency),
    fixed_frequency: `${list(rfm.fixed.frequency)}::DOUBLE[]`,
    fixed_money: `${list(rfm.fixed.money)}::DOUBLE[]`,
    bins: String(rfm.custom.bins),
    custom_recency: `${list(rfm.custom.recency)}::DOUBLE[]`,
    custom_frequency: `${list(rfm.custom.frequency)}::DOUBLE[]`,
    custom_money: `${list(rfm.custom.money)}::DOUBLE[]`,
    keep_share: String(rfm.keep_share),
    avoid_share: String(rfm.avoid_share),
    head_share: String(rfm.head_share),
    ...pyramidVariables(settings),
    ...movementVariables(settings),
    ...serviceVariables(settings),
    ...warningVariables(settings),
    ...coverageVariables(settings),
    ...checkVariables(settings),
    horizon_months: String(settings.lifetime.horizon_months),
    customers_a: String(pareto.customers_a),
    customers_b: String(pareto.customers_b),
    value_a: String(pareto.value_a),
    value_b: String(pareto.value_b),
    contacts: literal(grid.contacts),
    ...relationshipVariables(settings),
    stable_from: String(wallet.stable_from),
    strategic_from: String(wallet.strategic_from),
    period_months: String(wallet.period_months),
  };
}

/** What M counts has to be in the export: else everyone would have none of it. */
async function checkValue(connection: DuckDBConnection, {rfm, margin}: Settings): Promise<void> {
  const [lines] = await rowsOf<{given: string}>(
    connection,
    "SELECT given FROM inputs WHERE export = 'transactions'",
  );
  const needed = rfm.value === "profit" ? "cost" : rfm.value;
  if (needed === "revenue" || lines!.given.split(" ").includes(needed)) return;
  if (needed === "cost" && margin !== undefined) return;
  throw new UserError(
    `report.toml: rfm.value = "${rfm.value}": the transactions have no column ${needed}${needed === "cost" ? ", and there is no margin" : ""}; map it in [transactions.columns], or choose another value`,
  );
}

async function checkDates(connection: DuckDBConnection, {as_of}: Settings): Promise<void> {
  const [days] = await rowsOf<{first: string | null}>(
    connection,
    "SELECT min(day) FILTER (orders > 0) AS first FROM purchases",
  );
  if (days!.first === null)
    throw new UserError("transactions: every line is a refund; there is no customer to report on");
  if (as_of !== undefined && as_of < days!.first) {
    throw new UserError(`report.toml: as_of = ${as_of} is before the first purchase (${days!.first})`);
  }
}
