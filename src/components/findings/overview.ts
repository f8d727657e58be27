import type {KpiRow, Locale, ReportCube} from "../../cubes.js";
import {change} from "../change.js";
import {money, percent} from "../formats.js";
import {comparedWith, customersOver} from "../window-words.js";
import {fifthBring} from "./pareto.js";

/** The report in one sentence: revenue, its change on the year, and who brings it. */
export function overviewSentence(rows: readonly KpiRow[], report: ReportCube, locale: Locale): string {
  const now = rows.find((r) => r.role === "now");
  const year = rows.find((r) => r.role === "year_ago");
  if (!now) throw new Error('cube "kpis" has no row for the as-of date');
  const moved = change(now.revenue, year?.revenue, "relative", locale);
  const sum = money(now.revenue, report, locale);
  if (locale === "zh") {
    const move = moved ? `，较一年前${moved.text}` : "";
    const top =
      now.top20_share === null ? "" : `；${fifthBring(now, locale)}其中的${percent(now.top20_share, locale)}`;
    return `收入${sum}${move}${top}。`;
  }
  const move = moved ? `, ${moved.text} on a year ago` : "";
  const top =
    now.top20_share === null ? "" : `; ${fifthBring(now, locale)} ${percent(now.top20_share, locale)} of it`;
  return `Revenue is ${sum}${move}${top}.`;
}

/** Under the sentence: as of when, which customers, compared with when. */
export function overviewStandfirst(now: KpiRow, report: ReportCube, locale: Locale): string {
  return locale === "zh"
    ? `${customersOver(now.customers, report, locale)}${comparedWith(report, locale)}`
    : `${customersOver(now.customers, report, locale)}${comparedWith(report, locale)}`;
}
