import type {TableSpec} from "../../../src/components/filter/tables.js";
import {suppress} from "../../cubes/suppress.js";

type Value = string | number | boolean | null;

/** One cell of a table under one key; measures are null where they are hidden or unknown. */
export type FilterRow = {key: number; customers: number | null} & Record<string, Value>;

/**
 * Filters that are set singly, without what is too small: a cell that is hidden for all customers (key 0) is hidden under
 * every filter; of the others, those of fewer than `smallest`, and more until none can be told from the totals of its
 * filter value, nor from the same cell under the dimension's other values. Counts of some of a cell's customers, whose names
 * end in `_customers`, are hidden by the same rule. `untold` are rows that may not be told for another reason.
 */
export function hideSmall(
  {cells: columns, measures, within}: Pick<TableSpec, "cells" | "measures" | "within">,
  rows: readonly FilterRow[],
  smallest: number,
  untold: readonly FilterRow[] = [],
): FilterRow[] {
  const never = new Set(untold);
  const cells: Cell[] = rows.map((row) => ({
    ...row,
    customers: row.customers,
    suppressed: false,
    "#never": never.has(row),
    "#dimension": Math.floor(row.key / 100),
    "#cell": JSON.stringify([row.as_of, ...columns.map((column) => row[column])]),
  }));
  const dated = within.map((parts) => ["as_of", ...parts]);
  const parts = [...dated.map((columns) => ["key", ...columns]), ["#dimension", "#cell"]];
  const whole = hidden(cells, measures, dated, parts, smallest);
  const seconds = measures.filter((name) => name.endsWith("_customers"));
  return seconds
    .reduce((kept, name, i) => {
      // Who is not among them is a group too, and who is in one such count and not in the other.
      const others = ["customers", ...seconds.slice(0, i)];
      return hideSecond(kept, name, others, dated, parts, smallest);
    }, whole)
    .map(({suppressed, "#never": _, "#dimension": __, "#cell": ___, ...row}) => row as FilterRow);
}

/** A row with which of the filters it is under and which cell it is of: under names that no table's column has. */
type Cell = FilterRow & {suppressed: boolean; "#never": boolean; "#dimension": number; "#cell": string};

/** Cells without the measures of those that are too small, by their customers. */
function hidden(
  cells: readonly Cell[],
  measures: readonly string[],
  ofAll: readonly (readonly string[])[],
  ofParts: readonly (readonly string[])[],
  smallest: number,
): Cell[] {
  const [all, filtered] = [cells.filter((c) => c.key === 0), cells.filter((c) => c.key !== 0)];
  const never = (of: readonly Cell[]): Cell[] => of.filter((c) => c["#never"]);
  const base = suppress(all, {measures, within: ofAll} as never, smallest, never(all) as never);
  const gone = new Set(base.filter((c) => c.suppressed).map((c) => c["#cell"]));
  // Where all customers' cell is hidden, no part of it may stand: together the parts would tell it.
  const left = filtered.map((c) => (gone.has(c["#cell"]) ? {...c, customers: 0} : c));
  const kept = suppress(left, {measures, within: ofParts} as never, smallest, never(left) as never);
  return [...base, ...kept];
}

/**
 * The same for a count that a cell holds beside its customers, of new ones or of stale assessments: of these alone it is
 * hidden. None at all is told. It is hidden too where too few of `others`, which hold it, are not in it.
 */
function hideSecond(
  cells: readonly Cell[],
  name: string,
  others: readonly string[],
  ofAll: readonly (readonly string[])[],
  ofParts: readonly (readonly string[])[],
  smallest: number,
): Cell[] {
  const nameOf = (cell: Cell): string => `${cell.key} ${cell["#cell"]}`;
  const tooFew = (count: (cell: Cell) => number): string[] => {
    const counted = cells.filter((cell) => cell[name] !== null && cell.customers !== null && count(cell) > 0);
    const asCells = counted.map((cell) => ({...cell, customers: count(cell), suppressed: false}));
    return hidden(asCells, [name], ofAll, ofParts, smallest)
      .filter((c) => c.suppressed)
      .map(nameOf);
  };
  const gone = new Set([
    ...tooFew((cell) => cell[name] as number),
    ...others.flatMap((other) =>
      tooFew((cell) =>
        cell[other] === null ? 0 : Math.abs((cell[other] as number) - (cell[name] as number)),
      ),
    ),
  ]);
  return cells.map((cell) => (gone.has(nameOf(cell)) ? {...cell, [name]: null} : cell));
}
