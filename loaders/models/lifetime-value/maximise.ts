import {symmetricEigen} from "./symmetric-eigen.js";

/** A function's value, gradient and Hessian (row-major) at a point. */
export interface Evaluation {
  value: number;
  gradient: Float64Array;
  hessian: Float64Array;
}

export type Objective = (theta: Float64Array) => Evaluation;

export interface Maximum extends Evaluation {
  theta: Float64Array;
  outcome: "converged" | "boundary" | "not_converged";
  /** Evaluations of the objective. */
  evaluations: number;
}

/** The Newton decrement below which a point counts as the maximum: ½ gᵀ(−H)⁻¹g, the log-likelihood still to be won. */
const decrementTolerance = 1e-13;

/** −H counts as positive definite where its least eigenvalue exceeds this part of its largest. */
const curvatureTolerance = 1e-10;

/** A step is no longer than this along each eigenvector of the Hessian; the coordinates are logarithms. */
const longestStep = 2;

/**
 * Maximises a function of a few coordinates inside a box by Newton's method on the eigenvectors of −H, with the
 * absolute value of each eigenvalue (so that it climbs where the function is not concave too; Nocedal and Wright,
 * Numerical Optimization, section 3.4), steps of at most 2 along each, and backtracking until the value grows (Armijo).
 *
 * A coordinate at the edge that the gradient pushes out is held there; with one held at the end the outcome is
 * `boundary`.
 *
 * It has converged where −H is positive definite and the Newton decrement is at most `decrementTolerance`: for a
 * log-likelihood each coordinate then is within 5e-7 standard errors of the maximum. Deterministic.
 */
export function maximise(
  objective: Objective,
  start: ArrayLike<number>,
  box: {lower: ArrayLike<number>; upper: ArrayLike<number>},
  mostIterations = 200,
): Maximum {
  const clip = (theta: Float64Array) =>
    theta.map((value, i) => Math.min(Math.max(value, box.lower[i]!), box.upper[i]!));
  let theta = clip(Float64Array.from(start));
  let now = objective(theta);
  let evaluations = 1;
  const finish = (outcome: Maximum["outcome"]): Maximum => ({...now, theta, outcome, evaluations});
  if (!allFinite(now)) return finish("not_converged");

  const heldNow = () =>
    [...theta].map(
      (value, i) =>
        (value <= box.lower[i]! && now.gradient[i]! < 0) || (value >= box.upper[i]! && now.gradient[i]! > 0),
    );
  const giveUp = () => finish(heldNow().includes(true) ? "boundary" : "not_converged");
  for (let iteration = 0; iteration < mostIterations; iteration++) {
    const held = heldNow();
    const {step, climb, decrement, concave} = newtonStep(now, held);
    if (concave && decrement <= decrementTolerance)
      return finish(held.includes(true) ? "boundary" : "converged");

    // Where the gain drowns in the rounding of the value, only the gradient can tell: the Newton step is taken as is.
    const drowned = concave && decrement <= 1e-9 * (1 + Math.abs(now.value));
    let scale = 1;
    let next: Evaluation | undefined;
    let candidate = theta;
    for (let halving = 0; halving < 50 && !next; halving++, scale /= 2) {
      candidate = clip(theta.map((value, i) => value + scale * step[i]!));
      const evaluation = objective(candidate);
      evaluations++;
      const gain = evaluation.value - now.value;
      if (allFinite(evaluation) && (drowned || gain >= 1e-4 * scale * climb)) next = evaluation;
    }
    if (!next) return giveUp();
    theta = candidate;
    now = next;
  }
  return giveUp();
}

/** The inverse of −H, the covariance matrix of maximum-likelihood estimates (row-major). */
export function inverseInformation({hessian}: Evaluation, n: number): Float64Array {
  const {values, vectors} = symmetricEigen(
    hessian.map((h) => -h),
    n,
  );
  const inverse = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      for (let k = 0; k < n; k++) inverse[i * n + j]! += (vectors[k]![i]! * vectors[k]![j]!) / values[k]!;
  return inverse;
}

/** The step in the coordinates that are not held at the edge of the box. */
function newtonStep({gradient, hessian}: Evaluation, held: boolean[]) {
  const n = held.length;
  const heldCurvature = hessian.reduce((most, h) => Math.max(most, Math.abs(h)), 0);
  const {values, vectors} = symmetricEigen(
    hessian.map((h, ij) => {
      const [i, j] = [Math.floor(ij / n), ij % n];
      if (held[i] || held[j]) return i === j ? heldCurvature : 0;
      return -h;
    }),
    n,
  );
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), Number.MIN_VALUE);
  const least = values.reduce((a, b) => Math.min(a, b));
  const step = new Float64Array(n);
  let decrement = 0;
  let climb = 0;
  for (let k = 0; k < n; k++) {
    const curvature = Math.max(Math.abs(values[k]!), 1e-12 * largest);
    const slope = vectors[k]!.reduce((sum, v, i) => sum + (held[i] ? 0 : v * gradient[i]!), 0);
    const length = Math.max(-longestStep, Math.min(slope / curvature, longestStep));
    decrement += slope ** 2 / curvature / 2;
    climb += slope * length;
    for (let i = 0; i < n; i++) step[i]! += length * vectors[k]![i]!;
  }
  return {step, climb, decrement, concave: least > curvatureTolerance * largest};
}

function allFinite({value, gradient, hessian}: Evaluation): boolean {
  return Number.isFinite(value) && gradient.every(Number.isFinite) && hessian.every(Number.isFinite);
}
