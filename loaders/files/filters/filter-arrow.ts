import {
  bool,
  type Column,
  columnFromArray,
  type DataType,
  dictionary,
  float64,
  int8,
  int32,
  tableFromColumns,
  tableToIPC,
  utf8,
} from "@uwdata/flechette";
import {type TableName, tableSpec} from "../../../src/components/filter/tables.js";
import type {FilterRow} from "./hide-small.js";

/** Whether a column counts something: money may be too large for a whole number of 32 bits. */
function isCount(name: string): boolean {
  return (
    /^(key|orders|contacts|due|held|visits_met|over_contacts|planned|cancelled)$/.test(name) ||
    /(^|_)customers$/.test(name)
  );
}

/**
 * Key, cells and measures of a table as an Arrow file, with the date of each row where it holds all dates; a measure that
 * is hidden, or that the exports can't give, is null.
 */
export function filterArrow(name: TableName, rows: readonly FilterRow[]): Uint8Array {
  const {cells, measures, dates} = tableSpec(name);
  const column = (of: string, type: DataType): [string, Column<unknown>] => [
    of,
    columnFromArray(
      rows.map((row) => row[of] ?? null),
      type,
    ) as Column<unknown>,
  ];
  return tableToIPC(
    tableFromColumns([
      column("key", int32()),
      ...(dates === "all" ? ["as_of", ...cells] : cells).map((cell) => column(cell, typeOf(cell, rows))),
      ...measures.map((measure) => column(measure, isCount(measure) ? int32() : float64())),
    ]),
    {format: "file"},
  )!;
}

function typeOf(cell: string, rows: readonly FilterRow[]): DataType {
  const values = rows.map((row) => row[cell]).filter((value) => value !== null);
  const [value] = values;
  if (typeof value === "number") return values.every(Number.isInteger) ? int32() : float64();
  if (typeof value === "boolean") return bool();
  // Few words in many rows: their places take a byte where they can.
  return dictionary(utf8(), new Set(values).size < 128 ? int8() : int32());
}
