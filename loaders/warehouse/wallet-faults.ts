import type {DuckDBConnection} from "@duckdb/node-api";
import {rowsOf} from "../database.js";
import {UserError} from "../errors.js";
import {mostBadRows} from "../exports/ingest.js";
import {literal} from "../quote.js";
import type {Settings} from "../settings.js";

/**
 * Wallet figures below our own sales were read well but can't be used: they leave `used` for `rejected`.
 *
 * @throws UserError where the settings allow fewer bad rows
 */
export async function movedWalletFaults(connection: DuckDBConnection, {wallets}: Settings): Promise<void> {
  const faults = await rowsOf<{
    customer_id: string;
    figure_on: string;
    ours: string;
    category_spend: string;
    n: string;
  }>(
    connection,
    "SELECT *, count(*) OVER () AS n FROM wallet_faults ORDER BY customer_id, figure_on LIMIT 1",
  );
  if (faults.length === 0) return;
  const {customer_id, figure_on, ours, category_spend, n} = faults[0]!;
  const more = Number(n) > 1 ? `, and ${Number(n) - 1} more like it` : "";
  const example = `wallets: customer ${JSON.stringify(customer_id)} on ${figure_on}: category_spend ${category_spend} is below our own sales of ${ours} in that period: a share above 100%${more}`;
  const [before] = await rowsOf<{bad: string}>(
    connection,
    "SELECT coalesce(sum(rows), 0)::BIGINT AS bad FROM quality WHERE export = 'wallets' AND example IS NOT NULL",
  );
  const bad = Number(before!.bad) + Number(n);
  const most = mostBadRows(wallets);
  if (most !== undefined && bad > most) {
    throw new UserError(`${example}\nwallets: ${bad} bad rows; report.toml allows ${most}`);
  }
  await connection.run(
    `INSERT INTO quality VALUES ('wallets', 'share_above_100', 'category_spend', ${n}, NULL, 0, ${literal(example)})`,
  );
  await connection.run(
    `UPDATE inputs SET rows_used = rows_used - ${n}, rows_rejected = rows_rejected + ${n} WHERE export = 'wallets'`,
  );
}
