import * as fc from "fast-check";
import {expect, test} from "vitest";
import {averageRanks, jaccard, rankCorrelation, topCount, topMembers} from "../../loaders/models/ranking.js";

const values = fc.array(fc.integer({min: -6, max: 6}), {minLength: 1, maxLength: 40});

test("the top 20% are rounded up", () => {
  expect([1, 4, 5, 6, 10, 11, 35].map(topCount)).toEqual([1, 1, 1, 2, 2, 3, 7]);
});

test("a top is what sorting gives, equal scores in the order in which they stand", () => {
  fc.assert(
    fc.property(values, fc.nat({max: 40}), (list, n) => {
      const count = Math.min(n, list.length);
      const order = list.map((_, i) => i).sort((a, b) => list[b]! - list[a]! || a - b);
      const top = new Set(order.slice(0, count));
      expect([...topMembers(Float64Array.from(list), count)]).toEqual(
        list.map((_, i) => (top.has(i) ? 1 : 0)),
      );
    }),
  );
});

test("ranks count what is smaller, and half of what is equal", () => {
  fc.assert(
    fc.property(values, (list) => {
      const expected = list.map(
        (a) => list.filter((b) => b < a).length + (list.filter((b) => b === a).length + 1) / 2,
      );
      expect([...averageRanks(Float64Array.from(list))]).toEqual(expected);
    }),
  );
});

test("rank correlation is that of Spearman's formula without ties, 1 for the same order, and null where nothing varies", () => {
  const one = Float64Array.of(86, 97, 99, 100, 101, 103, 106, 110, 112, 113);
  const other = Float64Array.of(2, 20, 28, 27, 50, 29, 7, 17, 6, 12);
  // 1 − 6 Σ d² / (n (n² − 1)) with Σ d² = 194.
  expect(rankCorrelation(averageRanks(one), averageRanks(other))).toBeCloseTo(1 - (6 * 194) / 990, 12);
  expect(rankCorrelation(averageRanks(one), averageRanks(one))).toBe(1);
  expect(rankCorrelation(averageRanks(one), averageRanks(one.map((v) => -v)))).toBe(-1);
  expect(rankCorrelation(averageRanks(one), averageRanks(one.map(() => 3)))).toBeNull();
});

test("agreement is shared over either's", () => {
  expect(jaccard(Uint8Array.of(1, 1, 1, 0), Uint8Array.of(0, 1, 1, 1))).toBe(0.5);
  expect(jaccard(Uint8Array.of(1, 0), Uint8Array.of(0, 1))).toBe(0);
  expect(jaccard(Uint8Array.of(1, 0), Uint8Array.of(1, 0))).toBe(1);
});
