import type {BgNbd} from "./bg-nbd.js";
import type {Customer, Forecast} from "./forecast.js";
import type {Horizon} from "./horizon.js";
import {purchasesBeforeDropout} from "./hypergeometric.js";
import type {PurchaseGroups} from "./purchase-groups.js";

/** E[X(t)], the repeat purchases expected of a new customer in t units (Fader, Hardie and Lee 2005, equation 9). */
export function bgNbdNewCustomer({r, alpha, a, b}: BgNbd, t: number): number {
  return purchasesBeforeDropout(r, a, b)(t / alpha);
}

/**
 * P(alive at T | x, t_x, T) (Fader, Hardie and Lee 2008, "Computing P(alive) using the BG/NBD model"). It is 1
 * for one-time buyers: the model lets nobody drop out before a repeat purchase.
 */
export function bgNbdAlive({r, alpha, a, b}: BgNbd, {frequency: x, recency, age}: Customer): number {
  if (x === 0) return 1;
  const lnOdds = Math.log(a / (b + x - 1)) + (r + x) * Math.log1p((age - recency) / (alpha + recency));
  return 1 / (1 + Math.exp(lnOdds));
}

/**
 * E[purchases in (T, T+t] | x, t_x, T] (Fader, Hardie and Lee 2005, equation 10): P(alive) times what is expected of a
 * customer with the posterior r + x, α + T, a and b + x.
 */
export function bgNbdExpected(parameters: BgNbd, customer: Customer, t: number): number {
  const {r, alpha, a, b} = parameters;
  const {frequency: x, age} = customer;
  return bgNbdAlive(parameters, customer) * purchasesBeforeDropout(r + x, a, b + x)(t / (alpha + age));
}

/** P(alive) and expected purchases of every group. Living customers' purchases depend on (x, T) alone: once for each. */
export function bgNbdForecast(parameters: BgNbd, groups: PurchaseGroups, horizon: Horizon): Forecast {
  const {r, alpha, a, b} = parameters;
  const {frequency, recencyDays, ageDays, runs, unit, longestDays} = groups;
  const alive = new Float64Array(frequency.length);
  const purchases = new Float64Array(frequency.length);
  const ifAlive = new Float64Array(longestDays + 1);
  for (let run = 0; run < runs.length - 1; run++) {
    const x = frequency[runs[run]!]!;
    const made = purchasesBeforeDropout(r + x, a, b + x);
    ifAlive.fill(-1);
    for (let i = runs[run]!; i < runs[run + 1]!; i++) {
      const days = ageDays[i]!;
      const age = days / unit.days;
      if (ifAlive[days]! < 0)
        ifAlive[days] = horizon.times.reduce(
          (sum, t, k) => sum + horizon.coefficients[k]! * made(t / (alpha + age)),
          0,
        );
      alive[i] = bgNbdAlive(parameters, {frequency: x, recency: recencyDays[i]! / unit.days, age});
      purchases[i] = alive[i]! * ifAlive[days]!;
    }
  }
  return {alive, purchases};
}
