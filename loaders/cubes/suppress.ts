import * as d3 from "d3";

/** What a cube says about its cells, so that small ones can be left out. */
export interface Suppression<Row> {
  /** Columns that are set to null in a suppressed row. */
  measures: readonly (keyof Row & string)[];
  /** Ways to part the cells into tables whose totals are published: from a total, a single gap could be filled in. */
  within: readonly (readonly (keyof Row & string)[])[];
}

type Cell = {customers: number | null; suppressed: boolean};

/**
 * Leaves out the measures of cells with fewer than `smallest` customers. Where that leaves one gap in a table, or gaps
 * that together hold fewer than `smallest`, the next smallest cell goes too, since the total would tell them. `untold` are
 * rows that may not be told for another reason. This is the one place where cells are suppressed.
 */
export function suppress<Row extends Cell>(
  rows: Row[],
  {measures, within}: Suppression<Row>,
  smallest: number,
  untold: readonly Row[] = [],
): Row[] {
  const hidden = new Set([...rows.filter((row) => row.customers! < smallest), ...untold]);
  const tables = within.flatMap((columns) => [
    ...d3.group(rows, (row) => JSON.stringify(columns.map((column) => row[column]))).values(),
  ]);
  for (let before = -1; before < hidden.size; ) {
    before = hidden.size;
    for (const table of tables) complement(table, hidden, smallest);
  }
  return rows.map((row) => {
    if (!hidden.has(row)) return row;
    const blanked = Object.fromEntries(measures.map((column) => [column, null]));
    return {...row, ...blanked, suppressed: true};
  });
}

/** Hides more cells of one table until what is hidden can't be told from the table's total. */
function complement<Row extends Cell>(table: Row[], hidden: Set<Row>, smallest: number): void {
  const gaps = table.filter((row) => hidden.has(row));
  const rest = table.filter((row) => !hidden.has(row)).sort((a, b) => a.customers! - b.customers!);
  while (
    gaps.length > 0 &&
    rest.length > 0 &&
    (gaps.length === 1 || d3.sum(gaps, (row) => row.customers) < smallest)
  ) {
    const next = rest.shift()!;
    gaps.push(next);
    hidden.add(next);
  }
}
