import * as d3 from "d3";
import {suppress} from "../../cubes/suppress.js";
import type {FilterTable} from "./filters.js";

/** One cell of a table under one combination of filters; measures are null where they are hidden or unknown. */
export type FilterRow = {key: number; cell: number; customers: number | null} & Record<string, number | null>;

/** How the cells of a table make up totals that are published: RFM's by each of its axes too. */
const partsOf: Partial<Record<FilterTable, ((cell: number) => number)[]>> = {
  rfm: [
    (cell) => Math.floor(cell / 100),
    (cell) => 10 + (Math.floor(cell / 10) % 10),
    (cell) => 20 + (cell % 10),
  ],
};

/**
 * Filters that are set singly, without what is too small: a cell that is hidden for all customers (key 0) is hidden under
 * every filter; of the others, those of fewer than `smallest`, and more until none can be told from the totals of its
 * filter value, nor from the same cell under the dimension's other values.
 */
export function hideSmall(table: FilterTable, rows: readonly FilterRow[], smallest: number): FilterRow[] {
  const cells = rows.map((row) => ({
    ...row,
    suppressed: false,
    dimension: Math.floor(row.key / 100),
    part0: partsOf[table]?.[0]?.(row.cell) ?? 0,
    part1: partsOf[table]?.[1]?.(row.cell) ?? 0,
    part2: partsOf[table]?.[2]?.(row.cell) ?? 0,
  }));
  type Cell = (typeof cells)[number];
  const [all, filtered] = [cells.filter((c) => c.key === 0), cells.filter((c) => c.key !== 0)];
  const measures = Object.keys(rows[0] ?? {}).filter(
    (name) => name !== "key" && name !== "cell",
  ) as (keyof Cell & string)[];
  const base = suppress(all, {measures, within: [[], ["part0"], ["part1"], ["part2"]]}, smallest);
  const hidden = new Set(base.filter((c) => c.suppressed).map((c) => c.cell));
  // Where all customers' cell is hidden, no part of it may stand: together the parts would tell it.
  const kept = suppress(
    filtered.map((c) => (hidden.has(c.cell) ? {...c, customers: 0} : c)),
    {measures, within: [["key"], ["dimension", "cell"]]},
    smallest,
  );
  return [...base, ...kept].map(({suppressed, dimension, part0, part1, part2, ...row}) =>
    told(row, smallest),
  );
}

/** The row without the counts of too few that it holds beside its customers: of new ones, or of stale assessments. */
function told(row: FilterRow, smallest: number): FilterRow {
  const small = ["active", "new", "stale"].filter((name) => row[name] && row[name] < smallest);
  return {...row, ...Object.fromEntries(small.map((name) => [name, null]))};
}

/**
 * Bins of the curve, largest money first, each put together with the next until it holds `smallest` customers; what is
 * left at the end goes with the bin before it. A filter value with fewer customers than that has none.
 */
export function foldBins(rows: readonly FilterRow[], smallest: number): FilterRow[] {
  const curves = d3.group(rows, (row) => `${row.key} ${row.cell >= 1000}`);
  return [...curves.values()].flatMap((curve) => {
    const folded: FilterRow[] = [];
    let open: FilterRow | undefined;
    for (const row of d3.sort(curve, (a, b) => b.cell - a.cell)) {
      open = open
        ? {...open, customers: open.customers! + row.customers!, amount: open.amount! + row.amount!}
        : {...row};
      if (open.customers! < smallest) continue;
      folded.push(open);
      open = undefined;
    }
    const last = folded.at(-1);
    if (open && last) {
      last.customers! += open.customers!;
      last.amount! += open.amount!;
    }
    return folded;
  });
}
