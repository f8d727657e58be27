import type {CellSums, CellValue} from "../filter/filter-table.js";
import {type DrillTable, drillSpec, type drillSpecs, drillTables} from "./drill-tables.js";

type Column<Table extends DrillTable> = (typeof drillSpecs)[Table]["by"][number];

/** A cell by the columns that a table's marks name; what is left out may be anything. */
type Cell<Table extends DrillTable> = Partial<Record<Column<Table>, CellValue>>;

/**
 * What a chart's mark stands for, as cells of the table of filters that its figure reads: `service-levels:5/0`, the
 * columns in the table's order, any value as `*` and none as nothing; several cells after commas
 * (`survey-loop:unsent,sent`); of a chart over time with the date (`alert-accounts:warning@2025-03-31`).
 */
export interface CellMark {
  kind: "cells";
  table: DrillTable;
  /** Patterns of cells as the mark writes them. */
  cells: readonly string[];
  as_of: string | null;
}

/** A value as marks write it: no letter of the mark's own grammar is left in it. */
function written(value: CellValue): string {
  return value === null ? "" : encodeURIComponent(String(value)).replaceAll("*", "%2A");
}

/** A cell as marks and the files of members write it. */
export function cellCode(table: DrillTable, cell: Readonly<Record<string, CellValue | undefined>>): string {
  return drillSpec(table)
    .by.map((column) => (cell[column] === undefined ? "*" : written(cell[column])))
    .join("/");
}

/** The mark of one cell or of several together, for a drawing; `as_of` where the chart shows several dates. */
export function cellMark<Table extends DrillTable>(
  table: Table,
  cells: Cell<Table> | readonly Cell<Table>[],
  as_of: string | null = null,
): string {
  const all = Array.isArray(cells) ? (cells as readonly Cell<Table>[]) : [cells as Cell<Table>];
  return cellMarkText({kind: "cells", table, cells: all.map((cell) => cellCode(table, cell)), as_of});
}

export function cellMarkText({table, cells, as_of}: CellMark): string {
  return `${table}:${cells.join(",")}${as_of === null ? "" : `@${as_of}`}`;
}

/** The mark that a text names; null where it names none. */
export function parseCellMark(text: string): CellMark | null {
  const [, name, codes, date] = /^([a-z-]+):([^@]*)(?:@(\d{4}-\d\d-\d\d))?$/.exec(text) ?? [];
  const table = drillTables.find((t) => t === name);
  if (!table) return null;
  const cells = codes!.split(",");
  const columns = drillSpec(table).by.length;
  return cells.every((cell) => cell.split("/").length === columns)
    ? {kind: "cells", table, cells, as_of: date ?? null}
    : null;
}

/** Whether a cell is among a mark's, by its code. */
export function isOf({cells}: CellMark, code: string): boolean {
  const values = code.split("/");
  return cells.some((cell) => cell.split("/").every((value, i) => value === "*" || value === values[i]));
}

/**
 * Whether no customer can be in two of a mark's cells: the columns that part the table's customers have one value in all
 * of them, so that customers add up.
 */
export function addsUp({table, cells}: CellMark): boolean {
  const {by, parted} = drillSpec(table);
  return (
    parted?.every((column) => {
      const place = by.indexOf(column);
      const values = new Set(cells.map((cell) => cell.split("/")[place]));
      return values.size === 1 && !values.has("*");
    }) ?? false
  );
}

/**
 * How many customers a mark stands for, of the cells that a filter finds; null where that is hidden, undefined where one may
 * be counted in several cells.
 */
export function customersOf(
  mark: CellMark,
  found: readonly CellSums[],
  as_of: string,
): number | null | undefined {
  const own = found.filter(
    ({cell}) =>
      isOf(mark, cellCode(mark.table, cell)) &&
      (cell.as_of === undefined || cell.as_of === (mark.as_of ?? as_of)),
  );
  if (own.length > 1 && !addsUp(mark)) return undefined;
  const {counted = "customers"} = drillSpec(mark.table);
  return own.reduce<number | null>((sum, {sums}) => {
    const customers = sums[counted] ?? null;
    return sum === null || customers === null ? null : sum + customers;
  }, 0);
}
