import {rowCells} from "../absent.js";
import {kpiNow} from "../findings/kpi-now.js";
import {cellGroup} from "../findings/rfm.js";
import {frequencyNote, highFrequency} from "../findings/rfm-frequency.js";
import {count, exactMoney, percent} from "../formats.js";
import {type Html, html} from "../html.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {label} from "../terms.js";
import {mostOfList, rfmLists, rfmMembersList} from "./rfm-members.js";

/** The three lists, each with its rule and how many it holds. */
export function listsAndRules(site: Site): Html {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const now = kpiNow(cubes.read("kpis"));
  const cells = cubes.read("rfm").filter((r) => r.scheme === report.primary_scheme);
  const caption = zh ? "名单与规则" : "The lists and their rules";
  const least = (exact: boolean): string => (exact ? "" : zh ? "至少" : "at least ");
  return table(
    caption,
    [
      {head: zh ? "名单" : "List"},
      {head: zh ? "规则（自定）" : "Rule (chosen)"},
      {head: label("customers", locale), number: true},
      {head: label("share_customers", locale), number: true},
      {head: label("revenue", locale), number: true},
    ],
    rfmLists(locale).map((l) => {
      const group = cellGroup(cells, l.test);
      const hidden = rowCells({suppressed: true}, report, locale);
      // "At least none" says nothing.
      const told = group.exact || group.customers > 0;
      return {
        id: `list-${l.id}`,
        cells: [
          l.name,
          l.rule,
          told ? `${least(group.exact)}${count(group.customers, locale)}` : hidden.count(null),
          told
            ? `${least(group.exact)}${now.customers > 0 ? percent(group.customers / now.customers, locale) : "–"}`
            : hidden.percent(null),
          group.revenue === null ? hidden.money(null) : exactMoney(group.revenue, report, locale),
        ],
      };
    }),
    {live: "rfm-lists"},
  );
}

/** The three lists that a reader asks for: key customers, those to break through with, poor ones. Names only where this audience may see them. */
export function threeLists(site: Site): Html {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const members = cubes.find("rfm-members")?.filter((r) => r.scheme === report.primary_scheme) ?? null;
  const high = highFrequency(cubes.read("rfm-thresholds"), report);
  const note = high.means === "often" ? null : html`<p>${frequencyNote(high, report, locale).trim()}</p>`;
  const summary = html`${note}${listsAndRules(site)}`;
  if (members === null || members.length === 0) return summary;
  const named = rfmLists(locale).map((l) => {
    const mine = members
      .filter(l.test)
      .sort((a, b) => b.revenue - a.revenue || (a.customer_id < b.customer_id ? -1 : 1))
      .slice(0, mostOfList);
    const head = zh
      ? `${l.name}：金额最大的${count(mine.length, locale)}位`
      : `${l.name}: the ${count(mine.length, locale)} largest`;
    if (mine.length === 0) return null;
    const list = {id: `list-of-${l.id}`, title: zh ? `${l.name}：金额最大者` : `${l.name}: the largest`};
    return html`<details><summary data-list-summary>${head}</summary>${rfmMembersList(mine, site, list, head)}</details>`;
  });
  return html`${summary}${named}`;
}
