import {expect, test} from "vitest";
import {fitBgNbd} from "../../../loaders/models/lifetime-value/bg-nbd.js";
import {purchasesOf} from "../../../loaders/models/lifetime-value/expected-purchases.js";
import {naiveForecast} from "../../../loaders/models/lifetime-value/forecast.js";
import {expectedSpend} from "../../../loaders/models/lifetime-value/gamma-gamma.js";
import {refuse} from "../../../loaders/models/lifetime-value/guards.js";
import {within} from "../../../loaders/models/lifetime-value/horizon.js";
import {groupPurchases, week} from "../../../loaders/models/lifetime-value/purchase-groups.js";
import {gammaVariate, randomNumbers, simulateParetoNbd} from "./simulated-customers.js";

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
