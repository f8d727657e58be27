import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {twoSided, wilson} from "../../src/components/wilson.js";

describe("Wilson's interval and the normal distribution", () => {
  it("give published values", () => {
    // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    for (const [x, n, low, high] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const) {
      expect(wilson(x, n).low).toBeCloseTo(low, 4);
      expect(wilson(x, n).high).toBeCloseTo(high, 4);
    }
    expect(twoSided(1.959963984540054)).toBeCloseTo(0.05, 6);
    expect(twoSided(-2.5758293035489)).toBeCloseTo(0.01, 6);
    expect(twoSided(0)).toBeCloseTo(1, 6);
  });
  it("stays within 0 and 1, holds the share, narrows with more trials, and mirrors", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 5000}), fc.double({min: 0, max: 1, noNaN: true}), (n, share) => {
        const x = Math.round(n * share);
        const {low, high} = wilson(x, n);
        expect(low >= 0 && low <= x / n && x / n <= high && high <= 1).toBe(true);
        const more = wilson(4 * x, 4 * n);
        expect(more.high - more.low).toBeLessThan(high - low);
        expect(wilson(n - x, n).low).toBeCloseTo(1 - high, 9);
      }),
    );
  });
  it("refuses what is no proportion", () => {
    for (const [x, n] of [
      [1, 0],
      [-1, 5],
      [6, 5],
      [Number.NaN, 5],
    ] as const)
      expect(() => wilson(x, n)).toThrow(RangeError);
  });
});
