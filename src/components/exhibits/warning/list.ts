import {type Signal, signals} from "../../../cubes/warning.js";
import {rowCells, whyEmpty} from "../../absent.js";
import {chancesWords} from "../../chances-words.js";
import {moreWords} from "../../filter/list-words.js";
import {riskClause, warningFacts} from "../../findings/warning.js";
import {count, ratio} from "../../formats.js";
import {type Html, html} from "../../html.js";
import {settingOf, threshold} from "../../settings-in-force.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {label, sentenceCase} from "../../terms.js";
import {phaseTerms, signalNeeds, signalTerms} from "../../warning-terms.js";
import {accountsTable, alertedOf, shownAtOnce, topAlertList} from "./account-lists.js";
import {accountsAt, alerted, baseRate, type Foretelling, foretelling, horizonOf, ruleOf} from "./facts.js";

/** The accounts with the most money at risk, each sign with its size and since when; by name, or why there is no list. */
export function alertList(site: Site): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const rows = cubes.find("alert-list");
  if (rows === null)
    return html`<p class="absent">${zh ? "客户名单不向此类读者公布。" : "The list of accounts is not published for this audience."}</p>`;
  if (rows.length === 0)
    return html`<p>${zh ? "目前没有客户显示征兆。" : "No account shows any sign at the moment."}</p>`;
  const {accounts, signs} = alertedOf(rows, site);
  const rest = (alerted(site, "customers") ?? accounts.length) - accounts.length;
  const caption = zh ? "预警名单：风险金额从大到小" : "Alerts by name, the most money at risk first";
  const [first, next] = [accounts.slice(0, shownAtOnce), accounts.slice(shownAtOnce)];
  const continued = zh ? `${caption}（续）` : `${caption}, continued`;
  const horizon = horizonOf(site) ?? settingOf(site, "backtest.horizon_days", 180);
  return html`${accountsTable(caption, first, signs, site, {id: "alert-list", title: caption})}
${next.length > 0 ? html`<details class="cells"><summary>${moreWords(next.length, locale)}</summary>${accountsTable(continued, next, signs, site, {id: "alert-list-more", title: continued})}</details>` : null}
${rest > 0 ? html`<p class="more" data-list-rest>${zh ? `其余${count(rest, locale)}位的风险金额更小。` : `${count(rest, locale)} more have less money at risk each.`}</p>` : null}
<p class="note">${zh ? "涉及收入：截至末次下单日365天的净收入。" : "At stake: the net revenue of the 365 days up to the last order. "}${chancesWords(horizon, locale)}</p>`;
}

/** What the two columns of money are, over a table of them. */
const moneyWords = (zh: boolean): Html =>
  html`<p class="chart-subtitle">${zh ? "涉及收入：截至末次下单一年的净收入；风险金额：涉及收入×流失概率。" : "At stake: net revenue of the year to the last order. At risk: that, times the chance of a lapse."}</p>`;

/** The ten accounts with the most money at risk; where names may not be seen, the accounts by phase. */
export function topAlerts(site: Site): Html {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const rows = cubes.find("top-alerts");
  const facts = warningFacts(site);
  const lead = facts.none
    ? null
    : html`<p class="verdict" data-list-rest>${riskClause(facts, locale)}${zh ? "。" : "."}</p>
`;
  if (rows !== null && rows.length > 0) {
    const title = zh
      ? "风险金额最大的预警，控制、挽救阶段及再次下单的可能性低者在前"
      : "The alerts with the most money at risk, those in control or recovery, or unlikely to order again, first";
    return html`${lead}${moneyWords(zh)}
${topAlertList(rows, site, {id: "top-alerts", title})}`;
  }
  const phases = accountsAt(site);
  if (phases.length === 0)
    return html`<p>${rows === null && cubes.find("alert-accounts") === null ? whyEmpty("audience", locale) : zh ? "目前没有客户显示征兆。" : "No account shows any sign at the moment."}</p>`;
  return html`${lead}${moneyWords(zh)}
${table(
  zh ? "预警：各阶段的客户" : "Alerts: accounts by phase",
  [
    {head: zh ? "阶段" : "Phase"},
    {head: label("customers", locale), number: true},
    {head: zh ? "风险金额" : "At risk", number: true},
    {head: zh ? "涉及收入" : "At stake", number: true},
  ],
  phases.map((r) => {
    const as = rowCells(r, report, locale);
    return {
      cells: [
        sentenceCase(phaseTerms[r.phase][locale]),
        as.count(r.customers),
        as.money(r.at_risk),
        as.money(r.at_stake),
      ],
    };
  }),
)}`;
}

const foretellingWords: Record<Foretelling, {en: string; zh: string}> = {
  foretells: {en: "foretells a lapse", zh: "预示流失"},
  "did-not": {en: "did not foretell one", zh: "未能预示流失"},
  "too-few": {en: "too few to say", zh: "数据太少，无法判断"},
};

/** Whether a sign foretold a lapse, with how many times as many lapsed after it as of all customers. */
function foretellingText(sign: Signal, site: Site): string {
  const {locale} = site;
  const rule = ruleOf(site, sign);
  const verdict = foretelling(rule, baseRate(site));
  const words = foretellingWords[verdict][locale];
  if (rule?.lift == null) return words;
  const times = ratio(rule.lift, locale);
  return locale === "zh" ? `${words}（为全体的${times}倍）` : `${words} (${times} times the rate of all)`;
}

/** Each sign with what the backtest says of it, its definition and the thresholds in force. */
export function signalTable(site: Site): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const set = (key: string, otherwise: number): number => settingOf(site, `warning.${key}`, otherwise);
  const p = (key: string, otherwise: number): string => threshold(set(key, otherwise));
  const hours = settingOf(site, "service.complaint_limit_hours", 36);
  const stale = settingOf(site, "grid.stale_after_days", 180);
  const [q, gaps, chance, times, days, below, orders] = [
    Math.round(set("silence_quantile", 0.9) * 100),
    set("silence_gaps", 4),
    p("unlikely_chance", 0.5),
    set("unlikely_times", 1.5),
    set("drop_days", 90),
    p("drop_below", 0.7),
    set("drop_orders", 2),
  ];
  const [months, regular, up, volume, large, contacts, fall] = [
    set("category_months", 3),
    set("category_regular", 6),
    p("volume_up", 0.1),
    set("volume_orders", 4),
    p("one_contact_share", 0.2),
    set("contact_days", 365),
    Number((set("wallet_fall", 0.1) * 100).toFixed(2)),
  ];
  const rules: Record<(typeof signals)[number], {en: string; zh: string}> = {
    silence: {
      en: `No order for longer than the ${q}th percentile of the customer’s own gaps; at least ${gaps} gaps. A customer with fewer has no rhythm of its own yet and is left to the next sign`,
      zh: `未下单天数超过客户自身订单间隔的第${q}百分位；至少有${gaps}个间隔。间隔更少者尚无自身节奏，由下一征兆判断`,
    },
    unlikely_return: {
      en: `Chance of no order within the horizon at least ${chance}, and ${times} times the mean of all; from what customers of like rhythm did after as long a silence`,
      zh: `期限内不再下单的概率不低于${chance}，且不低于全体均值的${times}倍；依据节奏相近的客户在同样沉默之后的表现`,
    },
    spend_drop: {
      en: `Spend of the last ${days} days under ${below} of the same days a year before, which held at least ${orders} orders`,
      zh: `最近${days}天采购额低于上年同期的${below}，上年同期至少${orders}个订单`,
    },
    category_dropped: {
      en: `Bought in at least ${regular} of 12 months and in none of the ${months} whole months after, while the customer still buys`,
      zh: `12个月中至少${regular}个月购买，其后${months}个整月未购，而客户仍有其他采购`,
    },
    volume_up_revenue_flat: {
      en: `Quantity of 365 days up by ${up} or more on the 365 before, revenue not up; ${volume} days with orders in both`,
      zh: `365天数量较前一个365天增加${up}以上而收入未增；两期各有${volume}个下单日`,
    },
    complaint_overdue: {
      en: `Open for longer than ${hours} hours (the limit of the service page)`,
      zh: `提出超过${hours}小时仍未解决（服务页的限期）`,
    },
    assessment_falling: {
      en: "The newest assessment of the last 365 days below the one before it, personal or company level",
      zh: "最近365天内的最新评估低于前一次，个人或公司关系任一",
    },
    wallet_falling: {
      en: `The newest share at least ${fall} points below the one before it`,
      zh: `最新份额较前一次下降${fall}个百分点以上`,
    },
    one_contact: {
      en: `Known through one person in the last ${contacts} days, among the largest ${large} by money at stake`,
      zh: `最近${contacts}天只与一人有联系，且涉及收入居前${large}`,
    },
    assessment_stale: {
      en: `The newest assessment older than ${stale} days`,
      zh: `最新评估超过${stale}天`,
    },
  };
  return table(
    zh ? "各征兆的定义与现行界限" : "The signs, with the thresholds in force",
    [
      {head: zh ? "征兆" : "Sign"},
      {head: zh ? "回测结果" : "In the backtest"},
      {head: zh ? "规则" : "Rule"},
      {head: zh ? "所需导出文件" : "Needs"},
    ],
    signals.map((s) => {
      const needed = signalNeeds[s];
      return {
        cells: [
          sentenceCase(signalTerms[s][locale]),
          foretellingText(s, site),
          rules[s][locale],
          needed === undefined
            ? "transactions"
            : cubes.has(needed)
              ? needed
              : zh
                ? `${needed}（缺）`
                : `${needed} (missing)`,
        ],
      };
    }),
  );
}
