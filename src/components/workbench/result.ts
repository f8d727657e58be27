import {type DataType, Type, tableFromIPC} from "@uwdata/flechette";
import {type ColumnTable, fromArrow} from "arquero";

/** How a column of a result is shown and drawn. */
type ResultKind = "number" | "day" | "text";

/** What a column of a result holds, under its name in arquero's table. */
export interface ResultType {
  key: string;
  name: string;
  kind: ResultKind;
  /** Whether numbers are floating: a table rounds them. */
  floating: boolean;
  /** Digits behind the point of exact numbers, which the table holds as whole ones. */
  scale: number;
  /** A value exactly, as text. */
  write(value: unknown): string;
}

/** One column of a result: `text` is its value exactly, `number` as a chart takes it; both null for what is not there. */
export interface ResultColumn extends ResultType {
  text(row: number): string | null;
  number(row: number): number | null;
}

/** Rows in the order of the table, as it is filtered and sorted. */
export interface QueryResult {
  rows: number;
  columns: readonly ResultColumn[];
  table: ColumnTable;
}

/** Reads the Arrow stream that DuckDB answers with. */
export function readResult(bytes: Uint8Array): QueryResult {
  const arrow = tableFromIPC(bytes, {useDate: true, useDecimalInt: true, useBigInt: true});
  const fields = arrow.schema.fields ?? [];
  // Two columns of a result may have one name.
  const keys = fields.map((_, i) => `c${i}`);
  const named = arrow.selectAt(
    keys.map((_, i) => i),
    keys,
  );
  // Arquero's declaration asks for a map of notes where flechette, which it reads, may have none.
  const table = fromArrow(named as unknown as Parameters<typeof fromArrow>[0]);
  return resultOf(
    table,
    fields.map(({name, type}, i) => typeOf(keys[i]!, name, type)),
  );
}

/** A table and what its columns hold as a result. */
export function resultOf(table: ColumnTable, types: readonly ResultType[]): QueryResult {
  const columns = types.map((type): ResultColumn => {
    const value = table.getter(type.key);
    return {
      ...type,
      text: (row) => textOf(type, value(row)),
      number: (row) => numberOf(type, value(row)),
    };
  });
  return {rows: table.numRows(), columns, table};
}

/** A value exactly; null for what is not there. */
export function textOf({write}: ResultType, value: unknown): string | null {
  return value === null || value === undefined ? null : write(value);
}

/** A value as a chart takes it: days in milliseconds; null for what is not there or is no number. */
export function numberOf(type: ResultType, value: unknown): number | null {
  const text = type.kind === "text" ? null : textOf(type, value);
  if (text === null) return null;
  const number = type.kind === "day" ? Date.parse(`${text.replace(" ", "T")}Z`) : Number(text);
  return Number.isFinite(number) ? number : null;
}

function typeOf(key: string, name: string, type: DataType): ResultType {
  return {
    key,
    name,
    kind: kindOf(type),
    floating: type.typeId === Type.Float,
    scale: type.typeId === Type.Decimal ? type.scale : 0,
    write: writerOf(type),
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
export function decimal(digits: bigint, scale: number): string {
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
