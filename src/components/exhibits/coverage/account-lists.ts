import type {CostAccountRow, VisitAccountRow} from "../../../cubes/coverage.js";
import {rowCells} from "../../absent.js";
import {customerLink} from "../../customer-link.js";
import type {Html} from "../../html.js";
import type {Site} from "../../site.js";
import {type ListOf, table} from "../../tables.js";
import {classes, label} from "../../terms.js";
import {visitHeads as heads} from "./visit-heads.js";

/** Accounts that cost more to serve than they bring, a row each. */
export function costList(rows: readonly CostAccountRow[], {locale, cubes}: Site, list: ListOf): Html {
  const zh = locale === "zh";
  return table(
    list.title,
    [
      {head: label("customer", locale)},
      {head: label("name", locale)},
      {head: label("class", locale)},
      {head: label("revenue", locale), number: true},
      {head: label("profit", locale), number: true},
      {head: zh ? "服务成本" : "Cost to serve", number: true},
      {head: zh ? "扣除后" : "What is left", number: true, ranks: true},
    ],
    rows.map((r) => {
      const as = rowCells({}, cubes.report, locale);
      return {
        cells: [
          customerLink(r.customer_id),
          r.name ?? "–",
          classes[r.class][locale],
          as.money(r.revenue),
          as.money(r.profit),
          as.money(r.cost),
          as.money(r.profit - r.cost),
        ],
      };
    }),
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
  return table(
    list.title,
    [
      {head: label("customer", locale)},
      {head: label("name", locale)},
      {head: label("revenue", locale), number: true},
      {head: label("profit", locale), number: true, ranks: way === "under" && cubes.report.has_profit},
      {head: heads.due[locale], number: true},
      {head: heads.held[locale], number: true},
      way === "under"
        ? {head: zh ? "应访未访次数" : "Due, not held", number: true}
        : {head: heads.extra[locale], number: true, ranks: true},
    ],
    rows.map((r) => {
      const as = rowCells({}, cubes.report, locale);
      return {
        cells: [
          customerLink(r.customer_id),
          r.name ?? "–",
          as.money(r.revenue),
          as.profit(r.profit),
          as.count(r.due),
          as.count(r.held),
          as.count(way === "under" ? r.due - r.met : r.over_contacts),
        ],
      };
    }),
    list,
  );
}
