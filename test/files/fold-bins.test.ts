import * as d3 from "d3";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {foldBins} from "../../loaders/files/filters/fold-bins.js";
import type {FilterRow} from "../../loaders/files/filters/hide-small.js";

const smallest = 5;
const person = fc.record({region: fc.integer({min: 0, max: 3}), place: fc.integer({min: 0, max: 9})});
const people = fc.array(person, {minLength: 1, maxLength: 200});
type Person = {region: number; place: number};

/** The rows that the SQL gives: everyone as key 0, regions from 100; the first bin is 999. */
function rowsOf(all: readonly Person[]): FilterRow[] {
  const long = all.flatMap(({region, place}) => [0, 100 + region].map((key) => ({key, bin: 999 - place})));
  return d3
    .flatRollup(
      long,
      (rows) => rows.length,
      (row) => row.key,
      (row) => row.bin,
    )
    .map(([key, bin, customers]) => ({as_of: "2025-12-31", key, bin, customers, amount: 100 * customers}));
}

describe("the bins of a curve under filters", () => {
  it("hold enough customers each, and of a value with a curve everyone", () => {
    fc.assert(
      fc.property(people, (all) => {
        const before = d3.rollup(
          rowsOf(all),
          (rows) => d3.sum(rows, (row) => row.customers!),
          (row) => row.key,
        );
        for (const [key, bins] of d3.group(foldBins(rowsOf(all), smallest, null), (row) => row.key)) {
          for (const bin of bins) expect(bin.customers).toBeGreaterThanOrEqual(smallest);
          expect(d3.sum(bins, (row) => row.customers!)).toBe(before.get(key));
          expect(d3.sum(bins, (row) => row.amount as number)).toBe(100 * before.get(key)!);
          expect(bins.map(({bin}) => bin)).toEqual(
            d3.sort(bins, ({bin}) => -(bin as number)).map(({bin}) => bin),
          );
        }
      }),
    );
  });

  it("end at the same places for all values, so that what is taken from everyone leaves nobody or enough", () => {
    fc.assert(
      fc.property(people, (all) => {
        const told = foldBins(rowsOf(all), smallest, null).filter(({key}) => key > 0);
        const keys = new Set(told.map(({key}) => key));
        const rest = all.filter(({region}) => !keys.has(100 + region));
        if (keys.size === 0) return;
        // Those without a curve, between the places at which the curves are cut.
        const ends = [...keys].map((key) => {
          const places = d3.sort(all.filter(({region}) => 100 + region === key).map(({place}) => place));
          return d3
            .cumsum(told.filter((row) => row.key === key).map((row) => row.customers!))
            .slice(0, -1)
            .reduce((found, to) => found.add(`${places[to - 1]!} ${places[to]!}`), new Set<string>());
        });
        const cuts = [...new Set(told.map(({bin}) => bin as number))].length;
        for (const own of ends) expect(own.size).toBeLessThan(cuts);
        expect(rest.length === 0 || rest.length >= smallest).toBe(true);
      }),
    );
  });

  it("leave no few between the end of a class that is told and the end of a bin", () => {
    // Of the region 12 in the class, 2 behind its end in the next bin, 6 further on.
    const counts = [12, 2, 6];
    const rows = counts.flatMap((customers, place): FilterRow[] =>
      [0, 100].map((key) => ({as_of: "d", key, bin: 999 - place, customers, amount: customers})),
    );
    const isCut = (isTold: boolean): number[] =>
      foldBins(rows, smallest, {ends: [0], isTold: () => isTold})
        .filter(({key}) => key === 100)
        .map(({customers}) => customers!);
    expect(isCut(true)).toEqual([12, 8]);
    // Where the class isn't told, a bin that ended with it would tell it.
    expect(isCut(false)).toEqual([20]);
  });

  it("are losses below 500, and profit from 1000", () => {
    const rows = [20, 9].map(
      (customers, place): FilterRow => ({
        as_of: "d",
        key: 0,
        bin: 1999 - place,
        customers,
        amount: place === 0 ? 7 : -7,
      }),
    );
    expect(foldBins(rows, smallest, null).map(({bin}) => bin)).toEqual([1999, 1498]);
  });
});
