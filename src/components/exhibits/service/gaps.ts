import type {ServiceGapRow} from "../../../cubes/service.js";
import {rowCells} from "../../absent.js";
import {customerTable} from "../../customer-table.js";
import type {Html} from "../../html.js";
import {because, levelName} from "../../service-terms.js";
import type {Site} from "../../site.js";
import type {ListOf} from "../../tables.js";
import {classes, label} from "../../terms.js";

/** Customers served below what is suggested, a row each. */
export function gapList(
  rows: readonly ServiceGapRow[],
  {locale, cubes: {report}}: Site,
  list: ListOf,
  caption = list.title,
): Html {
  const zh = locale === "zh";
  const as = rowCells({}, report, locale);
  return customerTable(
    caption,
    [
      {head: label("class", locale), cell: (r) => classes[r.class][locale]},
      {head: zh ? "建议" : "Suggested", cell: (r) => levelName(r.suggested, locale)},
      {head: zh ? "依据" : "Because of", cell: (r) => because[r.because][locale]},
      {head: zh ? "实际" : "Delivered", cell: (r) => levelName(r.delivered, locale)},
      {head: zh ? "差距" : "Gap", number: true, ranks: true, cell: (r) => as.count(r.gap)},
      {head: label("revenue", locale), number: true, cell: (r) => as.money(r.revenue)},
      {head: label("profit", locale), number: true, cell: (r) => as.profit(r.profit)},
    ],
    rows,
    locale,
    list,
  );
}
