import fc from "fast-check";
import {expect, test} from "vitest";
import {
  emptyDropoutIntegral,
  integrateDropout,
} from "../../../loaders/models/lifetime-value/dropout-integral.js";
import {gaussLegendre} from "../../../loaders/models/lifetime-value/gauss-legendre.js";

type Arguments = [m: number, s: number, alpha: number, beta: number, from: number, to: number];

// ln of the integral as the difference of two ₂F₁, and the means of ln(α+t), 1/(α+t), ln(β+t) and 1/(β+t) as that
// formula's derivatives: mpmath 1.4.1 at 120 digits.
// biome-ignore format: a table
const known: [Arguments, [number, number, number, number, number]][] = [
  [[26.5533, 0.6062, 10.5777, 11.6687, 30.857142857142858, 31], [-106.90509916310208, 3.7258162870098, 0.024093437134524213, 3.751762688479872, 0.02347633890730555]],
  [[0.5533, 0.6062, 10.5777, 11.6687, 0, 38.85714285714286], [-3.1648952154403154, 2.9256661499023338, 0.058028452098823124, 2.986812186738602, 0.054159847979116986]],
  [[3.5, 0.3, 10, 0.001, 0.14285714285714285, 260], [-6.951015426469948, 2.386271408811282, 0.09251945726111259, -0.6511301630798981, 2.7567940801464395]],
  [[0.05, 0.3, 0.00001, 20, 0, 260], [-0.4658829625612115, 3.29609041195533, 0.5809569440748009, 4.090377934939143, 0.021409864627482546]],
  [[2.1, 900, 12, 10000, 3, 200], [-8302.853863836595, 2.9972362985070315, 0.05137249473594929, 9.21121587167899, 9.991250864688621e-5]],
  [[150, 0.5, 4, 30, 100, 260], [-704.3275239826022, 4.6510485479560115, 0.00955179213338973, 4.872867633004234, 0.007651501123693443]],
  [[1.01, 0.001, 1000, 0.01, 0.14285714285714285, 260], [-5.00368585897392, 6.937876267240468, 0.0009715020253035438, 1.7505228442100114, 0.9087353941088909]],
  [[2000, 2, 0.5, 3, 0.14285714285714285, 520], [872.1875655117154, -0.4413326557916217, 1.554778016530727, 1.1452346374707119, 0.31814926096146523]],
  [[5, 4, 7, 7, 2, 9], [-21.97789943534645, 2.3050735612611404, 0.10024804824155271, 2.3050735612611404, 0.10024804824155271]],
  [[60.5, 0.6, 10000, 0.1, 40, 260], [-559.8701588404322, 9.218658923815623, 9.917260748202999e-5, 4.308667515661216, 0.0148094420727341]],
];

function integral(...[m, s, alpha, beta, from, to]: Arguments) {
  const result = emptyDropoutIntegral();
  integrateDropout(m, s, alpha, beta, from, to, result);
  const scale =
    -m * Math.log(alpha + from) - (s + 1) * Math.log(beta + from) + Math.log(Math.min(alpha, beta) + from);
  const [a, a1, b, b1] = result.means as unknown as [number, number, number, number];
  return {
    ln: Math.log(result.mass) + scale,
    mass: result.mass,
    means: [a + Math.log(alpha + from), a1, b + Math.log(beta + from), b1],
  };
}

test("the dropout integral and its derivatives agree with the hypergeometric closed form, extremes included", () => {
  for (const [args, [ln, ...means]] of known) {
    const actual = integral(...args);
    expect(Math.abs(actual.ln - ln), `ln I at ${args}`).toBeLessThan(1e-14 * (50 + Math.abs(ln)));
    means.forEach((mean, i) => {
      expect(Math.abs(actual.means[i]! - mean), `mean ${i} at ${args}`).toBeLessThan(
        1e-12 * Math.max(Math.abs(mean), 1e-3),
      );
    });
  }
});

test("the integral over a stretch is the sum over its parts, for any parameters", () => {
  const positive = (low: number, high: number) =>
    fc.double({min: low, max: high, noNaN: true}).map((exponent) => 10 ** exponent);
  const part = fc.double({min: 0.01, max: 0.99, noNaN: true});
  fc.assert(
    fc.property(
      positive(-4, 3),
      positive(-4, 3),
      positive(-4, 4),
      positive(-4, 4),
      positive(-1, 3),
      part,
      (m, s, alpha, beta, to, share) => {
        const from = (m < 1 ? 0 : share / 2) * to;
        const middle = from + share * (to - from);
        const whole = integral(m, s, alpha, beta, from, to).ln;
        const parts = [
          integral(m, s, alpha, beta, from, middle).ln,
          integral(m, s, alpha, beta, middle, to).ln,
        ];
        const top = Math.max(...parts);
        const sum = top + Math.log(parts.reduce((total, part) => total + Math.exp(part - top), 0));
        expect(Math.abs(whole - sum)).toBeLessThan(1e-11 * (1 + Math.abs(whole)));
      },
    ),
    {numRuns: 500, seed: 21},
  );
});

test("an empty stretch has no mass", () => {
  expect(integral(3, 0.6, 10, 12, 5, 5).mass).toBe(0);
});

test("n Gauss–Legendre nodes integrate polynomials up to degree 2n − 1 exactly, and no further", () => {
  for (const n of [8, 16]) {
    const {nodes, weights} = gaussLegendre(n);
    const moment = (k: number) => nodes.reduce((sum, x, i) => sum + weights[i]! * x ** k, 0);
    for (let k = 0; k < 2 * n; k++) expect(moment(k)).toBeCloseTo(1 / (k + 1), 14);
    expect(Math.abs(gaussError(n, 2 * n))).toBeGreaterThan(1e-15 * 4 ** -n);
  }
});

/** Error for x^k around the middle of the interval, where it is not lost in rounding. */
function gaussError(n: number, k: number): number {
  const {nodes, weights} = gaussLegendre(n);
  const exact = k % 2 ? 0 : 1 / (k + 1);
  return nodes.reduce((sum, x, i) => sum + weights[i]! * (2 * x - 1) ** k, 0) - exact;
}
