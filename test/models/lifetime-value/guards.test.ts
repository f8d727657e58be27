import {describe, expect, test} from "vitest";
import {fitBgNbd} from "../../../loaders/models/lifetime-value/bg-nbd.js";
import {bgNbdForecast} from "../../../loaders/models/lifetime-value/bg-nbd-forecast.js";
import {fitGammaGamma} from "../../../loaders/models/lifetime-value/gamma-gamma.js";
import {within} from "../../../loaders/models/lifetime-value/horizon.js";
import {fitParetoNbd} from "../../../loaders/models/lifetime-value/pareto-nbd.js";
import {paretoNbdForecast} from "../../../loaders/models/lifetime-value/pareto-nbd-forecast.js";
import {
  groupPurchases,
  type SummaryColumns,
  week,
} from "../../../loaders/models/lifetime-value/purchase-groups.js";
import {gammaVariate, randomNumbers, simulateBgNbd, simulateParetoNbd} from "./simulated-customers.js";

function rows(n: number, triple: (i: number) => [x: number, recency: number, age: number]) {
  const triples = Array.from({length: n}, (_, i) => triple(i));
  return {
    frequency: triples.map(([x]) => x),
    recencyDays: triples.map(([, recency]) => recency),
    ageDays: triples.map(([, , age]) => age),
  };
}

const usual = {r: 0.5, alpha: 10, s: 0.6, beta: 12};
const aYear = {seed: 3, customers: 3000, youngestDays: 365, oldestDays: 365, unitDays: 7};

describe.each([
  ["BG/NBD", fitBgNbd],
  ["Pareto/NBD", fitParetoNbd],
] as const)("%s", (_name, fitted) => {
  const reasonOf = (columns: SummaryColumns) => {
    const result = fitted(groupPurchases(columns, week));
    return result.ok ? "fitted" : result.reason;
  };

  test("refuses customers of whom none came back", () => {
    expect(reasonOf(rows(100, (i) => [0, 0, i]))).toBe("no_repeat_buyers");
  });

  test("refuses one customer, and no customer", () => {
    expect(reasonOf(rows(1, () => [3, 20, 30]))).toBe("few_customers");
    expect(reasonOf(rows(0, () => [3, 20, 30]))).toBe("no_repeat_buyers");
  });

  test("refuses customers without any difference between them: no spread can be estimated", () => {
    expect(reasonOf(rows(100, () => [3, 20, 30]))).toBe("boundary");
  });

  test("refuses customers who all came on the last day but one", () => {
    expect(reasonOf(rows(100, (i) => (i < 99 ? [0, 0, 0] : [1, 5, 10])))).toBe("boundary");
  });

  test("refuses a process without dropout: its parameters run to the edge", () => {
    const everlasting = simulateBgNbd({r: 0.5, alpha: 10, a: 1e-9, b: 1}, {...aYear, oldestDays: 700});
    expect(reasonOf(everlasting)).toBe("boundary");
  });

  test("fits customers who are all of one age", () => {
    const result = fitted(groupPurchases(simulateParetoNbd(usual, aYear), week));
    expect(result.ok).toBe(true);
  });

  test("fits with customers of age zero among the rest, who say nothing", () => {
    const all = simulateParetoNbd(usual, {...aYear, youngestDays: 100});
    const columns = {
      frequency: [...all.frequency],
      recencyDays: [...all.recencyDays],
      ageDays: [...all.ageDays],
    };
    const without = fitted(groupPurchases(columns, week));
    for (let i = 0; i < 500; i++) for (const column of Object.values(columns)) column.push(0);
    const withZero = fitted(groupPurchases(columns, week));
    if (!without.ok || !withZero.ok) throw new Error("both should fit");
    expect(withZero.logLikelihood).toBeCloseTo(without.logLikelihood, 6);
    expect(withZero.customers).toBe(3500);
  });

  test("warns of few customers before it refuses them", () => {
    const result = fitted(
      groupPurchases(simulateParetoNbd(usual, {...aYear, seed: 4, customers: 300}), week),
    );
    expect(result).toMatchObject({ok: true, warnings: expect.arrayContaining(["few_customers"])});
  });

  test("never answers with NaN, whatever the summaries", () => {
    const odd = [
      rows(2000, (i) => (i % 2 ? [1_000_000 + i, 1500 - (i % 300), 1800] : [0, 0, i % 1800])),
      rows(300, (i) => [i % 4, (i % 4) * 3, 20]),
      rows(300, (i) => [1 + (i % 2), 1 + (i % 2), 10_000]),
      rows(300, (i) => (i % 3 ? [0, 0, 50] : [40, 50, 50])),
      rows(100, (i) => [i, i * 3, i * 3 + (i % 5)]),
    ];
    for (const columns of odd) {
      const result = fitted(groupPurchases(columns, week));
      if (!result.ok) continue;
      const numbers = [
        result.logLikelihood,
        ...Object.values(result.parameters),
        ...Object.values(result.standardErrors),
        ...Object.values(result.intervals).flat(),
      ];
      for (const number of numbers) expect(Number.isFinite(number)).toBe(true);
    }
  });
});

test("forecasts of extreme customers are finite, and probabilities stay probabilities", () => {
  const groups = groupPurchases(
    rows(6, (i) => {
      const extremes: [number, number, number][] = [
        [0, 0, 0],
        [0, 0, 10_000],
        [1_000_000, 9_999, 10_000],
        [1_000_000, 1, 10_000],
        [1, 1, 1],
        [1, 1, 10_000],
      ];
      return extremes[i]!;
    }),
    week,
  );
  const shapes = [1e-4, 0.5, 1, 1e3];
  for (const r of shapes)
    for (const s of shapes)
      for (const scale of [1e-3, 10, 1e4]) {
        const forecasts = [
          bgNbdForecast({r, alpha: scale, a: s, b: 2}, groups, within(52)),
          bgNbdForecast({r, alpha: scale, a: s, b: 1e-3}, groups, within(52)),
          paretoNbdForecast({r, alpha: scale, s, beta: 12}, groups, within(52)),
          paretoNbdForecast({r, alpha: 12, s, beta: scale}, groups, within(52)),
        ];
        for (const {alive, purchases} of forecasts) {
          for (const p of alive!) expect(p >= 0 && p <= 1, `P(alive) ${p}`).toBe(true);
          for (const expected of purchases) expect(expected >= 0 && Number.isFinite(expected)).toBe(true);
        }
      }
});

describe("Gamma-Gamma", () => {
  const random = randomNumbers(8);
  const simulate = (p: number, q: number, v: number, n: number) => {
    const frequency = Array.from({length: n}, () => 1 + Math.floor(5 * random()));
    const rates = frequency.map(() => gammaVariate(random, q) / v);
    return {
      frequency,
      rates,
      meanSpend: frequency.map((x, i) => gammaVariate(random, p * x) / rates[i]! / x),
    };
  };

  test("refuses customers without repeat purchases, and those whose money is not positive", () => {
    expect(fitGammaGamma({frequency: [], meanSpend: []})).toEqual({ok: false, reason: "no_repeat_buyers"});
    const refunds = {frequency: Array(100).fill(2), meanSpend: Array(100).fill(-20)};
    expect(fitGammaGamma(refunds)).toEqual({ok: false, reason: "no_repeat_buyers"});
  });

  test("refuses spend that does not vary", () => {
    const same = {frequency: Array(100).fill(2), meanSpend: Array(100).fill(20)};
    expect(fitGammaGamma(same)).toEqual({ok: false, reason: "boundary"});
  });

  test("counts repeat buyers without positive money, and leaves them out", () => {
    const {frequency, meanSpend} = simulate(6, 4, 15, 2000);
    const result = fitGammaGamma({
      frequency: [...frequency, 3, 3, 0],
      meanSpend: [...meanSpend, 0, -5, 0],
    });
    expect(result).toMatchObject({ok: true, customers: 2000, notPositive: 2});
  });

  test("warns where q is at most 1", () => {
    const result = fitGammaGamma(simulate(3, 0.7, 15, 4000));
    expect(result.ok && result.warnings).toEqual(["q_at_most_1"]);
  });

  test("warns where money and frequency are correlated", () => {
    const {frequency, meanSpend} = simulate(6, 4, 15, 4000);
    const result = fitGammaGamma({frequency, meanSpend: meanSpend.map((z, i) => z * frequency[i]!)});
    expect(result.ok && result.warnings).toEqual(["correlated_money"]);
    expect(result.ok && result.correlation).toBeGreaterThan(0.3);
  });

  test("a weight of two is the customer twice", () => {
    const {frequency, meanSpend} = simulate(6, 4, 15, 500);
    const twice = fitGammaGamma({
      frequency: [...frequency, ...frequency],
      meanSpend: [...meanSpend, ...meanSpend],
    });
    const weighted = fitGammaGamma({frequency, meanSpend, weight: Array(500).fill(2)});
    if (!twice.ok || !weighted.ok) throw new Error("both should fit");
    expect(weighted.customers).toBe(1000);
    expect(weighted.logLikelihood).toBeCloseTo(twice.logLikelihood, 8);
    expect(weighted.parameters.v).toBeCloseTo(twice.parameters.v, 6);
  });

  test("money in another unit scales v alone", () => {
    const {frequency, meanSpend} = simulate(6, 4, 15, 2000);
    const euros = fitGammaGamma({frequency, meanSpend});
    const cents = fitGammaGamma({frequency, meanSpend: meanSpend.map((z) => 100 * z)});
    if (!euros.ok || !cents.ok) throw new Error("both should fit");
    expect(cents.parameters.p).toBeCloseTo(euros.parameters.p, 6);
    expect(cents.parameters.q).toBeCloseTo(euros.parameters.q, 6);
    expect(cents.parameters.v / euros.parameters.v).toBeCloseTo(100, 5);
  });
});
