import type {StageModel, StageRegressionRow} from "../../../cubes/movement.js";
import {cell, whyEmpty} from "../../absent.js";
import {markWords} from "../../charts/mark-words.js";
import {type RateInterval, rateIntervals} from "../../charts/rate-intervals.js";
import {count, exactPercent} from "../../formats.js";
import {movementModelTerms} from "../../movement-terms.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {label, sentenceCase} from "../../terms.js";
import {wilson} from "../../wilson.js";
import type {Exhibit} from "../exhibit.js";
import {claimSentence, stageName, trendOf} from "./stage-trend.js";

/** Whether a stage's rate may be shown, and is of anything. */
const isTold = ({seen, regressed}: StageRegressionRow): boolean =>
  seen !== null && regressed !== null && seen > 0;

/** How often accounts fell from each stage, with intervals, and whether higher stages regress less. */
export function regressionRatesExhibit(site: Site, args: readonly string[]): Exhibit {
  const [model, span] = args;
  if (model !== "grid_stage" && model !== "wallet_stage")
    throw new Error(`"${model}" is no stage model: grid_stage or wallet_stage`);
  if (span !== "quarter" && span !== "year") throw new Error(`"${span}" is no span: quarter or year`);
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const {trend, stages} = trendOf(site, model satisfies StageModel, span);
  const n = (x: number): string => count(x, locale);
  const rates = stages.map((r) => {
    const told = isTold(r);
    const bounds = told ? wilson(r.regressed!, r.seen!) : {low: 0, high: 0};
    const of = told
      ? zh
        ? `${n(r.seen!)}次中${n(r.regressed!)}次`
        : `${n(r.regressed!)} of ${n(r.seen!)}`
      : "";
    const name = sentenceCase(stageName(model, r.stage, site));
    const rate: RateInterval = {
      key: r.stage,
      name,
      share: told ? r.regressed! / r.seen! : null,
      ...bounds,
      of,
      title: told
        ? markWords(
            [name],
            `${of}${zh ? "，" : ", "}${exactPercent(bounds.low, locale)}–${exactPercent(bounds.high, locale)}`,
            locale,
          )
        : name,
    };
    return {row: r, rate};
  });
  // Quarters and years stand side by side: what is farther to the right on one is so on the other.
  const highest = Math.max(
    0,
    ...(["quarter", "year"] as const)
      .flatMap((s) => trendOf(site, model, s).stages)
      .flatMap((r) => (isTold(r) ? wilson(r.regressed!, r.seen!).high : [])),
  );
  const [quarter, year] = zh ? ["各季度之内", "各一年之内"] : ["within a quarter", "within a year"];
  const within = span === "quarter" ? quarter : year;
  const title = zh
    ? `${movementModelTerms[model].zh}：${within}的倒退率`
    : `${movementModelTerms[model].en}: how often they regress ${within}`;
  const intervals = trend?.intervals ?? stages[0]?.intervals ?? 0;
  const hidden = {suppressed: cubes.report.smallest_cell > 1};
  const as = (x: number | null, format: (x: number) => string) =>
    cell(x, format, hidden, "none", cubes.report, locale);
  return {
    id: `regression-rates-${model.replace("_", "-")}-${span}`,
    needs: model === "grid_stage" ? "relationships" : "wallets",
    missing: stages.length === 0 ? whyEmpty("history", locale) : null,
    title,
    subtitle: zh
      ? `期初各阶段的客户中，期内重新${model === "grid_stage" ? "评估" : "测得份额"}者倒退的比例，${n(intervals)}个互不重叠的期间，95%区间`
      : `Of the accounts at each stage that were ${model === "grid_stage" ? "assessed" : "measured"} again, those that fell; ${n(intervals)} ${intervals === 1 ? "interval" : "intervals that don't overlap"}, with 95% intervals`,
    says: claimSentence(site, model, span),
    draw: (options) =>
      rateIntervals(
        [...rates].reverse().map((r) => r.rate),
        options,
        highest,
      ),
    twin: table(
      title,
      [
        {head: zh ? "期初阶段" : "Stage at the start"},
        {head: zh ? "该阶段的客户次数" : "Accounts at it, over all intervals", number: true},
        {head: zh ? "其中重新评估" : "Of these, looked at again", number: true},
        {head: zh ? "倒退" : "Regressed", number: true},
        {head: zh ? "倒退率" : "Rate", number: true},
        {head: label("interval", locale), number: true},
      ],
      [...rates].reverse().map(({row, rate}) => ({
        cells: [
          rate.name,
          as(row.customers, n),
          as(row.seen, n),
          as(row.regressed, n),
          as(rate.share, (x) => exactPercent(x, locale)),
          rate.share === null
            ? as(null, String)
            : `${exactPercent(rate.low, locale)} – ${exactPercent(rate.high, locale)}`,
        ],
      })),
    ),
  };
}
