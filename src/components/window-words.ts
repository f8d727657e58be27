import type {Locale, ReportCube} from "../cubes.js";
import {count, day} from "./formats.js";

/** Under a page's sentence: which customers, over which window; a sentence's beginning. */
export function customersOver(customers: number, report: ReportCube, locale: Locale): string {
  const over = windowWords(report, locale);
  if (locale === "zh") return `购买过的${count(customers, locale)}位客户，${over}`;
  const who =
    customers === 1 ? "The one customer who has" : `The ${count(customers, locale)} customers who have`;
  return `${who} bought, over ${report.window === "all" ? "" : "the "}${over}`;
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
