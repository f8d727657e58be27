import type {MovementModel} from "../../cubes/movement.js";
import {customerCount} from "../customer-count.js";
import {defaultPair, knownDays} from "../exhibits/movement/pairs.js";
import {type Regressed, regressedOf} from "../exhibits/movement/regressed-money.js";
import {comparable, largestMove} from "../exhibits/movement/regression-facts.js";
import {modelsOf, movesOf, movesWords} from "../exhibits/movement/told.js";
import {count, day, money, shortDay} from "../formats.js";
import type {Site} from "../site.js";
import {tooShort} from "../whole-window.js";

const within: Record<MovementModel, {en: string; zh: string}> = {
  grid_stage: {en: "on the 25-grid", zh: "25方格中"},
  wallet_stage: {en: "by share of wallet", zh: "采购份额阶段中"},
  metal: {en: "in the migration pyramid", zh: "客户金字塔中"},
  rfm_segment: {en: "among the RFM segments", zh: "RFM细分中"},
  abc: {en: "among the ABC classes", zh: "ABC分类中"},
};

function regressedClause({model, customers, exact, before, after}: Regressed, {cubes, locale}: Site): string {
  const zh = locale === "zh";
  const n = count(customers, locale);
  const where = within[model][locale];
  const cash = (x: number): string => money(x, cubes.report, locale);
  const nobody = customers === 0 && exact;
  const moved =
    nobody || !exact || before === null || after === null
      ? ""
      : zh
        ? `，收入由${cash(before)}变为${cash(after)}`
        : `, ${customers === 1 ? "its" : "their"} revenue going from ${cash(before)} to ${cash(after)}`;
  if (zh)
    return `${where}${nobody ? "没有客户倒退" : exact ? `有${n}位客户倒退` : customers === 0 ? "有客户倒退，但各项移动人数太少而隐去" : `至少有${n}位客户倒退`}${moved}`;
  const who = nobody
    ? "nobody regressed"
    : exact
      ? `${n} ${customers === 1 ? "customer" : "customers"} regressed`
      : customers === 0
        ? "some customers regressed, each move too small to be shown,"
        : `at least ${n} customers regressed`;
  return `${who} ${where}${moved}`;
}

/** How many regressed over about a year in the first model that there is, with their money, and the largest move between its stages. */
export function movementSentence(site: Site): string {
  const {
    locale,
    cubes: {report},
  } = site;
  const zh = locale === "zh";
  const [first] = modelsOf(site);
  const moves = movesOf(site);
  const pair = first === undefined ? null : defaultPair(moves.pairs, first, knownDays(report));
  const regressed = regressedOf(site)[0];
  if (pair && comparable(pair.model, pair.from, report) === "none") return tooShort(report, locale);
  if (!pair || !regressed)
    return zh
      ? "导出文件的历史太短，无法比较两个日期。"
      : "The history in the exports is too short to compare two dates.";
  const best = largestMove(moves.of(pair));
  const name = (key: string): string =>
    movesWords(site).models[pair.model]?.classes.find((c) => c.key === key)?.name ?? key;
  const largest =
    best === null
      ? ""
      : zh
        ? `；人数最多的移动是${count(best.customers!, locale)}位由“${name(best.from_class)}”到“${name(best.to_class)}”`
        : `; the largest move is ${customerCount(best.customers!, locale)} ${best.direction === "up" ? "up" : "down"} from ${name(best.from_class).toLowerCase()} to ${name(best.to_class).toLowerCase()}`;
  const clause = regressedClause(regressed, site);
  return zh
    ? `${shortDay(pair.from, locale)}以来，${clause}${largest}。`
    : `Since ${shortDay(pair.from, locale)}, ${clause}${largest}.`;
}

/** Under the sentence: between which days, and what counts as a regression. */
export function movementStandfirst({cubes: {report}, locale}: Site): string {
  return locale === "zh"
    ? `截至${day(report.as_of, locale)}；各截止日按当日的标准。倒退指降到同一模型中更低的层级，份额降为零（中断）也是倒退；未评估、份额未知与未分类不属层级，转入转出都不算上移或倒退。`
    : `As of ${day(report.as_of, locale)}, each date by its own rules. To regress is to stand lower in the model’s own order; a share that fell to 0% is a regression too. “Not assessed”, “unknown” and “no class” are not steps of it: to leave or to enter them is neither up nor down.`;
}
