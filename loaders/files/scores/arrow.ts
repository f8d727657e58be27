import {
  bool,
  type Column,
  columnFromArray,
  type DataType,
  dateDay,
  dictionary,
  float64,
  int32,
  int64,
  tableFromColumns,
  tableToIPC,
  utf8,
} from "@uwdata/flechette";
import type {WorkbenchColumn, WorkbenchKind} from "../../../src/components/workbench/columns.js";

function typeOf(kind: WorkbenchKind): DataType {
  switch (kind) {
    case "day":
      return dateDay();
    case "count":
      return int32();
    case "money":
      return int64();
    case "share":
    case "number":
      return float64();
    case "flag":
      return bool();
    default:
      return dictionary(utf8(), int32());
  }
}

/** Counts come as bigints from sums and counts of the database. */
const plain = (kind: WorkbenchKind) => (value: unknown) =>
  kind !== "money" && typeof value === "bigint" ? Number(value) : value;

/**
 * Columns, in the order of their list, as an Arrow stream: what DuckDB-Wasm takes in. Money is whole minor units.
 *
 * @throws Error where a query gives other columns than the list names
 */
export function arrowStream(
  list: readonly WorkbenchColumn[],
  names: readonly string[],
  values: readonly (readonly unknown[])[],
): Uint8Array {
  const listed = list.map(({name}) => name);
  if (listed.join() !== names.join())
    throw new Error(`the workbench's query gives ${names.join()} and its list names ${listed.join()}`);
  const columns = list.map(({name, kind}, i): [string, Column<unknown>] => [
    name,
    columnFromArray(values[i]!.map(plain(kind)) as never[], typeOf(kind)) as Column<unknown>,
  ]);
  return tableToIPC(tableFromColumns(columns), {format: "stream"})!;
}
