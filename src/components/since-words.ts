import type {Locale} from "../cubes.js";
import {shortDay} from "./formats.js";
import {isMonthsBefore} from "./months-before.js";

const spans = [
  {
    months: 3,
    since: {en: "on a quarter ago", zh: "较三个月前"},
    missing: {en: "no figure for a quarter ago", zh: "三个月前无可比数据"},
  },
  {
    months: 12,
    since: {en: "on a year ago", zh: "较一年前"},
    missing: {en: "no figure for a year ago", zh: "一年前无可比数据"},
  },
] as const;

/** What a change is measured against, and what stands where that day has no figure. */
export interface Since {
  since: string;
  missing: string;
}

/**
 * What a change up to `now` is measured against (both ISO days): "on a quarter ago" and "on a year ago" where the days
 * are three or twelve months apart, else the earlier day by its short name.
 */
export function sinceWords(then: string, now: string, locale: Locale): Since {
  const span = spans.find(({months}) => isMonthsBefore(then, now, months));
  if (span) return {since: span.since[locale], missing: span.missing[locale]};
  const day = shortDay(then, locale);
  return locale === "zh"
    ? {since: `较${day}`, missing: `${day}无可比数据`}
    : {since: `since ${day}`, missing: `no figure for ${day}`};
}

/** The words for a comparison over so many months whose earlier day is not known. */
export function monthsAgoWords(months: 3 | 12, locale: Locale): Since {
  const {since, missing} = spans.find((span) => span.months === months)!;
  return {since: since[locale], missing: missing[locale]};
}
