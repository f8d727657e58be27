import type {BgNbdEstimate} from "./bg-nbd.js";
import {bgNbdForecast} from "./bg-nbd-forecast.js";
import {type Forecast, naiveForecast} from "./forecast.js";
import type {Refusal} from "./guards.js";
import type {Horizon} from "./horizon.js";
import {type NbdEstimate, nbdForecast} from "./nbd.js";
import type {ParetoNbdEstimate} from "./pareto-nbd.js";
import {paretoNbdForecast} from "./pareto-nbd-forecast.js";
import type {PurchaseGroups} from "./purchase-groups.js";

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
