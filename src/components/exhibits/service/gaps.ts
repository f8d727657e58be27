import type {ServiceGapRow} from "../../../cubes/service.js";
import {rowCells} from "../../absent.js";
import {customerLink} from "../../customer-link.js";
import type {Html} from "../../html.js";
import {because, levelName} from "../../service-terms.js";
import type {Site} from "../../site.js";
import {type ListOf, table} from "../../tables.js";
import {classes, label} from "../../terms.js";

/** Customers served below what is suggested, a row each. */
export function gapList(
  rows: readonly ServiceGapRow[],
  {locale, cubes: {report}}: Site,
  list: ListOf,
  caption = list.title,
): Html {
  const zh = locale === "zh";
  return table(
    caption,
    [
      {head: label("customer", locale)},
      {head: label("name", locale)},
      {head: label("class", locale)},
      {head: zh ? "建议" : "Suggested"},
      {head: zh ? "依据" : "Because of"},
      {head: zh ? "实际" : "Delivered"},
      {head: zh ? "差距" : "Gap", number: true, ranks: true},
      {head: label("revenue", locale), number: true},
      {head: label("profit", locale), number: true},
    ],
    rows.map((r) => {
      const as = rowCells({}, report, locale);
      return {
        cells: [
          customerLink(r.customer_id),
          r.name ?? "–",
          classes[r.class][locale],
          levelName(r.suggested, locale),
          because[r.because][locale],
          levelName(r.delivered, locale),
          as.count(r.gap),
          as.money(r.revenue),
          as.profit(r.profit),
        ],
      };
    }),
    list,
  );
}
