import {expect, test} from "vitest";
import {correlation} from "../../../loaders/models/lifetime-value/correlation.js";
import {holdoutPanel} from "../../../loaders/models/lifetime-value/holdout.js";

test("a panel sets actual against expected, by frequency and in all", () => {
  const panel = holdoutPanel([0, 0, 2, 9, 7], [0, 1, 3, 4, 8], {
    model: [0.5, 0.5, 2, 5, 7],
    none: [0, 0, 0, 0, 0],
  });
  expect(panel.customers).toBe(5);
  expect(panel.actualTotal).toBe(16);
  expect(panel.scores).toEqual([
    {forecast: "model", total: 15, mae: (0.5 + 0.5 + 1 + 1 + 1) / 5, rmse: Math.sqrt(3.5 / 5)},
    {forecast: "none", total: 0, mae: 16 / 5, rmse: Math.sqrt(90 / 5)},
  ]);
  expect(panel.bins).toEqual([
    {frequency: 0, andAbove: false, customers: 2, actual: 0.5, expected: {model: 0.5, none: 0}},
    {frequency: 2, andAbove: false, customers: 1, actual: 3, expected: {model: 2, none: 0}},
    {frequency: 7, andAbove: true, customers: 2, actual: 6, expected: {model: 6, none: 0}},
  ]);
});

test("a panel without customers has no bins and no errors", () => {
  expect(holdoutPanel([], [], {model: []})).toEqual({
    customers: 0,
    actualTotal: 0,
    scores: [{forecast: "model", total: 0, mae: 0, rmse: 0}],
    bins: [],
  });
});

test("correlation is 1 on a line, counts weights as repetition, and is null where nothing varies", () => {
  expect(correlation([1, 2, 5], [3, 5, 11], [1, 1, 1])).toBeCloseTo(1, 12);
  expect(correlation([1, 2, 5], [-3, -5, -11], [1, 4, 1])).toBeCloseTo(-1, 12);
  expect(correlation([1, 2, 4], [5, 1, 7], [2, 1, 3])).toBeCloseTo(
    correlation([1, 1, 2, 4, 4, 4], [5, 5, 1, 7, 7, 7], [1, 1, 1, 1, 1, 1])!,
    12,
  );
  expect(correlation([1, 1], [2, 3], [1, 1])).toBeNull();
  expect(correlation([], [], [])).toBeNull();
});
