import type {BgNbdEstimate} from "./bg-nbd.js";
import {bgNbdForecast} from "./bg-nbd-forecast.js";
import {type Forecast, naiveForecast} from "./forecast.js";
import {expectedSpend, type GammaGammaEstimate} from "./gamma-gamma.js";
import type {Refusal} from "./guards.js";
import type {Horizon} from "./horizon.js";
import {type NbdEstimate, nbdForecast} from "./nbd.js";
import type {ParetoNbdEstimate} from "./pareto-nbd.js";
import {paretoNbdForecast} from "./pareto-nbd-forecast.js";
import type {PurchaseGroups} from "./purchase-groups.js";

export interface LifetimeValueInput {
  /** Discounted expected purchases per customer over the horizon (a `Forecast` on a `discounted` horizon). */
  discountedPurchases: ArrayLike<number>;
  /** Expected money per purchase of each customer; see `spendOf`. */
  spend: ArrayLike<number>;
  /** Profit per unit of revenue; may be negative. 1 gives a revenue-based figure. */
  margin: number;
}

/**
 * The narrow lifetime value of each customer: discounted expected purchases × expected spend × margin (Fader, Hardie and
 * Lee 2005, "RFM and CLV", section 2). The broad one adds the present value of historic profit, which the caller has.
 */
export function lifetimeValues({discountedPurchases, spend, margin}: LifetimeValueInput): Float64Array {
  return Float64Array.from(discountedPurchases, (purchases, i) => purchases * spend[i]! * margin);
}

/**
 * P(alive) and expected purchases under a fit, or at the naive rate where the model was refused. Throws a RangeError where
 * the fit was made in another unit than the groups': its α would be off by the factor between them. P(alive) knows no
 * horizon: an earlier forecast of the same fit and groups may hand it on as `known`.
 */
export function purchasesOf(
  fit: BgNbdEstimate | ParetoNbdEstimate | NbdEstimate | Refusal,
  groups: PurchaseGroups,
  horizon: Horizon,
  known?: Forecast,
): Forecast {
  if (!fit.ok) return naiveForecast(groups, horizon);
  if (fit.unit.days !== groups.unit.days)
    throw new RangeError(`a fit per ${fit.unit.name} can't forecast groups per ${groups.unit.name}`);
  if (fit.model === "nbd") return nbdForecast(fit.parameters, groups, horizon);
  return fit.model === "bg-nbd"
    ? bgNbdForecast(fit.parameters, groups, horizon)
    : paretoNbdForecast(fit.parameters, groups, horizon, known?.alive ?? undefined);
}

/**
 * Expected money per purchase of each customer under Gamma-Gamma. Where the model is refused, or has no mean for a customer
 * (q ≤ 1), it is the customer's own mean, and `meanOfAll` for those without a repeat purchase of positive value.
 */
export function spendOf(
  fit: GammaGammaEstimate | Refusal,
  frequency: ArrayLike<number>,
  meanSpend: ArrayLike<number | null>,
  meanOfAll: number,
): Float64Array {
  return Float64Array.from(frequency, (x, i) => {
    const own = meanSpend[i] ?? 0;
    const repeats = own > 0 ? x : 0;
    const expected = fit.ok ? expectedSpend(fit.parameters, repeats, own) : null;
    return expected ?? (repeats > 0 ? own : meanOfAll);
  });
}

/**
 * The retention baseline: margin × r/(1+d−r), the present value of a margin that comes at the end of every period as long
 * as the customer is retained, with chance r each, at the discount rate d per period (Gupta and Lehmann 2003). Throws
 * a RangeError where r is no probability or the sum does not converge (r ≥ 1 + d).
 */
export function retentionValue(marginPerPeriod: number, retention: number, rate: number): number {
  if (!(retention >= 0 && retention <= 1))
    throw new RangeError(`a retention of ${retention} is no probability`);
  if (!(1 + rate > retention))
    throw new RangeError(`the retention formula needs a rate above ${retention - 1}; it is ${rate}`);
  return (marginPerPeriod * retention) / (1 + rate - retention);
}
