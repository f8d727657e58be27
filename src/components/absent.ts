import type {ExportName, Locale, ReportCube} from "../cubes.js";
import {count, exactMoney, exactPercent, number, oneDecimal} from "./formats.js";
import {type Html, html} from "./html.js";
import {word} from "./terms.js";

/** Why a measure is null. */
type Absence = "suppressed" | "no-cost" | "none";

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
        ? html`需要 <code>transactions</code> 导出文件的 <code>cost</code> 列，或在设置中给出利润率。`
        : html`Needs the <code>cost</code> column of the <code>transactions</code> export, or a margin in the settings.`
      : zh
        ? html`需要 <code>${name}</code> 导出文件。`
        : html`Needs the <code>${name}</code> export.`;
  return html`<div class="needs" role="note"><p class="chart-title">${title}</p><p>${what}</p></div>`;
}

/** The block that stands in place of what can't be shown for another reason, which it says. */
export function notShown(title: string, why: string): Html {
  return html`<div class="needs" role="note"><p class="chart-title">${title}</p><p>${why}</p></div>`;
}

/** Why a cube has nothing for this page: the audience may not have it, the history is too short, or a model was refused. */
export function whyEmpty(
  why: "audience" | "history" | "model" | "nothing" | "change",
  locale: Locale,
): string {
  const reasons = {
    audience: {en: "Not published for this audience.", zh: "不向此类读者公布。"},
    history: {en: "The history in the exports is too short for this.", zh: "导出文件的历史太短，无法计算。"},
    model: {en: "The model could not be fitted to this history.", zh: "模型无法用这段历史拟合。"},
    change: {en: "Too little can be shown to tell a change.", zh: "可显示的太少，看不出变化。"},
    nothing: {en: "There is nothing to show here.", zh: "此处没有可显示的内容。"},
  };
  return reasons[why][locale];
}

/** The cells of a table's row: each value as it is written, or why there is none. */
export function rowCells(
  row: {suppressed?: boolean},
  report: ReportCube,
  locale: Locale,
): Record<
  "count" | "money" | "profit" | "percent" | "decimal" | "number",
  (x: number | null) => Html | string
> {
  const as =
    (format: (x: number) => string, absence: Absence = "none") =>
    (x: number | null): Html | string =>
      cell(x, format, row, absence, report, locale);
  const money = (x: number): string => exactMoney(x, report, locale);
  return {
    count: as((x) => count(x, locale)),
    money: as(money),
    profit: as(money, report.has_profit ? "none" : "no-cost"),
    percent: as((x) => exactPercent(x, locale)),
    decimal: as((x) => oneDecimal(x, locale)),
    number: as((x) => number(x, locale)),
  };
}
