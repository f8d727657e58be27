import * as fc from "fast-check";
import {describe, expect, it} from "vitest";
import {suppress} from "../../loaders/cubes/suppress.js";

interface Row {
  a: number;
  b: number;
  customers: number | null;
  revenue: number | null;
  suppressed: boolean;
}

const row = (a: number, b: number, customers: number): Row => ({
  a,
  b,
  customers,
  revenue: customers * 100,
  suppressed: false,
});
const whole = {measures: ["customers", "revenue"], within: [[]]} as const;
const hidden = (rows: Row[]): string[] => rows.flatMap((r) => (r.suppressed ? `${r.a}${r.b}` : []));

describe("suppress", () => {
  it("leaves alone what has no small cell", () => {
    const rows = [row(1, 1, 5), row(1, 2, 50)];
    expect(suppress(rows, whole, 5)).toEqual(rows);
  });

  it("takes every measure out of a small cell, and says so", () => {
    const rows = suppress([row(1, 1, 4), row(1, 2, 3), row(1, 3, 9)], whole, 5);
    expect(rows[0]).toEqual({a: 1, b: 1, customers: null, revenue: null, suppressed: true});
    expect(rows[2]).toEqual(row(1, 3, 9));
  });

  it("hides the next smallest cell beside a single gap, which the total would tell", () => {
    expect(hidden(suppress([row(1, 1, 50), row(1, 2, 4), row(1, 3, 9), row(1, 4, 7)], whole, 5))).toEqual([
      "12",
      "14",
    ]);
  });

  it("hides one more where the gaps together hold too few", () => {
    expect(hidden(suppress([row(1, 1, 50), row(1, 2, 1), row(1, 3, 1), row(1, 4, 7)], whole, 5))).toEqual([
      "12",
      "13",
      "14",
    ]);
  });

  it("complements each row and column where their totals are published too", () => {
    const rows = [
      row(1, 1, 2),
      row(1, 2, 20),
      row(1, 3, 30),
      row(2, 1, 15),
      row(2, 2, 25),
      row(2, 3, 35),
      row(3, 1, 40),
      row(3, 2, 45),
      row(3, 3, 50),
    ];
    const cells = suppress(rows, {...whole, within: [[], ["a"], ["b"]]}, 5);
    expect(hidden(cells)).toEqual(["11", "12", "21", "22"]);
  });

  it("never leaves a small cell, nor a table whose gaps could be told from its total", () => {
    const tables = fc.array(
      fc.record({
        a: fc.integer({min: 1, max: 4}),
        b: fc.integer({min: 1, max: 4}),
        customers: fc.integer({min: 1, max: 12}),
      }),
      {maxLength: 16},
    );
    fc.assert(
      fc.property(tables, (cells) => {
        const rows = cells.map(({a, b, customers}) => row(a, b, customers));
        const result = suppress(rows, {...whole, within: [["a"], ["b"]]}, 5);
        result.forEach((r, i) => {
          if (!r.suppressed) expect(r).toEqual(rows[i]);
          if (rows[i]!.customers! < 5) expect(r.suppressed).toBe(true);
        });
        for (const axis of ["a", "b"] as const) {
          for (const value of [1, 2, 3, 4]) {
            const inside = rows
              .map((r, i) => ({...r, gone: result[i]!.suppressed}))
              .filter((r) => r[axis] === value);
            const gone = inside.filter((r) => r.gone);
            if (gone.length === 0 || gone.length === inside.length) continue;
            expect(gone.length).toBeGreaterThan(1);
            expect(gone.reduce((sum, r) => sum + r.customers!, 0)).toBeGreaterThanOrEqual(5);
          }
        }
      }),
      {seed: 7, numRuns: 300},
    );
  });
});
