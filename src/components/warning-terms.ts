import type {
  AlertPhase,
  BacktestRule,
  CustomerType,
  OpportunityFit,
  OpportunityKind,
  Signal,
} from "../cubes/warning.js";
import type {ExportName, Locale, ReportCube} from "../cubes.js";
import {count, day, oneDecimal, percent} from "./formats.js";
import {nameOf} from "./name-of.js";
import {settingOf} from "./settings-in-force.js";
import type {Site} from "./site.js";
import type {Term} from "./terms.js";

const term = (en: string, zh: string): Term => ({en, zh});

export const signalTerms: Record<Signal, Term> = {
  silence: term("silent beyond its own rhythm", "沉默超出自身节奏"),
  unlikely_return: term("unlikely to order again", "再次下单的可能性低"),
  spend_drop: term("spend down on a year before", "采购额同比下降"),
  category_dropped: term("a category dropped", "停购某一品类"),
  volume_up_revenue_flat: term("volume up, revenue flat", "增量不增收"),
  complaint_overdue: term("complaint past its limit", "抱怨逾期未决"),
  assessment_falling: term("assessment falling", "关系评估下降"),
  wallet_falling: term("wallet share falling", "采购份额下降"),
  one_contact: term("one contact only", "仅有单一联系人"),
  assessment_stale: term("assessment stale", "关系评估过期"),
};

export const phaseTerms: Record<AlertPhase | "none", Term> = {
  warning: term("warning", "事前监控预警"),
  control: term("control", "事中控制与协调"),
  recovery: term("recovery", "事后挽救及补救"),
  none: term("no sign", "无征兆"),
};

export const ruleTerms: Record<BacktestRule, Term> = {
  ...signalTerms,
  ...phaseTerms,
  lapse_warning: term("signs of a lapse together", "流失征兆合计"),
  any_anomaly: term("any anomaly", "任一异常"),
  by_chance: term("ranked by chance of a lapse", "按流失概率排序"),
  by_money: term("ranked by money at risk", "按风险金额排序"),
  by_silence: term("ranked by days of silence (naive)", "按沉默天数排序（简单规则）"),
  by_silence_money: term("ranked by silence × money", "按沉默天数×金额排序"),
  by_alive: term("ranked by 1 − P(alive)", "按1−P(alive)排序"),
};

export const typeTerms: Record<CustomerType, Term> = {
  most_valuable: term("most valuable", "最有价值客户"),
  most_growable: term("most growable", "最有增长潜力客户"),
  pre_churn: term("pre-churn", "预流失客户"),
  negative: term("negative", "负值客户"),
  other: term("none of these", "其他"),
};

/** The class of the action library that holds a type's treatment. */
export const typeActions: Partial<Record<CustomerType, string>> = {
  most_valuable: "mvc",
  most_growable: "mgc",
  pre_churn: "migrator",
  negative: "below_zero",
};

export const opportunityTerms: Record<OpportunityKind, Term> = {
  new_product: term("new product", "新产品上市"),
  purchasing_timing: term("purchasing timing", "采购时机"),
  personnel_change: term("personnel change", "人员变动"),
  product_quality: term("the rival’s product quality", "产品质量"),
  service_complaints: term("complaints of the rival’s service", "服务抱怨"),
  weak_relationship: term("the rival’s single thread", "关系弱点"),
  deteriorated_relationship: term("the rival’s worsened relationship", "关系恶化"),
  cost_reduction: term("cost reduction", "降低成本"),
};

export const fitTerms: Record<OpportunityFit, Term> = {
  use: term("use: a way in", "可用：切入机会"),
  guard: term("guard: a rival’s way in", "防守：对手的切入机会"),
  wait: term("wait until something was bought", "暂缓：先有合作"),
  open: term("share unknown", "份额未知"),
};

/** The export without which a signal can't be seen; the others need transactions alone. */
export const signalNeeds: Partial<Record<Signal, ExportName>> = {
  complaint_overdue: "complaints",
  assessment_falling: "relationships",
  assessment_stale: "relationships",
  wallet_falling: "wallets",
  one_contact: "interactions",
};

/** The signs that compare whole stretches of days: they have no day on which they began. */
const stretches: Partial<Record<Signal, {setting: string; days: number}>> = {
  spend_drop: {setting: "warning.drop_days", days: 90},
  one_contact: {setting: "warning.contact_days", days: 365},
};
const yearly: readonly Signal[] = ["volume_up_revenue_flat"];

/** The day on which a sign began; null for one that compares whole stretches of days. */
export function beganOn({signal, since}: {signal: Signal; since: string}): string | null {
  return stretches[signal] || yearly.includes(signal) ? null : since;
}

/** Since when a sign shows, in words: its first day, or the stretch of days that it looks at. */
export function sinceText(sign: {signal: Signal; since: string}, site: Site): string {
  const zh = site.locale === "zh";
  const began = beganOn(sign);
  if (began !== null) return zh ? `自${day(began, "zh")}起` : `since ${day(began, "en")}`;
  const of = stretches[sign.signal];
  const days = of ? settingOf(site, of.setting, of.days) : 365;
  return zh ? `最近${days}天` : `over the last ${days} days`;
}

/** By how much: the size of a sign with its unit. */
export function sizeText(
  {signal, size, detail}: {signal: Signal; size: number; detail: string | null},
  report: Pick<ReportCube, "names">,
  locale: Locale,
): string {
  const zh = locale === "zh";
  const days = Math.ceil(size);
  const some = (n: number, one: string, many: string): string =>
    `${count(n, locale)} ${n === 1 ? one : many}`;
  switch (signal) {
    case "silence":
      return zh
        ? `超出自身长间隔${count(days, locale)}天`
        : `${some(days, "day", "days")} beyond its long gap`;
    case "unlikely_return":
      return zh ? `不再下单的概率${percent(size, locale)}` : `${percent(size, locale)} chance of no order`;
    case "spend_drop":
      return zh ? `同比下降${percent(size, locale)}` : `down ${percent(size, locale)}`;
    case "category_dropped": {
      const named = detail?.split(", ").map((category) => nameOf(category, report, locale));
      return `${zh ? `${count(size, locale)}个品类` : some(size, "category", "categories")}${named ? `${zh ? "：" : ": "}${named.join(zh ? "、" : ", ")}` : ""}`;
    }
    case "volume_up_revenue_flat":
      return zh ? `均价下降${percent(size, locale)}` : `mean price down ${percent(size, locale)}`;
    case "complaint_overdue":
      return zh ? `逾期${count(days, locale)}天` : `${some(days, "day", "days")} past the limit`;
    case "assessment_falling":
      return zh ? `下降${count(size, locale)}级` : `down ${some(size, "level", "levels")}`;
    case "wallet_falling":
      return zh
        ? `下降${oneDecimal(size * 100, locale)}个百分点`
        : `down ${oneDecimal(size * 100, locale)} points`;
    case "one_contact":
      return zh ? `${count(size, locale)}次联系，同一人` : `${some(size, "contact", "contacts")}, one person`;
    case "assessment_stale":
      return zh ? `超过时效${count(days, locale)}天` : `${some(days, "day", "days")} beyond the age limit`;
  }
}
