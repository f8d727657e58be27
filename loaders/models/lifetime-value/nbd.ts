import digamma from "@stdlib/math-base-special-digamma";
import gammaln from "@stdlib/math-base-special-gammaln";
import trigamma from "@stdlib/math-base-special-trigamma";
import {type Estimate, estimate, type Likelihood} from "./estimate.js";
import type {Customer, Forecast} from "./forecast.js";
import {type Refusal, refuse} from "./guards.js";
import type {Horizon} from "./horizon.js";
import type {Evaluation, Objective} from "./maximise.js";
import {type PurchaseGroups, totals, type Unit} from "./purchase-groups.js";
import {ageTables, growingSamples, logCoordinates} from "./purchase-likelihood.js";

/**
 * NBD (Ehrenberg 1959, "The pattern of consumer purchases"): a customer buys at rate λ ~ Gamma(r, rate α), for ever: there
 * is no dropout, and P(alive) is 1 by assumption. α is in the unit of the groups; r has none.
 *
 * It is Pareto/NBD and BG/NBD without their dropout (s → 0, a → 0), in their counting: x are the repeat purchases of an age
 * T that begins with the first one. So their log-likelihoods compare.
 */
type NbdParameter = "r" | "alpha";
export type Nbd = Record<NbdParameter, number>;

export interface NbdEstimate extends Estimate<NbdParameter> {
  model: "nbd";
  /** What α, and every time given to the forecasts, is measured in. */
  unit: Unit;
}

const names = ["r", "alpha"] as const;

/** Fits NBD by maximum likelihood. Always warns `no_dropout`: a customer who left is never told from one who rests. */
export function fitNbd(groups: PurchaseGroups): NbdEstimate | Refusal {
  if (totals(groups).repeats === 0) return refuse("no_repeat_buyers");
  const fit = estimate(likelihood, groups, groups.customers);
  if (!fit.ok) return fit;
  return {...fit, model: "nbd", unit: groups.unit, warnings: [...fit.warnings, "no_dropout"]};
}

/** Log-likelihood of the groups, with its gradient and Hessian in log r and log α. */
export function nbdLogLikelihood(groups: PurchaseGroups): Objective {
  return likelihood.objective(groups);
}

/** E[X(t)], the repeat purchases expected of a new customer in t units: the prior's mean rate goes on. */
export function nbdNewCustomer({r, alpha}: Nbd, t: number): number {
  return (r / alpha) * t;
}

/**
 * E[purchases in (T, T+t] | x, T] = (r + x)/(α + T) × t: the posterior of λ is Gamma(r + x, rate α + T) (Morrison and
 * Schmittlein 1988, "Generalizing the NBD model for customer purchases", on conditional expectations).
 */
export function nbdExpected(
  {r, alpha}: Nbd,
  {frequency, age}: Pick<Customer, "frequency" | "age">,
  t: number,
): number {
  return ((r + frequency) / (alpha + age)) * t;
}

/** Expected purchases of every group. `alive` is null: what is assumed of everyone is no finding about anyone. */
export function nbdForecast(parameters: Nbd, groups: PurchaseGroups, horizon: Horizon): Forecast {
  const {frequency, ageDays, unit} = groups;
  const time = horizon.times.reduce((sum, t, k) => sum + t * horizon.coefficients[k]!, 0);
  return {
    alive: null,
    purchases: frequency.map((x, i) =>
      nbdExpected(parameters, {frequency: x, age: ageDays[i]! / unit.days}, time),
    ),
  };
}

const likelihood: Likelihood<NbdParameter, PurchaseGroups> = {
  names,
  starts(groups) {
    const {repeats, time} = totals(groups);
    return [0.1, 0.5, 2, 10].map((r) => ({r, alpha: (r * time) / repeats}));
  },
  scales: (groups) => ({r: 1, alpha: totals(groups).time / groups.customers}),
  samples: growingSamples,
  objective: (groups) => (theta) => evaluate(groups, theta),
};

/*
 * Per customer, with m = r + x: ln Γ(m) − ln Γ(r) + r ln α − m ln(α+T), the density of the times of the repeat purchases.
 * All but the last term depend on x alone; everything is a sum of logarithms, so that nothing overflows.
 */
function evaluate(groups: PurchaseGroups, theta: Float64Array): Evaluation {
  const [r, alpha] = theta.map(Math.exp) as unknown as [number, number];
  const {frequency, ageDays, weight, runs, customers} = groups;
  const {log: logs, inverse: inverses} = ageTables(groups, alpha);

  let value = customers * (r * theta[1]! - gammaln(r));
  let [gr, galpha] = [customers * (theta[1]! - digamma(r)), (customers * r) / alpha];
  let [hrr, hralpha, halphaalpha] = [
    -customers * trigamma(r),
    customers / alpha,
    (-customers * r) / alpha ** 2,
  ];
  for (let run = 0; run < runs.length - 1; run++) {
    const [from, to] = [runs[run]!, runs[run + 1]!];
    const m = r + frequency[from]!;
    let [sw, slog, sinverse, ssquare] = [0, 0, 0, 0];
    for (let i = from; i < to; i++) {
      const w = weight[i]!;
      const inverse = inverses[ageDays[i]!]!;
      sw += w;
      slog += w * logs[ageDays[i]!]!;
      sinverse += w * inverse;
      ssquare += w * inverse * inverse;
    }
    value += sw * gammaln(m) - m * slog;
    gr += sw * digamma(m) - slog;
    galpha -= m * sinverse;
    hrr += sw * trigamma(m);
    hralpha -= sinverse;
    halphaalpha += m * ssquare;
  }
  // biome-ignore format: a matrix
  return logCoordinates([r, alpha], value, [gr, galpha], [
    hrr,     hralpha,
    hralpha, halphaalpha,
  ]);
}
