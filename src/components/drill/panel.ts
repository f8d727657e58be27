import type {Locale, ReportCube} from "../../cubes.js";
import {rowCells} from "../absent.js";
import {accountCount, customerCount} from "../customer-count.js";
import {customerLink} from "../customer-link.js";
import {count, exactMoney} from "../formats.js";
import {type Html, html} from "../html.js";
import {label, sentenceCase} from "../terms.js";
import {isUnbroken} from "../unbroken.js";
import {
  countedWords,
  inTheChart,
  type ListOrder,
  listCaption,
  moreWords,
  nobody,
  notDrawn,
  revenueEver,
  shareWords,
} from "./drill-words.js";
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
  const {kind, share_customers, whole_customers, revenue, share_revenue, profit, share_profit, gap} = counts;
  const ofWhom =
    share_customers === null || whole_customers === null
      ? label("share_customers", locale)
      : shareWords(kind, whole_customers, locale);
  const pairs: Pair[] = [
    [countedWords(kind, locale), as.count(counts.customers)],
    ...shareOf(ofWhom, share_customers),
    ...(counts.orders === undefined ? [] : [[label("orders", locale), as.count(counts.orders)] as Pair]),
    ...(revenue === undefined ? [] : [[label("revenue", locale), as.money(revenue)] as Pair]),
    ...(share_revenue === undefined ? [] : shareOf(label("share_revenue", locale), share_revenue)),
    ...(profit === undefined ? [] : [[label("profit", locale), as.profit(profit)] as Pair]),
    ...(share_profit === undefined || !report.has_profit
      ? []
      : shareOf(label("share_profit", locale), share_profit)),
    ...(gap === undefined ? [] : [[label("gap", locale), as.money(gap)] as Pair]),
    ...(counts.recency_days === undefined
      ? []
      : [[label("days_since", locale), as.decimal(counts.recency_days)] as Pair]),
  ];
  return pairsHtml(pairs);
}

/**
 * What a figure says of a mark, and how many customers it stands for: undefined where that is not published, null where it
 * is hidden. `who` they are in a word; `people` where the figure counts them and not what befell them; `chosen` where a
 * filter is set.
 */
export function saidHtml(
  {values}: Said,
  customers: number | null | undefined,
  report: ReportCube,
  {locale, who, people, chosen}: {locale: Locale; who: string; people: boolean; chosen: boolean},
): Html {
  if (values.length === 0) return html`<p>${notDrawn(chosen, locale)}</p>`;
  if (customers === 0) return html`<p>${nobody(locale)}</p>`;
  const [lone] = people && values.length === 1 ? values : [];
  const counted = lone?.of === "" && typeof customers === "number" && countIn(lone.value, customers, locale);
  // A chart that counts just these customers needs no second number.
  if (counted) {
    const rest: Pair[] = counted.rest ? [[inTheChart(locale), counted.rest]] : [];
    return pairsHtml([[who, counted.count], ...rest]);
  }
  const pairs: Pair[] = values.map(({of, value}) => [of ? sentenceCase(of) : inTheChart(locale), value]);
  const hidden = customers === null && report.smallest_cell > 1;
  const known = pairs.some(([of]) => of === who);
  if (!known && (hidden || typeof customers === "number"))
    pairs.push([who, rowCells({suppressed: hidden}, report, locale).count(customers!)]);
  return pairsHtml(pairs);
}

/**
 * What a chart says, parted into the number of customers that it begins with, with their share where that is beside it, and
 * the rest; null where it begins otherwise.
 */
function countIn(value: string, customers: number, locale: Locale): {count: string; rest: string} | null {
  const [, first = value, rest = ""] = /^(.*?)(?:, |，| · )(.*)$/.exec(value) ?? [];
  const n = count(customers, locale);
  const spaceless = (text: string): string => text.replace(/\s/g, "");
  const named = [customerCount, accountCount].map((words) => spaceless(words(customers, locale)));
  if (named.includes(spaceless(first))) return {count: n, rest};
  return first === n || spaceless(first).replace(/[(（].*$/, "") === n ? {count: first, rest} : null;
}

function pairsHtml(pairs: readonly Pair[]): Html {
  return html`<dl>${pairs.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** A column of numbers in a list of customers. */
interface Column {
  head: string;
  text: (member: Member) => string;
}

/** The columns of a list after the name: first the one that orders it, which a phone shows without a scroll. */
function columnsOf(by: ListOrder, report: ReportCube, locale: Locale): Column[] {
  const money = (name: string, of: (m: Member) => number | null): Column => ({
    head: `${name} (${report.currency})`,
    text: (m) => {
      const minor = of(m);
      return minor === null ? "–" : exactMoney(minor, report, locale);
    },
  });
  const days: Column = {
    head: locale === "zh" ? "距上次购买天数" : "Days since the last purchase",
    text: ({recency_days}) => (recency_days === null ? "–" : count(recency_days, locale)),
  };
  if (by === "ever") return [money(revenueEver(locale), (m) => m.revenue_ever), days];
  const revenue = money(label("revenue", locale), (m) => m.revenue);
  const profit = report.has_profit ? [money(label("profit", locale), (m) => m.profit)] : [];
  const orders: Column = {head: label("orders", locale), text: (m) => count(m.orders, locale)};
  return by === "profit" ? [...profit, revenue, orders, days] : [revenue, ...profit, orders, days];
}

/**
 * The largest customers behind a mark by name, and how many more there are where all are counted. Ids lead to the customers' pages where the page
 * stands in the site.
 */
export function membersHtml(
  members: readonly Member[],
  {
    customers,
    linked,
    by,
    accounts,
  }: {customers: number | null; linked: boolean; by: "revenue" | "profit"; accounts: boolean},
  report: ReportCube,
  locale: Locale,
): Html {
  const idle = by === "revenue" && members.every(({revenue}) => revenue === 0);
  const never =
    idle && members.every(({recency_days, revenue_ever}) => recency_days === null && revenue_ever === 0);
  const caption = listCaption(
    members.length,
    customers,
    {by: never ? "never" : idle ? "ever" : by, accounts},
    locale,
  );
  const more = (customers ?? 0) - members.length;
  const columns = columnsOf(idle ? "ever" : by, report, locale);
  const named = members.some(({name}) => name !== null);
  const whose = [label("customer", locale), ...(named ? [label("name", locale)] : [])];
  const heads = [...whose, ...columns.map(({head}) => head)];
  return html`<div class="members" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption>
<thead><tr>${heads.map((text, i) => (i >= whose.length ? html`<th scope="col" class="number">${text}</th>` : html`<th scope="col">${text}</th>`))}</tr></thead>
<tbody>${members.map(
    (m) =>
      html`<tr><th scope="row">${linked ? customerLink(m.customer_id) : m.customer_id}</th>${named ? html`<td${isUnbroken(m.name ?? "") ? html` class="unbroken"` : null}>${m.name ?? "–"}</td>` : null}${columns.map(({text}) => html`<td class="number">${text(m)}</td>`)}</tr>
`,
  )}</tbody></table></div>${more > 0 ? html`<p class="more">${moreWords(count(more, locale), locale)}</p>` : null}`;
}
