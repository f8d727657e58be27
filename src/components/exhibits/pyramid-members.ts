import type {PyramidMemberRow} from "../../cubes/value.js";
import {rowCells} from "../absent.js";
import {customerLink} from "../customer-link.js";
import {type Html, html} from "../html.js";
import type {Site} from "../site.js";
import {type ListOf, table} from "../tables.js";
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
  const scored = pyramid === "hsbc";
  return table(
    list.title,
    [
      {head: label("customer", locale)},
      {head: label("name", locale)},
      {head: label("level", locale)},
      {head: label("revenue", locale), number: true},
      {head: label("profit", locale), number: true},
      {head: label("clv", locale), number: true},
      ...(scored
        ? [
            {head: label("loyalty", locale), number: true},
            {head: label("value_score", locale), number: true},
          ]
        : [{head: "P(alive)", number: true}]),
    ],
    levelOrders[pyramid].flatMap((level) =>
      rows
        .filter((r) => r.level === level)
        .slice(0, mostOfLevel)
        .map((r) => {
          const as = rowCells({}, report, locale);
          return {
            cells: [
              customerLink(r.customer_id),
              r.name ?? "–",
              classLabel(pyramid, level, locale),
              as.money(r.revenue),
              as.profit(r.profit),
              as.money(r.clv),
              ...(scored ? [as.number(r.loyalty), as.number(r.value)] : [as.percent(r.p_alive)]),
            ],
          };
        }),
    ),
    list,
  );
}
