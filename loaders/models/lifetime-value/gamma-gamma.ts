import digamma from "@stdlib/math-base-special-digamma";
import gammaln from "@stdlib/math-base-special-gammaln";
import trigamma from "@stdlib/math-base-special-trigamma";
import {correlation} from "./correlation.js";
import {type Estimate, estimate, type Likelihood} from "./estimate.js";
import {type Guard, type Refusal, refuse, tolerableCorrelation} from "./guards.js";
import type {Evaluation, Objective} from "./maximise.js";
import {logCoordinates} from "./purchase-likelihood.js";

/**
 * Gamma-Gamma (Fader and Hardie 2013, "The Gamma-Gamma model of monetary value"; first in Fader, Hardie and Lee 2005,
 * "RFM and CLV"): a purchase's money is Gamma(p, rate ν), and ν ~ Gamma(q, rate v) over customers. v is in the money's
 * unit.
 */
type GammaGammaParameter = "p" | "q" | "v";
type GammaGamma = Record<GammaGammaParameter, number>;

export interface GammaGammaEstimate extends Estimate<GammaGammaParameter> {
  /** Customers with x ≥ 1 whose mean is not positive: the model has no place for them. */
  notPositive: number;
  /** corr(x, z̄) over those fitted; null where one of them does not vary. */
  correlation: number | null;
  /** Mean of z̄ over those fitted: the fallback where the model has no mean. */
  meanSpend: number;
}

interface SpendColumns {
  /** Repeat purchases x; customers with none are passed over. */
  frequency: ArrayLike<number>;
  /** z̄, the mean money of the repeat purchases. */
  meanSpend: ArrayLike<number>;
  weight?: ArrayLike<number>;
}

interface Spenders {
  x: Float64Array;
  z: Float64Array;
  lnZ: Float64Array;
  weight: Float64Array;
  customers: number;
  mean: number;
  notPositive: number;
}

const names = ["p", "q", "v"] as const;

/**
 * Fits Gamma-Gamma to the repeat buyers by maximum likelihood. Warns of `q_at_most_1` and, where |corr(x, z̄)| exceeds
 * `tolerableCorrelation`, of `correlated_money`.
 */
export function fitGammaGamma(columns: SpendColumns): GammaGammaEstimate | Refusal {
  const spenders = spendersOf(columns);
  if (spenders.x.length === 0) return refuse("no_repeat_buyers");
  const fit = estimate(likelihood, spenders, spenders.customers);
  if (!fit.ok) return fit;
  const corr = correlation(spenders.x, spenders.z, spenders.weight);
  const warnings: Guard[] = [...fit.warnings];
  if (fit.parameters.q <= 1) warnings.push("q_at_most_1");
  if (corr !== null && Math.abs(corr) > tolerableCorrelation) warnings.push("correlated_money");
  return {
    ...fit,
    warnings,
    notPositive: spenders.notPositive,
    correlation: corr,
    meanSpend: spenders.mean,
  };
}

/** Log-likelihood of the repeat buyers, with its gradient and Hessian in log p, log q and log v. */
export function gammaGammaLogLikelihood(columns: SpendColumns): Objective {
  return likelihood.objective(spendersOf(columns));
}

/**
 * E[Z | x, z̄] = p (v + x z̄) / (p x + q − 1) (Fader and Hardie 2013, equation 5), for x = 0 the population's mean p v/(q − 1).
 * Null where that mean does not exist (p x + q ≤ 1).
 */
export function expectedSpend({p, q, v}: GammaGamma, frequency: number, meanSpend: number): number | null {
  const below = p * frequency + q - 1;
  return below > 0 ? (p * (v + (frequency > 0 ? frequency * meanSpend : 0))) / below : null;
}

const likelihood: Likelihood<GammaGammaParameter, Spenders> = {
  names,
  // A mean of p v/(q − 1) = z̄ fixes v.
  starts: ({mean}) =>
    [
      {p: 6, q: 4},
      {p: 1, q: 2},
      {p: 20, q: 10},
      {p: 2, q: 1.5},
    ].map(({p, q}) => ({p, q, v: (mean * (q - 1)) / p})),
  scales: ({mean}) => ({p: 1, q: 1, v: mean}),
  samples: () => [],
  objective: (spenders) => (theta) => evaluate(spenders, theta),
};

/*
 * Per customer (equation 1a), with m = p x + q:
 *   ln Γ(m) − ln Γ(p x) − ln Γ(q) + q ln v + (p x − 1) ln z̄ + p x ln x − m ln(v + x z̄).
 * Customers come in order of x, so that the gamma functions are taken once for each x.
 */
function evaluate({x: xs, z: zs, lnZ, weight, customers}: Spenders, theta: Float64Array): Evaluation {
  const [p, q, v] = theta.map(Math.exp) as unknown as [number, number, number];
  const lnV = theta[2]!;
  let value = customers * (q * lnV - gammaln(q));
  let [gp, gq, gv] = [0, customers * (lnV - digamma(q)), (customers * q) / v];
  let [hpp, hpq, hpv, hqq, hqv] = [0, 0, 0, -customers * trigamma(q), customers / v];
  let hvv = (-customers * q) / v ** 2;
  for (let i = 0; i < xs.length; ) {
    const x = xs[i]!;
    const m = p * x + q;
    // Sums over the customers with this x, with y = v + x z̄.
    let [sw, swlog, swinverse, swinverse2, swz] = [0, 0, 0, 0, 0];
    for (; i < xs.length && xs[i] === x; i++) {
      const w = weight[i]!;
      const y = v + x * zs[i]!;
      sw += w;
      swz += w * lnZ[i]!;
      swlog += w * Math.log(y);
      swinverse += w / y;
      swinverse2 += w / y / y;
    }
    const trigammaM = trigamma(m);
    const digammaM = digamma(m);
    const lnX = Math.log(x);
    value += sw * (gammaln(m) - gammaln(p * x) + p * x * lnX) + (p * x - 1) * swz - m * swlog;
    gp += x * (sw * (digammaM - digamma(p * x) + lnX) + swz - swlog);
    gq += sw * digammaM - swlog;
    gv -= m * swinverse;
    hpp += sw * x * x * (trigammaM - trigamma(p * x));
    hpq += sw * x * trigammaM;
    hpv -= x * swinverse;
    hqq += sw * trigammaM;
    hqv -= swinverse;
    hvv += m * swinverse2;
  }
  // biome-ignore format: a matrix
  return logCoordinates([p, q, v], value, [gp, gq, gv], [
    hpp, hpq, hpv,
    hpq, hqq, hqv,
    hpv, hqv, hvv,
  ]);
}

/** Repeat buyers with a positive mean in order of (x, z̄), so that sums do not depend on the order of the rows. */
function spendersOf({frequency, meanSpend, weight}: SpendColumns): Spenders {
  const rows: number[] = [];
  let notPositive = 0;
  for (let i = 0; i < frequency.length; i++) {
    if (!(frequency[i]! > 0)) continue;
    if (meanSpend[i]! > 0) rows.push(i);
    else notPositive += weight ? weight[i]! : 1;
  }
  rows.sort((i, j) => frequency[i]! - frequency[j]! || meanSpend[i]! - meanSpend[j]!);
  const x = Float64Array.from(rows, (i) => frequency[i]!);
  const z = Float64Array.from(rows, (i) => meanSpend[i]!);
  const weights = Float64Array.from(rows, (i) => (weight ? weight[i]! : 1));
  const customers = weights.reduce((sum, w) => sum + w, 0);
  const mean = z.reduce((sum, value, i) => sum + weights[i]! * value, 0) / customers;
  return {x, z, lnZ: z.map(Math.log), weight: weights, customers, mean, notPositive};
}
