import {gaussLegendre} from "./gauss-legendre.js";

/**
 * Pareto/NBD's hypergeometric part, as the integral that it is:
 *
 *   I = ∫ (α+t)^−m (β+t)^−(s+1) dt  for t from t_x to T, m = r + x,
 *
 * which Fader and Hardie (2005, "A note on deriving the Pareto/NBD model", equations 18 to 20) write as the difference
 * of two Gaussian hypergeometric functions, A₀ = (r+s+x) I. All of the integrand is positive, so nothing cancels or
 * overflows, and its moments are the exact derivatives in all four parameters.
 *
 * With u = ln((lo+t)/(lo+t_x)), lo the smaller and hi the larger of α and β, the integrand's nearest singularities lie
 * at Im u = ±π and its logarithm is concave. Panels at most 4 long, over which it falls by at most e^24, make
 * 16-point Gauss–Legendre accurate to about 1e-14 relative (8 points where it is at most 1.5 long and falls by e^3).
 * What lies beyond a fall by e^40 is left out.
 */
interface DropoutIntegral {
  /** ∫ relative to the integrand in u at t_x: I = mass × (α+t_x)^−m (β+t_x)^−(s+1) (lo+t_x). */
  mass: number;
  /**
   * Means over the integrand of A = ln(α+t) − ln(α+t_x), A' = 1/(α+t), B and B' likewise with β, then of the products
   * AA, AA', AB, AB', A'A', A'B, A'B', BB, BB', B'B'. Zero where the mass is zero.
   */
  means: Float64Array;
}

const fine = gaussLegendre(16);
const coarse = gaussLegendre(8);

/** An integral to be filled again and again: one for each group would be garbage a million times. */
export function emptyDropoutIntegral(): DropoutIntegral {
  return {mass: 0, means: new Float64Array(14)};
}

/** Fills `result`, which is passed in so that a million integrals make no garbage. Needs 0 ≤ from ≤ to. */
export function integrateDropout(
  m: number,
  s: number,
  alpha: number,
  beta: number,
  from: number,
  to: number,
  result: DropoutIntegral,
): void {
  const {means} = result;
  means.fill(0);
  result.mass = 0;
  if (!(to > from)) return;
  const alphaIsLower = alpha <= beta;
  const lower = alphaIsLower ? alpha : beta;
  const gap = Math.abs(alpha - beta);
  // The integrand in u is exp(u − own u − other ln((hi+t)/(hi+t_x))).
  const own = alphaIsLower ? m : s + 1;
  const other = alphaIsLower ? s + 1 : m;
  const start = lower + from;
  const otherStart = start + gap;

  let mass = 0;
  let [a, a1, b, b1] = [0, 0, 0, 0];
  let [aa, aa1, ab, ab1, a1a1, a1b, a1b1, bb, bb1, b1b1] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  const end = Math.log((lower + to) / start);
  let u = 0;
  while (u < end) {
    const shifted = start * Math.exp(u);
    const steepAtStart = fall(own, other, gap, shifted);
    let length = Math.min(end - u, 4, 24 / Math.max(steepAtStart, 1e-3));
    let steepest = fall(own, other, gap, shifted * Math.exp(length));
    while (steepest * length > 24 && length > 1e-3) {
      length /= 2;
      steepest = fall(own, other, gap, shifted * Math.exp(length));
    }
    const {nodes, weights} = length <= 1.5 && steepest * length <= 3 ? coarse : fine;
    for (let k = 0; k < nodes.length; k++) {
      const step = u + length * nodes[k]!;
      const t = start * Math.exp(step);
      const otherLog = Math.log((t + gap) / otherStart);
      const w = weights[k]! * length * Math.exp(step - own * step - other * otherLog);
      const A = alphaIsLower ? step : otherLog;
      const B = alphaIsLower ? otherLog : step;
      const A1 = 1 / (alphaIsLower ? t : t + gap);
      const B1 = 1 / (alphaIsLower ? t + gap : t);
      const wA = w * A;
      const wA1 = w * A1;
      const wB = w * B;
      const wB1 = w * B1;
      mass += w;
      a += wA;
      a1 += wA1;
      b += wB;
      b1 += wB1;
      aa += wA * A;
      aa1 += wA * A1;
      ab += wA * B;
      ab1 += wA * B1;
      a1a1 += wA1 * A1;
      a1b += wA1 * B;
      a1b1 += wA1 * B1;
      bb += wB * B;
      bb1 += wB * B1;
      b1b1 += wB1 * B1;
    }
    u += length;
    const reached = start * Math.exp(u);
    if ((own - 1) * u + other * Math.log((reached + gap) / otherStart) > 40) break;
  }
  result.mass = mass;
  means[0] = a / mass;
  means[1] = a1 / mass;
  means[2] = b / mass;
  means[3] = b1 / mass;
  means[4] = aa / mass;
  means[5] = aa1 / mass;
  means[6] = ab / mass;
  means[7] = ab1 / mass;
  means[8] = a1a1 / mass;
  means[9] = a1b / mass;
  means[10] = a1b1 / mass;
  means[11] = bb / mass;
  means[12] = bb1 / mass;
  means[13] = b1b1 / mass;
}

/** How fast the integrand's logarithm falls in u, where lo + t is `shifted`. */
function fall(own: number, other: number, gap: number, shifted: number): number {
  return own - 1 + (other * shifted) / (shifted + gap);
}
