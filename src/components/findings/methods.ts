import type {MethodRow, MethodSummaryRow} from "../../cubes/value.js";
import type {Locale, ReportCube} from "../../cubes.js";
import {count, day, daySpan, percent} from "../formats.js";
import {sentenceCase} from "../terms.js";
import {rankings} from "../value-terms.js";

const points = (x: number, locale: Locale): string => {
  const text = (100 * x).toFixed(1);
  return locale === "zh" ? `${text}个百分点` : `${text} ${text === "1.0" ? "point" : "points"}`;
};

type Bounded = MethodSummaryRow & {low: number; high: number};

/**
 * Which method is best, by how much, and whether that is more than the cuts vary: two methods are told apart where their
 * 95% intervals don't overlap.
 */
export function methodsVerdict(summary: readonly MethodSummaryRow[], locale: Locale): string {
  const zh = locale === "zh";
  const sorted = [...summary].sort((a, b) => b.mean - a.mean);
  const [best, next] = sorted;
  if (!best || !next)
    return zh ? "历史太短，无法比较各方法。" : "There is too little history to compare the methods.";
  const name = rankings[best.method][locale];
  const by = points(best.mean - next.mean, locale);
  const lead = zh
    ? `${name}的平均占比最高，为${percent(best.mean, locale)}，比${rankings[next.method].zh}高${by}`
    : `${sentenceCase(name)}’s top 20% brought most on average, ${percent(best.mean, locale)}, ${by} more than that of ${rankings[next.method].en}`;
  if (best.low === null || best.high === null || next.high === null)
    return zh
      ? `${lead}；切分日太少，无法判断差别是否偶然。`
      : `${lead}; there are too few dates to say whether that is chance.`;
  const {low} = best as Bounded;
  const level = sorted.slice(1).filter((s) => s.high !== null && s.high >= low);
  if (level.length === 0)
    return zh ? `${lead}，差别超出各切分日之间的波动。` : `${lead}: more than the spread between dates.`;
  const names = level.map((s) => rankings[s.method][locale]);
  const list = zh
    ? names.join("、")
    : names.length > 1
      ? `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`
      : names[0]!;
  return zh
    ? `${lead}；但与${list}的差别未超出各切分日之间的波动。`
    : `${lead}; the difference from ${list} is within the spread between dates.`;
}

/** The methods page in one sentence. */
export function methodsSentence(summary: readonly MethodSummaryRow[], locale: Locale): string {
  const zh = locale === "zh";
  const [best, ...others] = [...summary].sort((a, b) => b.mean - a.mean);
  if (!best || others.length === 0)
    return zh ? "历史太短，无法比较各方法。" : "There is too little history to compare the methods.";
  const {low} = best;
  const level = others.filter((s) => low === null || s.high === null || s.high >= low);
  const share = percent(best.mean, locale);
  const name = rankings[best.method][locale];
  if (level.length === 0)
    return zh
      ? `${name}最能找出日后带来钱的客户：其前20%带来下一期金额的${share}；领先幅度超出历次检验的波动。`
      : `${sentenceCase(name)} finds the customers that matter best: its top fifth brought ${share} of the next period’s money; it is ahead by more than chance would explain.`;
  const rival = rankings[level[0]!.method][locale];
  const second = percent(level[0]!.mean, locale);
  return zh
    ? `${name}与${rival}选客户的准确度相当；各自的前20%分别带来下一期金额的${share}和${second}，差别未超出历次检验的波动。`
    : `${sentenceCase(name)} and ${rival} choose customers about equally well; their top fifths brought ${share} and ${second} of the next period’s money, a difference that chance alone could explain.`;
}

/** Under the sentence: which cuts, which customers. */
export function methodsStandfirst(rows: readonly MethodRow[], report: ReportCube, locale: Locale): string {
  const zh = locale === "zh";
  const cuts = [...new Set(rows.map((r) => r.cut))].sort();
  const [first, last] = [cuts[0], cuts.at(-1)];
  if (!first || !last)
    return zh
      ? `截至${day(report.as_of, locale)}，没有其后有完整一期的季度末。`
      : `As of ${day(report.as_of, locale)} no past quarter end has a whole period after it.`;
  return zh
    ? `${daySpan(first, last, locale)}共${count(cuts.length, locale)}个切分日：只用当时已知的数据给客户排序，再看其后实际带来的金额。`
    : `${count(cuts.length, locale)} past quarter ends from ${daySpan(first, last, locale)}: customers are ranked by what was known then, and compared with the money that followed.`;
}
