import {rowCells, whyEmpty} from "../../absent.js";
import {linesOverTime} from "../../charts/lines-over-time.js";
import {cellMark} from "../../drill/cell-mark.js";
import {count, day, money, percent} from "../../formats.js";
import {type Html, html} from "../../html.js";
import {settingOf} from "../../settings-in-force.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {label} from "../../terms.js";
import type {Exhibit} from "../exhibit.js";
import {churnNow} from "./facts.js";

/**
 * Churn at each as-of date: of customers, and of the revenue that they had brought. `chosen` where a filter chooses them,
 * by what they were about a year before.
 */
export function churnExhibit(site: Site, chosen = false): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const rows = cubes.find("churn") ?? [];
  const rate = (r: (typeof rows)[number]): number | null =>
    r.lost === null || r.customers === 0 ? null : r.lost / r.customers;
  const money_rate = (r: (typeof rows)[number]): number | null =>
    r.revenue_lost === null || r.revenue <= 0 ? null : r.revenue_lost / r.revenue;
  // Both lines are of those who left.
  const mark = (r: (typeof rows)[number]): string | undefined =>
    r.lost ? cellMark("churn", {gone: true}, r.as_of) : undefined;
  const now = churnNow(site);
  const title = zh ? "客户流失率" : "Churn";
  const known = now && rate(now) !== null;
  const basis = !chosen
    ? ""
    : zh
      ? "筛选取客户约一年前（后一年之初）的类别与阶段。"
      : " A filter picks customers by what they were about a year before, at the start of the second year.";
  return {
    id: "churn",
    missing: rows.length === 0 ? whyEmpty("history", locale) : null,
    title,
    subtitle: zh
      ? "前一个365天有订单的客户中，后一个365天没有订单者的占比，及其前一年收入的占比"
      : "Of those with an order in one year of 365 days, the share without one in the next, and their share of that year’s revenue",
    says: known
      ? zh
        ? `流失率为${percent(rate(now)!, locale)}（${count(now.lost!, locale)}位），流失收入${now.revenue_lost === null ? "–" : money(now.revenue_lost, report, locale)}，占${money_rate(now) === null ? "–" : percent(money_rate(now)!, locale)}。${basis}`
        : `Churn is ${percent(rate(now)!, locale)} (${count(now.lost!, locale)} ${now.lost === 1 ? "customer" : "customers"}); they had brought ${now.revenue_lost === null ? "–" : money(now.revenue_lost, report, locale)}, ${money_rate(now) === null ? "–" : percent(money_rate(now)!, locale)} of that year’s revenue.${basis}`
      : now?.customers === 0
        ? zh
          ? "前一年没有客户下单。"
          : "Nobody had an order in the year before."
        : chosen && !now && report.smallest_cell <= 1
          ? zh
            ? "筛选取客户约一年前的类别与阶段，而报告没有那时的数据。"
            : "Customers are chosen by what they were about a year before this date, which is before the report’s first."
          : zh
            ? "客户太少，流失率不予公布。"
            : "Too few customers to tell the churn rate.",
    draw: (options) =>
      linesOverTime(
        [
          {
            name: zh ? "客户" : "customers",
            said: label("share_customers", locale),
            colour: "class-a",
            points: rows.map((r) => ({as_of: r.as_of, value: rate(r), mark: mark(r)})),
          },
          {
            name: zh ? "收入" : "revenue",
            said: label("share_revenue", locale),
            colour: "down",
            points: rows.map((r) => ({as_of: r.as_of, value: money_rate(r), mark: mark(r)})),
          },
        ],
        {axis: (x) => `${Math.round(x * 100)}%`, exact: (x) => percent(x, locale)},
        options,
      ),
    twin: table(
      title,
      [
        {head: label("as_of", locale)},
        {head: zh ? "前一年的客户" : "Customers of the year before", number: true},
        {head: zh ? "流失客户" : "Lost", number: true},
        {head: zh ? "流失率" : "Churn", number: true},
        {head: zh ? "流失收入" : "Revenue lost", number: true},
        {head: zh ? "占收入" : "Share of revenue", number: true},
      ],
      rows.map((r) => {
        const as = rowCells({suppressed: r.lost === null}, report, locale);
        return {
          cells: [
            day(r.as_of, locale),
            as.count(r.customers),
            as.count(r.lost),
            as.percent(rate(r)),
            as.money(r.revenue_lost),
            as.percent(money_rate(r)),
          ],
        };
      }),
    ),
  };
}

/** What replacing the lost would cost, and the source's claims beside what this data says. */
export function churnClaims(site: Site): Html {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const now = churnNow(site);
  const [low, high] = [settingOf(site, "warning.replace_low", 5), settingOf(site, "warning.replace_high", 6)];
  const rate = now && now.lost !== null ? percent(now.lost / now.customers, locale) : "–";
  const lost = now && now.revenue_lost !== null ? money(now.revenue_lost, report, locale) : "–";
  const keep = now?.keeping_cost ?? null;
  const cost = (times: number): string => money(times * keep! * now!.lost!, report, locale);
  const replacing =
    now && now.lost !== null && keep !== null
      ? zh
        ? `${cost(low)}至${cost(high)}（每位客户每年服务成本${money(keep, report, locale)}）`
        : `${cost(low)} to ${cost(high)} (cost to serve a customer for a year: ${money(keep, report, locale)})`
      : now && now.lost !== null
        ? zh
          ? `相当于留住${count(low * now.lost, locale)}至${count(high * now.lost, locale)}位客户一年；金额需要costs导出文件`
          : `as much as keeping ${count(low * now.lost, locale)} to ${count(high * now.lost, locale)} customers for a year; in money it needs the costs export`
        : "–";
  return html`${table(
    zh ? "流失的代价：文献的说法与本数据" : "What churn costs: the source’s claims beside this data",
    [
      {head: zh ? "项目" : "Of"},
      {head: zh ? "文献的说法" : "Claim of the source"},
      {head: zh ? "本数据" : "This data"},
    ],
    [
      {
        cells: [
          zh ? "年流失率" : "Yearly churn",
          zh ? "电信业：欧洲25%，美国30%" : "telecoms: 25% in Europe, 30% in the US",
          rate,
        ],
      },
      {
        cells: [
          zh ? "流失的收入" : "Revenue lost",
          zh ? "美国电信业每年90亿美元" : "US telecoms: US$9bn a year",
          lost,
        ],
      },
      {
        cells: [
          zh ? "重新获得客户的费用" : "Cost of winning customers anew",
          zh
            ? `美国电信业另加75亿美元；开发新客户的成本为留住老客户的${low}～${high}倍（可在设置中修改）`
            : `US telecoms: another US$7.5bn; a new customer costs ${low} to ${high} times as much as keeping one (a setting)`,
          replacing,
        ],
      },
    ],
  )}<p class="note">${
    zh
      ? "流失原因（对手条件、需求未满足、抱怨未解决；客户转向、收缩、上移）在导出文件中没有代码。能看到的只有抱怨的原因与八类机会事件；挽回与否须由人判断。"
      : "No export carries the causes of a lapse as codes (a rival’s offer, an unmet need, a complaint not settled; or the customer changed direction, shrank, moved upstream). What the data holds are the causes of complaints and the eight kinds of events; whether a customer can be won back is for people to judge."
  }</p>`;
}
