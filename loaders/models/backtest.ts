import {DOUBLE, type DuckDBConnection, INTEGER} from "@duckdb/node-api";
import {rowsOf, runFile} from "../database.js";
import {literal} from "../quote.js";
import {appendColumns, columnsOf} from "./lifetime-value/columns.js";
import {purchasesOf} from "./lifetime-value/expected-purchases.js";
import {within} from "./lifetime-value/horizon.js";
import {groupPurchases, week} from "./lifetime-value/purchase-groups.js";
import {
  dropoutModels,
  inOrder,
  type LifetimeSettings,
  purchaseModels,
} from "./lifetime-value/score-customers.js";

/**
 * Puts the warning to the test at past cuts: makes `backtest_cuts`, `backtest_rules` and `backtest_curve` (see backtest.sql),
 * from what warning-days.sql to alerts.sql have made, and drops what only it and they need. P(alive) is that of the report
 * where a cut is one of its dates; at other cuts the purchase model is fitted to what was known by then, and where both
 * models are refused that cut has no ranking by P(alive).
 */
export async function backtestWarning(
  connection: DuckDBConnection,
  {lifetime}: {lifetime: Pick<LifetimeSettings, "model">},
): Promise<void> {
  await connection.run(
    "CREATE OR REPLACE TEMP TABLE backtest_alive (cut DATE, frequency INTEGER, recency_days INTEGER, age_days INTEGER, p_alive DOUBLE)",
  );
  const cuts = await rowsOf<{cut: string; day: number}>(
    connection,
    `SELECT as_of::VARCHAR AS cut, (as_of - DATE '1970-01-01')::INTEGER AS day FROM warning_days
     WHERE is_cut AND as_of NOT IN (SELECT as_of FROM lifetime_values) ORDER BY as_of`,
  );
  for (const {cut, day} of cuts) await fitAlive(connection, cut, day, lifetime.model);
  await runFile(connection, import.meta.url, "backtest-customers.sql");
  await runFile(connection, import.meta.url, "backtest.sql");
  for (const table of ["backtest_alive", "backtest_customers", "order_gaps"])
    await connection.run(`DROP TABLE ${table}`);
}

async function fitAlive(
  connection: DuckDBConnection,
  cut: string,
  day: number,
  wanted: LifetimeSettings["model"],
): Promise<void> {
  const [frequency, recencyDays, ageDays, weight] = await columnsOf(
    connection,
    `SELECT (n - 1)::INTEGER, (day - first_on)::INTEGER, (${literal(cut)}::DATE - first_on)::INTEGER, count(*)::INTEGER
     FROM order_gaps
     WHERE day <= ${literal(cut)}::DATE AND (next_on IS NULL OR next_on > ${literal(cut)}::DATE)
     GROUP BY ALL`,
  );
  const groups = groupPurchases(
    {frequency: frequency!, recencyDays: recencyDays!, ageDays: ageDays!, weight: weight!},
    week,
  );
  const order = inOrder(wanted).filter((model) => dropoutModels.some((known) => known === model));
  const fit = order.map((model) => purchaseModels[model](groups)).find(({ok}) => ok);
  if (!fit) return;
  const {alive} = purchasesOf(fit, groups, within(1));
  const rows = groups.frequency.length;
  await connection.run(
    "CREATE OR REPLACE TEMP TABLE backtest_alive_rows (day INTEGER, frequency INTEGER, recency_days INTEGER, age_days INTEGER, p_alive DOUBLE)",
  );
  await appendColumns(
    connection,
    "backtest_alive_rows",
    [INTEGER, INTEGER, INTEGER, INTEGER, DOUBLE],
    [new Int32Array(rows).fill(day), groups.frequency, groups.recencyDays, groups.ageDays, alive],
    rows,
  );
  await connection.run(
    "INSERT INTO backtest_alive SELECT DATE '1970-01-01' + day, * EXCLUDE (day) FROM backtest_alive_rows; DROP TABLE backtest_alive_rows",
  );
}
