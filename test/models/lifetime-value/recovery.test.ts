import {describe, expect, test} from "vitest";
import {fitBgNbd} from "../../../loaders/models/lifetime-value/bg-nbd.js";
import type {Estimate} from "../../../loaders/models/lifetime-value/estimate.js";
import {fitGammaGamma} from "../../../loaders/models/lifetime-value/gamma-gamma.js";
import type {Refusal} from "../../../loaders/models/lifetime-value/guards.js";
import {fitNbd} from "../../../loaders/models/lifetime-value/nbd.js";
import {fitParetoNbd} from "../../../loaders/models/lifetime-value/pareto-nbd.js";
import {groupPurchases} from "../../../loaders/models/lifetime-value/purchase-groups.js";
import {
  gammaVariate,
  randomNumbers,
  simulateBgNbd,
  simulateNbd,
  simulateParetoNbd,
} from "./simulated-customers.js";

/**
 * A "day" here is a hundredth of one, so that putting purchases on whole days, at most one each, does not move the
 * parameters by more than the sampling error that is under test.
 */
const unit = {name: "week", days: 700};
const spread = {youngestDays: 27 * 700, oldestDays: 104 * 700, unitDays: 700};

const truths = {
  "BG/NBD": {r: 0.243, alpha: 4.414, a: 0.793, b: 2.426},
  "Pareto/NBD": {r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669},
  NBD: {r: 0.76, alpha: 9.77},
  "Gamma-Gamma": {p: 6.25, q: 3.74, v: 15.44},
};

const fits: Record<keyof typeof truths, (seed: number, customers: number) => Estimate<string> | Refusal> = {
  "BG/NBD": (seed, customers) =>
    fitBgNbd(groupPurchases(simulateBgNbd(truths["BG/NBD"], {...spread, seed, customers}), unit)),
  "Pareto/NBD": (seed, customers) =>
    fitParetoNbd(groupPurchases(simulateParetoNbd(truths["Pareto/NBD"], {...spread, seed, customers}), unit)),
  NBD: (seed, customers) =>
    fitNbd(groupPurchases(simulateNbd(truths.NBD, {...spread, seed, customers}), unit)),
  "Gamma-Gamma": (seed, customers) => {
    const random = randomNumbers(seed);
    const {p, q, v} = truths["Gamma-Gamma"];
    const frequency = Array.from({length: customers}, () => 1 + Math.floor(6 * random() ** 2));
    const meanSpend = frequency.map((x) => (gammaVariate(random, p * x) / gammaVariate(random, q)) * (v / x));
    return fitGammaGamma({frequency, meanSpend});
  },
};

/** Hits that n intervals of 95% fall short of less than once in a thousand times. */
function fewestHits(n: number): number {
  let probability = 0.05 ** n;
  let cumulated = probability;
  let k = 0;
  while (cumulated < 1e-3) {
    probability *= ((n - k) / (k + 1)) * (0.95 / 0.05);
    k++;
    cumulated += probability;
  }
  return k;
}

const populations = [
  {customers: 1_000, seeds: 40},
  {customers: 10_000, seeds: 20},
  {customers: 100_000, seeds: 6},
];

test("the bound on hits is the binomial's: of 40 intervals, 32 or fewer hold the truth less than once in a thousand times", () => {
  expect([6, 20, 40].map(fewestHits)).toEqual([3, 15, 33]);
});

describe.each(Object.keys(truths) as (keyof typeof truths)[])("%s on generated customers", (model) => {
  const truth: Record<string, number> = truths[model];
  const names = Object.keys(truth);
  const results = new Map<number, Estimate<string>[]>();

  test.each(populations)(
    "$customers customers: 95% intervals hold the truth as often as promised",
    ({customers, seeds}) => {
      const estimates = Array.from({length: seeds}, (_, i) =>
        fits[model](1000 * i + customers, customers),
      ).map((fit) => {
        if (!fit.ok) throw new Error(`refused: ${fit.reason}`);
        return fit;
      });
      results.set(customers, estimates);
      for (const name of names) {
        const hits = estimates.filter(({intervals}) => {
          const [low, high] = intervals[name]!;
          return low <= truth[name]! && truth[name]! <= high;
        }).length;
        expect(hits, `${name}: ${hits} of ${seeds}`).toBeGreaterThanOrEqual(fewestHits(seeds));
      }
    },
  );

  test("errors are as large as the standard errors say: neither are the intervals too wide", () => {
    const all = [...results.values()].flat();
    expect(all.length).toBe(66);
    names.forEach((name, i) => {
      const squares = all.map(({parameters, covarianceOfLogs}) => {
        const error = Math.log(parameters[name]! / truth[name]!);
        return error ** 2 / covarianceOfLogs[i * names.length + i]!;
      });
      const mean = squares.reduce((sum, value) => sum + value, 0) / squares.length;
      // Of 66 squared standard normals the mean lies outside [.52, 1.67] once in a thousand times (χ², both sides).
      expect(mean, name).toBeGreaterThan(0.52);
      expect(mean, name).toBeLessThan(1.67);
    });
  });

  test("a hundred times the customers make the intervals about a tenth as wide", () => {
    const meanError = (customers: number, name: string) =>
      results
        .get(customers)!
        .map(({parameters, standardErrors}) => standardErrors[name]! / parameters[name]!)
        .reduce((sum, value, _, all) => sum + value / all.length, 0);
    for (const name of names) {
      const ratio = meanError(1_000, name) / meanError(100_000, name);
      expect(ratio, name).toBeGreaterThan(8);
      expect(ratio, name).toBeLessThan(14);
    }
  });
});
