import type {IntervalSpan, StageModel, StageRegressionRow, StageTrendRow} from "../../../cubes/movement.js";
import {count, number, percent} from "../../formats.js";
import {settingOf} from "../../settings-in-force.js";
import type {Site} from "../../site.js";
import {gridStageTerms, walletStageTerms} from "../../terms.js";
import {twoSided} from "../../wilson.js";

/** Whether the data bear out that higher stages regress less. */
type Verdict = "supported" | "opposite" | "no-trend" | "too-few" | "not-told";

/** A stage's name without its model, which stands beside it. */
export function stageName(model: StageModel, stage: StageRegressionRow["stage"], {locale}: Site): string {
  const terms: Readonly<Record<string, {en: string; zh: string}>> =
    model === "grid_stage" ? gridStageTerms : walletStageTerms;
  return terms[stage]?.[locale] ?? stage;
}

/** The trend of a model over one span, and how often each stage regressed, the lowest first. */
export function trendOf(
  {cubes}: Site,
  model: StageModel,
  span: IntervalSpan,
): {trend: StageTrendRow | null; stages: StageRegressionRow[]} {
  const mine = <T extends {model: string; span: string}>(rows: readonly T[]): T[] =>
    rows.filter((r) => r.model === model && r.span === span);
  return {
    trend: mine(cubes.find("stage-trends") ?? [])[0] ?? null,
    stages: mine(cubes.find("stage-regressions") ?? []).sort((a, b) => a.step - b.step),
  };
}

/**
 * The weaker of the two statistics: the trend must stand also where each account's observations count together.
 * Null where there is none.
 */
export function weakerZ({z, z_clustered}: Pick<StageTrendRow, "z" | "z_clustered">): number | null {
  if (z === null || z_clustered === null) return null;
  return Math.abs(z) < Math.abs(z_clustered) ? z : z_clustered;
}

/**
 * Supported where the rate falls with the stage and the two-sided probability is below the level of the settings; too few
 * with fewer regressions than the settings ask for, or fewer than two stages.
 */
export function verdictOf(
  trend: StageTrendRow | null,
  stages: readonly StageRegressionRow[],
  least: number,
  level: number,
): Verdict {
  if (trend === null || stages.length < 2) return "too-few";
  if (trend.regressed === null) return "not-told";
  const z = weakerZ(trend);
  if (trend.regressed < least || z === null) return "too-few";
  if (twoSided(z) >= level) return "no-trend";
  return z < 0 ? "supported" : "opposite";
}

/** "p = 0.34", "p < 0.001". */
function probability(p: number, locale: Site["locale"]): string {
  return p < 0.001 ? "p\u00a0<\u00a00.001" : `p\u00a0=\u00a0${number(p, locale)}`;
}

/** How many of those looked at again fell, and why no trend is tested: the customers or the date were chosen by a reader. */
function countedSentence(stages: readonly StageRegressionRow[], {locale, cubes}: Site): string {
  const zh = locale === "zh";
  const sum = (of: "seen" | "regressed"): number | null =>
    stages.reduce<number | null>((all, r) => (all === null || r[of] === null ? null : all + r[of]), 0);
  const [seen, regressed] = [sum("seen"), sum("regressed")];
  if (seen === null || regressed === null)
    return zh
      ? "有的阶段重新评估或倒退的客户太少，数字已隐去。"
      : "At some stages too few were looked at again, or regressed, for the numbers to be shown.";
  const share = seen > 0 ? percent(regressed / seen, locale) : null;
  if (share === null)
    return zh
      ? "期内没有客户重新评估或测得份额，看不出倒退。"
      : "Nobody was looked at again within an interval, so no stage could fall.";
  const why = cubes.dateAlone
    ? {
        zh: "趋势只按最新截止日检验",
        en: "Whether higher stages regress less is tested at the newest date only.",
      }
    : {
        zh: "筛选取各期间之初的类别与阶段，趋势只对全部客户检验",
        en: "The filter picks accounts by what they were at the start of each interval; whether higher stages regress less is tested for all customers only.",
      };
  return zh
    ? `${count(seen, locale)}次观察中倒退${count(regressed, locale)}次，占${share}；${why.zh}。`
    : `${count(regressed, locale)} of ${count(seen, locale)} ${seen === 1 ? "observation" : "observations"} fell, ${share}. ${why.en}`;
}

/** The claim that higher stages regress less, with what the data say of it. */
export function claimSentence(site: Site, model: StageModel, span: IntervalSpan): string {
  const {locale} = site;
  const zh = locale === "zh";
  const {trend, stages} = trendOf(site, model, span);
  const least = settingOf(site, "movement.least_regressions", 10);
  const verdict = verdictOf(trend, stages, least, settingOf(site, "movement.significance", 0.05));
  const n = (x: number | null): string => (x === null ? "–" : count(x, locale));
  // Of customers or a date that a reader chose, the stages are counted and no trend is tested.
  if (site.cubes.find("stage-trends") === null) return countedSentence(stages, site);
  if (verdict === "not-told")
    return zh
      ? "“阶段越高，倒退越少”：有的阶段倒退的客户太少，数字已隐去。"
      : "Whether higher stages regress less is not shown: some stages have too few regressions for the numbers to be shown.";
  if (verdict === "too-few")
    return zh
      ? `“阶段越高，倒退越少”：倒退仅${n(trend?.regressed ?? 0)}次（至少须${n(least)}次），数据太少，无法判断。`
      : `Whether higher stages regress less: too few to say, with ${n(trend?.regressed ?? 0)} ${trend?.regressed === 1 ? "regression" : "regressions"} where at least ${n(least)} are asked for.`;
  const share = (r: StageRegressionRow | undefined): string =>
    r?.seen && r.regressed !== null ? percent(r.regressed / r.seen, locale) : "–";
  const [low, high] = [stages[0]!, stages.at(-1)!];
  const words = zh
    ? {supported: "得到支持", opposite: "不成立，且方向相反", "no-trend": "未得到支持"}
    : {
        supported: "Higher stages regress less",
        opposite: "Higher stages regress more, not less",
        "no-trend": "The data do not show that higher stages regress less",
      };
  const z = weakerZ(trend!)!;
  const test = `z\u00a0=\u00a0${number(z, locale)}${zh ? "，" : ", "}${probability(twoSided(z), locale)}`;
  return zh
    ? `“阶段越高，倒退越少”：${words[verdict]}。“${stageName(model, low.stage, site)}”倒退${share(low)}，“${stageName(model, high.stage, site)}”${share(high)}；${n(trend!.accounts)}位客户的${n(trend!.seen)}次观察中倒退${n(trend!.regressed)}次，趋势检验${test}。`
    : `${words[verdict]}. From “${stageName(model, low.stage, site)}” ${share(low)} fell, from “${stageName(model, high.stage, site)}” ${share(high)}; ${n(trend!.regressed)} regressions in ${n(trend!.seen)} observations of ${n(trend!.accounts)} accounts, trend ${test}.`;
}
