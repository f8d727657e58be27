import {readFileSync} from "node:fs";
import {join} from "node:path";
import {tableFromIPC} from "@uwdata/flechette";
import type {BrushKind} from "../../src/components/filter/brush.js";
import type {CellValue, FilterTable} from "../../src/components/filter/filter-table.js";
import {type TableName, tableSpec} from "../../src/components/filter/tables.js";

const read = new Map<string, FilterTable>();

/** The file of a table at a date, as a page reads it and keeps it; `folder` holds the filters' files. */
export function readFilterTable(
  folder: string,
  name: TableName,
  as_of: string,
  brush: BrushKind | null,
): FilterTable {
  const {dates, cells, measures} = tableSpec(name);
  const file = `${brush ? `by-${brush}-` : ""}${dates === "all" ? "all" : as_of}-${name}.arrow`;
  const path = join(folder, file);
  const known = read.get(path);
  if (known) return known;
  const table = tableFromIPC(readFileSync(path));
  const columns = <T>(names: readonly string[]): Record<string, ArrayLike<T>> =>
    Object.fromEntries(names.map((column) => [column, table.getChild(column)!.toArray() as ArrayLike<T>]));
  const made = {
    key: table.getChild("key")!.toArray() as ArrayLike<number>,
    cells: columns<CellValue>(dates === "all" ? ["as_of", ...cells] : cells),
    measures: columns<number | null>(measures),
  };
  read.set(path, made);
  return made;
}
