import type {DuckDBConnection} from "@duckdb/node-api";
import {rowsOf, runFile} from "../database.js";
import {columnsOf} from "./lifetime-value/columns.js";
import {purchasesOf} from "./lifetime-value/expected-purchases.js";
import {naiveForecast} from "./lifetime-value/forecast.js";
import {holdoutPanel} from "./lifetime-value/holdout.js";
import {within} from "./lifetime-value/horizon.js";
import {groupOf, groupPurchases, week} from "./lifetime-value/purchase-groups.js";
import {dropoutModels, type PurchaseModel, purchaseModels} from "./lifetime-value/score-customers.js";

/**
 * Fits both purchase models with dropout up to the calibration's end (see holdout.sql), and NBD where it is the one
 * `wanted` or both are refused, and holds them, and the naive rate, against the stretch that followed: makes `lifetime_holdout`, per forecast a line for each frequency (purchases per customer)
 * and one of totals, whose frequency is null (purchases in all, MAE and RMSE per customer). A refused model has no line.
 */
export async function measureHoldout(connection: DuckDBConnection, wanted: PurchaseModel): Promise<void> {
  await connection.run(
    `CREATE OR REPLACE TABLE lifetime_holdout (calibration_end DATE, holdout_end DATE, frequency INTEGER, and_above BOOLEAN,
       customers INTEGER, forecast VARCHAR, actual DOUBLE, expected DOUBLE, mae DOUBLE, rmse DOUBLE)`,
  );
  await runFile(connection, import.meta.url, "holdout.sql");
  const [span] = await rowsOf<{days: number}>(
    connection,
    "SELECT (holdout_end - calibration_end)::INTEGER AS days FROM holdout_span",
  );
  if (span) await holdAgainst(connection, span.days, wanted);
  await connection.run("DROP TABLE holdout_span; DROP TABLE holdout_customers");
}

async function holdAgainst(connection: DuckDBConnection, days: number, wanted: PurchaseModel): Promise<void> {
  const rows = await columnsOf(
    connection,
    "SELECT frequency, recency_days, age_days, actual, customers FROM holdout_customers ORDER BY ALL",
  );
  const [frequency, recencyDays, ageDays, actual] = rows.map((column) => repeated(column, rows[4]!));
  const summary = {frequency: frequency!, recencyDays: recencyDays!, ageDays: ageDays!};
  const groups = groupPurchases(summary, week);
  const horizon = within(days / week.days);
  const forecasts: Record<string, Float64Array> = {naive: naiveForecast(groups, horizon).purchases};
  const hold = (model: PurchaseModel) => {
    const fit = purchaseModels[model](groups);
    if (fit.ok) forecasts[model] = purchasesOf(fit, groups, horizon).purchases;
    return fit.ok;
  };
  const held = dropoutModels.map(hold);
  if (wanted === "nbd" || !held.includes(true)) hold("nbd");
  const group = groupOf(groups, summary);
  const perCustomer = Object.entries(forecasts).map(([name, purchases]) => [
    name,
    Float64Array.from(group, (g) => purchases[g]!),
  ]);
  const panel = holdoutPanel(frequency!, actual!, Object.fromEntries(perCustomer) as typeof forecasts);
  const insert = (values: (number | boolean | string | null)[]) =>
    connection.run(
      "INSERT INTO lifetime_holdout SELECT calibration_end, holdout_end, $1, $2, $3, $4, $5, $6, $7, $8 FROM holdout_span",
      values,
    );
  for (const {forecast, total, mae, rmse} of panel.scores) {
    for (const bin of panel.bins) {
      const {frequency, andAbove, customers, actual, expected} = bin;
      await insert([frequency, andAbove, customers, forecast, actual, expected[forecast]!, null, null]);
    }
    await insert([null, false, panel.customers, forecast, panel.actualTotal, total, mae, rmse]);
  }
}

/** Each value as often as its count says. */
function repeated(values: Float64Array, counts: Float64Array): Float64Array {
  const all = new Float64Array(counts.reduce((sum, count) => sum + count, 0));
  let at = 0;
  for (let i = 0; i < values.length; i++) {
    all.fill(values[i]!, at, at + counts[i]!);
    at += counts[i]!;
  }
  return all;
}
