import {rollup} from "d3-array";
import type {AgreementRow, MethodRow} from "../../cubes/value.js";
import type {CellSums} from "./filter-table.js";
import type {Finish} from "./filtered-cubes.js";
import type {methodsTables} from "./methods-tables.js";

/** Cells of the cuts whose period had ended by a date, by cut. */
function byCut(found: readonly CellSums[], as_of: string): [string, CellSums[]][] {
  const ended = found.filter(({cell}) => (cell.until as string) <= as_of);
  const cuts = rollup(
    ended,
    (cells) => cells,
    ({cell}) => cell.as_of as string,
  );
  return [...cuts].sort(([one], [other]) => (one < other ? -1 : 1));
}

interface Side {
  customers: number;
  following: number;
}

/** The customers of a method's cells, those in its top or all; null where one is not told. */
function sumOf(cells: readonly CellSums[]): Side | null {
  return cells.reduce<Side | null>(
    (sum, {sums: {customers = null, following = null}}) => {
      if (sum === null || customers === null || following === null) return null;
      return {customers: sum.customers + customers, following: sum.following + following};
    },
    {customers: 0, following: 0},
  );
}

/**
 * What the top 20% of each method brought of the money of those chosen. A cut is left out where they brought nothing in
 * all, and where it doesn't tell every method: means over other cuts than another's can't be compared.
 */
function methodRows(found: readonly CellSums[], as_of: string): MethodRow[] {
  return byCut(found, as_of).flatMap(([cut, cells]) => {
    const methods = [
      ...rollup(
        cells,
        (own) => ({all: sumOf(own), top: sumOf(own.filter(({cell}) => cell.in_top))}),
        ({cell}) => cell.method as MethodRow["method"] | null,
      ),
    ];
    const best = methods.find(([method]) => method === null)?.[1].top;
    const told = methods.every(([, {all, top}]) => all !== null && top !== null && all.following > 0);
    if (!best || !told) return [];
    return methods.flatMap(([method, {all, top}]) =>
      method === null
        ? []
        : [
            {
              cut,
              until: cells[0]!.cell.until as string,
              method,
              customers: all!.customers,
              captured: top!.following / all!.following,
              best_possible: best.following / all!.following,
              rank_correlation: null,
              taken: top!.customers,
            },
          ],
    );
  });
}

/** How far two methods choose the same of those chosen at the newest cut; a pair that chooses nobody is left out. */
function agreementRows(found: readonly CellSums[], as_of: string): AgreementRow[] {
  const newest = byCut(found, as_of).at(-1)?.[1] ?? [];
  return newest.flatMap(({cell: {one, other}, sums: {customers, both_customers}}) =>
    customers && both_customers != null
      ? [{one, other, agreement: both_customers / customers} as AgreementRow]
      : [],
  );
}

/** What the tables of the methods compared need beside their cells and sums. */
export const methodsRows: Record<keyof typeof methodsTables, Finish> = {
  methods: (found, _, {as_of}) => methodRows(found, as_of),
  "method-agreement": (found, _, {as_of}) => agreementRows(found, as_of),
};
