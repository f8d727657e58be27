import {rowCells} from "../absent.js";
import {type PeriodBar, periodBars} from "../charts/period-bars.js";
import type {Exhibit} from "../exhibits/exhibit.js";
import {count, day, money} from "../formats.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {label} from "../terms.js";
import {periodLength, purchasePeriods} from "./periods.js";
import {type CustomerRecord, rowsOf} from "./record.js";

/** A customer's purchases since the first, by month, or by quarter or year where the history is long. */
export function purchasesExhibit(customer: CustomerRecord, {cubes: {report}, locale}: Site): Exhibit {
  const zh = locale === "zh";
  const rows = rowsOf(customer.purchases);
  const periods = purchasePeriods(rows, report.as_of);
  const named = (name: string): string => (zh ? name.replace(/^(\d{4}) Q(\d)$/, "$1年第$2季度") : name);
  const length = rows[0] ? periodLength(rows[0].month, report.as_of) : "month";
  const unit = {
    month: zh ? "按月" : "by month",
    quarter: zh ? "按季度" : "by quarter",
    year: zh ? "按年" : "by year",
  }[length];
  const one = {month: zh ? "个月" : "month", quarter: zh ? "个季度" : "quarter", year: zh ? "年" : "year"}[
    length
  ];
  const bought = periods.filter((p) => p.orders > 0);
  const most = periods.reduce<PeriodBar | null>(
    (best, p) => (best === null || p.revenue > best.revenue ? p : best),
    null,
  );
  const title = zh ? "历次采购" : "Purchases over time";
  const as = rowCells({}, report, locale);
  return {
    id: "customer-purchases",
    missing:
      rows.length === 0
        ? zh
          ? "没有任何订单或退款记录。"
          : "There is no order and no refund on record."
        : null,
    title,
    subtitle: `${zh ? "收入" : "Revenue"}${report.has_profit ? (zh ? "（柱）与利润（横线）" : " (bars) and profit (dashes)") : ""}${zh ? "，" : ", "}${unit}${
      zh
        ? `，自首次记录至${day(report.as_of, locale)}`
        : `, from the first entry to ${day(report.as_of, locale)}`
    }`,
    says: zh
      ? `${count(periods.length, locale)}${one}中有${count(bought.length, locale)}${one}下单${most && most.revenue > 0 ? `；最多的是${named(most.name)}，收入${money(most.revenue, report, locale)}` : ""}。`
      : `Orders in ${count(bought.length, locale)} of ${count(periods.length, locale)} ${one}${periods.length === 1 ? "" : "s"}${most && most.revenue > 0 ? `; the most in ${most.name}, ${money(most.revenue, report, locale)}` : ""}.`,
    draw: (options) => periodBars(periods, options),
    twin: table(
      title,
      [
        {head: zh ? "期间" : "Period"},
        {head: label("orders", locale), number: true},
        {head: label("revenue", locale), number: true},
        {head: label("profit", locale), number: true},
      ],
      periods.map((p) => ({
        cells: [named(p.name), as.count(p.orders), as.money(p.revenue), as.profit(p.profit)],
      })),
    ),
  };
}
