import {DOUBLE, type DuckDBConnection, INTEGER} from "@duckdb/node-api";
import {rowsOf, runFile} from "../../database.js";
import {literal} from "../../quote.js";
import {measureHoldout} from "../holdout.js";
import {type BgNbdEstimate, fitBgNbd} from "./bg-nbd.js";
import {appendColumns, columnsOf} from "./columns.js";
import {purchasesOf} from "./expected-purchases.js";
import {makeFitTables, recordFit} from "./fit-tables.js";
import {fitGammaGamma} from "./gamma-gamma.js";
import type {Refusal} from "./guards.js";
import {discounted, monthDays, within} from "./horizon.js";
import {fitNbd, type NbdEstimate} from "./nbd.js";
import {fitParetoNbd, type ParetoNbdEstimate} from "./pareto-nbd.js";
import {groupPurchases, type PurchaseGroups, week} from "./purchase-groups.js";
import {measureSensitivity} from "./sensitivity.js";

export type PurchaseModel = "bg-nbd" | "pareto-nbd" | "nbd";

export interface LifetimeSettings {
  /** The purchase model whose figures are used; at the newest date those with dropout are fitted beside it. */
  model: PurchaseModel;
  horizon_months: number;
  /** A year. */
  discount_rate: number;
  /** The stretch held out, at most a third of the history. */
  holdout_days: number;
}

interface ScoringSettings {
  minor_digits: number;
  lifetime: LifetimeSettings;
}

export type PurchaseFit = BgNbdEstimate | ParetoNbdEstimate | NbdEstimate | Refusal;

/** Each purchase model's fit by maximum likelihood. */
export const purchaseModels: Record<PurchaseModel, (groups: PurchaseGroups) => PurchaseFit> = {
  "bg-nbd": fitBgNbd,
  "pareto-nbd": fitParetoNbd,
  nbd: fitNbd,
};

/** The models that know dropout, in the order in which they stand in for one another. */
export const dropoutModels = ["pareto-nbd", "bg-nbd"] as const;

/** The settings' own model, then who stands in where it is refused: those with dropout, then NBD, which knows none. */
export function inOrder(wanted: PurchaseModel): PurchaseModel[] {
  return [...new Set<PurchaseModel>([wanted, ...dropoutModels, "nbd"])];
}

/**
 * Fits the models at each as-of date with what was known by then, and values every customer: makes `lifetime_values`
 * (see lifetime-value.sql), `lifetime_fits`, `lifetime_parameters`, `lifetime_sensitivity`, `lifetime_retention` and
 * `lifetime_holdout`. Where a purchase model is refused the other one takes its place, then NBD without dropout, then the
 * naive rate, and the mean spend that of Gamma-Gamma; the refusals stand in `lifetime_fits`. The time unit of all
 * parameters is the week.
 */
export async function scoreLifetimes(
  connection: DuckDBConnection,
  {minor_digits, lifetime}: ScoringSettings,
): Promise<void> {
  // The fits are many small rows, and each alone would wait for the disk.
  await connection.run("BEGIN TRANSACTION");
  await connection.run(`SET VARIABLE minor_digits = ${minor_digits}`);
  await connection.run(`SET VARIABLE discount_rate = ${lifetime.discount_rate}::DOUBLE`);
  await connection.run(`SET VARIABLE holdout_days = ${lifetime.holdout_days}`);
  await runFile(connection, import.meta.url, "../purchase-histories.sql");
  await makeFitTables(connection);
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE group_rows (day INTEGER, frequency INTEGER, recency_days INTEGER, age_days INTEGER,
       p_alive DOUBLE, expected_purchases DOUBLE, discounted_purchases DOUBLE)`,
  );
  const dates = await datesOf(connection);
  let newest: PurchaseFit | undefined;
  for (const [i, date] of dates.entries()) {
    newest = await scoreAt(connection, date, lifetime, i === dates.length - 1);
  }
  await connection.run(
    "CREATE OR REPLACE TEMP TABLE lifetime_groups AS SELECT (DATE '1970-01-01' + day)::DATE AS as_of, * EXCLUDE (day) FROM group_rows",
  );
  await runFile(connection, import.meta.url, "../lifetime-value.sql");
  await measureSensitivity(connection, newest!, lifetime);
  await runFile(connection, import.meta.url, "../retention.sql");
  await measureHoldout(connection, lifetime.model);
  for (const table of ["purchase_histories", "group_rows", "lifetime_groups", "spend_fits"])
    await connection.run(`DROP TABLE ${table}`);
  await connection.run("COMMIT");
}

interface ScoredDate {
  as_of: string;
  day: number;
  /** Mean money of a purchase day, never below zero. */
  mean: number;
}

function datesOf(connection: DuckDBConnection): Promise<ScoredDate[]> {
  return rowsOf<ScoredDate>(
    connection,
    `SELECT as_of::VARCHAR AS as_of, (as_of - DATE '1970-01-01')::INTEGER AS day,
            greatest(sum(revenue_ever)::DOUBLE / sum(frequency + 1), 0) AS mean
     FROM purchase_histories GROUP BY as_of ORDER BY as_of`,
  );
}

async function scoreAt(
  connection: DuckDBConnection,
  {as_of, day, mean}: ScoredDate,
  settings: LifetimeSettings,
  newest: boolean,
): Promise<PurchaseFit> {
  const groups = await groupsAt(connection, as_of);
  const fit = await fitPurchases(connection, as_of, groups, settings.model, newest);
  const [frequency, meanSpend] = await columnsOf(
    connection,
    `SELECT frequency, mean_repeat FROM purchase_histories
     WHERE as_of = DATE ${literal(as_of)} AND frequency > 0 ORDER BY frequency, mean_repeat`,
  );
  const spend = fitGammaGamma({frequency: frequency!, meanSpend: meanSpend!});
  await recordFit(connection, as_of, {
    model: "gamma-gamma",
    fit: spend,
    customers: frequency!.length,
    primary: true,
  });
  const {p, q, v} = spend.ok ? spend.parameters : {p: null, q: null, v: null};
  await connection.run("INSERT INTO spend_fits VALUES ($1::DATE, $2, $3, $4, $5)", [
    as_of,
    p,
    q,
    v,
    spend.ok ? spend.meanSpend : mean,
  ]);
  await writeForecasts(connection, day, groups, fit, settings);
  return fit;
}

/**
 * The purchase model that a date's figures are taken from, and all that were tried on record: the first in order that is
 * not refused; where all are, the refusal of the settings' own, which stands for the naive rate. With `beside`, those
 * with dropout are fitted even where they are not needed.
 */
async function fitPurchases(
  connection: DuckDBConnection,
  asOf: string,
  groups: PurchaseGroups,
  wanted: PurchaseModel,
  beside: boolean,
): Promise<PurchaseFit> {
  const tried: {model: PurchaseModel; fit: PurchaseFit}[] = [];
  let used: PurchaseFit | undefined;
  for (const model of inOrder(wanted)) {
    if (used && !(beside && model !== "nbd")) continue;
    const fit = purchaseModels[model](groups);
    tried.push({model, fit});
    if (!used && fit.ok) used = fit;
  }
  used ??= tried[0]!.fit;
  const {customers} = groups;
  for (const {model, fit} of tried)
    await recordFit(connection, asOf, {model, fit, customers, primary: fit === used});
  return used;
}

/** The customers at a date, those with the same frequency, recency and age together. */
async function groupsAt(connection: DuckDBConnection, asOf: string): Promise<PurchaseGroups> {
  const [frequency, recencyDays, ageDays, weight] = await columnsOf(
    connection,
    `SELECT frequency, recency_days, age_days, count(*)::INTEGER FROM purchase_histories
     WHERE as_of = DATE ${literal(asOf)} GROUP BY ALL`,
  );
  return groupPurchases(
    {frequency: frequency!, recencyDays: recencyDays!, ageDays: ageDays!, weight: weight!},
    week,
  );
}

async function writeForecasts(
  connection: DuckDBConnection,
  day: number,
  groups: PurchaseGroups,
  fit: PurchaseFit,
  {horizon_months, discount_rate}: LifetimeSettings,
): Promise<void> {
  const {frequency, recencyDays, ageDays} = groups;
  const plain = purchasesOf(fit, groups, within((horizon_months * monthDays) / week.days));
  const worth = purchasesOf(
    fit,
    groups,
    discounted({periods: horizon_months, annualRate: discount_rate}, week),
    plain,
  );
  await appendColumns(
    connection,
    "group_rows",
    [INTEGER, INTEGER, INTEGER, INTEGER, DOUBLE, DOUBLE, DOUBLE],
    [
      new Int32Array(frequency.length).fill(day),
      frequency,
      recencyDays,
      ageDays,
      plain.alive,
      plain.purchases,
      worth.purchases,
    ],
    frequency.length,
  );
}
