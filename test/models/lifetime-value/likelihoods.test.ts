import {describe, expect, test} from "vitest";
import {bgNbdLogLikelihood, fitBgNbd} from "../../../loaders/models/lifetime-value/bg-nbd.js";
import {gammaGammaLogLikelihood} from "../../../loaders/models/lifetime-value/gamma-gamma.js";
import type {Objective} from "../../../loaders/models/lifetime-value/maximise.js";
import {fitNbd, nbdLogLikelihood} from "../../../loaders/models/lifetime-value/nbd.js";
import {fitParetoNbd, paretoNbdLogLikelihood} from "../../../loaders/models/lifetime-value/pareto-nbd.js";
import {
  groupPurchases,
  type SummaryColumns,
  totals,
  week,
} from "../../../loaders/models/lifetime-value/purchase-groups.js";
import {gammaVariate, randomNumbers, simulateParetoNbd} from "./simulated-customers.js";

const random = randomNumbers(11);
const population = {customers: 600, youngestDays: 0, oldestDays: 700, unitDays: 7};
const customers = simulateParetoNbd({r: 0.6, alpha: 8, s: 0.7, beta: 15}, {...population, seed: 4});
const groups = groupPurchases(customers, week);
const spend = {
  frequency: Array.from({length: 400}, (_, i) => i % 9),
  meanSpend: Array.from({length: 400}, (_, i) => (30 * gammaVariate(random, 2 + (i % 9))) / (2 + (i % 9))),
};

const likelihoods: [string, number, Objective, number[]][] = [
  ["BG/NBD", 4, bgNbdLogLikelihood(groups), [-0.5, 2, -0.2, 0.9]],
  ["Pareto/NBD", 4, paretoNbdLogLikelihood(groups), [-0.5, 2, -0.4, 2.5]],
  ["NBD", 2, nbdLogLikelihood(groups), [-0.5, 2]],
  ["Gamma-Gamma", 3, gammaGammaLogLikelihood(spend), [1.5, 1.2, 2.7]],
];

describe.each(likelihoods)("%s", (_name, n, objective, centre) => {
  const points = Array.from({length: 12}, () =>
    Float64Array.from(centre, (value) => value + 4 * (random() - 0.5)),
  );
  const shifted = (theta: Float64Array, i: number, h: number) =>
    theta.map((value, j) => (i === j ? value + h : value));

  test("has the gradient that central differences of the log-likelihood show", () => {
    const h = 1e-4;
    for (const theta of points) {
      const {gradient} = objective(theta);
      for (let i = 0; i < n; i++) {
        // Fourth order, so that the differences' own error is out of the way.
        const slope = (k: number) =>
          (objective(shifted(theta, i, k * h)).value - objective(shifted(theta, i, -k * h)).value) /
          (2 * k * h);
        const difference = (4 * slope(1) - slope(2)) / 3;
        expect(Math.abs(difference - gradient[i]!), `${theta} ${i}`).toBeLessThan(
          1e-6 * (1 + Math.abs(gradient[i]!)),
        );
      }
    }
  });

  test("has the Hessian that central differences of the gradient show, and it is symmetric", () => {
    const h = 1e-4;
    for (const theta of points) {
      const {hessian} = objective(theta);
      const size = hessian.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++) {
          const slope = (k: number) =>
            (objective(shifted(theta, i, k * h)).gradient[j]! -
              objective(shifted(theta, i, -k * h)).gradient[j]!) /
            (2 * k * h);
          const difference = (4 * slope(1) - slope(2)) / 3;
          expect(Math.abs(difference - hessian[i * n + j]!), `${theta} ${i} ${j}`).toBeLessThan(
            1e-8 * (1 + size),
          );
          expect(Math.abs(hessian[i * n + j]! - hessian[j * n + i]!)).toBeLessThan(1e-14 * size);
        }
    }
  });
});

describe.each([
  ["BG/NBD", bgNbdLogLikelihood, fitBgNbd, ["alpha"]],
  ["Pareto/NBD", paretoNbdLogLikelihood, fitParetoNbd, ["alpha", "beta"]],
  ["NBD", nbdLogLikelihood, fitNbd, ["alpha"]],
] as const)("%s", (_name, likelihood, fitted, scales) => {
  const theta = Float64Array.of(-0.4, 2.1, -0.3, 1.4);
  const columns = (rows: SummaryColumns, order: number[]): SummaryColumns => ({
    frequency: order.map((i) => rows.frequency[i]!),
    recencyDays: order.map((i) => rows.recencyDays[i]!),
    ageDays: order.map((i) => rows.ageDays[i]!),
  });
  const all = Array.from({length: population.customers}, (_, i) => i);

  test("counts a weight of two as the customer twice, and does not care for the order of customers", () => {
    const weighted = {...customers, weight: all.map((i) => (i % 3 === 0 ? 2 : 1))};
    const repeated = columns(customers, [...all, ...all.filter((i) => i % 3 === 0)].reverse());
    const [one, other] = [groupPurchases(weighted, week), groupPurchases(repeated, week)];
    expect(likelihood(one)(theta)).toEqual(likelihood(other)(theta));
    expect(fitted(one)).toEqual(fitted(other));
  });

  test("scales its time parameters alone when time is counted in another unit", () => {
    const inWeeks = fitted(groups);
    const inDays = fitted(groupPurchases(customers, {name: "day", days: 1}));
    if (!inWeeks.ok || !inDays.ok) throw new Error("both should fit");
    for (const name of inWeeks.names) {
      const factor = (scales as readonly string[]).includes(name) ? 7 : 1;
      const [a, b] = [inWeeks, inDays].map((one) => (one.parameters as Record<string, number>)[name]!);
      expect(Math.abs(b! / (factor * a!) - 1), name).toBeLessThan(1e-4);
    }
    // A density per week is 7 times one per day for each repeat purchase.
    const {repeats} = totals(groups);
    expect(inWeeks.logLikelihood).toBeCloseTo(inDays.logLikelihood + repeats * Math.log(7), 6);
  });
});
