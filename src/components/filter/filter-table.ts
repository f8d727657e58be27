import {acceptedKeys, type Filter, singleKey} from "./filter.js";

/** A table of filter cubes as columns; null stands for what is suppressed, or what the exports can't give. */
export interface FilterTable {
  key: ArrayLike<number>;
  cell: ArrayLike<number>;
  measures: Readonly<Record<string, ArrayLike<number | null>>>;
}

/** A cell's measures under a filter. */
export type Sums = Record<string, number | null>;

/** A table as it is added up: cells by their place in a list, measures as plain numbers with NaN for null. */
interface Prepared {
  cells: number[];
  placeOf: Int32Array;
  names: string[];
  columns: Float64Array[];
}

const prepared = new WeakMap<FilterTable, Prepared>();

function prepare(table: FilterTable): Prepared {
  const known = prepared.get(table);
  if (known) return known;
  const places = new Map<number, number>();
  const placeOf = Int32Array.from(table.cell, (cell) => {
    const place = places.get(cell) ?? places.size;
    places.set(cell, place);
    return place;
  });
  const names = Object.keys(table.measures);
  const columns = names.map((name) =>
    Float64Array.from(table.measures[name]!, (value) => value ?? Number.NaN),
  );
  const made = {cells: [...places.keys()], placeOf, names, columns};
  prepared.set(table, made);
  return made;
}

/** The rows of a table that a filter takes. */
function rowsUnder({key}: FilterTable, filter: Filter, singly: boolean): Int32Array {
  const accepted = singly ? null : acceptedKeys(filter);
  const wanted = singly ? singleKey(filter) : -1;
  const rows = new Int32Array(key.length);
  let taken = 0;
  for (let i = 0; i < key.length; i++)
    if (accepted ? accepted[key[i]!] === 1 : key[i] === wanted) rows[taken++] = i;
  return rows.subarray(0, taken);
}

/**
 * The cells of a table under a filter, each with its measures added up; what is null stays null. `singly` says that the
 * table holds each filter by itself, and not their product.
 */
export function cellsUnder(table: FilterTable, filter: Filter, singly: boolean): Map<number, Sums> {
  const {cells, placeOf, names, columns} = prepare(table);
  const rows = rowsUnder(table, filter, singly);
  const found = new Set<number>();
  for (let j = 0; j < rows.length; j++) found.add(placeOf[rows[j]!]!);
  const sums = columns.map((column) => {
    const sum = new Float64Array(cells.length);
    // What is null is NaN here, and whatever it is added to.
    for (let j = 0; j < rows.length; j++) sum[placeOf[rows[j]!]!]! += column[rows[j]!]!;
    return sum;
  });
  const told = (value: number): number | null => (Number.isNaN(value) ? null : value);
  return new Map(
    [...found].map((place) => [
      cells[place]!,
      Object.fromEntries(names.map((name, c) => [name, told(sums[c]![place]!)])),
    ]),
  );
}
