import type {OwnColumn} from "../../cubes/own.js";
import type {Locale, ReportCube} from "../../cubes.js";
import {axisMoney, count, day, exactMoney, exactPercent, money, number, percent} from "../formats.js";

type Value = string | number | boolean | null;

/** Codes in words, days in full, everything else as it is; empty is not known. */
export function groupName({kind, values}: OwnColumn, value: Value, locale: Locale): string {
  if (value === null || value === "") return locale === "zh" ? "未知" : "not known";
  const text = String(value);
  if (kind === "day") return day(text, locale);
  return values.find((v) => v.value === text)?.label[locale] ?? text;
}

/** A measure for prose and labels, in the unit of its column. */
export function shortMeasure({kind}: OwnColumn, x: number, report: ReportCube, locale: Locale): string {
  if (kind === "money") return money(x, report, locale);
  if (kind === "share") return percent(x, locale);
  return kind === "count" ? count(x, locale) : plainNumber(x, locale);
}

/** A measure for tables and titles: to the last minor unit, or two decimals of a per cent. */
export function exactMeasure({kind}: OwnColumn, x: number, report: ReportCube, locale: Locale): string {
  if (kind === "money") return exactMoney(x, report, locale);
  if (kind === "share") return exactPercent(x, locale);
  return kind === "count" ? count(x, locale) : plainNumber(x, locale);
}

/** A measure on an axis: as short as it gets. */
export function axisMeasure({kind}: OwnColumn, x: number, report: ReportCube, locale: Locale): string {
  if (kind === "money") return axisMoney(x, report, locale);
  return kind === "share" ? percent(x, locale) : plainNumber(x, locale);
}

/** A measure's label with its unit, where its numbers don't show it. */
export function withUnit({kind, label}: OwnColumn, report: ReportCube, locale: Locale): string {
  if (kind !== "money") return label[locale];
  return locale === "zh" ? `${label.zh}（${report.currency}）` : `${label.en} (${report.currency})`;
}

function plainNumber(x: number, locale: Locale): string {
  return Math.abs(x) >= 1000 || Number.isInteger(x) ? count(x, locale) : number(x, locale);
}
