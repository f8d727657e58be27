import type {ExportName, Locale, ReportCube} from "../cubes.js";
import {type Html, html} from "./html.js";
import {word} from "./terms.js";

/** Why a measure is null. */
export type Absence = "suppressed" | "no-cost" | "none";

/** Fewer than the smallest cell: says so, and how few. */
export function suppressedReason(report: ReportCube, locale: Locale): string {
  return locale === "zh"
    ? `少于${report.smallest_cell}位客户，或可由此推出`
    : `fewer than ${report.smallest_cell} customers, or they could be worked out from it`;
}

/** The mark that stands in a table for a number that is not there; each reason looks different and says why. */
export function absent(why: Absence, report: ReportCube, locale: Locale): Html {
  if (why === "suppressed")
    return html`<span class="absent suppressed" title="${suppressedReason(report, locale)}">${word("suppressed", locale)}</span>`;
  if (why === "no-cost") return html`<span class="absent no-cost">${word("no_cost", locale)}</span>`;
  return html`<span class="absent none">–</span>`;
}

/** A cell of a table: the number as `format` writes it, or why there is none. */
export function cell(
  value: number | null,
  format: (value: number) => string,
  row: {suppressed?: boolean},
  absence: Absence,
  report: ReportCube,
  locale: Locale,
): Html | string {
  if (value !== null) return format(value);
  return absent(row.suppressed ? "suppressed" : absence, report, locale);
}

/** The block that stands in place of what can't be drawn because an export, or the column of costs, is missing. */
export function needs(name: ExportName | "cost", title: string, locale: Locale): Html {
  const zh = locale === "zh";
  const what =
    name === "cost"
      ? zh
        ? html`需要 <code>transactions</code> 导出文件的 <code>cost</code> 列，或在设置中给出毛利率。`
        : html`Needs the <code>cost</code> column of the <code>transactions</code> export, or a margin in the settings.`
      : zh
        ? html`需要 <code>${name}</code> 导出文件。`
        : html`Needs the <code>${name}</code> export.`;
  return html`<div class="needs" role="note"><p class="chart-title">${title}</p><p>${what}</p></div>`;
}
