import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {
  bgNbdAlive,
  bgNbdExpected,
  bgNbdForecast,
  bgNbdNewCustomer,
} from "../../../loaders/models/lifetime-value/bg-nbd-forecast.js";
import {naiveForecast, totalPurchases} from "../../../loaders/models/lifetime-value/forecast.js";
import {discounted, monthDays, within} from "../../../loaders/models/lifetime-value/horizon.js";
import {
  paretoNbdAlive,
  paretoNbdExpected,
  paretoNbdForecast,
  paretoNbdNewCustomer,
} from "../../../loaders/models/lifetime-value/pareto-nbd-forecast.js";
import {groupPurchases, week} from "../../../loaders/models/lifetime-value/purchase-groups.js";
import {simulateBgNbd, simulateParetoNbd} from "./simulated-customers.js";

const bg = {r: 0.243, alpha: 4.414, a: 0.793, b: 2.426};
const pareto = {r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669};
type Ask = Parameters<typeof bgNbdAlive>[1];

const models = [
  {
    name: "BG/NBD",
    alive: (c: Ask) => bgNbdAlive(bg, c),
    expected: (c: Ask, t: number) => bgNbdExpected(bg, c, t),
    fresh: (t: number) => bgNbdNewCustomer(bg, t),
    forecast: bgNbdForecast.bind(null, bg),
    simulate: simulateBgNbd.bind(null, bg),
  },
  {
    name: "Pareto/NBD",
    alive: (c: Ask) => paretoNbdAlive(pareto, c),
    expected: (c: Ask, t: number) => paretoNbdExpected(pareto, c, t),
    fresh: (t: number) => paretoNbdNewCustomer(pareto, t),
    forecast: paretoNbdForecast.bind(null, pareto),
    simulate: simulateParetoNbd.bind(null, pareto),
  },
];

const customer = fc
  .tuple(
    fc.integer({min: 1, max: 300}),
    fc.double({min: 0.01, max: 1, noNaN: true}),
    fc.double({min: 1, max: 300, noNaN: true}),
  )
  .map(([frequency, share, age]) => ({frequency, recency: share * age, age}));

describe.each(models)("$name", ({alive, expected, fresh, forecast, simulate}) => {
  test("P(alive) is a probability that grows with recency", () => {
    fc.assert(
      fc.property(customer, (c) => {
        const p = alive(c);
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(alive({...c, recency: (c.recency + c.age) / 2})).toBeGreaterThanOrEqual(p);
      }),
      {numRuns: 500, seed: 1},
    );
  });

  test("expected purchases grow with the horizon, ever more slowly", () => {
    fc.assert(
      fc.property(customer, fc.double({min: 0.01, max: 500, noNaN: true}), (c, t) => {
        const [one, two, three] = [t, 2 * t, 3 * t].map((horizon) => expected(c, horizon)) as [
          number,
          number,
          number,
        ];
        expect(one).toBeGreaterThanOrEqual(0);
        expect(two).toBeGreaterThanOrEqual(one);
        expect(three - two).toBeLessThanOrEqual((two - one) * (1 + 1e-9) + 1e-300);
      }),
      {numRuns: 300, seed: 2},
    );
  });

  test("a customer of age zero is a new customer", () => {
    for (const t of [1 / 7, 3, 50, 400])
      expect(expected({frequency: 0, recency: 0, age: 0}, t)).toBeCloseTo(fresh(t), 12);
  });

  test("groups are forecast as their customers are", () => {
    const groups = groupPurchases(
      simulate({seed: 5, customers: 400, youngestDays: 0, oldestDays: 500, unitDays: 7}),
      week,
    );
    const many = forecast(groups, within(39));
    for (let i = 0; i < groups.weight.length; i++) {
      const one = {
        frequency: groups.frequency[i]!,
        recency: groups.recencyDays[i]! / 7,
        age: groups.ageDays[i]! / 7,
      };
      expect(many.alive![i]).toBeCloseTo(alive(one), 12);
      expect(many.purchases[i]).toBeCloseTo(expected(one, 39), 10);
    }
  });

  test("the forecast total is what generated customers then buy, within three standard errors", () => {
    const ticks = {name: "week", days: 700};
    const customers = simulate({
      seed: 6,
      customers: 40_000,
      youngestDays: 27 * 700,
      oldestDays: 104 * 700,
      unitDays: 700,
      holdoutDays: 52 * 700,
    });
    const groups = groupPurchases(customers, ticks);
    const total = totalPurchases(groups, forecast(groups, within(52)));
    const bought = customers.holdout.reduce((sum, x) => sum + x, 0);
    const squares = customers.holdout.reduce((sum, x) => sum + x * x, 0);
    expect(Math.abs(bought - total)).toBeLessThan(3 * Math.sqrt(squares));
    expect(Math.abs(bought / total - 1)).toBeLessThan(0.05);
  });

  test("discounting at 0% counts purchases plainly; at 10% it is the sum over the months", () => {
    const groups = groupPurchases({frequency: [4], recencyDays: [200], ageDays: [250]}, week);
    const c = {frequency: 4, recency: 200 / 7, age: 250 / 7};
    const month = monthDays / 7;
    const plain = forecast(groups, discounted({periods: 24, annualRate: 0}, week)).purchases[0]!;
    expect(plain).toBeCloseTo(expected(c, 24 * month), 10);
    let sum = 0;
    for (let k = 1; k <= 24; k++)
      sum += (expected(c, k * month) - expected(c, (k - 1) * month)) * 1.1 ** (-k / 12);
    const tenPercent = forecast(groups, discounted({periods: 24, annualRate: 0.1}, week)).purchases[0]!;
    expect(tenPercent).toBeCloseTo(sum, 10);
    expect(tenPercent).toBeLessThan(plain);
  });
});

test("BG/NBD keeps one-time buyers alive by construction, Pareto/NBD does not", () => {
  const once = {frequency: 0, recency: 0, age: 100};
  expect(bgNbdAlive(bg, once)).toBe(1);
  expect(paretoNbdAlive(pareto, once)).toBeLessThan(0.3);
});

test("the mean lifetime of Pareto passes smoothly through s = 1", () => {
  const at = (s: number) => paretoNbdNewCustomer({...pareto, s}, 52);
  expect(at(1)).toBeCloseTo((pareto.r / pareto.alpha) * pareto.beta * Math.log(1 + 52 / pareto.beta), 12);
  expect(at(1 + 1e-9)).toBeCloseTo(at(1), 8);
  expect(at(1 - 1e-9)).toBeCloseTo(at(1), 8);
});

test("the naive forecast goes on at the past rate, and is zero where there is no past", () => {
  const groups = groupPurchases({frequency: [0, 0, 3], recencyDays: [0, 0, 20], ageDays: [0, 70, 70]}, week);
  expect([...naiveForecast(groups, within(5)).purchases]).toEqual([0, 0, 1.5]);
});

test("a horizon of no periods, or a rate of −100%, is refused", () => {
  expect(() => discounted({periods: 0, annualRate: 0.1}, week)).toThrow("0 periods");
  expect(() => discounted({periods: 1.5, annualRate: 0.1}, week)).toThrow("1.5 periods");
  expect(() => discounted({periods: 12, annualRate: -1}, week)).toThrow("rate of -1");
});
