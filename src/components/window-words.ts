import type {Locale, ReportCube} from "../cubes.js";
import {count, day} from "./formats.js";
import {monthsBefore} from "./months-before.js";
import {isWhole} from "./whole-window.js";

/** Under a page's sentence: which customers, over which window; a sentence's beginning. */
export function customersOver(customers: number, report: ReportCube, locale: Locale): string {
  const over = windowWords(report, locale);
  if (locale === "zh") return `购买过的${count(customers, locale)}位客户，${over}`;
  const who =
    customers === 1 ? "The one customer who has" : `The ${count(customers, locale)} customers who have`;
  return `${who} bought, over ${report.window === "all" ? "" : "the "}${over}`;
}

/** The end of a page's line: what its figures are compared with, where a window of the data is whole so long before. */
export function comparedWith(report: ReportCube, locale: Locale): string {
  const months = [3, 12].filter((n) => isWhole(monthsBefore(report.as_of, n), report));
  if (months.length === 0) return locale === "zh" ? "。" : ".";
  return locale === "zh"
    ? `；与${months.map((n) => `${n}个月前`).join("及")}的同长窗口比较。`
    : `, compared with the same window ending ${months.join(" and ")} months earlier.`;
}

/** The window of the figures in words: "365 days to 31 December 2025". */
export function windowWords(report: ReportCube, locale: Locale): string {
  const end = day(report.as_of, locale);
  if (report.window === "all")
    return locale === "zh"
      ? `${day(report.window_from, locale)}至${end}的全部记录`
      : `all of ${day(report.window_from, locale)} to ${end}`;
  const days = count(report.window.days, locale);
  return locale === "zh" ? `截至${end}的${days}天` : `${days} days to ${end}`;
}
