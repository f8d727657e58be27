import {DuckDBDecimalValue, type DuckDBValue} from "@duckdb/node-api";
import type {OwnKind} from "../../src/cubes/own.js";

/** The most digits of a double that two runs agree on. */
const steadyDigits = 12;

/**
 * A value of a query as a column of this kind writes it: money as a whole number of minor units, a day as ISO text.
 *
 * @returns the value, or a phrase that says why it is none of this kind
 */
export function asKind(
  value: DuckDBValue,
  kind: OwnKind,
  minorDigits: number,
): {value: string | number | null} | {problem: string} {
  if (value === null) return {value: null};
  if (kind === "text" || kind === "id" || kind === "name") return {value: String(value)};
  if (kind === "day") {
    const day = String(value).slice(0, 10);
    return /^\d{4}-\d{2}-\d{2}$/.test(day) ? {value: day} : {problem: "is no day"};
  }
  if (kind === "money") {
    const minor =
      value instanceof DuckDBDecimalValue ? minorOf(value, minorDigits) : numberOf(value) * 10 ** minorDigits;
    const rounded = minor < 0 ? -Math.round(-minor) : Math.round(minor);
    return Number.isSafeInteger(rounded) ? {value: rounded || 0} : {problem: "is no amount of money"};
  }
  const x = numberOf(value);
  if (!Number.isFinite(x)) return {problem: "is no number"};
  if (kind !== "count") return {value: Number(x.toPrecision(steadyDigits))};
  if (!Number.isSafeInteger(x)) return {problem: 'is no whole number; make the column kind "number"'};
  return x < 0 ? {problem: 'is below zero; make the column kind "number"'} : {value: x};
}

/** A decimal in minor units without going through a double, rounded half away from zero as DuckDB does. */
function minorOf({value, scale}: DuckDBDecimalValue, minorDigits: number): number {
  if (scale <= minorDigits) return Number(value * 10n ** BigInt(minorDigits - scale));
  const unit = 10n ** BigInt(scale - minorDigits);
  const away = value < 0n ? -(unit / 2n) : unit / 2n;
  return Number((value + away) / unit);
}

function numberOf(value: DuckDBValue): number {
  if (typeof value === "number" || typeof value === "bigint") return Number(value);
  return value instanceof DuckDBDecimalValue ? Number(value.toString()) : Number.NaN;
}
