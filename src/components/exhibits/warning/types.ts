import {type AlertPhase, customerTypes} from "../../../cubes/warning.js";
import {rowCells, suppressedReason, whyEmpty} from "../../absent.js";
import {type GroupBar, groupBars} from "../../charts/group-bars.js";
import {cellMark} from "../../drill/cell-mark.js";
import {count, day, exactMoney, money, percent} from "../../formats.js";
import {type Html, html} from "../../html.js";
import {settingOf, threshold} from "../../settings-in-force.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {label, sentenceCase} from "../../terms.js";
import {phaseTerms, typeActions, typeTerms} from "../../warning-terms.js";
import type {Exhibit} from "../exhibit.js";

/** How the four types are told apart, with the thresholds in force. */
export function typeRule(site: Site): string {
  const [mvc, mgc] = [
    threshold(settingOf(site, "value_types.mvc", 0.2)),
    threshold(settingOf(site, "value_types.mgc", 0.2)),
  ];
  return site.locale === "zh"
    ? `名称出自文献，规则为自定，每位客户归入先成立的一类：预流失为有流失征兆，或预警处于事中、事后阶段；最有价值为生命周期价值最高的${mvc}；最有增长潜力为潜力与现状差距最大的${mgc}；${negativeRule(site)}`
    : `The names are the source’s, the rules chosen; a customer belongs to the first that holds. Pre-churn: a sign of a lapse, or an alert in control or recovery. Most valuable: the top ${mvc} by lifetime value. Most growable: the ${mgc} with the largest gap between potential and today. ${negativeRule(site)}`;
}

/** What puts a customer among the negative: which value is below zero, or how few orders. */
function negativeRule({cubes, ...site}: Site): string {
  const low = settingOf({cubes, ...site}, "warning.ultra_low_orders", 1);
  const after = cubes.has("costs");
  return site.locale === "zh"
    ? `负值为${after ? "扣除至今的服务成本后" : ""}生命周期价值为负，或窗口内订单不超过${low}个（零使用、超低使用）`
    : `Negative: a lifetime value below zero${after ? " after the cost to serve so far" : ""}, or at most ${low} ${low === 1 ? "order" : "orders"} in the window (zero or ultra-low use)`;
}

/** The four types by share of customers and of revenue. */
export function customerTypesExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const rows = cubes.find("customer-types") ?? [];
  const present = customerTypes.flatMap((type) => rows.filter((r) => r.type === type));
  const whole = (of: "customers" | "revenue"): number | null =>
    present.reduce<number | null>((s, r) => (s === null || r[of] === null ? null : s + r[of]), 0);
  const wholes = {customers: whole("customers"), revenue: whole("revenue")};
  const bars: GroupBar[] = present.flatMap((r) =>
    (["customers", "revenue"] as const).map((of) => {
      const [x, all] = [r[of], wholes[of]];
      const exact =
        x === null
          ? suppressedReason(report, locale)
          : of === "customers"
            ? count(x, locale)
            : exactMoney(x, report, locale);
      const written = x === null ? "–" : of === "customers" ? count(x, locale) : money(x, report, locale);
      const share = x === null || all === null || all <= 0 ? null : x / all;
      return {
        group: r.type,
        quantity: of,
        share,
        text: share === null ? written : `${percent(share, locale)} · ${written}`,
        exact: share === null ? exact : `${percent(share, locale)} · ${exact}`,
        suppressed: r.suppressed,
        mark: r.customers ? cellMark("customer-types", {type: r.type}) : undefined,
      };
    }),
  );
  const leaving = present.find((r) => r.type === "pre_churn");
  const [few, much] = [
    leaving && leaving.customers !== null && wholes.customers ? leaving.customers / wholes.customers : null,
    leaving && leaving.revenue !== null && wholes.revenue && wholes.revenue > 0
      ? leaving.revenue / wholes.revenue
      : null,
  ];
  const title = zh ? "客户类型：四类与其他" : "Customers by type: four types and the rest";
  return {
    id: "customer-types",
    missing: present.length === 0 ? whyEmpty("history", locale) : null,
    title,
    subtitle: zh
      ? `占客户与收入的比例，截至${day(report.as_of, locale)}；每位客户归入先成立的一类。${negativeRule(site)}；其余规则见计算方法`
      : `Share of customers and of revenue, as of ${day(report.as_of, locale)}; a customer belongs to the first type that holds. ${negativeRule(site)}; the other rules stand at the end of the page`,
    says:
      wholes.customers === 0
        ? zh
          ? "没有客户。"
          : "There is no customer."
        : wholes.customers === null
          ? zh
            ? "部分类型客户太少，占比已隐去。"
            : "Some types hold too few customers for shares to be shown."
          : few === null || few === 0
            ? zh
              ? "没有预流失客户。"
              : "No customer is about to leave."
            : much === null
              ? zh
                ? `预流失客户占客户的${percent(few, locale)}。`
                : `Pre-churn customers are ${percent(few, locale)} of all.`
              : zh
                ? `预流失客户占客户的${percent(few, locale)}，占收入的${percent(much, locale)}。`
                : `Pre-churn customers are ${percent(few, locale)} of all and bring ${percent(much, locale)} of revenue.`,
    draw: (options) =>
      groupBars(
        present.map((r) => ({
          key: r.type,
          name: sentenceCase(typeTerms[r.type][locale]),
          colour: r.type === "pre_churn" ? "down" : r.type === "other" ? "same" : "heat-4",
        })),
        (["customers", "revenue"] as const).map((key) => ({
          key,
          name: label(key === "customers" ? "share_customers" : "share_revenue", locale),
        })),
        bars,
        options,
      ),
    twin: table(
      title,
      [
        {head: zh ? "类型" : "Type"},
        {head: label("customers", locale), number: true},
        {head: label("revenue", locale), number: true},
        {head: label("profit", locale), number: true},
      ],
      present.map((r) => {
        const as = rowCells(r, report, locale);
        return {
          cells: [
            sentenceCase(typeTerms[r.type][locale]),
            as.count(r.customers),
            as.money(r.revenue),
            as.profit(r.profit),
          ],
        };
      }),
    ),
  };
}

/** What is suggested for each type, from the action library: never more than a suggestion. */
export function typeTreatments(site: Site): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const actions = (cubes.find("actions") ?? []).filter((a) => a.model === "value_type");
  return table(
    zh ? "对各类客户的建议" : "Suggestions for the types",
    [
      {head: zh ? "类型" : "Type"},
      {head: label("suggestion", locale)},
      {head: label("why", locale)},
      {head: label("approver", locale)},
    ],
    customerTypes.flatMap((type) =>
      actions
        .filter((a) => a.class === typeActions[type])
        .map((a) => ({
          cells: [
            sentenceCase(typeTerms[type][locale]),
            a.action[locale],
            a.reason[locale],
            a.approver ? `${zh ? "草案，须经批准：" : "draft; "}${a.approver[locale]}` : "–",
          ],
        })),
    ),
  );
}

/** What is suggested in each phase of an alert. */
export function phaseActions(site: Site): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const actions = (cubes.find("actions") ?? []).filter((a) => a.model === "alert_phase");
  if (actions.length === 0) return html``;
  return table(
    zh ? "各阶段的建议" : "Suggestions for the phases",
    [{head: zh ? "阶段" : "Phase"}, {head: label("suggestion", locale)}, {head: label("why", locale)}],
    actions.map((a) => ({
      cells: [sentenceCase(phaseTerms[a.class as AlertPhase][locale]), a.action[locale], a.reason[locale]],
    })),
  );
}
