import * as fc from "fast-check";
import {describe, expect, it} from "vitest";
import {concentrationOfBins} from "../../src/components/filter/concentration-of-bins.js";
import {rankedCurve} from "../../src/components/filter/ranked-curve.js";

const as_of = "2025-12-31";

/** What customers bring, largest first, and after how many of them each bin ends. */
const cases = fc
  .record({
    logs: fc.array(fc.double({min: 0, max: 9, noNaN: true}), {minLength: 30, maxLength: 300}),
    losses: fc.array(fc.integer({min: -500, max: 0}), {maxLength: 20}),
    steps: fc.array(fc.integer({min: 5, max: 25}), {minLength: 1, maxLength: 60}),
  })
  .map(({logs, losses, steps}) => {
    const amounts = [...logs.map((x) => Math.round(100 * Math.exp(x))), ...losses].sort((a, b) => b - a);
    const ends: number[] = [];
    for (let i = 0, end = steps[0]!; end < amounts.length - 5; end += steps[++i % steps.length]!)
      ends.push(end);
    return {amounts, ends: [...ends, amounts.length]};
  });

const sum = (list: readonly number[]): number => list.reduce((all, x) => all + x, 0);

/** The bins as a report holds them whose small groups are suppressed: numbered by their order, losses below 500. */
function binsOf(amounts: readonly number[], ends: readonly number[]) {
  return ends.map((end, i) => {
    const own = amounts.slice(ends[i - 1] ?? 0, end);
    return {
      cell: {as_of, bin: (sum(own) > 0 ? 999 : 499) - i},
      sums: {customers: own.length, amount: sum(own)},
    };
  });
}

function giniOf(amounts: readonly number[]): number {
  const n = amounts.length;
  const absolute = sum(amounts.map(Math.abs));
  return sum(amounts.map((x, i) => (n - 1 - 2 * i) * x)) / (n * absolute);
}

describe("bins that were put together", () => {
  it("tell a share, a point of the curve and Gini within a point, or not at all", () => {
    let told = 0;
    fc.assert(
      fc.property(cases, ({amounts, ends}) => {
        const whole = sum(amounts);
        fc.pre(whole > 0);
        const bins = binsOf(amounts, ends);
        const [row] = concentrationOfBins(bins, {as_of, smallest_cell: 5});
        for (const [share, percent] of [
          [row!.top5_share, 5],
          [row!.top10_share, 10],
          [row!.top20_share, 20],
        ] as const) {
          if (share === null) continue;
          told++;
          const places = Math.ceil((percent * amounts.length) / 100);
          expect(Math.abs(share - sum(amounts.slice(0, places)) / whole)).toBeLessThanOrEqual(0.010001);
        }
        if (row!.gini !== null) expect(Math.abs(row!.gini - giniOf(amounts))).toBeLessThanOrEqual(0.010001);
        expect(row!.hhi).toBeNull();
        for (const point of rankedCurve(bins, true))
          expect(
            Math.abs(point.amount_share - sum(amounts.slice(0, point.customers)) / whole),
          ).toBeLessThanOrEqual(0.012);
      }),
      {numRuns: 300},
    );
    expect(told).toBeGreaterThan(100);
  });

  it("tell nothing between the ends of few bins", () => {
    const amounts = Array.from({length: 60}, (_, i) => 10_000 - 100 * i);
    const bins = binsOf(amounts, [20, 40, 60]);
    const [row] = concentrationOfBins(bins, {as_of, smallest_cell: 5});
    expect(row).toMatchObject({customers: 60, top10_share: null, top20_share: null, gini: null});
    expect(rankedCurve(bins, true).map((p) => p.customers)).toEqual([20, 40, 60]);
  });
});
