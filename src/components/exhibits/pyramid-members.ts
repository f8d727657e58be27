import type {PyramidMemberRow} from "../../cubes/value.js";
import {rowCells} from "../absent.js";
import {customerTable} from "../customer-table.js";
import {type Html, html} from "../html.js";
import type {Site} from "../site.js";
import type {ListOf} from "../tables.js";
import {label} from "../terms.js";
import {classLabel} from "../value-terms.js";
import {levelOrders, pyramidTitles as titles} from "./pyramids.js";

type Pyramid = PyramidMemberRow["pyramid"];

/** How many customers of each level are listed. */
export const mostOfLevel = 5;

/** The largest customers of each level; only where this audience may see names. */
export function pyramidMembers(site: Site, args: readonly string[]): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const pyramid = args[0] as Pyramid;
  const rows = (cubes.find("pyramid-members") ?? []).filter((r) => r.pyramid === pyramid);
  if (rows.length === 0) return html``;
  const caption = zh
    ? `${titles[pyramid].zh}：各层级最大的客户（各至多${mostOfLevel}位）`
    : `${titles[pyramid].en}: the largest customers of each level, at most ${mostOfLevel}`;
  const summary = zh
    ? `各层级最大的客户（各至多${mostOfLevel}位）`
    : `The largest customers of each level, at most ${mostOfLevel}`;
  return html`<details class="cells"><summary>${summary}</summary>${membersList(pyramid, rows, site, {id: `members-${pyramid}`, title: caption})}</details>`;
}

/** The largest customers of each level of a pyramid, a row each. */
export function membersList(
  pyramid: Pyramid,
  rows: readonly PyramidMemberRow[],
  {locale, cubes: {report}}: Site,
  list: ListOf,
): Html {
  const as = rowCells({}, report, locale);
  return customerTable(
    list.title,
    [
      {head: label("level", locale), cell: (r) => classLabel(pyramid, r.level, locale)},
      {head: label("revenue", locale), number: true, cell: (r) => as.money(r.revenue)},
      {head: label("profit", locale), number: true, cell: (r) => as.profit(r.profit)},
      {head: label("clv", locale), number: true, cell: (r) => as.money(r.clv)},
      ...(pyramid === "hsbc"
        ? [
            {
              head: label("loyalty", locale),
              number: true,
              cell: (r: PyramidMemberRow) => as.number(r.loyalty),
            },
            {
              head: label("value_score", locale),
              number: true,
              cell: (r: PyramidMemberRow) => as.number(r.value),
            },
          ]
        : [{head: "P(alive)", number: true, cell: (r: PyramidMemberRow) => as.percent(r.p_alive)}]),
    ],
    levelOrders[pyramid].flatMap((level) => rows.filter((r) => r.level === level).slice(0, mostOfLevel)),
    locale,
    list,
  );
}
