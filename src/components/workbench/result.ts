import {type DataType, type Table, Type, tableFromIPC} from "@uwdata/flechette";

/** How a column of a result is shown and drawn. */
export type ResultKind = "number" | "day" | "text";

/** One column of a result: `text` is its value exactly, `number` as a chart takes it; both null for what is not there. */
export interface ResultColumn {
  name: string;
  kind: ResultKind;
  /** Whether numbers are floating: a table rounds them. */
  floating: boolean;
  text(row: number): string | null;
  number(row: number): number | null;
}

export interface QueryResult {
  rows: number;
  columns: readonly ResultColumn[];
}

/** Reads the Arrow stream that DuckDB answers with. */
export function readResult(bytes: Uint8Array): QueryResult {
  const table = tableFromIPC(bytes, {useDate: true, useDecimalInt: true, useBigInt: true});
  const fields = table.schema.fields ?? [];
  return {rows: table.numRows, columns: fields.map(({name, type}, i) => columnOf(table, i, name, type))};
}

function columnOf(table: Table, place: number, name: string, type: DataType): ResultColumn {
  const values = table.getChildAt(place);
  const write = writerOf(type);
  const kind = kindOf(type);
  const text = (row: number): string | null => {
    const value: unknown = values.at(row);
    return value === null || value === undefined ? null : write(value);
  };
  return {
    name,
    kind,
    floating: type.typeId === Type.Float,
    text,
    number(row) {
      const written = text(row);
      if (written === null || kind === "text") return null;
      const value = kind === "day" ? Date.parse(`${written.replace(" ", "T")}Z`) : Number(written);
      return Number.isFinite(value) ? value : null;
    },
  };
}

function kindOf({typeId}: DataType): ResultKind {
  if (typeId === Type.Int || typeId === Type.Float || typeId === Type.Decimal) return "number";
  return typeId === Type.Date || typeId === Type.Timestamp ? "day" : "text";
}

function writerOf(type: DataType): (value: unknown) => string {
  if (type.typeId === Type.Decimal) return (value) => decimal(BigInt(value as bigint), type.scale);
  if (type.typeId === Type.Date) return (value) => (value as Date).toISOString().slice(0, 10);
  if (type.typeId === Type.Timestamp)
    return (value) => (value as Date).toISOString().slice(0, 19).replace("T", " ");
  return (value) => (typeof value === "object" ? JSON.stringify(value, plainPart) : String(value));
}

/** Parts of a list or struct as JSON can hold them. */
function plainPart(_key: string, part: unknown): unknown {
  if (typeof part === "bigint") return String(part);
  return ArrayBuffer.isView(part) ? Array.from(part as Uint8Array) : part;
}

/** A decimal to its last digit, from its digits as one whole number: 1234567 at scale 2 is "12345.67". */
function decimal(digits: bigint, scale: number): string {
  const all = String(digits < 0n ? -digits : digits).padStart(scale + 1, "0");
  const whole = all.slice(0, all.length - scale);
  return `${digits < 0n ? "-" : ""}${whole}${scale > 0 ? `.${all.slice(-scale)}` : ""}`;
}

/**
 * A value as a table shows it: numbers with separators from 10,000 on and a true minus, floating ones to two decimals or
 * six significant digits, whichever tells more, the rest as it is; a dash for what is not there.
 */
export function shown(column: ResultColumn, row: number): string {
  const text = column.text(row);
  if (text === null) return "–";
  if (column.kind !== "number") return text;
  const rounded = column.floating ? roundedFloat(Number(text)) : text;
  const [, minus, whole, rest] = /^(-?)(\d+)(.*)$/.exec(rounded) ?? ["", "", rounded, ""];
  const grouped = whole!.length > 4 ? whole!.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
  return `${minus ? "\u2212" : ""}${grouped}${rest}`;
}

function roundedFloat(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  return String(Number(Math.abs(value) >= 1000 ? value.toFixed(2) : value.toPrecision(6)));
}

/** All of a result, heads first, exactly: what is saved as CSV. */
export function allRows({rows, columns}: QueryResult): string[][] {
  const body = Array.from({length: rows}, (_, row) => columns.map((column) => column.text(row) ?? ""));
  return [columns.map(({name}) => name), ...body];
}
