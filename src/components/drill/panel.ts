import type {Locale, ReportCube} from "../../cubes.js";
import {rowCells} from "../absent.js";
import {customerLink} from "../customer-link.js";
import {count, exactMoney} from "../formats.js";
import {type Html, html} from "../html.js";
import {label} from "../terms.js";
import {inTheChart, listCaption, moreWords, nobody, notDrawn, shareWords} from "./drill-words.js";
import type {MarkCounts} from "./mark-counts.js";
import type {Member} from "./members.js";
import type {Said} from "./said.js";

type Pair = [string, Html | string];

/** What a mark's figure tells of it, as pairs of words and numbers; what is suppressed says so. */
export function countsHtml(counts: MarkCounts, report: ReportCube, locale: Locale): Html {
  const as = rowCells(counts, report, locale);
  if (counts.customers === 0) return html`<p>${nobody(locale)}</p>`;
  // Of a whole that is suppressed in part there are no shares.
  const shareOf = (name: string, share: number | null): Pair[] =>
    share === null && !counts.suppressed ? [] : [[name, as.percent(share)]];
  const {kind, share_customers, whole_customers} = counts;
  const ofWhom =
    share_customers === null || whole_customers === null
      ? label("share_customers", locale)
      : shareWords(kind, whole_customers, locale);
  const pairs: Pair[] = [
    [label("customers", locale), as.count(counts.customers)],
    ...shareOf(ofWhom, share_customers),
    ...(counts.orders === undefined ? [] : [[label("orders", locale), as.count(counts.orders)] as Pair]),
    [label("revenue", locale), as.money(counts.revenue)],
    ...shareOf(label("share_revenue", locale), counts.share_revenue),
    ...(counts.profit === undefined ? [] : [[label("profit", locale), as.profit(counts.profit)] as Pair]),
    ...(counts.recency_days === undefined
      ? []
      : [[label("days_since", locale), as.decimal(counts.recency_days)] as Pair]),
  ];
  return pairsHtml(pairs);
}

/**
 * What a figure says of a mark, and how many customers it stands for: undefined where that is not published, null where it
 * is hidden.
 */
export function saidHtml(
  {values}: Said,
  customers: number | null | undefined,
  report: ReportCube,
  locale: Locale,
): Html {
  if (values.length === 0) return html`<p>${notDrawn(locale)}</p>`;
  if (customers === 0) return html`<p>${nobody(locale)}</p>`;
  const pairs: Pair[] = values.map(({of, value}) => [of || inTheChart(locale), value]);
  const told = label("customers", locale);
  const hidden = customers === null && report.smallest_cell > 1;
  const known = values.some(({of}) => of === told);
  if (!known && (hidden || typeof customers === "number"))
    pairs.push([told, rowCells({suppressed: hidden}, report, locale).count(customers!)]);
  return pairsHtml(pairs);
}

function pairsHtml(pairs: readonly Pair[]): Html {
  return html`<dl>${pairs.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/**
 * The largest customers behind a mark by name, and how many more there are where all are counted. Ids lead to the customers' pages where the page
 * stands in the site.
 */
export function membersHtml(
  members: readonly Member[],
  {customers, linked}: {customers: number | null; linked: boolean},
  report: ReportCube,
  locale: Locale,
): Html {
  const money = (minor: number | null): string => (minor === null ? "–" : exactMoney(minor, report, locale));
  const idle = members.every(({revenue}) => revenue === 0);
  const caption = listCaption(members.length, customers, idle, locale);
  const more = (customers ?? 0) - members.length;
  const heads = [
    label("customer", locale),
    label("name", locale),
    locale === "zh" ? "距上次购买天数" : "Days since the last purchase",
    label("orders", locale),
    `${label("revenue", locale)} (${report.currency})`,
    ...(report.has_profit ? [`${label("profit", locale)} (${report.currency})`] : []),
  ];
  return html`<div class="members" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption>
<thead><tr>${heads.map((text, i) => (i > 1 ? html`<th scope="col" class="number">${text}</th>` : html`<th scope="col">${text}</th>`))}</tr></thead>
<tbody>${members.map(
    (m) =>
      html`<tr><th scope="row">${linked ? customerLink(m.customer_id) : m.customer_id}</th><td>${m.name ?? "–"}</td>${[
        m.recency_days === null ? "–" : count(m.recency_days, locale),
        count(m.orders, locale),
        money(m.revenue),
        ...(report.has_profit ? [money(m.profit)] : []),
      ].map((text) => html`<td class="number">${text}</td>`)}</tr>
`,
  )}</tbody></table></div>${more > 0 ? html`<p class="more">${moreWords(count(more, locale), locale)}</p>` : null}`;
}
