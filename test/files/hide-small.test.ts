import * as d3 from "d3";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {type FilterRow, hideSmall} from "../../loaders/files/filters/hide-small.js";

const smallest = 5;
const classes = {cells: ["cell"], measures: ["customers", "revenue"], within: [[]]};
const person = fc.record({
  region: fc.integer({min: 0, max: 3}),
  stage: fc.integer({min: 0, max: 2}),
  cell: fc.integer({min: 1, max: 4}),
});
const people = fc.array(person, {minLength: 1, maxLength: 120});
type Person = {region: number; stage: number; cell: number};

/** The rows that the SQL gives where filters are set singly: everyone as key 0, regions from 100, stages from 400. */
function rowsOf(all: readonly Person[]): FilterRow[] {
  const keys = (p: Person): number[] => [0, 100 + p.region, 400 + p.stage];
  const long = all.flatMap((p) => keys(p).map((key) => ({key, cell: p.cell})));
  return d3
    .flatRollup(
      long,
      (rows) => rows.length,
      (row) => row.key,
      (row) => row.cell,
    )
    .map(([key, cell, customers]) => ({key, cell, customers, revenue: 100 * customers}))
    .sort((a, b) => a.key - b.key || a.cell - b.cell);
}

describe("filters that are set singly", () => {
  it("tell no count and no money of fewer than the smallest cell", () => {
    fc.assert(
      fc.property(people, (all) => {
        for (const row of hideSmall(classes, rowsOf(all), smallest)) {
          expect(row.customers === null || row.customers >= smallest).toBe(true);
          expect(row.customers === null).toBe(row.revenue === null);
        }
      }),
    );
  });

  it("keep every column of a table, whatever it is called", () => {
    fc.assert(
      fc.property(people, fc.constantFrom("dimension", "place", "key_of", "customers_of"), (all, name) => {
        const renamed = rowsOf(all).map(({cell, ...row}) => ({...row, [name]: cell!}) as FilterRow);
        const wanted = hideSmall(classes, rowsOf(all), smallest);
        const found = hideSmall({...classes, cells: [name], within: [[]]}, renamed, smallest);
        expect(found.map(({[name]: cell, ...row}) => ({...row, cell}))).toEqual(wanted);
      }),
    );
  });

  it("leave no cell that could be told from a total: of what is hidden together there are two, and enough customers", () => {
    fc.assert(
      fc.property(people, (all) => {
        const before = new Map(rowsOf(all).map((row) => [`${row.key} ${row.cell}`, row.customers!]));
        const after = hideSmall(classes, rowsOf(all), smallest);
        const whole = new Map(after.filter((row) => row.key === 0).map((row) => [row.cell, row.customers]));
        const tables = [
          ...d3.group(after, (row) => `key ${row.key}`).values(),
          // The parts of a cell have its total only where everyone's cell stands.
          ...d3
            .group(
              after.filter((row) => row.key > 0 && whole.get(row.cell) !== null),
              (row) => `${Math.floor(row.key / 100)} ${row.cell}`,
            )
            .values(),
        ];
        for (const table of tables) {
          const hidden = table.filter((row) => row.customers === null);
          if (hidden.length === 0 || hidden.length === table.length) continue;
          expect(hidden.length).toBeGreaterThan(1);
          expect(d3.sum(hidden, (row) => before.get(`${row.key} ${row.cell}`)!)).toBeGreaterThanOrEqual(
            smallest,
          );
        }
      }),
    );
  });

  it("hide under every filter what is hidden for everyone", () => {
    fc.assert(
      fc.property(people, (all) => {
        const after = hideSmall(classes, rowsOf(all), smallest);
        const hidden = new Set(
          after.filter((row) => row.key === 0 && row.customers === null).map((row) => row.cell),
        );
        for (const row of after) if (hidden.has(row.cell)) expect(row.customers).toBeNull();
      }),
    );
  });

  it("say nothing of the few new among many", () => {
    const rows = [{key: 0, cell: 0, customers: 90, active: 40, new_customers: 3, revenue: 1}];
    expect(hideSmall({...classes, measures: ["customers", "new_customers"]}, rows, smallest)).toEqual([
      {...rows[0], new_customers: null},
    ]);
  });

  it("leave no second count that could be told from the same count under the dimension's other values", () => {
    const row = (key: number, new_customers: number): FilterRow => ({
      key,
      cell: 0,
      customers: 90,
      new_customers,
    });
    const spec = {...classes, measures: ["customers", "new_customers"]};
    const told = hideSmall(
      spec,
      [row(0, 40), row(100, 3), row(101, 20), row(102, 17), row(103, 0)],
      smallest,
    );
    expect(told.map((r) => r.new_customers)).toEqual([40, null, 20, null, 0]);
    expect(told.every((r) => r.customers === 90)).toBe(true);
  });
});
