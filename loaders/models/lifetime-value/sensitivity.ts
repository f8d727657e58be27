import type {DuckDBConnection} from "@duckdb/node-api";
import {rowsOf} from "../../database.js";
import {columnsOf} from "./columns.js";
import {purchasesOf} from "./expected-purchases.js";
import {discounted} from "./horizon.js";
import {groupPurchases, week} from "./purchase-groups.js";
import type {LifetimeSettings, PurchaseFit} from "./score-customers.js";

/** What the future value is shown under, beside the settings' own; chosen. */
const horizons = [12, 24, 36, 60];
const rates = [0.05, 0.1, 0.15];

/**
 * The future value of all customers at the newest date under other horizons and discount rates: makes
 * `lifetime_sensitivity` (horizon_months, discount_rate, clv_future, chosen). The chosen pair's is the sum of `clv_future`
 * itself.
 *
 * Under each model, expected purchases are P(alive), which knows no horizon, times a figure of x and T alone. So a
 * customer's value scales by the ratio of two horizons' purchases of anyone with that x and T: it is taken of one
 * whose last purchase was on the last day, who is as alive as can be.
 */
export async function measureSensitivity(
  connection: DuckDBConnection,
  fit: PurchaseFit,
  {horizon_months, discount_rate}: Pick<LifetimeSettings, "horizon_months" | "discount_rate">,
): Promise<void> {
  const at = "as_of = (SELECT max(as_of) FROM purchase_histories)";
  const [frequency, ageDays, value] = await columnsOf(
    connection,
    `SELECT frequency, age_days, sum(clv_future)::DOUBLE
     FROM purchase_histories JOIN lifetime_values USING (as_of, customer_id)
     WHERE ${at} GROUP BY frequency, age_days ORDER BY frequency, age_days`,
  );
  const recencyDays = frequency!.map((x, i) => (x > 0 ? ageDays![i]! : 0));
  const groups = groupPurchases({frequency: frequency!, recencyDays, ageDays: ageDays!}, week);
  const chosen = purchasesOf(
    fit,
    groups,
    discounted({periods: horizon_months, annualRate: discount_rate}, week),
  );
  const purchases = (periods: number, annualRate: number) =>
    purchasesOf(fit, groups, discounted({periods, annualRate}, week), chosen).purchases;
  const [total] = await rowsOf<{total: string}>(
    connection,
    `SELECT sum(clv_future) AS total FROM lifetime_values WHERE ${at}`,
  );
  await connection.run(
    "CREATE OR REPLACE TABLE lifetime_sensitivity (horizon_months INTEGER, discount_rate DOUBLE, clv_future DECIMAL(24, 4), chosen BOOLEAN)",
  );
  for (const months of ascending(horizons, horizon_months)) {
    for (const rate of ascending(rates, discount_rate)) {
      const isChosen = months === horizon_months && rate === discount_rate;
      const under = purchases(months, rate);
      const sum = value!.reduce(
        (all, v, i) => (chosen.purchases[i]! > 0 ? all + (v * under[i]!) / chosen.purchases[i]! : all),
        0,
      );
      await connection.run(
        "INSERT INTO lifetime_sensitivity VALUES ($1, $2, round($3::DOUBLE, getvariable('minor_digits')), $4)",
        [months, rate, sum, isChosen],
      );
      if (isChosen)
        await connection.run(`UPDATE lifetime_sensitivity SET clv_future = ${total!.total} WHERE chosen`);
    }
  }
}

function ascending(values: readonly number[], also: number): number[] {
  return [...new Set([...values, also])].sort((a, b) => a - b);
}
