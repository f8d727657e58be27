import {emptyDropoutIntegral, integrateDropout} from "./dropout-integral.js";
import type {Customer, Forecast} from "./forecast.js";
import type {Horizon} from "./horizon.js";
import type {ParetoNbd} from "./pareto-nbd.js";
import type {PurchaseGroups} from "./purchase-groups.js";

/** E[X(t)], the repeat purchases expected of a new customer in t units (Fader and Hardie 2005, equation 27). */
export function paretoNbdNewCustomer({r, alpha, s, beta}: ParetoNbd, t: number): number {
  return (r / alpha) * expectedLifetime(s, beta, t);
}

/** P(alive at T | x, t_x, T) (Fader and Hardie 2005, equations 36 and 37). */
export function paretoNbdAlive(parameters: ParetoNbd, customer: Customer): number {
  return aliveWith(parameters, customer, emptyDropoutIntegral());
}

/** E[purchases in (T, T+t] | x, t_x, T] (Fader and Hardie 2005, equation 41). */
export function paretoNbdExpected(parameters: ParetoNbd, customer: Customer, t: number): number {
  const {r, alpha, s, beta} = parameters;
  const {frequency, age} = customer;
  const rate = (r + frequency) / (alpha + age);
  return paretoNbdAlive(parameters, customer) * rate * expectedLifetime(s, beta + age, t);
}

/** P(alive) of every group. */
function paretoNbdAliveOf(parameters: ParetoNbd, groups: PurchaseGroups): Float64Array {
  const {frequency, recencyDays, ageDays, unit} = groups;
  const integral = emptyDropoutIntegral();
  return frequency.map((x, i) => {
    const customer = {frequency: x, recency: recencyDays[i]! / unit.days, age: ageDays[i]! / unit.days};
    return aliveWith(parameters, customer, integral);
  });
}

/**
 * P(alive) and expected purchases of every group. The expected time alive depends on T alone: once for each day. Where
 * `alive` is known from another horizon it is not computed again.
 */
export function paretoNbdForecast(
  parameters: ParetoNbd,
  groups: PurchaseGroups,
  horizon: Horizon,
  alive = paretoNbdAliveOf(parameters, groups),
): Forecast {
  const {r, alpha, s, beta} = parameters;
  const {frequency, ageDays, unit, longestDays} = groups;
  const lifetime = Float64Array.from({length: longestDays + 1}, (_, days) =>
    horizon.times.reduce(
      (sum, t, k) => sum + horizon.coefficients[k]! * expectedLifetime(s, beta + days / unit.days, t),
      0,
    ),
  );
  const purchases = alive.map((probability, i) => {
    const rate = (r + frequency[i]!) / (alpha + ageDays[i]! / unit.days);
    return probability * rate * lifetime[ageDays[i]!]!;
  });
  return {alive, purchases};
}

/** E[min(τ, t)] for a lifetime τ after Pareto: β/(s−1) [1 − (β/(β+t))^(s−1)], and β ln((β+t)/β) at s = 1. */
function expectedLifetime(s: number, beta: number, t: number): number {
  const logs = Math.log1p(t / beta);
  const u = (s - 1) * logs;
  return u === 0 ? beta * logs : (beta * logs * -Math.expm1(-u)) / u;
}

function aliveWith(
  {r, alpha, s, beta}: ParetoNbd,
  {frequency, recency, age}: Customer,
  integral: ReturnType<typeof emptyDropoutIntegral>,
): number {
  const m = r + frequency;
  integrateDropout(m, s, alpha, beta, recency, age, integral);
  const lnAlive =
    Math.log((beta + recency) / (Math.min(alpha, beta) + recency)) -
    m * Math.log1p((age - recency) / (alpha + recency)) -
    s * Math.log1p((age - recency) / (beta + recency));
  return 1 / (1 + Math.exp(Math.log(s * integral.mass) - lnAlive));
}
