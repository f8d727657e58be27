import type {BacktestRuleRow} from "../../cubes/warning.js";
import type {Locale, ReportCube} from "../../cubes.js";
import {customerCount} from "../customer-count.js";
import {
  accountsAt,
  alerted,
  baseRate,
  type Foretelling,
  foretelling,
  horizonOf,
  ruleOf,
  standingOut,
} from "../exhibits/warning/facts.js";
import {count, day, money, percent} from "../formats.js";
import type {Site} from "../site.js";

/** What the sentences about warnings are made from; null where it is suppressed, or the history too short. */
export interface WarningFacts {
  alerts: number | null;
  /** Those with a sign in the phases that are told: the fewest that there are. */
  least: number;
  /** What they bring, whatever the chance of a lapse. */
  atStake: number | null;
  /** Whether there is any row of alerts: none at all is not the same as suppressed. */
  none: boolean;
  /** Money at stake × chance of a lapse, over all with a sign. */
  atRisk: number | null;
  /** Those whose chance of a lapse stands out, and the money at risk with them. */
  outstanding: number | null;
  outstandingRisk: number | null;
  /** What the backtest says of the first phase, in which the others are. */
  early: Foretelling;
  byChance: BacktestRuleRow | null;
  byMoney: BacktestRuleRow | null;
  /** Silence times money: the naive rule's own way of looking at money. */
  bySilenceMoney: BacktestRuleRow | null;
  /** Those with a sign of a lapse, as they stand. */
  signs: BacktestRuleRow | null;
  horizon: number | null;
  report: ReportCube;
}

/** The facts at the newest date. */
export function warningFacts(site: Site): WarningFacts {
  return {
    alerts: alerted(site, "customers"),
    least: accountsAt(site).reduce((sum, r) => sum + (r.customers ?? 0), 0),
    atStake: alerted(site, "at_stake"),
    none: accountsAt(site).length === 0,
    atRisk: alerted(site, "at_risk"),
    outstanding: standingOut(site, "customers"),
    outstandingRisk: standingOut(site, "at_risk"),
    early: foretelling(ruleOf(site, "warning"), baseRate(site)),
    byChance: ruleOf(site, "by_chance"),
    byMoney: ruleOf(site, "by_money"),
    bySilenceMoney: ruleOf(site, "by_silence_money"),
    signs: ruleOf(site, "lapse_warning"),
    horizon: horizonOf(site),
    report: site.cubes.report,
  };
}

/** Which of two a paired interval says is ahead: the rule, the naive one, or neither. */
export function aheadOf(low: number | null, high: number | null): "ours" | "naive" | "unclear" {
  if (low === null || high === null) return "unclear";
  return low > 0 ? "ours" : high < 0 ? "naive" : "unclear";
}

/** Whether no chance of a lapse could be seen: money is at stake, and none of it at risk. */
export function isUnseen({atRisk, atStake}: Pick<WarningFacts, "atRisk" | "atStake">): boolean {
  return atRisk === 0 && atStake !== null && atStake > 0;
}

/** Whether a rule was put to the test and there was nothing to find: neither it nor the naive one met with a lapse. */
function foundNothing(rule: BacktestRuleRow): boolean {
  return rule.precision === 0 && rule.same_precision === 0;
}

/** What the backtest says, in a sentence: precision beside the naive rule at the same number, and the money. */
export function backtestVerdict(
  {byChance, byMoney, bySilenceMoney, signs, horizon}: WarningFacts,
  locale: Locale,
): string {
  const zh = locale === "zh";
  if (!byChance || byChance.precision === null || byChance.same_precision === null)
    return zh
      ? "历史太短，或客户太少，尚不能检验预警。"
      : "The history is too short, or the customers too few, to put the warning to the test.";
  if (foundNothing(byChance))
    return zh
      ? "回测中无论按流失概率还是按沉默时间选出的客户都没有流失，无从检验预警。"
      : "In the backtest nobody lapsed, of those with the highest chance of it or of those silent longest, so the warning could not be put to the test.";
  const heads = aheadOf(byChance.ahead_low, byChance.ahead_high);
  const [ours, naive] = [percent(byChance.precision, locale), percent(byChance.same_precision, locale)];
  const verdict = {
    ours: {en: "against", zh: "高于"},
    naive: {en: "fewer than the", zh: "低于"},
    unclear: {en: "not clearly apart from the", zh: "没有明显区别于"},
  }[heads];
  const first = zh
    ? `回测：按流失概率预警的客户，${ours}在其后${horizon}天内未再下单，${verdict.zh}按沉默时间选出的同样数量客户的${naive}`
    : `In the backtest ${ours} of those warned of, by chance of a lapse, ordered nothing in the next ${horizon} days, ${verdict.en} ${naive} of an equal number picked by silence alone`;
  if (!byMoney || byMoney.money === null || byMoney.same_money === null) return `${first}${zh ? "。" : "."}`;
  const apart = aheadOf(byMoney.money_ahead_low, byMoney.money_ahead_high) !== "unclear";
  const crude = bySilenceMoney?.money ?? null;
  const crudeWords =
    crude === null
      ? ""
      : zh
        ? `，按沉默天数×金额为${percent(crude, locale)}`
        : `, and ${percent(crude, locale)} by silence times money`;
  const second = zh
    ? `按风险金额排序则捕捉到流失金额的${percent(byMoney.money, locale)}，简单规则为${percent(byMoney.same_money, locale)}${apart ? "" : "（差别不明显）"}${crudeWords}`
    : `ranked by money at risk, the warning caught ${percent(byMoney.money, locale)} of the money that was lost, against ${percent(byMoney.same_money, locale)}${apart ? "" : " (not clearly apart)"} by silence alone${crudeWords}`;
  const all = zh ? `${first}；${second}。` : `${first}; ${second}.`;
  if (!signs || signs.precision === null) return all;
  const plain = percent(signs.precision, locale);
  const better = aheadOf(signs.ahead_low, signs.ahead_high);
  return zh
    ? `${all}不排序而只看流失征兆，精确率为${plain}，${{ours: "高于沉默天数", naive: "低于沉默天数", unclear: "与沉默天数没有明显差别"}[better]}。`
    : `${all} The signs of a lapse as they stand, unranked, were right in ${plain} of cases, ${{ours: "more often than", naive: "less often than", unclear: "not clearly more or less often than"}[better]} silence.`;
}

/** The money at risk and who stands out, as a clause; of the others, what the backtest says of early signs. */
export function riskClause(
  {
    alerts,
    least,
    atRisk,
    atStake,
    outstanding,
    outstandingRisk,
    early,
    horizon,
    report,
  }: Omit<WarningFacts, "byChance">,
  locale: Locale,
): string {
  const zh = locale === "zh";
  if (alerts === null && least > 0)
    return zh
      ? `至少${count(least, locale)}位客户显示异常征兆；人数太少的阶段未计入`
      : `At least ${customerCount(least, locale)} ${least === 1 ? "shows" : "show"} signs of trouble; phases with too few are left out`;
  if (alerts === null)
    return zh
      ? "有客户显示异常征兆，人数太少，不予公布"
      : "Some customers show signs of trouble, too few of one kind to be shown";
  // Where nobody has ever stayed away so long there is no chance of it, and no money to be told by it.
  const unseen = isUnseen({atRisk, atStake});
  const [n, risk] = [count(alerts, locale), atRisk === null || unseen ? null : money(atRisk, report, locale)];
  const first = zh
    ? `${n}位客户显示异常征兆${risk === null ? "" : `，风险金额${risk}`}`
    : risk === null
      ? `${n} ${alerts === 1 ? "customer shows" : "customers show"} signs of trouble`
      : `${risk} is at risk with the ${alerts === 1 ? "one customer that shows" : `${n} customers that show`} a sign of trouble`;
  if (unseen) {
    const days = horizon === null ? null : count(horizon, locale);
    return zh
      ? `${first}；尚无客户${days === null ? "沉默如此之久" : `曾${days}天不下单`}，风险金额无从估计`
      : `${first}; no customer has yet ${days === null ? "stayed away long enough" : `gone ${days} days without an order`} for the money at risk to be told`;
  }
  if (outstanding === null) return first;
  const share = outstandingRisk === null ? null : money(outstandingRisk, report, locale);
  const who =
    outstanding === 0
      ? zh
        ? "；无一处于控制或挽救阶段，也无一再次下单的可能性低"
        : "; nobody is in control or recovery, or unlikely to order again"
      : zh
        ? `；其中${count(outstanding, locale)}位处于控制或挽救阶段，或再次下单的可能性低${share === null ? "" : `，风险金额${share}`}`
        : share === null
          ? `; ${count(outstanding, locale)} of them ${outstanding === 1 ? "is" : "are"} in control or recovery, or unlikely to order again`
          : `; ${share} of it lies with ${count(outstanding, locale)} in control or recovery, or unlikely to order again`;
  const rest = alerts - outstanding;
  if (rest <= 0 || early !== "did-not") return `${first}${who}`;
  return zh
    ? `${first}${who}；其余${count(rest, locale)}位只有早期征兆，回测中这类征兆合计并不预示流失`
    : `${first}${who}; the other ${count(rest, locale)} ${rest === 1 ? "shows" : "show"} early signs only, which taken together foretold no lapse in the backtest`;
}

/** The page in one sentence: the money at risk, who stands out, and how far to trust the warning. */
export function warningSentence(facts: WarningFacts, locale: Locale): string {
  const {none, byChance} = facts;
  const zh = locale === "zh";
  if (none) return zh ? "目前没有客户显示异常征兆。" : "No customer shows a sign of trouble.";
  const head = riskClause(facts, locale);
  if (!byChance || byChance.precision === null || byChance.same_precision === null)
    return zh ? `${head}；历史太短，尚未检验。` : `${head}; the warning could not be tested yet.`;
  if (foundNothing(byChance))
    return zh
      ? `${head}；以往无人流失，预警无从检验。`
      : `${head}; nobody lapsed in the backtest, so the warning could not be tested.`;
  const [ours, naive] = [percent(byChance.precision, locale), percent(byChance.same_precision, locale)];
  const kind = aheadOf(byChance.ahead_low, byChance.ahead_high);
  const tail = {
    ours: {
      en: `in the past ${ours} of those with the highest chance of a lapse did lapse, against ${naive} of those silent longest`,
      zh: `以往流失概率最高的客户中${ours}随后流失，沉默最久的客户中为${naive}`,
    },
    naive: {
      en: `in the past the plain rule of silence was right more often (${naive} against ${ours})`,
      zh: `以往仅看沉默天数的简单规则更准（${naive}对${ours}）`,
    },
    unclear: {
      en: `in the past ${ours} of those with the highest chance of a lapse did lapse, not clearly more than of those silent longest (${naive})`,
      zh: `以往流失概率最高的客户中${ours}随后流失，与沉默最久的客户（${naive}）没有明显差别`,
    },
  }[kind][locale];
  return zh ? `${head}；${tail}。` : `${head}; ${tail}.`;
}

/** Under the sentence: as of when, whom, and what the money is. */
export function warningStandfirst({report, horizon}: WarningFacts, gone: number, locale: Locale): string {
  return locale === "zh"
    ? `截至${day(report.as_of, locale)}；最近${gone}天内下过单的客户。风险金额＝截至末次下单日365天的净收入×流失概率${horizon === null ? "" : `（其后${horizon}天内不下单）`}。`
    : `As of ${day(report.as_of, locale)}, customers with an order in the last ${gone} days. Money at risk: net revenue of the 365 days up to the last order, times the chance of ${horizon === null ? "a lapse" : `no order in the next ${horizon}`}.`;
}
