import type {CellSums, CellValue} from "./filter-table.js";

/** Cells grouped by some of their columns, in the order in which they come. */
export function groupsOf(found: readonly CellSums[], columns: readonly string[]): CellSums[][] {
  const groups = new Map<string, CellSums[]>();
  for (const one of found) {
    const key = JSON.stringify(columns.map((column) => one.cell[column]));
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

/** A measure over cells; null where one of them doesn't tell it. */
export function sumOf(cells: readonly CellSums[], measure: string): number | null {
  return cells.reduce<number | null>((sum, {sums}) => {
    const value = sums[measure] ?? null;
    return sum === null || value === null ? null : sum + value;
  }, 0);
}

/** Whether a cell holds a value in a column. */
export const is = (column: string, value: CellValue) => (one: CellSums) => one.cell[column] === value;
