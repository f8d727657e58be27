import {literal} from "../quote.js";
import type {ColumnKind} from "./export.js";
import {cellOf, type Reading} from "./expression.js";

/** The type of each kind of column in the warehouse. */
export const sqlTypes: Record<ColumnKind, string> = {
  id: "VARCHAR",
  text: "VARCHAR",
  day: "DATE",
  moment: "TIMESTAMP",
  money: "DECIMAL(18, 4)",
  number: "DECIMAL(18, 6)",
  percent: "DECIMAL(18, 6)",
  flag: "BOOLEAN",
};

/** How one cell is read. */
interface Parsing {
  /** SQL that reads the cell however it is written; null where it can't be read. */
  thorough: string;
  /** SQL that reads a plainly written cell, several times as fast. */
  plain: string;
  isPlain: string;
}

/** SQL that reads a column's cells as one kind of value, with the macros of parse.sql; `type` is the cell's own. */
export function parsingOf(
  {column, kind}: Reading,
  type: string,
  decimal: string,
  format: string | undefined,
): Parsing {
  const cell = cellOf(column);
  const asText = type === "VARCHAR" ? cell : `CAST(${cell} AS VARCHAR)`;
  if (kind === "text" || kind === "id") {
    return {thorough: `${kind}_of(${asText})`, plain: asText, isPlain: `is_plain_${kind}(${asText})`};
  }
  if (kind === "flag") return {thorough: `flag_of(${asText})`, plain: "NULL", isPlain: "false"};
  const cast = `try_cast(${cell} AS ${sqlTypes[kind]})`;
  if (kind === "moment") return {...momentParsing(cell, type, format), isPlain: "false"};
  const plain =
    kind === "day"
      ? `plausible_day(${format ? `try_strptime(${cell}, ${literal(format)})::DATE` : cast})`
      : cast;
  if (type !== "VARCHAR") {
    const typed = kind === "day" ? `plausible_day(${cast})` : cast;
    return {thorough: typed, plain: typed, isPlain: `${typed} IS NOT NULL`};
  }
  const thorough =
    kind === "day"
      ? format === undefined
        ? `day_of(${cell})`
        : `formatted_day_of(${cell}, ${formatsOf(format)})`
      : `${decimal === "," ? "comma_" : ""}${kind}_of(${cell})`;
  return {thorough, plain, isPlain: plainly(kind, cell, plain, decimal, format)};
}

function momentParsing(cell: string, type: string, format: string | undefined) {
  const sql =
    type !== "VARCHAR"
      ? `plausible_moment(try_cast(${cell} AS TIMESTAMP))`
      : format === undefined
        ? `moment_of(${cell})`
        : `formatted_moment_of(${cell}, ${formatsOf(format)})`;
  return {thorough: sql, plain: sql};
}

/** The format and, where it holds a clock, the same without: one format serves all of an export's days and moments. */
function formatsOf(format: string): string {
  const day = format.replace(/%-?[HIMSfgnpzZ].*$/, "").replace(/[\sT,;][^%]*$/, "");
  return day === format || day === "" ? literal(format) : `[${literal(format)}, ${literal(day)}]`;
}

function plainly(kind: ColumnKind, cell: string, plain: string, decimal: string, format?: string): string {
  if (kind === "day")
    return `${format === undefined ? `is_plain_day(${cell}) AND ` : ""}${plain} IS NOT NULL`;
  return decimal === "," ? "false" : `${plain} IS NOT NULL`;
}
