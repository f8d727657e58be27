import type {Locale, ReportCube} from "../cubes.js";
import {count, shortDay} from "./formats.js";

/** How far back the data go, and the window that a date looks back over. */
export type History = Pick<ReportCube, "window" | "first_day">;

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The days of a window; of all of the data, a year. */
function windowDays({window}: History): number {
  return window === "all" ? 365 : window.days;
}

/**
 * Whether the window that ends on a day (ISO) lies within the data; of all of the data, whether that is a year. The same
 * as `is_whole` in as-of-dates.sql. Days that are not whole are compared with none.
 */
export function isWhole(day: string, history: History): boolean {
  return daysBetween(history.first_day, day) >= windowDays(history) - 1;
}

/**
 * Whether a whole window lies within the data before the one that ends on a day: without it everybody in the window is
 * new. There is none where the window is all of the data.
 */
export function hasWindowBefore(day: string, {window, first_day}: History): boolean {
  return window !== "all" && daysBetween(first_day, day) >= 2 * window.days - 1;
}

/** The days that a comparison may start from: those whose window is whole, or any where none is. */
export function startDays(days: readonly string[], history: History): readonly string[] {
  const whole = days.filter((day) => isWhole(day, history));
  return whole.length > 0 ? whole : days;
}

/** The oldest and the newest of rows, oldest first, that may be compared; null where no two may. */
export function comparedEnds<Row extends {as_of: string}>(
  rows: readonly Row[],
  history: History,
): readonly [Row, Row] | null {
  const whole = rows.filter(({as_of}) => isWhole(as_of, history));
  const [first, last] = [whole[0], whole.at(-1)];
  return first && last && first.as_of !== last.as_of ? [first, last] : null;
}

/** The length of the data in words: "10 months", "20 days". */
function lengthWords({first_day, as_of}: Pick<ReportCube, "first_day" | "as_of">, locale: Locale): string {
  const days = daysBetween(first_day, as_of) + 1;
  const months = Math.floor(days / (365.25 / 12));
  const [n, unit] = months > 0 ? [months, "month"] : [Math.max(0, days), "day"];
  if (locale === "zh") return `${count(n, locale)}${unit === "month" ? "个月" : "天"}`;
  return `${count(n, locale)} ${unit}${n === 1 ? "" : "s"}`;
}

/** Why two dates are not compared, in a sentence, where fewer than two have a whole window. */
export function tooShort(report: History & Pick<ReportCube, "as_of">, locale: Locale): string {
  const days = count(windowDays(report), locale);
  const length = lengthWords(report, locale);
  return locale === "zh"
    ? `比较两个日期，各日之前须有${days}天的数据；导出文件只有${length}。`
    : `To compare two dates, each needs ${days} days of data behind it; the exports have ${length}.`;
}

/** The end of a subtitle of what is compared from a day without a whole window: how little lies behind it. */
export function startNote(day: string, history: History, locale: Locale): string {
  if (isWhole(day, history)) return "";
  const n = Math.max(0, daysBetween(history.first_day, day) + 1);
  const whole = count(windowDays(history), locale);
  return locale === "zh"
    ? `；前一日期之前只有${count(n, locale)}天的数据，不足${whole}天`
    : `; the first date has only ${count(n, locale)} ${n === 1 ? "day" : "days"} of data behind it, not ${whole}`;
}

/** The end of a subtitle of a chart over dates: up to when their windows are not whole; nothing where all are. */
export function partialNote(
  dates: readonly string[],
  history: History,
  locale: Locale,
  drawnAs: "hollow" | "alike" = "alike",
): string {
  const last = dates
    .filter((day) => !isWhole(day, history))
    .sort()
    .at(-1);
  if (last === undefined) return "";
  const days = count(windowDays(history), locale);
  const hollow = drawnAs === "hollow";
  return locale === "zh"
    ? `；${shortDay(last, locale)}及以前${hollow ? "（空心点）" : ""}，数据不足${days}天，不作比较`
    : `; dates up to ${shortDay(last, locale)}${hollow ? " (hollow)" : ""} have fewer than ${days} days of data behind them and are compared with none`;
}
