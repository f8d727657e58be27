import digamma from "@stdlib/math-base-special-digamma";
import gammaln from "@stdlib/math-base-special-gammaln";
import trigamma from "@stdlib/math-base-special-trigamma";
import {emptyDropoutIntegral, integrateDropout} from "./dropout-integral.js";
import {type Estimate, estimate, type Likelihood} from "./estimate.js";
import {type Refusal, refuse} from "./guards.js";
import type {Evaluation, Objective} from "./maximise.js";
import {type PurchaseGroups, totals, type Unit} from "./purchase-groups.js";
import {ageTables, growingSamples, logCoordinates} from "./purchase-likelihood.js";

/**
 * Pareto/NBD (Schmittlein, Morrison and Colombo 1987): while alive a customer buys at rate λ ~ Gamma(r, rate α), and
 * lives for an exponential time of rate μ ~ Gamma(s, rate β). α and β are in the unit of the groups.
 */
type ParetoNbdParameter = "r" | "alpha" | "s" | "beta";
export type ParetoNbd = Record<ParetoNbdParameter, number>;

export interface ParetoNbdEstimate extends Estimate<ParetoNbdParameter> {
  model: "pareto-nbd";
  /** What α, β, and every time given to the forecasts, are measured in. */
  unit: Unit;
}

const names = ["r", "alpha", "s", "beta"] as const;

/** Fits Pareto/NBD by maximum likelihood. */
export function fitParetoNbd(groups: PurchaseGroups): ParetoNbdEstimate | Refusal {
  if (totals(groups).repeats === 0) return refuse("no_repeat_buyers");
  const fit = estimate(likelihood, groups, groups.customers);
  return fit.ok ? {...fit, model: "pareto-nbd", unit: groups.unit} : fit;
}

/** Log-likelihood of the groups, with its gradient and Hessian in log r, log α, log s and log β. */
export function paretoNbdLogLikelihood(groups: PurchaseGroups): Objective {
  return likelihood.objective(groups);
}

const likelihood: Likelihood<ParetoNbdParameter, PurchaseGroups> = {
  names,
  starts(groups) {
    const {repeats, time} = totals(groups);
    const age = time / groups.customers;
    const shapes = [
      {r: 0.5, s: 0.5, beta: age / 3},
      {r: 1, s: 1, beta: age},
      {r: 0.3, s: 2, beta: age * 5},
      {r: 2, s: 0.2, beta: age / 10},
    ];
    return shapes.map((shape) => ({...shape, alpha: (shape.r * time) / repeats}));
  },
  scales(groups) {
    const age = totals(groups).time / groups.customers;
    return {r: 1, alpha: age, s: 1, beta: age};
  },
  samples: growingSamples,
  objective: (groups) => (theta) => evaluate(groups, theta),
};

/*
 * Per customer (Fader and Hardie 2005, equation 18, before its integral is written as ₂F₁), with m = r + x:
 *   ln Γ(m) − ln Γ(r) + r ln α + s ln β + ln[ (α+T)^−m (β+T)^−s + s ∫ (α+t)^−m (β+t)^−(s+1) dt, t_x to T ].
 * The bracket is a mixture of being alive at T, with probability q, and of dropping out at each t. So its gradient is the
 * mixture's mean of the logarithm's gradient, and its Hessian the mean of Hessian and outer product less the
 * gradient's square; the integral's share of them are moments that `integrateDropout` gives.
 */
function evaluate(groups: PurchaseGroups, theta: Float64Array): Evaluation {
  const [r, alpha, s, beta] = theta.map(Math.exp) as unknown as [number, number, number, number];
  const {frequency, recencyDays, ageDays, weight, runs, unit} = groups;
  const {log: logA, inverse: inverseA} = ageTables(groups, alpha);
  const {log: logB, inverse: inverseB} = ageTables(groups, beta);
  const lower = alpha <= beta ? logA : logB;
  const [gammalnR, digammaR, trigammaR] = [gammaln(r), digamma(r), trigamma(r)];
  const {customers} = groups;

  let value = customers * (r * theta[1]! + s * theta[3]! - gammalnR);
  let [gr, galpha, gs, gbeta] = [
    customers * (theta[1]! - digammaR),
    (customers * r) / alpha,
    customers * theta[3]!,
    (customers * s) / beta,
  ];
  let [hrr, hra, hrs, hrb] = [-customers * trigammaR, customers / alpha, 0, 0];
  let [haa, has, hab] = [(-customers * r) / alpha ** 2, 0, 0];
  let [hss, hsb, hbb] = [0, customers / beta, (-customers * s) / beta ** 2];
  const integral = emptyDropoutIntegral();
  const e = integral.means;
  for (let run = 0; run < runs.length - 1; run++) {
    const [from, to] = [runs[run]!, runs[run + 1]!];
    const m = r + frequency[from]!;
    let sw = 0;
    for (let i = from; i < to; i++) {
      const w = weight[i]!;
      const first = recencyDays[i]!;
      const last = ageDays[i]!;
      integrateDropout(m, s, alpha, beta, first / unit.days, last / unit.days, integral);
      const A = logA[last]! - logA[first]!;
      const B = logB[last]! - logB[first]!;
      const A1 = inverseA[last]!;
      const B1 = inverseB[last]!;
      const alive = Math.exp(logB[first]! - lower[first]! - m * A - s * B);
      const dead = s * integral.mass;
      const q = alive / (alive + dead);
      const p = 1 - q;
      sw += w;
      value += w * (lower[first]! - m * logA[first]! - (s + 1) * logB[first]! + Math.log(alive + dead));

      // Mean gradient of the bracket's logarithm, taken relative to ln(α+t_x) and ln(β+t_x).
      const dr = -q * A - p * e[0]!;
      const dalpha = -m * (q * A1 + p * e[1]!);
      const ds = -q * B + p * (1 / s - e[2]!);
      const dbeta = -q * s * B1 - p * (s + 1) * e[3]!;
      gr += w * (dr - logA[first]!);
      galpha += w * dalpha;
      gs += w * (ds - logB[first]!);
      gbeta += w * dbeta;

      hrr += w * (q * A * A + p * e[4]! - dr * dr);
      hra += w * (q * (m * A - 1) * A1 + p * (m * e[5]! - e[1]!) - dr * dalpha);
      hrs += w * (q * A * B + p * (e[6]! - e[0]! / s) - dr * ds);
      hrb += w * (q * s * A * B1 + p * (s + 1) * e[7]! - dr * dbeta);
      haa += w * (m * (m + 1) * (q * A1 * A1 + p * e[8]!) - dalpha * dalpha);
      has += w * (m * (q * A1 * B + p * (e[9]! - e[1]! / s)) - dalpha * ds);
      hab += w * (m * (q * s * A1 * B1 + p * (s + 1) * e[10]!) - dalpha * dbeta);
      // The Hessian's −1/s² and the square of 1/s in the outer product cancel.
      hss += w * (q * B * B + p * (e[11]! - (2 * e[2]!) / s) - ds * ds);
      hsb += w * (q * (s * B - 1) * B1 + p * ((s + 1) * (e[12]! - e[3]! / s) - e[3]!) - ds * dbeta);
      hbb += w * (q * s * (s + 1) * B1 * B1 + p * (s + 1) * (s + 2) * e[13]! - dbeta * dbeta);
    }
    value += sw * gammaln(m);
    gr += sw * digamma(m);
    hrr += sw * trigamma(m);
  }
  // biome-ignore format: a matrix
  return logCoordinates([r, alpha, s, beta], value, [gr, galpha, gs, gbeta], [
    hrr, hra, hrs, hrb,
    hra, haa, has, hab,
    hrs, has, hss, hsb,
    hrb, hab, hsb, hbb,
  ]);
}
