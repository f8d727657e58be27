import type {Horizon} from "./horizon.js";
import type {PurchaseGroups} from "./purchase-groups.js";

/** One customer's x, t_x and T, the times in the unit of the parameters. */
export interface Customer {
  frequency: number;
  recency: number;
  age: number;
}

/** A figure per group, in the order of the groups. */
export interface Forecast {
  /** P(alive at T); null where the model knows no dropout. */
  alive: Float64Array | null;
  /** Expected purchases over the horizon, discounted where the horizon is. */
  purchases: Float64Array;
}

/**
 * The naive baseline: every customer goes on at the rate of the past, x/T × t, and none drops out. Zero for one-time
 * buyers and for those who came on the last day (T = 0).
 */
export function naiveForecast(groups: PurchaseGroups, horizon: Horizon): Forecast {
  const {frequency, ageDays, unit} = groups;
  const time = horizon.times.reduce((sum, t, k) => sum + t * horizon.coefficients[k]!, 0);
  return {
    alive: null,
    purchases: frequency.map((x, i) => (ageDays[i]! > 0 ? (x * unit.days * time) / ageDays[i]! : 0)),
  };
}

/** Σ weight × purchases: what all customers of the groups are expected to buy. */
export function totalPurchases({weight}: PurchaseGroups, {purchases}: Forecast): number {
  return purchases.reduce((sum, expected, i) => sum + weight[i]! * expected, 0);
}
