import type {CostAccountRow, VisitAccountRow} from "../../../cubes/coverage.js";
import {rowCells} from "../../absent.js";
import {customerTable} from "../../customer-table.js";
import type {Html} from "../../html.js";
import type {Site} from "../../site.js";
import type {ListOf} from "../../tables.js";
import {classes, label} from "../../terms.js";
import {visitHeads as heads} from "./visit-heads.js";

/** Accounts that cost more to serve than they bring, a row each. */
export function costList(rows: readonly CostAccountRow[], {locale, cubes}: Site, list: ListOf): Html {
  const zh = locale === "zh";
  const as = rowCells({}, cubes.report, locale);
  return customerTable(
    list.title,
    [
      {head: label("class", locale), cell: (r) => classes[r.class][locale]},
      {head: label("revenue", locale), number: true, cell: (r) => as.money(r.revenue)},
      {head: label("profit", locale), number: true, cell: (r) => as.money(r.profit)},
      {head: zh ? "服务成本" : "Cost to serve", number: true, cell: (r) => as.money(r.cost)},
      {
        head: zh ? "扣除后" : "What is left",
        number: true,
        ranks: true,
        cell: (r) => as.money(r.profit - r.cost),
      },
    ],
    rows,
    locale,
    list,
  );
}

/** Accounts seen less than planned, or more, a row each. */
export function visitList(
  way: "under" | "over",
  rows: readonly VisitAccountRow[],
  {locale, cubes}: Site,
  list: ListOf,
): Html {
  const zh = locale === "zh";
  const as = rowCells({}, cubes.report, locale);
  return customerTable(
    list.title,
    [
      {head: label("revenue", locale), number: true, cell: (r) => as.money(r.revenue)},
      {
        head: label("profit", locale),
        number: true,
        ranks: way === "under" && cubes.report.has_profit,
        cell: (r) => as.profit(r.profit),
      },
      {head: heads.due[locale], number: true, cell: (r) => as.count(r.due)},
      {head: heads.held[locale], number: true, cell: (r) => as.count(r.held)},
      way === "under"
        ? {head: zh ? "应访未访次数" : "Due, not held", number: true, cell: (r) => as.count(r.due - r.met)}
        : {head: heads.extra[locale], number: true, ranks: true, cell: (r) => as.count(r.over_contacts)},
    ],
    rows,
    locale,
    list,
  );
}
