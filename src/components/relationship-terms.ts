import type {AgeBand, Binding, Lean, WalletSegmentRow} from "../cubes/relationship.js";
import type {Locale, WalletStage} from "../cubes.js";
import {count} from "./formats.js";
import type {Term} from "./terms.js";

const term = (en: string, zh: string): Term => ({en, zh});

/** Which axis is ahead of the other by more than the next stage asks. */
export const leans: Record<Lean, Term> = {
  person: term("person-dependent", "人情关系"),
  thin: term("thin coverage", "个人关系单薄"),
  balanced: term("balanced", "两者相当"),
};

/** The minimum of the next stage that is not met. */
export const bindings: Record<Binding, Term> = {
  personal: term("personal relationship", "个人关系"),
  company: term("company relationship", "公司关系"),
  both: term("both", "两者"),
  none: term("nothing: the highest stage", "无：已是最高阶段"),
};

/** How a wallet figure came about; another word of the export stands as it is. */
const bases: Record<string, Term> = {
  survey: term("survey", "调查"),
  estimate: term("estimate", "估计"),
  filing: term("filing", "公开资料"),
};

/** The ways of parting customers that the gap is shown by. */
export const dimensions: Record<WalletSegmentRow["dimension"], Term> = {
  abc: term("ABC class", "ABC类别"),
  rfm_segment: term("RFM segment", "RFM细分"),
  region: term("region", "地区"),
  industry: term("industry", "行业"),
};

/** Who should talk to whom at each wallet stage, as the source has it; it has none for who is interrupted or not known. */
export const contactPatterns: Partial<Record<WalletStage, Term>> = {
  development: term("point to point: seller to buyer", "点对点：销售对采购"),
  initial: term("several departments", "多部门接触"),
  stable: term("departments talk directly", "部门之间直接沟通"),
  strategic: term("joint teams", "联合团队"),
};

/** A band of ages in words: "91 to 180 days". */
export function bandName({from_days, to_days}: AgeBand, locale: Locale): string {
  if (to_days === null)
    return locale === "zh"
      ? `${count(from_days - 1, locale)}天以上`
      : `over ${count(from_days - 1, locale)} days`;
  if (from_days === 0)
    return locale === "zh" ? `${count(to_days, locale)}天以内` : `up to ${count(to_days, locale)} days`;
  return locale === "zh"
    ? `${count(from_days, locale)}至${count(to_days, locale)}天`
    : `${count(from_days, locale)} to ${count(to_days, locale)} days`;
}

/** How a figure was found, in the page's language. */
export function basisName(basis: string | null, locale: Locale): string {
  if (basis === null || basis.trim() === "") return "–";
  const key = basis.trim().toLowerCase();
  return Object.hasOwn(bases, key) ? bases[key]![locale] : basis;
}
