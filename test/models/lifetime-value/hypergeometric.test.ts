import fc from "fast-check";
import {expect, test} from "vitest";
import {purchasesBeforeDropout} from "../../../loaders/models/lifetime-value/hypergeometric.js";

// From the closed form with ₂F₁, mpmath 1.4.1 at 60 digits (at a = 1 and at a + b = 1 with a moved by 1e-25).
const known: [m: number, a: number, b: number, tau: number, h: number][] = [
  [0.2426, 0.7929, 2.4259, 17.67, 1.857856536632579],
  [0.25, 1, 2.5, 3, 0.5319407843464512],
  [0.5, 0.3, 0.7, 2, 0.7672201699890785],
  [26.2426, 0.7929, 28.4259, 1.4683, 26.58478302658526],
  [0.25, 0.01, 2, 10, 2.469552382376326],
  [0.001, 0.8, 2.5, 1e6, 0.5344031473740439],
  [3, 1e-4, 50, 1e-6, 2.999999999988e-6],
  [5000, 0.8, 2.5, 0.5, 36.76790389330372],
  [40, 30, 20000, 100, 685.9919042064655],
  [1200.5, 0.05, 1203, 0.9, 1061.5040909349375],
  [0.3, 20, 0.02, 500, 0.8459399898184027],
];

test("purchases before dropout agree with the hypergeometric closed form to 12 digits, extremes included", () => {
  for (const [m, a, b, tau, h] of known)
    expect(
      Math.abs(purchasesBeforeDropout(m, a, b)(tau) / h - 1),
      `m ${m}, a ${a}, b ${b}, τ ${tau}`,
    ).toBeLessThan(1e-12);
});

test("series and integral agree where one takes over from the other", () => {
  // 40(1 + τ) terms and more: the series is used up to τ of about 70, the integral beyond.
  const at = purchasesBeforeDropout(0.4, 0.7, 2.2);
  const logSlope = (tau: number) => Math.log(at(tau * 1.001) / at(tau));
  const slopes = [66, 68, 70, 72, 74, 76, 78].map(logSlope);
  for (let i = 1; i < slopes.length; i++) {
    expect(slopes[i]!).toBeLessThan(slopes[i - 1]!);
    expect(slopes[i]! / slopes[i - 1]!).toBeGreaterThan(0.97);
  }
});

test("purchases before dropout are never more than fall due, and grow with the time", () => {
  const positive = fc.double({min: -5, max: 5, noNaN: true}).map((exponent) => 10 ** exponent);
  fc.assert(
    fc.property(positive, positive, positive, positive, (m, a, b, tau) => {
      const at = purchasesBeforeDropout(m, a, b);
      const [now, later] = [at(tau), at(2 * tau)];
      expect(now).toBeGreaterThan(0);
      expect(now).toBeLessThanOrEqual(m * tau * (1 + 1e-12));
      expect(later).toBeGreaterThan(now * (1 - 1e-12));
    }),
    {numRuns: 300, seed: 20},
  );
});

test("no time means no purchases", () => {
  expect(purchasesBeforeDropout(0.25, 0.8, 2.5)(0)).toBe(0);
});
