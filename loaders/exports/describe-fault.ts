import type {ExportKey, ExportSettings} from "../settings.js";
import {acceptedCodes} from "./codes.js";
import type {Fault} from "./read.js";
import type {Source} from "./source.js";

/** What a message about a faulty cell says after the place: the column, its value, what is wrong, what to do. */
export function describeFault(
  {reason, column: ownColumn, named}: Fault,
  key: ExportKey,
  column: string | null,
  value: string | null,
  settings: ExportSettings,
  {kind}: Source,
): string {
  const cell = `${column ?? "a column"} ${JSON.stringify(value ?? "")}`;
  const guess = kind === "parquet" ? "" : "; name its format in report.toml with date_format";
  const format =
    settings.date_format === undefined ? "" : ` (format ${settings.date_format}, from report.toml)`;
  const twice = ownColumn === "as_of" ? " for one day; the last row counts" : "; the first row counts";
  const texts: Record<string, string> = {
    bad_date: `${cell} is not a date${format || guess}`,
    bad_number:
      value === null
        ? `${column} can't be computed from its expression`
        : `${cell} is not a number${commaHint(value, settings)}`,
    bad_flag: `${cell} is not yes or no`,
    blank: named ? blankInside(column, named) : `${column ?? "a required column"} is empty`,
    unknown_level: `${cell} is not a level; give a number from 1 to 5 or a name from the settings of the grid`,
    unknown_code: `${cell} is not known; use ${acceptedCodes(key, ownColumn ?? "")}`,
    bad_period: `${cell} is not a period; write 2025, 2025-Q1, 2025-03 or 2025-03-01`,
    before_start: `${cell} is before ${named}`,
    share_above_100: `${cell} is a share above 100%`,
    below_zero: `${cell} is below zero`,
    twice: `customer ${JSON.stringify(value ?? "")} stands twice${twice}`,
    malformed: "the row has another number of columns than the header",
  };
  return texts[reason] ?? `${reason} in ${cell}`;
}

/** Of an empty cell that an expression needs: where nothing means nought, a zero has to be said. */
function blankInside(column: string | null, named: string): string {
  return `${column} is empty, and the expression for ${named} needs it; where empty means nought, write coalesce("${column}", 0) there`;
}

/** Of a number such as 1.234,50: what to set so that it is read. */
function commaHint(value: string, {decimal}: ExportSettings): string {
  const written = /^\D*[\d.]*,\d{1,2}\D*$/.test(value);
  return decimal === "." && written ? '; where the comma is the decimal sign, set decimal = ","' : "";
}
