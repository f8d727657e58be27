import {expect, test} from "vitest";
import {
  groupOf,
  groupPurchases,
  sampleGroups,
  totals,
  week,
} from "../../../loaders/models/lifetime-value/purchase-groups.js";
import {simulateParetoNbd} from "./simulated-customers.js";

const customers = simulateParetoNbd(
  {r: 0.6, alpha: 8, s: 0.7, beta: 15},
  {seed: 3, customers: 5000, youngestDays: 0, oldestDays: 400, unitDays: 7},
);

test("groups hold every triple once, in order, with the number of its customers", () => {
  const groups = groupPurchases(customers);
  const counted = new Map<string, number>();
  for (let i = 0; i < 5000; i++) {
    const key = [customers.frequency[i], customers.recencyDays[i], customers.ageDays[i]].join();
    counted.set(key, (counted.get(key) ?? 0) + 1);
  }
  const expected = [...counted]
    .map(([key, weight]) => [...key.split(",").map(Number), weight])
    .sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]! || a[2]! - b[2]!);
  const actual = [...groups.weight].map((weight, i) => [
    groups.frequency[i],
    groups.recencyDays[i],
    groups.ageDays[i],
    weight,
  ]);
  expect(actual).toEqual(expected);
  expect(groups.customers).toBe(5000);
});

test("each row finds the group of its own triple", () => {
  const groups = groupPurchases(customers, week);
  groupOf(groups, customers).forEach((group, i) => {
    expect([groups.frequency[group], groups.recencyDays[group], groups.ageDays[group]]).toEqual([
      customers.frequency[i],
      customers.recencyDays[i],
      customers.ageDays[i],
    ]);
  });
});

test("a row in none of the groups is refused", () => {
  const groups = groupPurchases({frequency: [0, 3], recencyDays: [0, 5], ageDays: [9, 9]});
  expect(() => groupOf(groups, {frequency: [2], recencyDays: [5], ageDays: [9]})).toThrow("row 0");
});

test("a sample stands for all customers and keeps their mean frequency and age", () => {
  const groups = groupPurchases(customers, week);
  const sample = sampleGroups(groups, 500);
  expect(sample.customers).toBeCloseTo(5000, 6);
  expect(sample.weight.length).toBeLessThanOrEqual(500);
  const [all, some] = [totals(groups), totals(sample)];
  expect(some.repeats / all.repeats).toBeCloseTo(1, 1);
  expect(some.time / all.time).toBeCloseTo(1, 1);
});

test("rows that are no summary are refused with their number", () => {
  const good = {frequency: [0, 2], recencyDays: [0, 5], ageDays: [9, 9]};
  const bad = [
    {...good, recencyDays: [0, 10]},
    {...good, recencyDays: [0, 5.5]},
    {...good, recencyDays: [0, 0]},
    {...good, recencyDays: [0, -1]},
    {...good, frequency: [0, 0]},
    {...good, frequency: [0, -2]},
    {...good, frequency: [0, 1.5]},
    {...good, frequency: [0, Number.NaN]},
    {...good, weight: [1, 0]},
  ];
  for (const rows of bad) expect(() => groupPurchases(rows), JSON.stringify(rows)).toThrow("row 1 is no");
});

test("a triple beyond what one whole number holds is refused rather than confused with another", () => {
  expect(() => groupPurchases({frequency: [1e9], recencyDays: [9], ageDays: [10_000]})).toThrow(
    "too large to group",
  );
});
