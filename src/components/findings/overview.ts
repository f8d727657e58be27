import type {KpiRow, Locale, ReportCube} from "../../cubes.js";
import {change} from "../change.js";
import {count, day, money, percent} from "../formats.js";

/** The report in one sentence: revenue, its change on the year, and who brings it. */
export function overviewSentence(rows: readonly KpiRow[], report: ReportCube, locale: Locale): string {
  const now = rows.find((r) => r.role === "now");
  const year = rows.find((r) => r.role === "year_ago");
  if (!now) throw new Error('cube "kpis" has no row for the as-of date');
  const moved = change(now.revenue, year?.revenue, "relative", locale);
  const sum = money(now.revenue, report, locale);
  if (locale === "zh") {
    const move = moved ? `，较上年${moved.text}` : "";
    const top =
      now.top20_share === null ? "" : `；五分之一的客户带来其中的${percent(now.top20_share, locale)}`;
    return `收入${sum}${move}${top}。`;
  }
  const move = moved ? `, ${moved.text} on a year ago` : "";
  const top =
    now.top20_share === null
      ? ""
      : `; one fifth of customers bring ${percent(now.top20_share, locale)} of it`;
  return `Revenue is ${sum}${move}${top}.`;
}

/** Under the sentence: as of when, which customers, compared with when. */
export function overviewStandfirst(now: KpiRow, report: ReportCube, window: string, locale: Locale): string {
  return locale === "zh"
    ? `截至${day(report.as_of, locale)}；买过的${count(now.customers, locale)}位客户，${window}；与提前3个月及12个月的同长窗口比较。`
    : `As of ${day(report.as_of, locale)}: the ${count(now.customers, locale)} customers who have bought, ${window}, compared with the same window ending 3 and 12 months earlier.`;
}
