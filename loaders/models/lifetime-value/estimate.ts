import {comfortableCustomers, fewestCustomers, type Guard, type Refusal, refuse} from "./guards.js";
import {inverseInformation, type Maximum, maximise, type Objective} from "./maximise.js";

/** A fitted model. Parameters are positive and were fitted as logarithms; P names them in the paper's letters. */
export interface Estimate<P extends string> {
  ok: true;
  parameters: Record<P, number>;
  /** Standard errors by the delta method: parameter × standard error of its logarithm. */
  standardErrors: Record<P, number>;
  /** 95% intervals, symmetric in the logarithm, so that they stay positive. */
  intervals: Record<P, [low: number, high: number]>;
  logLikelihood: number;
  customers: number;
  /** Row-major covariance of the logarithms, in the order of `names`: the inverse observed information. */
  covarianceOfLogs: Float64Array;
  names: readonly P[];
  warnings: Guard[];
}

type Fit<P extends string> = Estimate<P> | Refusal;

/** The standard normal's 97.5% point. */
const z95 = 1.959963984540054;

/** A model to be maximised over `Data`: all coordinates are logarithms of the parameters `names`. */
export interface Likelihood<P extends string, Data> {
  names: readonly P[];
  objective: (data: Data) => Objective;
  /** Starting values, all tried (on a sample where the data are large); the highest maximum wins. */
  starts: (data: Data) => Record<P, number>[];
  /** What a parameter is measured in (1 for a shape, the mean age for a scale): its box is 1e-5 to 1e5 times this. */
  scales: (data: Data) => Record<P, number>;
  /** Ever larger samples to find a start on, none where the data are small. */
  samples: (data: Data) => Data[];
}

/** Natural logarithm of how far from its scale a parameter may go before the fit counts as having none. */
const reach = Math.log(1e5);

/**
 * Maximum-likelihood estimate: every start on the smallest sample, then the best of it on ever more data. Refuses with
 * `boundary` where the likelihood still grows at the box's edge and with `not_converged` where no start converges.
 */
export function estimate<P extends string, Data>(
  likelihood: Likelihood<P, Data>,
  data: Data,
  customers: number,
): Fit<P> {
  if (customers < fewestCustomers) return refuse("few_customers");
  const {names} = likelihood;
  const logs = (record: Record<P, number>) => names.map((name) => Math.log(record[name]));
  const centre = logs(likelihood.scales(data));
  const box = {lower: centre.map((c) => c - reach), upper: centre.map((c) => c + reach)};
  const starts = likelihood.starts(data).map(logs);
  const climb = (on: Data, from: ArrayLike<number>[]) => {
    const objective = likelihood.objective(on);
    return from.map((start) => maximise(objective, start, box)).reduce(higher);
  };

  let from: ArrayLike<number>[] = starts;
  for (const sample of likelihood.samples(data)) {
    const {outcome, theta} = climb(sample, from);
    from = outcome === "converged" ? [theta] : starts;
  }
  let best = climb(data, from);
  if (best.outcome !== "converged" && from !== starts) best = climb(data, starts);
  return best.outcome === "converged" ? describe(names, best, customers) : refuse(best.outcome);
}

/**
 * 95% interval of a positive quantity that follows from the parameters, by the delta method on its logarithm with
 * central differences. It holds the uncertainty of the parameters alone: what single customers then do varies more.
 */
export function deltaInterval<P extends string>(
  fit: Estimate<P>,
  quantity: (parameters: Record<P, number>) => number,
): [low: number, high: number] {
  const h = 1e-4;
  const slopes = fit.names.map((name) => {
    const at = (shift: number) =>
      Math.log(quantity({...fit.parameters, [name]: fit.parameters[name] * Math.exp(shift)}));
    return (at(h) - at(-h)) / (2 * h);
  });
  const n = slopes.length;
  let variance = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) variance += slopes[i]! * slopes[j]! * fit.covarianceOfLogs[i * n + j]!;
  return around(quantity(fit.parameters), Math.sqrt(variance));
}

function describe<P extends string>(names: readonly P[], maximum: Maximum, customers: number): Estimate<P> {
  const n = names.length;
  const covarianceOfLogs = inverseInformation(maximum, n);
  const record = <V>(value: (i: number) => V) =>
    Object.fromEntries(names.map((name, i) => [name, value(i)])) as Record<P, V>;
  const value = (i: number) => Math.exp(maximum.theta[i]!);
  const error = (i: number) => Math.sqrt(covarianceOfLogs[i * n + i]!);
  return {
    ok: true,
    parameters: record(value),
    standardErrors: record((i) => value(i) * error(i)),
    intervals: record((i) => around(value(i), error(i))),
    logLikelihood: maximum.value,
    customers,
    covarianceOfLogs,
    names,
    warnings: customers < comfortableCustomers ? ["few_customers"] : [],
  };
}

function around(value: number, errorOfLog: number): [number, number] {
  return [value * Math.exp(-z95 * errorOfLog), value * Math.exp(z95 * errorOfLog)];
}

/** The higher of two maxima; one that never had a finite value loses against any other. */
function higher(a: Maximum, b: Maximum): Maximum {
  if (a.outcome !== b.outcome && (a.outcome === "not_converged" || b.outcome === "not_converged"))
    return a.outcome === "not_converged" ? b : a;
  return b.value > a.value ? b : a;
}
