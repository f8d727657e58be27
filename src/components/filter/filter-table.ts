/** What a column of cells holds. */
export type CellValue = string | number | boolean | null;

/** A table of filter cubes as columns; a null measure stands for what is suppressed, or what the exports can't give. */
export interface FilterTable {
  key: ArrayLike<number>;
  cells: Readonly<Record<string, ArrayLike<CellValue>>>;
  measures: Readonly<Record<string, ArrayLike<number | null>>>;
}

/** A cell under a filter: what it is, and its measures added up. */
export interface CellSums {
  cell: Readonly<Record<string, CellValue>>;
  sums: Readonly<Record<string, number | null>>;
}

/** A table as it is added up: cells by their place in a list, measures as plain numbers with NaN for null. */
interface Prepared {
  cells: CellSums["cell"][];
  placeOf: Int32Array;
  names: string[];
  columns: Float64Array[];
}

const prepared = new WeakMap<FilterTable, Prepared>();

function prepare(table: FilterTable): Prepared {
  const known = prepared.get(table);
  if (known) return known;
  const cellNames = Object.keys(table.cells);
  const cells: CellSums["cell"][] = [];
  let placeOf = new Int32Array(table.key.length);
  // One column after another: a cell's place is that of its columns so far together with the next one's value.
  for (const name of cellNames) placeOf = refined(placeOf, table.cells[name]!);
  const seen = new Set<number>();
  for (let i = 0; i < placeOf.length; i++) {
    if (seen.has(placeOf[i]!)) continue;
    seen.add(placeOf[i]!);
    cells[placeOf[i]!] = Object.fromEntries(cellNames.map((name) => [name, table.cells[name]![i]!]));
  }
  const names = Object.keys(table.measures);
  const columns = names.map((name) =>
    Float64Array.from(table.measures[name]!, (value) => value ?? Number.NaN),
  );
  const made = {cells, placeOf, names, columns};
  prepared.set(table, made);
  return made;
}

/** Places parted further by the values of a column, counted in the order in which they come. */
function refined(places: Int32Array, values: ArrayLike<CellValue>): Int32Array<ArrayBuffer> {
  const known: Map<CellValue, number>[] = [];
  const finer = new Int32Array(places.length);
  let next = 0;
  for (let i = 0; i < places.length; i++) {
    known[places[i]!] ??= new Map();
    const within = known[places[i]!]!;
    let place = within.get(values[i]!);
    if (place === undefined) {
      place = next++;
      within.set(values[i]!, place);
    }
    finer[i] = place;
  }
  return finer;
}

/** The rows of a table whose keys are accepted. */
function rowsUnder({key}: FilterTable, accepted: Uint8Array): Int32Array {
  const rows = new Int32Array(key.length);
  let taken = 0;
  for (let i = 0; i < key.length; i++) if (accepted[key[i]!] === 1) rows[taken++] = i;
  return rows.subarray(0, taken);
}

/**
 * The cells of a table over the keys that are accepted (a byte each), each with its measures added up; what is null
 * stays null. With `zeros` every cell of the table is given, those that no such key is in with zeros.
 */
export function cellsUnder(table: FilterTable, accepted: Uint8Array, zeros = false): CellSums[] {
  const {cells, placeOf, names, columns} = prepare(table);
  const rows = rowsUnder(table, accepted);
  const found = new Uint8Array(cells.length);
  for (let j = 0; j < rows.length; j++) found[placeOf[rows[j]!]!] = 1;
  const sums = columns.map((column) => {
    const sum = new Float64Array(cells.length);
    // What is null is NaN here, and whatever it is added to.
    for (let j = 0; j < rows.length; j++) sum[placeOf[rows[j]!]!]! += column[rows[j]!]!;
    return sum;
  });
  const told = (value: number): number | null => (Number.isNaN(value) ? null : value);
  return cells.flatMap((cell, place) =>
    zeros || found[place] === 1
      ? [{cell, sums: Object.fromEntries(names.map((name, c) => [name, told(sums[c]![place]!)]))}]
      : [],
  );
}
