import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {purchasesOf} from "../../../loaders/models/lifetime-value/expected-purchases.js";
import {discounted, within} from "../../../loaders/models/lifetime-value/horizon.js";
import {
  fitNbd,
  nbdExpected,
  nbdForecast,
  nbdLogLikelihood,
  nbdNewCustomer,
} from "../../../loaders/models/lifetime-value/nbd.js";
import {paretoNbdLogLikelihood} from "../../../loaders/models/lifetime-value/pareto-nbd.js";
import {paretoNbdExpected} from "../../../loaders/models/lifetime-value/pareto-nbd-forecast.js";
import {groupPurchases, totals, week} from "../../../loaders/models/lifetime-value/purchase-groups.js";
import {simulateNbd} from "./simulated-customers.js";

const truth = {r: 0.76, alpha: 9.77};
const population = {seed: 5, customers: 3000, youngestDays: 30, oldestDays: 700, unitDays: 7};
const customers = simulateNbd(truth, {...population, holdoutDays: 180});
const groups = groupPurchases(customers, week);
const rows = (...triples: [x: number, recency: number, age: number][]) => ({
  frequency: triples.map(([x]) => x),
  recencyDays: triples.map(([, recency]) => recency),
  ageDays: triples.map(([, , age]) => age),
});

const shape = fc.double({min: 0.02, max: 50, noNaN: true});
const summary = fc
  .record({frequency: fc.integer({min: 0, max: 300}), age: fc.integer({min: 0, max: 3000})})
  .map(({frequency, age}) => ({frequency, age: age / 7, recency: frequency > 0 ? age / 7 : 0}));

describe("NBD's log-likelihood", () => {
  test("is, for whole r, the sum of logarithms that the gamma functions stand for", () => {
    const one = groupPurchases(rows([0, 0, 70], [3, 20, 35], [1, 7, 14]), week);
    for (const [r, alpha] of [
      [1, 2],
      [3, 0.5],
      [2, 40],
    ] as const) {
      let expected = 0;
      for (const [x, age] of [
        [0, 10],
        [3, 5],
        [1, 2],
      ] as const) {
        for (let k = 0; k < x; k++) expected += Math.log(r + k);
        expected += r * Math.log(alpha) - (r + x) * Math.log(alpha + age);
      }
      expect(nbdLogLikelihood(one)(Float64Array.of(Math.log(r), Math.log(alpha))).value).toBeCloseTo(
        expected,
        11,
      );
    }
  });

  test("is Pareto/NBD's where nobody has time to leave", () => {
    fc.assert(
      fc.property(shape, shape, (r, alpha) => {
        const own = nbdLogLikelihood(groups)(Float64Array.of(Math.log(r), Math.log(alpha))).value;
        const theta = Float64Array.of(Math.log(r), Math.log(alpha), Math.log(1e-300), Math.log(1e5));
        const limit = paretoNbdLogLikelihood(groups)(theta).value;
        expect(Math.abs(own - limit)).toBeLessThan(1e-6 * (1 + Math.abs(own)));
      }),
      {numRuns: 30},
    );
  });
});

describe("NBD's forecast", () => {
  test("is the posterior mean rate times the time, and Pareto/NBD's without dropout", () => {
    fc.assert(
      fc.property(
        shape,
        shape,
        summary,
        fc.double({min: 0.01, max: 500, noNaN: true}),
        (r, alpha, customer, t) => {
          const expected = nbdExpected({r, alpha}, customer, t);
          expect(expected).toBeCloseTo(((r + customer.frequency) * t) / (alpha + customer.age), 9);
          const limit = paretoNbdExpected({r, alpha, s: 1e-300, beta: 1e6}, customer, t);
          expect(Math.abs(expected - limit)).toBeLessThanOrEqual(1e-6 * expected);
        },
      ),
    );
  });

  test("of a customer who has just come is that of a new one", () => {
    expect(nbdExpected(truth, {frequency: 0, age: 0}, 26)).toBeCloseTo(nbdNewCustomer(truth, 26), 12);
  });

  test("lies between the customer's own rate and everyone's", () => {
    fc.assert(
      fc.property(
        shape,
        shape,
        summary.filter(({age}) => age > 0),
        (r, alpha, {frequency, age}) => {
          const [own, all] = [frequency / age, r / alpha];
          const expected = nbdExpected({r, alpha}, {frequency, age}, 1);
          expect(expected).toBeGreaterThanOrEqual(Math.min(own, all) * (1 - 1e-12));
          expect(expected).toBeLessThanOrEqual(Math.max(own, all) * (1 + 1e-12));
        },
      ),
    );
  });

  test("knows no P(alive), and no difference between customers who rest and who do not", () => {
    const pair = groupPurchases(rows([4, 30, 400], [4, 400, 400]), week);
    const {alive, purchases} = nbdForecast(truth, pair, within(52));
    expect(alive).toBeNull();
    expect(purchases[0]).toBe(purchases[1]);
  });

  test("counts what comes later for less, as a rate that goes on makes it", () => {
    const fit = fitNbd(groups);
    const horizon = discounted({periods: 24, annualRate: 0.1}, week);
    const plain = purchasesOf(fit, groups, within(horizon.times.at(-1)!)).purchases;
    const worth = purchasesOf(fit, groups, horizon).purchases;
    const factors = Array.from({length: 24}, (_, k) => 1.1 ** (-(k + 1) / 12));
    const mean = factors.reduce((sum, factor) => sum + factor, 0) / 24;
    for (const [i, purchases] of plain.entries()) expect(worth[i]! / purchases).toBeCloseTo(mean, 10);
  });
});

describe("NBD on generated customers", () => {
  test("forecasts the stretch that followed within 3%, and better than each customer's own rate", () => {
    const fit = fitNbd(groups);
    if (!fit.ok) throw new Error(fit.reason);
    let [came, expected, error, naiveError] = [0, 0, 0, 0];
    for (let i = 0; i < population.customers; i++) {
      const [frequency, age] = [customers.frequency[i]!, customers.ageDays[i]! / 7];
      const forecast = nbdExpected(fit.parameters, {frequency, age}, 180 / 7);
      came += customers.holdout[i]!;
      expected += forecast;
      error += (forecast - customers.holdout[i]!) ** 2;
      naiveError += ((frequency / age) * (180 / 7) - customers.holdout[i]!) ** 2;
    }
    expect(Math.abs(expected / came - 1)).toBeLessThan(0.03);
    expect(error).toBeLessThan(naiveError);
  });

  test("says that it knows no dropout", () => {
    expect(fitNbd(groups)).toMatchObject({ok: true, model: "nbd", warnings: ["no_dropout"]});
  });

  test("has at its maximum no gradient left, and expects as many repeats as there were", () => {
    const fit = fitNbd(groups);
    if (!fit.ok) throw new Error(fit.reason);
    const {r, alpha} = fit.parameters;
    const {gradient} = nbdLogLikelihood(groups)(Float64Array.of(Math.log(r), Math.log(alpha)));
    for (const slope of gradient) expect(Math.abs(slope)).toBeLessThan(1e-4);
    // The score in α: Σ (r + x)/(α + T) = n r/α.
    const {frequency, ageDays, weight} = groups;
    const rates = frequency.map((x, i) => (weight[i]! * (r + x)) / (alpha + ageDays[i]! / 7));
    const sum = rates.reduce((all, rate) => all + rate, 0);
    expect(sum / ((groups.customers * r) / alpha)).toBeCloseTo(1, 8);
    expect(totals(groups).repeats).toBeGreaterThan(1000);
  });
});

describe("NBD refuses", () => {
  const many = (n: number, triple: (i: number) => [number, number, number]) =>
    fitNbd(groupPurchases(rows(...Array.from({length: n}, (_, i) => triple(i))), week));

  test.each([
    ["nobody who came back", many(100, (i) => [0, 0, i]), "no_repeat_buyers"],
    ["a handful of customers", many(20, (i) => [i % 5, i % 5, 30]), "few_customers"],
    ["customers without any difference between them", many(100, () => [3, 20, 30]), "boundary"],
  ])("%s", (_name, fit, reason) => {
    expect(fit).toEqual({ok: false, reason});
  });
});
