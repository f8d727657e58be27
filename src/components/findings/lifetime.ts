import type {LifetimeModelRow, LifetimeValueRow} from "../../cubes/value.js";
import type {Locale, ReportCube} from "../../cubes.js";
import {customerCount} from "../customer-count.js";
import {count, day, money, percent} from "../formats.js";
import type {Horizon} from "../horizon.js";
import {purchaseModels} from "../value-terms.js";

/** What the lifetime-value sentences are made from: the parts of the newest date, the horizon and the fits. */
export interface LifetimeFacts {
  parts: readonly LifetimeValueRow[];
  horizon: Horizon;
  models: readonly LifetimeModelRow[];
  report: ReportCube;
}

const whole = (rows: readonly LifetimeValueRow[], of: "clv" | "clv_future" | "customers"): number | null =>
  rows.reduce<number | null>((s, r) => (s === null || r[of] === null ? null : s + r[of]), 0);

/** Whether there is nothing to come by the naive rate alone, since no model could be fitted: then it is not known. */
export function isUnestimated({parts, models}: Pick<LifetimeFacts, "parts" | "models">): boolean {
  return whole(parts, "clv_future") === 0 && !models.some((m) => m.primary && m.ok);
}

/** Who the first of the ten parts are: a tenth of those whose lifetime value is not negative, not of all customers. */
export function firstTenth(customers: number, someBelow: boolean, locale: Locale): string {
  const n = count(customers, locale);
  if (locale === "zh") return `${someBelow ? "生命周期价值不为负的" : ""}客户中最高的十分之一（${n}位）`;
  if (customers === 1)
    return `the one customer in the top tenth${someBelow ? " of those whose lifetime value is not negative" : ""}`;
  return `the top tenth of customers${someBelow ? " whose lifetime value is not negative" : ""}, ${n} of them,`;
}

/** What customers are worth: "The next 36 months are worth ¥12M; 48 customers hold 61% of it; the 48 are the top tenth …". */
export function lifetimeSentence({parts, horizon, models, report}: LifetimeFacts, locale: Locale): string {
  const zh = locale === "zh";
  const future = whole(parts, "clv_future");
  if (parts.length === 0 || isUnestimated({parts, models}))
    return zh ? "这段历史无法估计生命周期价值。" : "Lifetime value can’t be estimated from this history.";
  if (future === null)
    return zh
      ? "客户太少，不公布生命周期价值的合计。"
      : "Too few customers can be shown to add up lifetime values.";
  const first = parts.find((r) => r.part === 1);
  const below = parts.find((r) => r.below_zero);
  const worth = money(future, report, locale);
  const basis = report.has_profit ? "" : zh ? "（以收入计）" : " of revenue";
  const lost = below?.customers ?? 0;
  const top =
    first?.customers && first.clv_future !== null && future > 0
      ? {
          share: percent(first.clv_future / future, locale),
          who: customerCount(first.customers, locale),
          verb: first.customers === 1 ? "holds" : "hold",
        }
      : null;
  const tenth = first?.customers == null ? "" : count(first.customers, locale);
  const before = report.exports.costs
    ? {en: " before cost to serve", zh: "（未扣除服务成本）"}
    : {en: "", zh: ""};
  if (zh) {
    const held = top
      ? `，其中${top.share}来自${top.who}；这${tenth}位是${lost > 0 ? "生命周期价值不为负的" : ""}客户中价值最高的十分之一`
      : "";
    const tail = lost > 0 ? `；另有${count(lost, locale)}位客户的生命周期价值${before.zh}为负` : "";
    return `未来${horizon.months}个月预计价值${worth}${basis}${held}${tail}。`;
  }
  const held = top
    ? `, ${top.share} of it with ${top.who}; ${first!.customers === 1 ? "that one is" : `the ${tenth} are`} the top tenth of customers${lost > 0 ? " whose lifetime value is not negative" : ""}`
    : "";
  const tail =
    lost > 0
      ? `; ${count(lost, locale)} ${lost === 1 ? "customer has" : "customers have"} a negative lifetime value${before.en}`
      : "";
  return `The next ${horizon.months} months are worth ${worth}${basis}${held}${tail}.`;
}

/** Under the sentence: as of when, by which model, at what rate, and that it is an estimate. */
export function lifetimeStandfirst({parts, horizon, models, report}: LifetimeFacts, locale: Locale): string {
  if (isUnestimated({parts, models}))
    return locale === "zh"
      ? `截至${day(report.as_of, locale)}，没有模型能用这段历史拟合；下文的价值仅为历史价值。`
      : `As of ${day(report.as_of, locale)} no model could be fitted: the values below are those made so far.`;
  const primary = models.find((m) => m.primary && m.model !== "gamma-gamma" && m.ok);
  const rate = `${Number((horizon.rate * 100).toFixed(2))}%`;
  const model = primary ? purchaseModels[primary.model][locale] : locale === "zh" ? "简单外推" : "naive rate";
  return locale === "zh"
    ? `截至${day(report.as_of, locale)}；按年折现率${rate}折现，以${model}估计；${report.has_profit ? "以利润计" : "以收入计，因没有成本数据"}。未来部分是判断，见下文的检验与敏感性。`
    : `As of ${day(report.as_of, locale)}, discounted at ${rate} a year, by the ${model}; ${report.has_profit ? "in profit" : "revenue-based, since there are no costs"}. The value to come is a judgement: see below how it was tested and what it depends on.`;
}
