import type {InputRow, LedgerCube, Locale, ReportCube} from "../../cubes.js";
import {count, day, percent} from "../formats.js";

/** What the exports gave: rows used of rows read, and what was left out. */
export function dataSentence(inputs: readonly InputRow[], locale: Locale): string {
  const t = inputs.find((r) => r.export === "transactions");
  if (!t?.present || t.rows_read === 0)
    return locale === "zh" ? "没有读到交易行。" : "No transaction lines were read.";
  const {rows_read: read, rows_used: used, rows_rejected: rejected} = t;
  if (rejected === 0)
    return locale === "zh"
      ? `读取的${count(read, locale)}行交易全部使用。`
      : `All ${count(read, locale)} transaction ${read === 1 ? "line is" : "lines are"} used.`;
  return locale === "zh"
    ? `读取${count(read, locale)}行交易，使用${percent(used / read, locale)}；${count(rejected, locale)}行未用，各有原因。`
    : `${percent(used / read, locale)} of ${count(read, locale)} transaction lines are used; ${count(rejected, locale)} ${rejected === 1 ? "is" : "are"} not, each for a stated reason.`;
}

/** Under the sentence: the days of the data and of the report. */
export function dataStandfirst(ledger: LedgerCube, report: ReportCube, locale: Locale): string {
  return locale === "zh"
    ? `数据从${day(ledger.first_day, locale)}到${day(ledger.last_day, locale)}；报告截至${day(report.as_of, locale)}。输入哈希${report.input_hash}。`
    : `Data from ${day(ledger.first_day, locale)} to ${day(ledger.last_day, locale)}; the report is as of ${day(report.as_of, locale)}. Hash of the inputs: ${report.input_hash}.`;
}
