import type {DuckDBConnection} from "@duckdb/node-api";
import {UserError} from "../errors.js";
import {literal} from "../quote.js";
import type {ExportKey} from "../settings.js";
import {cellOf} from "./expression.js";

/** Formats that are tried where the settings name none and the column is not written year-month-day. */
const candidates = [
  "%Y%m%d",
  "%d/%m/%Y",
  "%m/%d/%Y",
  "%d.%m.%Y",
  "%d-%m-%Y",
  "%m-%d-%Y",
  "%Y.%m.%d",
  "%Y年%m月%d日",
  "%d-%b-%Y",
];
const looked = 20_000;

/**
 * The format of a column's days: undefined for year-month-day (2025-12-31, 2025/12/31, with or without a time), else
 * a strptime format. Where day-first and month-first both read the whole column, nothing is guessed.
 *
 * @throws UserError where the column can be read in two ways
 */
export async function dayFormat(
  connection: DuckDBConnection,
  raw: string,
  column: string,
  key: ExportKey,
  file: string,
): Promise<string | undefined> {
  const cell = cellOf(column);
  const begin = await count(connection, `(SELECT ${cell} FROM (${raw}) LIMIT ${looked})`, cell, [undefined]);
  if (begin.read[0] === begin.all) return undefined;
  const {all, read} = await count(connection, `(${raw})`, cell, [undefined, ...candidates]);
  const best = Math.max(...read);
  if (best === 0 || all === 0 || read[0] === best) return undefined;
  const fitting = candidates.filter((_, i) => read[i + 1] === best);
  if (fitting.length > 1) {
    const sample = await connection.runAndReadAll(
      `SELECT text_of(${cell}) AS t FROM (${raw}) WHERE t IS NOT NULL LIMIT 1`,
    );
    throw new UserError(
      `${file}: column "${column}" (such as "${sample.getRows()[0]?.[0]}") can be read as ${fitting.join(" and as ")}; say which in report.toml: [${key}] date_format = "${fitting[0]}"`,
    );
  }
  return fitting[0];
}

async function count(
  connection: DuckDBConnection,
  from: string,
  cell: string,
  formats: (string | undefined)[],
): Promise<{all: number; read: number[]}> {
  const parsed = formats.map(
    (f) => `count(${f === undefined ? `day_of(${cell})` : `formatted_day_of(${cell}, ${literal(f)})`})`,
  );
  const result = await connection.runAndReadAll(
    `SELECT count(text_of(${cell})), ${parsed.join(", ")} FROM ${from}`,
  );
  const [all, ...read] = result.getRows()[0]!.map(Number);
  return {all: all!, read};
}
