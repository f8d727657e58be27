import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  acceptedKeys,
  dimensions,
  type Filter,
  noFilter,
  singleKey,
} from "../../src/components/filter/filter.js";
import {cellsUnder, type FilterTable} from "../../src/components/filter/filter-table.js";
import {rankedCurve} from "../../src/components/filter/ranked-curve.js";

interface Person {
  region: number;
  industry: number;
  class: number;
  stage: number;
  cell: number;
  amount: number;
}

const person = fc.record({
  region: fc.integer({min: 0, max: 8}),
  industry: fc.integer({min: 0, max: 8}),
  class: fc.integer({min: 0, max: 4}),
  stage: fc.integer({min: 0, max: 6}),
  cell: fc.integer({min: 1, max: 4}),
  amount: fc.integer({min: -500, max: 5000}),
});
const place = (most: number) => fc.option(fc.integer({min: 0, max: most}));
const filter: fc.Arbitrary<Filter> = fc.record({
  region: place(8),
  industry: place(8),
  class: place(4),
  stage: place(6),
  as_of: fc.constant(null),
});

function tableOf(people: readonly Person[]): FilterTable {
  return {
    key: Uint16Array.from(people, (p) => ((p.region * 9 + p.industry) * 5 + p.class) * 7 + p.stage),
    cell: Int32Array.from(people, (p) => p.cell),
    measures: {customers: people.map(() => 1), amount: people.map((p) => p.amount)},
  };
}

describe("filters", () => {
  it("give the sums over just the customers that fit", () => {
    fc.assert(
      fc.property(fc.array(person, {maxLength: 60}), filter, (people, chosen) => {
        const fitting = people.filter((p) =>
          dimensions.every((d) => chosen[d] === null || chosen[d] === p[d]),
        );
        const cells = cellsUnder(tableOf(people), chosen, false);
        for (const cell of [1, 2, 3, 4]) {
          const own = fitting.filter((p) => p.cell === cell);
          expect(cells.get(cell)?.customers ?? 0).toBe(own.length);
          expect(cells.get(cell)?.amount ?? 0).toBe(own.reduce((sum, p) => sum + p.amount, 0));
        }
      }),
    );
  });

  it("take every key without a choice, and none twice over the values of a dimension", () => {
    expect(acceptedKeys(noFilter).every((byte) => byte === 1)).toBe(true);
    for (const [dimension, values] of [
      ["region", 9],
      ["industry", 9],
      ["class", 5],
      ["stage", 7],
    ] as const) {
      const times = new Uint8Array(acceptedKeys(noFilter).length);
      for (let value = 0; value < values; value++)
        acceptedKeys({...noFilter, [dimension]: value}).forEach((byte, key) => {
          times[key]! += byte;
        });
      expect(times.every((n) => n === 1)).toBe(true);
    }
  });

  it("keep what is suppressed or unknown null, and know one key where filters are set singly", () => {
    const table: FilterTable = {key: [0, 103, 103], cell: [1, 1, 2], measures: {customers: [9, 7, null]}};
    expect(singleKey({...noFilter, region: 3})).toBe(103);
    expect(singleKey(noFilter)).toBe(0);
    expect([...cellsUnder(table, {...noFilter, region: 3}, true)]).toEqual([
      [1, {customers: 7}],
      [2, {customers: null}],
    ]);
  });
});

describe("a curve ranked anew from bins", () => {
  it("ends at everyone's money, and says the top fifth to within half a point", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({min: 0, max: 12, noNaN: true}), {minLength: 400, maxLength: 400}),
        (logs) => {
          const amounts = logs.map((x) => Math.round(100 * Math.exp(x))).sort((a, b) => b - a);
          const bins = new Map<number, {customers: number; amount: number}>();
          for (const amount of amounts) {
            const cell = 500 + (amount === 0 ? 0 : 1 + Math.floor(2 * Math.log2(amount)));
            const bin = bins.get(cell) ?? {customers: 0, amount: 0};
            bins.set(cell, {customers: bin.customers + 1, amount: bin.amount + amount});
          }
          const curve = rankedCurve(bins);
          const total = amounts.reduce((sum, x) => sum + x, 0);
          expect(curve.at(-1)).toMatchObject({
            customers: 400,
            amount: total,
            customer_share: 1,
            amount_share: 1,
          });
          const top = curve.find((p) => p.customers === 80)!;
          const exact = amounts.slice(0, 80).reduce((sum, x) => sum + x, 0) / total;
          expect(Math.abs(top.amount_share - exact)).toBeLessThan(0.005);
        },
      ),
      {numRuns: 50},
    );
  });

  it("marks the peak of a curve that falls back, and says nothing where the total is not positive", () => {
    const bins = new Map([
      [520, {customers: 2, amount: 900}],
      [490, {customers: 1, amount: -100}],
    ]);
    expect(rankedCurve(bins).map((p) => [p.customers, p.amount, p.peak])).toEqual([
      [1, 450, false],
      [2, 900, true],
      [3, 800, false],
    ]);
    expect(rankedCurve(new Map([[490, {customers: 1, amount: -100}]]))).toEqual([]);
  });
});
