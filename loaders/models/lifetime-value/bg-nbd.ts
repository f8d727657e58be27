import digamma from "@stdlib/math-base-special-digamma";
import gammaln from "@stdlib/math-base-special-gammaln";
import trigamma from "@stdlib/math-base-special-trigamma";
import {type Estimate, estimate, type Likelihood} from "./estimate.js";
import {type Guard, type Refusal, refuse} from "./guards.js";
import type {Evaluation, Objective} from "./maximise.js";
import {type PurchaseGroups, totals, type Unit} from "./purchase-groups.js";
import {ageTables, growingSamples, logCoordinates} from "./purchase-likelihood.js";

/**
 * BG/NBD (Fader, Hardie and Lee 2005, "Counting your customers" the easy way): while alive a customer buys at rate
 * λ ~ Gamma(r, rate α), and drops out after any repeat purchase with probability p ~ Beta(a, b). α is in the unit of
 * the groups; r, a and b have none.
 */
type BgNbdParameter = "r" | "alpha" | "a" | "b";
export type BgNbd = Record<BgNbdParameter, number>;

export interface BgNbdEstimate extends Estimate<BgNbdParameter> {
  model: "bg-nbd";
  /** What α, and every time given to the forecasts, is measured in. */
  unit: Unit;
}

const names = ["r", "alpha", "a", "b"] as const;

/** Fits BG/NBD by maximum likelihood. `one_time_alive` warns where some customers bought once. */
export function fitBgNbd(groups: PurchaseGroups): BgNbdEstimate | Refusal {
  if (totals(groups).repeats === 0) return refuse("no_repeat_buyers");
  const fit = estimate(likelihood, groups, groups.customers);
  if (!fit.ok) return fit;
  const oneTime: Guard[] = groups.frequency[0] === 0 ? ["one_time_alive"] : [];
  return {...fit, model: "bg-nbd", unit: groups.unit, warnings: [...fit.warnings, ...oneTime]};
}

/** Log-likelihood of the groups, with its gradient and Hessian in log r, log α, log a and log b. */
export function bgNbdLogLikelihood(groups: PurchaseGroups): Objective {
  return likelihood.objective(groups);
}

const likelihood: Likelihood<BgNbdParameter, PurchaseGroups> = {
  names,
  starts(groups) {
    const {repeats, time} = totals(groups);
    const shapes = [
      {r: 0.25, a: 0.8, b: 2.5},
      {r: 1, a: 0.3, b: 1.5},
      {r: 3, a: 1, b: 10},
      {r: 0.1, a: 0.1, b: 0.5},
    ];
    return shapes.map((shape) => ({...shape, alpha: (shape.r * time) / repeats}));
  },
  scales: (groups) => ({r: 1, alpha: totals(groups).time / groups.customers, a: 1, b: 1}),
  samples: growingSamples,
  objective: (groups) => (theta) => evaluate(groups, theta),
};

/*
 * Per customer (section 7 of the paper, taken apart so that nothing overflows), with m = r + x:
 *   ln Γ(m) − ln Γ(r) + r ln α + ln B(a, b+x) − ln B(a, b) − m ln(α+T) + ln(1 + e^z),
 *   z = ln a − ln(b+x−1) + m (ln(α+T) − ln(α+t_x)); the last term only where x > 0.
 * All but the last two terms depend on x alone, and the logarithms on whole days: they are taken from tables, so that
 * a group costs one exponential and one logarithm.
 */
function evaluate(groups: PurchaseGroups, theta: Float64Array): Evaluation {
  const [r, alpha, a, b] = theta.map(Math.exp) as unknown as [number, number, number, number];
  const {frequency, recencyDays, ageDays, weight, runs} = groups;
  const {log: logs, inverse: inverses} = ageTables(groups, alpha);
  const [lnA, lnAlpha, gammalnR, digammaR, trigammaR] = [
    theta[2]!,
    theta[1]!,
    gammaln(r),
    digamma(r),
    trigamma(r),
  ];
  const [gammalnB, digammaB, trigammaB] = [gammaln(b), digamma(b), trigamma(b)];
  const [gammalnAB, digammaAB, trigammaAB] = [gammaln(a + b), digamma(a + b), trigamma(a + b)];

  let value = 0;
  let [gr, galpha, ga, gb] = [0, 0, 0, 0];
  let [hrr, hra, hrb, hralpha, halphaalpha, haalpha, hbalpha, haa, hab, hbb] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let run = 0; run < runs.length - 1; run++) {
    const [from, to] = [runs[run]!, runs[run + 1]!];
    const x = frequency[from]!;
    const m = r + x;
    const k = 1 / (b + x - 1);
    const offset = x > 0 ? lnA + Math.log(k) : 0;
    // Sums over the run: w, s = P(dropped out) and v = s(1−s), with D and E the differences of logs and inverses.
    let [sw, ss, sv, svD, svE] = [0, 0, 0, 0, 0];
    for (let i = from; i < to; i++) {
      const w = weight[i]!;
      const logT = logs[ageDays[i]!]!;
      const inverseT = inverses[ageDays[i]!]!;
      sw += w;
      value -= w * m * logT;
      gr -= w * logT;
      galpha -= w * m * inverseT;
      hralpha -= w * inverseT;
      halphaalpha += w * m * inverseT * inverseT;
      if (x === 0) continue;
      const inverseX = inverses[recencyDays[i]!]!;
      const D = logT - logs[recencyDays[i]!]!;
      const E = inverseT - inverseX;
      const z = offset + m * D;
      const e = Math.exp(-Math.abs(z));
      const s = (z > 0 ? 1 : e) / (1 + e);
      const v = (w * e) / ((1 + e) * (1 + e));
      const ws = w * s;
      value += w * (Math.max(z, 0) + Math.log1p(e));
      gr += ws * D;
      galpha += ws * m * E;
      hrr += v * D * D;
      hralpha += ws * E + v * m * D * E;
      halphaalpha += m * (v * m * E * E - ws * E * (inverseT + inverseX));
      ss += ws;
      sv += v;
      svD += v * D;
      svE += v * E;
    }
    value += sw * (gammaln(m) - gammalnR + r * lnAlpha);
    gr += sw * (digamma(m) - digammaR + lnAlpha);
    galpha += (sw * r) / alpha;
    hrr += sw * (trigamma(m) - trigammaR);
    hralpha += sw / alpha;
    halphaalpha -= (sw * r) / (alpha * alpha);
    if (x === 0) continue;
    const digammaABX = digamma(a + b + x);
    const trigammaABX = trigamma(a + b + x);
    value += sw * (gammaln(b + x) - gammalnB - gammaln(a + b + x) + gammalnAB);
    ga += sw * (digammaAB - digammaABX) + ss / a;
    gb += sw * (digamma(b + x) - digammaB + digammaAB - digammaABX) - k * ss;
    hra += svD / a;
    hrb -= k * svD;
    haalpha += (m * svE) / a;
    hbalpha -= k * m * svE;
    haa += sw * (trigammaAB - trigammaABX) + (sv - ss) / (a * a);
    hab += sw * (trigammaAB - trigammaABX) - (k * sv) / a;
    hbb += sw * (trigamma(b + x) - trigammaB + trigammaAB - trigammaABX) + k * k * (sv + ss);
  }
  // biome-ignore format: a matrix
  return logCoordinates([r, alpha, a, b], value, [gr, galpha, ga, gb], [
    hrr,     hralpha,     hra,     hrb,
    hralpha, halphaalpha, haalpha, hbalpha,
    hra,     haalpha,     haa,     hab,
    hrb,     hbalpha,     hab,     hbb,
  ]);
}
