import type {RfmMemberRow, RfmRow} from "../../cubes.js";
import {rowCells} from "../absent.js";
import {customerTable} from "../customer-table.js";
import type {Html} from "../html.js";
import type {Site} from "../site.js";
import type {ListOf} from "../tables.js";
import {label} from "../terms.js";

/** How many customers each of the three lists shows. */
export const mostOfList = 8;

/** Customers with their cells, a row each. */
export function rfmMembersList(
  rows: readonly RfmMemberRow[],
  {locale, cubes: {report}}: Site,
  list: ListOf,
  caption = list.title,
): Html {
  const zh = locale === "zh";
  const as = rowCells({}, report, locale);
  return customerTable(
    caption,
    [
      {head: label("cell", locale), cell: (m) => `${m.r}${m.f}${m.m}`},
      {
        head: zh ? "距上次购买天数" : "Days since the last purchase",
        number: true,
        cell: (m) => as.count(m.recency_days),
      },
      {head: label("orders", locale), number: true, cell: (m) => as.count(m.orders)},
      {head: label("revenue", locale), number: true, ranks: true, cell: (m) => as.money(m.revenue)},
      {head: label("profit", locale), number: true, cell: (m) => as.profit(m.profit)},
    ],
    rows,
    locale,
    list,
  );
}

interface CustomerList {
  id: string;
  name: string;
  rule: string;
  test: (row: Pick<RfmRow, "r" | "f" | "m">) => boolean;
}

/** The three lists, and who is in each by the scores. */
export function rfmLists(locale: Site["locale"]): CustomerList[] {
  const zh = locale === "zh";
  const high = (row: Pick<RfmRow, "r" | "f" | "m">): number =>
    [row.r, row.f, row.m].filter((s) => s >= 4).length;
  return [
    {
      id: "key",
      name: zh ? "关键客户" : "Key customers",
      rule: zh ? "R、F、M都得4或5分" : "R, F and M all 4 or 5",
      test: (row) => high(row) === 3,
    },
    {
      id: "breakthrough",
      name: zh ? "重点突破的客户" : "To break through with",
      rule: zh ? "三项中两项得4或5分，差一项即为关键客户" : "two of the three 4 or 5: one score short of key",
      test: (row) => high(row) === 2,
    },
    {
      id: "poor",
      name: zh ? "劣质客户" : "Poor customers",
      rule: zh ? "R、F、M都得1或2分" : "R, F and M all 1 or 2",
      test: (row) => Math.max(row.r, row.f, row.m) <= 2,
    },
  ];
}
