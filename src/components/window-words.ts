import type {Locale, ReportCube} from "../cubes.js";
import {count, day} from "./formats.js";

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
