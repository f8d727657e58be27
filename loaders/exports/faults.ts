import {createReadStream} from "node:fs";
import type {DuckDBConnection} from "@duckdb/node-api";
import {rowsOf} from "../database.js";
import {UserError} from "../errors.js";
import {literal} from "../quote.js";
import type {ExportSettings} from "../settings.js";
import {describeFault} from "./describe-fault.js";
import {locate} from "./locate.js";
import type {Fault, Typed} from "./read.js";
import type {Source} from "./source.js";
import {notUtf8} from "./text-file.js";

const firstOwnCode = 101;

/** The first row with a fault as a message: `file:line: column "value" is not a date …, and 12 more like it`. */
export async function firstFault(
  connection: DuckDBConnection,
  typed: Typed,
  faults: readonly Fault[],
  code: number,
  sources: readonly Source[],
  settings: ExportSettings,
  rows: number,
): Promise<string> {
  const fault = faults.find((f) => f.code === code)!;
  const {reason, column} = fault;
  const isOwn = code >= firstOwnCode;
  const name = reason === "twice" ? "customer_id" : column;
  const ofFile = isOwn ? fileColumnOf(name!, settings, sources[0]!) : column;
  const index = ofFile === null ? -1 : typed.cells.indexOf(ofFile);
  // What an expression gives stands in no cell: then the value is what it gave.
  const cell = index >= 0 ? `raw_${index}` : isOwn ? `CAST(${name} AS VARCHAR)` : "NULL";
  const first = isOwn
    ? `place = (SELECT min(sequence) + 1 FROM faulty_rows WHERE fault = ${code})`
    : `fault = ${code}`;
  const {source, line, value} = (await firstRow(
    connection,
    typed,
    sources,
    first,
    cell,
    index < 0 ? null : ofFile,
  ))!;
  const more = rows > 1 ? `, and ${rows - 1} more like it` : "";
  return `${placeOf(source, line)}: ${describeFault(fault, typed.key, index < 0 ? column : ofFile, value, settings, source)}${more}`;
}

function placeOf({file}: Source, line: number | undefined): string {
  return `${file}${line === undefined ? "" : `:${line}`}`;
}

/** Where the first order line of a day stands, as `file:line`; the file alone where its line can't be told. */
export async function placeOfDay(
  connection: DuckDBConnection,
  typed: Typed,
  sources: readonly Source[],
  settings: ExportSettings,
  day: string,
): Promise<string | undefined> {
  const column = fileColumnOf("ordered_on", settings, sources[0]!);
  // Where an expression gives the day, any cell of the row leads to its line.
  const index = Math.max(0, column === null ? 0 : typed.cells.indexOf(column));
  const where = `fault = 0 AND ordered_on = DATE ${literal(day)}`;
  const row = await firstRow(connection, typed, sources, where, `raw_${index}`, typed.cells[index]!);
  return row && placeOf(row.source, row.line);
}

/** The first row of the files that a condition holds for; `cell` is SQL for its value, `column` where that stands. */
async function firstRow(
  connection: DuckDBConnection,
  typed: Typed,
  sources: readonly Source[],
  where: string,
  cell: string,
  column: string | null,
): Promise<{source: Source; line: number | undefined; value: string | null} | undefined> {
  const rowsSql = `SELECT row_number() OVER () AS place, *, ${cell} AS value FROM (${typed.sqlWithCells})`;
  const [row] = await rowsOf<{place: string; source_file: string; value: string | null}>(
    connection,
    `SELECT place, source_file, value FROM (${rowsSql}) WHERE ${where} ORDER BY place LIMIT 1`,
  );
  if (row === undefined) return undefined;
  const {place, source_file, value} = row;
  const same =
    column === null ? "true" : `value IS NOT DISTINCT FROM ${value === null ? "NULL" : literal(value)}`;
  const [before] = await rowsOf<{nth: string}>(
    connection,
    `SELECT count(*) AS nth FROM (${rowsSql}) WHERE place <= ${place} AND source_file = ${literal(source_file)} AND ${same}`,
  );
  const source = sources.find((s) => s.path === source_file)!;
  return {source, line: await lineOf(source, column, value, Number(before!.nth)), value};
}

/** The line of the nth row whose cell reads `value`; without a column, of the nth row of a white-space separated file. */
async function lineOf(
  source: Source,
  column: string | null,
  value: string | null,
  nth: number,
): Promise<number | undefined> {
  if (source.kind === "parquet" || (column === null && source.kind !== "whitespace")) return undefined;
  const index = column === null ? 0 : source.columns.indexOf(column);
  const find = (matches: (cell: string) => boolean, count: number): Promise<number | undefined> => {
    let header = source.header;
    let left = count;
    const isIt = (cell: string): boolean => {
      if (header) {
        header = cell === "" && source.kind === "whitespace";
        return false;
      }
      return matches(cell) && --left === 0;
    };
    return locate(source.path, source.delimiter, index, isIt, source.skip);
  };
  if (column === null) return find((cell) => cell !== "", nth);
  const wanted = value ?? "";
  // A cell that was filled in from another line is found where it was written.
  return (await find((cell) => cell === wanted, nth)) ?? find((cell) => cell.trim() === wanted, 1);
}

function fileColumnOf(name: string, settings: ExportSettings, source: Source): string | null {
  const simple = (s: string): string => s.toLowerCase().replace(/[\s_-]/g, "");
  return (
    source.columns.find((c) => c === (settings.columns[name] ?? name) || simple(c) === simple(name)) ?? null
  );
}

interface Reject {
  file_path: string;
  position: string;
  error_type: string;
  error_message: string;
}

/**
 * Rows that are no rows: too many or too few columns, a quote that isn't closed. The line comes from the byte position,
 * since the line that DuckDB gives counts records.
 *
 * @throws UserError where bytes are not UTF-8: then the whole file would be read wrongly
 */
export async function malformedRows(
  connection: DuckDBConnection,
  sources: readonly Source[],
): Promise<{rows: number; example: string}> {
  if (!sources.some((s) => s.kind === "csv")) return {rows: 0, example: ""};
  const rejects = await rowsOf<Reject>(
    connection,
    `SELECT file_path, line_byte_position AS position, min(error_type::VARCHAR) AS error_type, min(error_message) AS error_message
     FROM reject_errors JOIN reject_scans USING (scan_id, file_id)
     GROUP BY file_path, position ORDER BY file_path, position`,
  );
  if (rejects.length === 0) return {rows: 0, example: ""};
  const encoding = rejects.find((r) => r.error_type === "INVALID ENCODING");
  const first = encoding ?? rejects[0]!;
  const source = sources.find((s) => s.path === first.file_path) ?? sources[0]!;
  const line = await lineAt(source.path, Number(first.position));
  if (encoding) {
    throw notUtf8(source.file, line);
  }
  const open = rejects.find((r) => /unterminated quote/i.test(r.error_message));
  const file = open && (sources.find((s) => s.path === open.file_path) ?? sources[0]!);
  if (
    open &&
    file &&
    (await lineAt(file.path, Number.POSITIVE_INFINITY)) > (await lineAt(file.path, Number(open.position))) + 1
  ) {
    throw new UserError(
      `${file.file}:${await lineAt(file.path, Number(open.position))}: a quote opens on this line and is never closed, so the lines after it can't be told apart; close or double it`,
    );
  }
  const more = rejects.length > 1 ? `, and ${rejects.length - 1} more like it` : "";
  return {
    rows: rejects.length,
    example: `${source.file}:${line}: ${first.error_message.replace(/\.$/, "").toLowerCase()}${more}`,
  };
}

async function lineAt(file: string, position: number): Promise<number> {
  let line = 1;
  // The position is that of the row's first byte, from 1, or with CR and LF that of the LF before it: with this byte
  // counted in, both come to the same line.
  let left = position;
  for await (const chunk of createReadStream(file, {highWaterMark: 1 << 20})) {
    const bytes = (chunk as Buffer).subarray(0, left);
    for (const byte of bytes) if (byte === 10) ++line;
    left -= bytes.length;
    if (left === 0) break;
  }
  return line;
}
