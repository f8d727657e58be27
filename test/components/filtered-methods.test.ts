import {describe, expect, it} from "vitest";
import type {CellSums} from "../../src/components/filter/filter-table.js";
import {methodsRows} from "../../src/components/filter/methods-rows.js";
import type {AgreementRow, MethodRow} from "../../src/cubes/value.js";
import type {ReportCube} from "../../src/cubes.js";

const at = {as_of: "2025-12-31"} as ReportCube;
const [first, second] = ["2024-09-30", "2024-12-31"];

type Two = readonly [number | null, number | null];

/** The two cells of a method at a cut: customers and money in its top, and outside it. */
const cellsOf = (cut: string, method: string | null, top: Two, others: Two): CellSums[] =>
  [top, others].map(([customers, following], i) => ({
    cell: {as_of: cut, until: `2025${cut.slice(4)}`, method, in_top: i === 0},
    sums: {customers, following},
  }));

const captured = (cells: CellSums[]): unknown[] =>
  (methodsRows.methods(cells, [], at, []) as MethodRow[]).map((r) => [r.cut, r.method, r.captured, r.taken]);

describe("the methods measured on chosen customers", () => {
  it("catch what their top brought of all that those brought", () => {
    const rows = methodsRows.methods(
      [...cellsOf(first, "abc", [2, 300], [6, 100]), ...cellsOf(first, null, [3, 360], [5, 40])],
      [],
      at,
      [],
    );
    expect(rows).toEqual([
      {
        cut: first,
        until: "2025-09-30",
        method: "abc",
        customers: 8,
        captured: 0.75,
        best_possible: 0.9,
        rank_correlation: null,
        taken: 2,
      },
    ]);
  });

  it("catch nothing where none of those is in their top", () => {
    const none = cellsOf(first, "abc", [0, 0], [6, 100]).slice(1);
    expect(captured([...none, ...cellsOf(first, null, [1, 80], [5, 20])])).toEqual([[first, "abc", 0, 0]]);
  });

  it("are left out at a cut where one of them is hidden, for all of them", () => {
    const told = (cut: string) => [
      ...cellsOf(cut, "abc", [10, 50], [20, 50]),
      ...cellsOf(cut, null, [10, 50], [20, 50]),
    ];
    const hidden = cellsOf(first, "rfm", [null, null], [null, null]);
    const cells = [...told(first), ...hidden, ...told(second), ...cellsOf(second, "rfm", [12, 60], [18, 40])];
    expect(captured(cells)).toEqual([
      [second, "abc", 0.5, 10],
      [second, "rfm", 0.6, 12],
    ]);
  });

  it("are left out where those brought nothing in all, and where nobody is chosen", () => {
    const loss = [
      ...cellsOf(first, "abc", [2, 300], [6, -300]),
      ...cellsOf(first, null, [3, 360], [5, -360]),
    ];
    expect(captured(loss)).toEqual([]);
    expect(captured([])).toEqual([]);
  });
});

describe("the agreement of methods on chosen customers", () => {
  const pair = (cut: string, customers: number, both_customers: number): CellSums => ({
    cell: {as_of: cut, until: `2025${cut.slice(4)}`, one: "abc", other: "clv"},
    sums: {customers, both_customers},
  });
  const agreement = (cells: CellSums[], as_of: string): unknown =>
    (methodsRows["method-agreement"](cells, [], {as_of} as ReportCube, []) as AgreementRow[]).map(
      (row) => row.agreement,
    );

  it("is that of the newest cut that had ended", () => {
    const cells = [pair(first, 4, 1), pair(second, 5, 3)];
    expect(agreement(cells, "2025-12-31")).toEqual([0.6]);
    expect(agreement(cells, "2025-10-01")).toEqual([0.25]);
    expect(agreement(cells, "2025-01-01")).toEqual([]);
  });

  it("is not told of a pair that chooses none of them", () => {
    expect(agreement([pair(second, 0, 0)], "2025-12-31")).toEqual([]);
  });
});
