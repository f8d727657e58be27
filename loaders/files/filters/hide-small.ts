import * as d3 from "d3";
import type {TableSpec} from "../../../src/components/filter/tables.js";
import {suppress} from "../../cubes/suppress.js";

type Value = string | number | boolean | null;

/** One cell of a table under one key; measures are null where they are hidden or unknown. */
export type FilterRow = {key: number; customers: number | null} & Record<string, Value>;

/**
 * Filters that are set singly, without what is too small: a cell that is hidden for all customers (key 0) is hidden under
 * every filter; of the others, those of fewer than `smallest`, and more until none can be told from the totals of its
 * filter value, nor from the same cell under the dimension's other values. Counts of some of a cell's customers, whose names
 * end in `_customers`, are hidden by the same rule.
 */
export function hideSmall(
  {cells: columns, measures, within}: Pick<TableSpec, "cells" | "measures" | "within">,
  rows: readonly FilterRow[],
  smallest: number,
): FilterRow[] {
  const cells: Cell[] = rows.map((row) => ({
    ...row,
    customers: row.customers,
    suppressed: false,
    "#dimension": Math.floor(row.key / 100),
    "#cell": JSON.stringify([row.as_of, ...columns.map((column) => row[column])]),
  }));
  const dated = within.map((parts) => ["as_of", ...parts]);
  const parts = [...dated.map((columns) => ["key", ...columns]), ["#dimension", "#cell"]];
  const whole = hidden(cells, measures, dated, parts, smallest);
  const seconds = measures.filter((name) => name.endsWith("_customers"));
  return seconds
    .reduce((kept, name) => hideSecond(kept, name, dated, parts, smallest), whole)
    .map(({suppressed, "#dimension": _, "#cell": __, ...row}) => row as FilterRow);
}

/** A row with which of the filters it is under and which cell it is of: under names that no table's column has. */
type Cell = FilterRow & {suppressed: boolean; "#dimension": number; "#cell": string};

/** Cells without the measures of those that are too small, by their customers. */
function hidden(
  cells: readonly Cell[],
  measures: readonly string[],
  ofAll: readonly (readonly string[])[],
  ofParts: readonly (readonly string[])[],
  smallest: number,
): Cell[] {
  const [all, filtered] = [cells.filter((c) => c.key === 0), cells.filter((c) => c.key !== 0)];
  const base = suppress(all, {measures, within: ofAll} as never, smallest);
  const gone = new Set(base.filter((c) => c.suppressed).map((c) => c["#cell"]));
  // Where all customers' cell is hidden, no part of it may stand: together the parts would tell it.
  const kept = suppress(
    filtered.map((c) => (gone.has(c["#cell"]) ? {...c, customers: 0} : c)),
    {measures, within: ofParts} as never,
    smallest,
  );
  return [...base, ...kept];
}

/**
 * The same for a count that a cell holds beside its customers, of new ones or of stale assessments: of these alone it is
 * hidden. None at all is told.
 */
function hideSecond(
  cells: readonly Cell[],
  name: string,
  ofAll: readonly (readonly string[])[],
  ofParts: readonly (readonly string[])[],
  smallest: number,
): Cell[] {
  const counted = cells.filter((cell) => cell[name]);
  const asCells = counted.map((cell) => ({...cell, customers: cell[name] as number, suppressed: false}));
  const gone = new Set(
    hidden(asCells, [name], ofAll, ofParts, smallest).flatMap((c) =>
      c.suppressed ? `${c.key} ${c["#cell"]}` : [],
    ),
  );
  return cells.map((cell) => (gone.has(`${cell.key} ${cell["#cell"]}`) ? {...cell, [name]: null} : cell));
}

/**
 * Bins of the curve, largest money first, each put together with the next until it holds `smallest` customers; what is
 * left at the end goes with the bin before it. A filter value with fewer customers than that has none.
 */
export function foldBins(rows: readonly FilterRow[], smallest: number): FilterRow[] {
  const curves = d3.group(rows, (row) => `${row.as_of} ${row.key} ${(row.bin as number) >= 1000}`);
  return [...curves.values()].flatMap((curve) => {
    const folded: {customers: number; amount: number; row: FilterRow}[] = [];
    let [customers, amount] = [0, 0];
    for (const row of d3.sort(curve, (a, b) => (b.bin as number) - (a.bin as number))) {
      customers += row.customers!;
      amount += row.amount as number;
      if (customers < smallest) continue;
      folded.push({customers, amount, row});
      [customers, amount] = [0, 0];
    }
    const last = folded.at(-1);
    if (last) {
      last.customers += customers;
      last.amount += amount;
    }
    return folded.map(({row, ...sums}) => ({...row, ...sums}));
  });
}
