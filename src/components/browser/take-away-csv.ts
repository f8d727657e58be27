const currency = String.raw`(?:\p{Sc}|[^\d\s,.%+−-]{1,12}\u00a0)`;
const shown = new RegExp(
  String.raw`^(?<minus>[−-])?(?<money>${currency})?(?<digits>\d{1,3}(?:,\d{3})+|\d+)(?<point>\.\d+)?(?<percent>\s?%)?(?:[位个家人次天日单笔件])?$`,
  "u",
);

/** A number as a table shows it. */
interface ShownNumber {
  /** Without separators and unit, a per cent as a share: "−73.81%" is "-0.7381". */
  plain: string;
  unit: "money" | "percent" | null;
}

/**
 * Reads a number as the pages write it, digit by digit, so that nothing is rounded on the way; null for what is no one
 * exact number: words, intervals, money in thousands or millions.
 */
export function readNumber(text: string): ShownNumber | null {
  const found = shown.exec(text.trim())?.groups;
  if (!found) return null;
  const {minus, money, digits = "", point = "", percent} = found;
  const whole = digits.replaceAll(",", "");
  const plain = percent ? hundredth(whole, point.slice(1)) : whole + point;
  return {
    plain: (minus && /[1-9]/.test(plain) ? "-" : "") + plain,
    unit: money ? "money" : percent ? "percent" : null,
  };
}

/** A hundredth of a decimal number, by moving its point. */
function hundredth(whole: string, decimals: string): string {
  const digits = whole.padStart(3, "0") + decimals;
  const at = digits.length - decimals.length - 2;
  return `${digits.slice(0, at)}.${digits.slice(at)}`;
}

const months = "January February March April May June July August September October November December".split(
  " ",
);
const english = new RegExp(`^(\\d{1,2}) (${months.join("|")}) (\\d{4})$`);
const chinese = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;

/** Reads a day as the pages write it, in either language, as ISO 8601; null for what is no day. */
export function readDay(text: string): string | null {
  const en = english.exec(text.trim());
  const zh = chinese.exec(text.trim());
  const [year, month, day] = en
    ? [en[3]!, String(months.indexOf(en[2]!) + 1), en[1]!]
    : [zh?.[1], zh?.[2], zh?.[3]];
  return year && month && day ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : null;
}

const formula = /^[=+\-@\t\r＝＋－＠]/;
const written = /^-?\d+(\.\d+)?$/;

/** One field: text that a spreadsheet would take for a formula gets an apostrophe before it; quoted where it must be. */
function field(text: string): string {
  const safe = formula.test(text) && !written.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Rows as a CSV file (RFC 4180), with the mark at its start by which spreadsheets know that it is UTF-8. Numbers are
 * passed as their digits; text that begins like a formula is disarmed.
 */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(field).join(",")}\r\n`).join("")}`;
}
