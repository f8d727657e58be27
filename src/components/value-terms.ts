import type {
  ChaseGroup,
  HsbcGroup,
  Metal,
  PurchaseModel,
  RankingMethod,
  RfmBand,
  ValueType,
} from "../cubes/value.js";
import type {Locale, RfmScheme} from "../cubes.js";
import {sentenceCase, type Term} from "./terms.js";

const term = (en: string, zh: string): Term => ({en, zh});

/** The standard segments of R x F. A segment of the report's own keeps the name it has in the settings. */
export const segments: Record<string, Term> = {
  champions: term("champions", "冠军客户"),
  loyal: term("loyal", "忠诚客户"),
  potential_loyalist: term("potential loyalists", "潜在忠诚"),
  new: term("new", "新客户"),
  promising: term("promising", "有希望"),
  need_attention: term("need attention", "需要关注"),
  about_to_sleep: term("about to sleep", "即将沉睡"),
  at_risk: term("at risk", "有流失风险"),
  cannot_lose: term("can’t lose", "不能失去"),
  hibernating: term("hibernating", "沉睡"),
};

export const bands: Record<RfmBand, Term> = {
  keep: term("keep", "保持"),
  invest: term("invest to move up", "投资"),
  avoid: term("avoid", "避免"),
};

export const metals: Record<Metal, Term> = {
  diamond: term("diamond", "钻石"),
  gold: term("gold", "黄金"),
  brass: term("brass", "黄铜"),
  lead: term("lead", "重铅"),
};

export const hsbcGroups: Record<HsbcGroup, Term> = {
  A: term("A top: loyal and valuable", "A 顶级：忠诚高、价值高"),
  B: term("B large or middling: valuable, not loyal", "B 大中型：忠诚低、价值高"),
  C: term("C large or middling: loyal, little value", "C 大中型：忠诚高、价值低"),
  D: term("D small: neither", "D 小型：忠诚低、价值低"),
  E: term("E potential: closed, or a guarantor", "E 潜在型：已销户或担保人"),
  F: term("F inactive: an account, hardly used", "F 非活跃：有账户、很少使用"),
  G: term("G suspect: a prospect, never a customer", "G 可疑型：潜在客户，从未购买"),
};

export const chaseGroups: Record<ChaseGroup, Term> = {
  blue: term("blue: the largest benefit", "蓝色客户：效益最高"),
  green: term("green: the next", "绿色客户：效益次之"),
  red: term("red: simple needs, loyal", "红色客户：需求单一、忠诚"),
  transfer: term("transfer: complex needs, low profit", "转移客户：需求复杂、赢利少"),
  exit: term("exit: no profit, or a loss", "清退客户：不赢利或亏损"),
  other: term("other: simple needs, not yet loyal", "其他：需求单一、尚不忠诚"),
};

export const valueTypes: Record<ValueType, Term> = {
  mvc: term("most valuable (MVC)", "最有价值客户（MVC）"),
  mgc: term("most growable (MGC)", "最有增长潜力客户（MGC）"),
  below_zero: term("below zero (BZ)", "零点以下客户（BZ）"),
  migrator: term("migrators", "迁移客户"),
};

export const rankings: Record<RankingMethod, Term> = {
  abc: term("ABC", "ABC分析"),
  rfm: term("RFM", "RFM模型"),
  clv: term("lifetime value", "生命周期价值"),
  last_spend: term("last period’s spend", "上一期金额"),
  recency: term("recency alone", "仅看近度"),
};

/** The best choice in hindsight where a filter chooses whose money is counted: for those it need not be the best. */
export const bestOfAll = term("the 20% of all that then brought most", "全部客户中其后最高的20%");

export const purchaseModels: Record<PurchaseModel | "gamma-gamma" | "naive", Term> = {
  "bg-nbd": term("BG/NBD model", "BG/NBD模型"),
  "pareto-nbd": term("Pareto/NBD model", "Pareto/NBD模型"),
  nbd: term("NBD model without dropout", "无流失的NBD模型"),
  "gamma-gamma": term("Gamma-Gamma model", "Gamma-Gamma模型"),
  naive: term("naive rate", "简单外推"),
};

/** What can be wrong with a fit, in a sentence. A code that is not here is shown as it is. */
export const guards: Record<string, Term> = {
  few_customers: term(
    "There are few customers: the parameters’ intervals are wide.",
    "客户较少，参数区间较宽。",
  ),
  one_time_alive: term(
    "BG/NBD lets customers leave only after a repeat purchase: those who bought once count as alive by construction.",
    "BG/NBD假定客户只在重复购买之后流失：只买过一次的客户一律视为活跃。",
  ),
  no_dropout: term(
    "NBD lets nobody drop out: every customer counts as alive, P(alive) = 1, by assumption, and goes on buying. It stands in where the history shows no dropout.",
    "NBD不设流失：按假定，每位客户都活跃（P(alive) = 1），并继续购买。仅在历史中看不出流失时代用。",
  ),
  correlated_money: term(
    "Frequency and money are correlated, which Gamma-Gamma assumes they are not: the amounts are less sure than they look.",
    "频度与金额相关，而Gamma-Gamma假定二者无关：金额的估计不如看上去可靠。",
  ),
  q_at_most_1: term(
    "Gamma-Gamma’s q is at most 1: it has no mean spend for those who bought once; the mean of all stands in.",
    "Gamma-Gamma的q不大于1：只买过一次的客户没有模型均值，以全体均值代替。",
  ),
  no_repeat_buyers: term(
    "Nobody came back: no rate of purchase can be learnt.",
    "没有客户再次购买，无法估计购买频率。",
  ),
  not_converged: term("The fit did not converge.", "拟合未收敛。"),
  boundary: term(
    "The likelihood still grows at the edge of the parameters: there is no inner maximum to report.",
    "似然在参数边界处仍在上升，没有内部极值。",
  ),
};

/** How each scheme finds its scores, with where it comes from. `{…}` is filled in from the settings. */
export const schemeRules: Record<RfmScheme, Term> = {
  together: term(
    "Five equal parts per axis, cut at type-7 quantiles; 5 is best. Equal values share a score, so parts may differ in size. Chosen as the default; the source asks for five equal parts and is silent about ties.",
    "每轴五等分，按第7类分位数划界，5分最好。同值同分，故各份人数可以不等。此为默认（自定）：文献只要求五等分，未说明同值如何处理。",
  ),
  ntile: term(
    "Five parts of equal size per axis; equal values are parted by a stated order: money, frequency, recency, customer id.",
    "每轴五份，人数相等；同值按规定次序分开：值度、频度、近度、客户编号。",
  ),
  nested: term(
    "R in five equal parts; F in five within each R; M in five within each R and F. A score of F or M is relative to its own group: compare within a slice, not across.",
    "R五等分；在每个R内F五等分；在每个R与F内M五等分。F与M的得分只在各自的组内可比。",
  ),
  fixed: term(
    "R by days since the last purchase (sourced): {fixed}. F and M by the breaks of the settings, and by five equal parts where there are none.",
    "R按距上次购买的天数（出自文献）：{fixed}。F与M按设置中的分界；未设置时五等分。",
  ),
  airline: term(
    "As an airline scored it (sourced). Last purchase at most 1 month ago: 5; 3 months: 4; 6 months: 3; 12 months: 2; longer: 1. Purchases in 24 months: fewer than 2: 1; 2–5: 2; 6–10: 3; 11–23: 4; 24 and more: 5. Mean spend per purchase in 24 months: up to 500: 1; to 1,000: 2; to 3,000: 3; to 5,000: 4; above: 5. The source leaves 24 purchases and 500 unassigned; where they fall is chosen.",
    "某航空公司的评分（出自文献）。最近一次购买：1个月内5分，3个月内4分，6个月内3分，12个月内2分，更久1分。24个月内购买次数：少于2次1分，2–5次2分，6–10次3分，11–23次4分，24次及以上5分。24个月内平均消费：500及以下1分，至1000为2分，至3000为3分，至5000为4分，5000以上5分。文献未规定24次与500的归属，此处为自定。",
  ),
  custom: term("The report’s own parts: {custom}.", "按设置自定：{custom}。"),
};

/** A class of a model in the page's language; one without words stands as it is. */
export function className(model: string, name: string, locale: Locale): string {
  const special: Record<string, Term> = {
    new: term("new since then", "其后新增"),
    gone: term("gone", "已离开"),
    none: term("refunds only", "仅有退款"),
  };
  const known: Readonly<Record<string, Readonly<Record<string, Term>>>> = {
    rfm_segment: segments,
    rfm_band: bands,
    metal: metals,
    hsbc: hsbcGroups,
    chase: chaseGroups,
    value_type: valueTypes,
  };
  const found = known[model];
  if (found && Object.hasOwn(found, name)) return found[name]![locale];
  return Object.hasOwn(special, name) ? special[name]![locale] : name.replaceAll("_", " ");
}

/** The same as a label. */
export function classLabel(model: string, name: string, locale: Locale): string {
  return sentenceCase(className(model, name, locale));
}
