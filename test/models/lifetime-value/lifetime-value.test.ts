import {expect, test} from "vitest";
import {fitBgNbd} from "../../../loaders/models/lifetime-value/bg-nbd.js";
import {naiveForecast} from "../../../loaders/models/lifetime-value/forecast.js";
import {expectedSpend, fitGammaGamma} from "../../../loaders/models/lifetime-value/gamma-gamma.js";
import {refuse} from "../../../loaders/models/lifetime-value/guards.js";
import {within} from "../../../loaders/models/lifetime-value/horizon.js";
import {
  lifetimeValues,
  purchasesOf,
  retentionValue,
  spendOf,
} from "../../../loaders/models/lifetime-value/lifetime-value.js";
import {groupPurchases, week} from "../../../loaders/models/lifetime-value/purchase-groups.js";
import {gammaVariate, randomNumbers, simulateParetoNbd} from "./simulated-customers.js";

test("lifetime value is discounted purchases × spend × margin, and a negative margin makes it negative", () => {
  const input = {discountedPurchases: [2, 0, 0.5], spend: [100, 50, 40]};
  expect([...lifetimeValues({...input, margin: 0.25})]).toEqual([50, 0, 5]);
  expect([...lifetimeValues({...input, margin: -0.5})]).toEqual([-100, -0, -10]);
});

test("the retention formula is the sum it stands for", () => {
  let sum = 0;
  for (let period = 1; period < 500; period++) sum += 30 * 0.8 ** period * 1.1 ** -period;
  expect(retentionValue(30, 0.8, 0.1)).toBeCloseTo(sum, 9);
  expect(retentionValue(30, 0, 0.1)).toBe(0);
});

test("the retention formula refuses what does not converge", () => {
  expect(() => retentionValue(30, 1, 0)).toThrow("needs a rate above 0");
  expect(() => retentionValue(30, 1.2, 0.5)).toThrow("no probability");
  expect(() => retentionValue(30, Number.NaN, 0.5)).toThrow("no probability");
});

test("expected spend lies between the customer's mean and the population's, nearer to the own mean after more purchases", () => {
  const parameters = {p: 6.25, q: 3.74, v: 15.44};
  const population = expectedSpend(parameters, 0, 0)!;
  expect(population).toBeCloseTo((6.25 * 15.44) / 2.74, 10);
  const distances = [1, 2, 5, 20, 1000].map((x) => 100 - expectedSpend(parameters, x, 100)!);
  for (const distance of distances) expect(distance > 0 && distance < 100 - population).toBe(true);
  expect(distances).toEqual([...distances].sort((a, b) => b - a));
});

test("expected spend does not exist without repeats where q is at most 1", () => {
  expect(expectedSpend({p: 3, q: 0.9, v: 15}, 0, 0)).toBeNull();
  expect(expectedSpend({p: 3, q: 0.9, v: 15}, 1, 20)).toBeCloseTo((3 * 35) / 2.9, 10);
});

test("expected spend under the model is, on the mean, what generated customers then spend", () => {
  const random = randomNumbers(30);
  const [p, q, v] = [6.25, 3.74, 15.44];
  let [expected, spent] = [0, 0];
  for (let i = 0; i < 40_000; i++) {
    const rate = gammaVariate(random, q) / v;
    const x = 1 + (i % 4);
    const mean = gammaVariate(random, p * x) / rate / x;
    // Only customers who have shown much: shrinkage matters there.
    if (mean < 60) continue;
    expected += expectedSpend({p, q, v}, x, mean)!;
    spent += gammaVariate(random, p) / rate;
  }
  expect(Math.abs(expected / spent - 1)).toBeLessThan(0.02);
});

test("where Gamma-Gamma is refused, customers are expected to spend their own mean, or that of all", () => {
  const spend = spendOf(refuse("boundary"), [3, 0, 2], [25, null, -4], 31);
  expect([...spend]).toEqual([25, 31, 31]);
});

test("where Gamma-Gamma stands, it is used for every customer", () => {
  const random = randomNumbers(31);
  const frequency = Array.from({length: 1000}, (_, i) => 1 + (i % 5));
  const meanSpend = frequency.map((x) => (gammaVariate(random, 6 * x) / gammaVariate(random, 4)) * (15 / x));
  const fit = fitGammaGamma({frequency, meanSpend});
  if (!fit.ok) throw new Error(fit.reason);
  const spend = spendOf(fit, [2, 0], [50, null], fit.meanSpend);
  expect([...spend]).toEqual([expectedSpend(fit.parameters, 2, 50), expectedSpend(fit.parameters, 0, 0)]);
});

test("where the purchase model is refused, the naive rate takes its place", () => {
  const groups = groupPurchases({frequency: [0, 3], recencyDays: [0, 20], ageDays: [70, 70]}, week);
  expect(purchasesOf(refuse("boundary"), groups, within(9))).toEqual(naiveForecast(groups, within(9)));
});

test("a fit in weeks does not forecast groups in days", () => {
  const customers = simulateParetoNbd(
    {r: 0.6, alpha: 8, s: 0.7, beta: 15},
    {seed: 7, customers: 1000, youngestDays: 50, oldestDays: 400, unitDays: 7},
  );
  const inWeeks = groupPurchases(customers, week);
  const fitted = fitBgNbd(inWeeks);
  expect(purchasesOf(fitted, inWeeks, within(9)).alive).not.toBeNull();
  expect(() => purchasesOf(fitted, groupPurchases(customers), within(9))).toThrow("a fit per week");
});
