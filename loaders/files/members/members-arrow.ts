import {writeFileSync} from "node:fs";
import {
  type Column,
  columnFromArray,
  type DataType,
  float64,
  int32,
  tableFromColumns,
  tableToIPC,
  uint16,
  uint32,
  utf8,
} from "@uwdata/flechette";

/** The columns of every file of members. */
export const memberTypes = {
  /** A cell's place among those of its table. */
  cell: uint16(),
  /** Under which filters a customer stands. */
  key: uint16(),
  /** A customer's place among all, largest revenue first. */
  rank: uint32(),
  /** A customer's place in another order than that of the ranks. */
  place: uint32(),
  /** A cell's code, and the part that lists its members. */
  code: utf8(),
  part: int32(),
  /** The day whose customers are listed, where it is not the newest date. */
  as_of: utf8(),
  customer_id: utf8(),
  name: utf8(),
  revenue: float64(),
  revenue_ever: float64(),
  profit: float64(),
  orders: int32(),
  recency_days: int32(),
} satisfies Record<string, DataType>;

/** Writes columns, each a list of its rows' values, as an Arrow file. */
export function writeArrow(
  file: string,
  columns: Readonly<Partial<Record<keyof typeof memberTypes, readonly unknown[]>>>,
): void {
  const made = Object.entries(columns).map(([name, values]): [string, Column<unknown>] => [
    name,
    columnFromArray(
      values as never[],
      memberTypes[name as keyof typeof memberTypes] as DataType,
    ) as Column<unknown>,
  ]);
  writeFileSync(file, tableToIPC(tableFromColumns(made), {format: "file"})!);
}
