import type {DuckDBConnection} from "@duckdb/node-api";
import {rowsOf} from "../database.js";
import {UserError} from "../errors.js";
import {nearest} from "../nearest.js";
import {literal} from "../quote.js";

/** The settings of the pyramids and the value types; shares are 0 to 1, money is in the currency's major unit. */
export interface PyramidSettings {
  metal: {diamond: number; gold: number; brass: number};
  hsbc: {loyalty: number; value: number};
  chase: {
    /** Multiples of the mean yearly benefit of those who bring one, for the total and for the fee business. */
    blue_times: number;
    green_times: number;
    blue_fee_times: number;
    green_fee_times: number;
    /** Amounts of money that take their place. */
    blue?: number;
    green?: number;
    blue_fee?: number;
    green_fee?: number;
    fee_categories: readonly string[];
    simple_categories: number;
    simple_complaints: number;
    loyal_frequency: number;
  };
  value_types: {
    mvc: number;
    mgc: number;
    migrator_alive_below: number;
    migrator_trend_below: number;
    migrator_value: number;
  };
}

/** What the pyramids' SQL reads, as DuckDB variables (name to SQL). */
export function pyramidVariables({metal, hsbc, chase, value_types}: PyramidSettings): Record<string, string> {
  const money = (amount: number | undefined): string => `${amount ?? "NULL"}::DECIMAL(24, 4)`;
  return {
    diamond_share: String(metal.diamond),
    gold_share: String(metal.gold),
    brass_share: String(metal.brass),
    hsbc_loyalty_cut: String(hsbc.loyalty),
    hsbc_value_cut: String(hsbc.value),
    chase_blue_times: String(chase.blue_times),
    chase_green_times: String(chase.green_times),
    chase_blue_fee_times: String(chase.blue_fee_times),
    chase_green_fee_times: String(chase.green_fee_times),
    chase_blue: money(chase.blue),
    chase_green: money(chase.green),
    chase_blue_fee: money(chase.blue_fee),
    chase_green_fee: money(chase.green_fee),
    chase_fee_categories: `[${chase.fee_categories.map(literal).join(", ")}]::VARCHAR[]`,
    chase_simple_categories: String(chase.simple_categories),
    chase_simple_complaints: String(chase.simple_complaints),
    chase_loyal_frequency: String(chase.loyal_frequency),
    mvc_share: String(value_types.mvc),
    mgc_share: String(value_types.mgc),
    migrator_alive_below: String(value_types.migrator_alive_below),
    migrator_trend_below: String(value_types.migrator_trend_below),
    migrator_value_share: String(value_types.migrator_value),
  };
}

/**
 * Checks settings that only make sense together: each level's line lies beyond the one above it.
 *
 * @throws UserError naming the keys
 */
export function checkPyramids({metal, chase}: PyramidSettings, file = "report.toml"): void {
  if (!(metal.diamond < metal.gold && metal.gold < metal.brass)) {
    throw new UserError(
      `${file}: metal.diamond = ${metal.diamond}, gold = ${metal.gold}, brass = ${metal.brass}: must rise; each is a cumulative share`,
    );
  }
  for (const [first, second] of [
    ["blue_times", "green_times"],
    ["blue_fee_times", "green_fee_times"],
    ["blue", "green"],
    ["blue_fee", "green_fee"],
  ] as const) {
    const [above, below] = [chase[first], chase[second]];
    if ((above === undefined) !== (below === undefined)) {
      const [given, missing] = above === undefined ? [second, first] : [first, second];
      throw new UserError(`${file}: chase.${given} is an amount of money; give chase.${missing} too`);
    }
    if (above !== undefined && below !== undefined && above <= below) {
      throw new UserError(
        `${file}: chase.${first} = ${above}: must be above chase.${second} = ${below}; blue is the group above green`,
      );
    }
  }
}

/**
 * Checks that every fee category is a category of the transactions: a misspelt one would bring nothing, silently.
 *
 * @throws UserError naming the category and the nearest ones
 */
export async function checkFeeCategories(
  connection: DuckDBConnection,
  {chase}: PyramidSettings,
  file = "report.toml",
): Promise<void> {
  if (chase.fee_categories.length === 0) return;
  const rows = await rowsOf<{category: string}>(
    connection,
    "SELECT DISTINCT category FROM purchases_by_category ORDER BY category",
  );
  const known = rows.map(({category}) => category);
  for (const category of chase.fee_categories) {
    if (known.includes(category)) continue;
    const near = nearest(category, known);
    const hint =
      known.length === 0
        ? "the transactions have no category"
        : near.length > 0
          ? `did you mean ${near.join(" or ")}?`
          : `there are ${known.slice(0, 20).join(", ")}`;
    throw new UserError(
      `${file}: chase.fee_categories has ${JSON.stringify(category)}: no such category; ${hint}`,
    );
  }
}
