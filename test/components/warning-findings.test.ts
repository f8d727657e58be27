import {describe, expect, it} from "vitest";
import {foretelling} from "../../src/components/exhibits/warning/facts.js";
import {firstClause, shortHeadline} from "../../src/components/findings/headline.js";
import {
  aheadOf,
  backtestVerdict,
  type WarningFacts,
  warningSentence,
} from "../../src/components/findings/warning.js";
import type {Site} from "../../src/components/site.js";
import {sinceText, sizeText} from "../../src/components/warning-terms.js";
import type {BacktestRuleRow, Signal} from "../../src/cubes/warning.js";
import {fixtureCubes} from "./fixtures/cubes.js";

const cubes = fixtureCubes("analysts");
const rule = (given: Partial<BacktestRuleRow>): BacktestRuleRow => ({
  ...cubes["backtest-rules"].find((r) => r.rule === "by_chance")!,
  precision: 0.5,
  same_precision: 0.38,
  ahead_low: 0.02,
  ahead_high: 0.22,
  ...given,
});
const facts = (given: Partial<WarningFacts>): WarningFacts => ({
  alerts: 187,
  least: 187,
  atStake: 2_000_000_000,
  none: false,
  atRisk: 1_150_000_000,
  outstanding: 60,
  outstandingRisk: 620_000_000,
  early: "did-not",
  byChance: rule({}),
  byMoney: rule({
    rule: "by_money",
    money: 0.68,
    same_money: 0.2,
    money_ahead_low: 0.3,
    money_ahead_high: 0.6,
  }),
  bySilenceMoney: rule({rule: "by_silence_money", money: 0.66}),
  signs: null,
  horizon: 180,
  report: cubes.report,
  ...given,
});

describe("the sentence about warnings", () => {
  it("says how many, the money, and how far to trust it", () => {
    expect(warningSentence(facts({}), "en")).toBe(
      "¥11.5M is at risk with the 187 customers that show a sign of trouble; ¥6.20M of it lies with 60 in control or recovery, or unlikely to order again; the other 127 show early signs only, which taken together foretold no lapse in the backtest; in the past 50.0% of those with the highest chance of a lapse did lapse, against 38.0% of those silent longest.",
    );
    expect(warningSentence(facts({}), "zh")).toBe(
      "187位客户显示异常征兆，风险金额¥1,150万；其中60位处于控制或挽救阶段，或再次下单的可能性低，风险金额¥620万；其余127位只有早期征兆，回测中这类征兆合计并不预示流失；以往流失概率最高的客户中50.0%随后流失，沉默最久的客户中为38.0%。",
    );
  });
  it("says one of one, none of none, and nothing of too few", () => {
    expect(warningSentence(facts({alerts: 1, outstanding: 1}), "en")).toMatch(
      /^¥11\.5M is at risk with the one customer that shows a sign of trouble; /,
    );
    expect(warningSentence(facts({outstanding: 0}), "en")).toContain(
      "; nobody is in control or recovery, or unlikely to order again;",
    );
    expect(warningSentence(facts({none: true, alerts: 0}), "en")).toBe(
      "No customer shows a sign of trouble.",
    );
    expect(warningSentence(facts({alerts: null, least: 0, atRisk: null}), "en")).toMatch(
      /^Some customers show signs of trouble, too few of one kind to be shown; /,
    );
    expect(warningSentence(facts({alerts: null, least: 0, atRisk: null}), "zh")).toContain(
      "人数太少，不予公布",
    );
  });
  it("says at least those of the phases that are told, as the table does, where another is too small", () => {
    const some = facts({alerts: null, least: 23, atRisk: null, atStake: null});
    expect(warningSentence(some, "en")).toMatch(
      /^At least 23 customers show signs of trouble; phases with too few are left out; /,
    );
    expect(warningSentence(some, "zh")).toMatch(/^至少23位客户显示异常征兆；/);
  });
  it("takes a chance that could not be seen for no chance at all of telling the money, not for nothing at risk", () => {
    const none = rule({precision: 0, same_precision: 0, ahead_low: null, ahead_high: null});
    const unseen = facts({alerts: 6, atRisk: 0, outstandingRisk: 0, byChance: none});
    const said = warningSentence(unseen, "en");
    expect(said).toBe(
      "6 customers show signs of trouble; no customer has yet gone 180 days without an order for the money at risk to be told; nobody lapsed in the backtest, so the warning could not be tested.",
    );
    expect(warningSentence(unseen, "zh")).toMatch(/风险金额无从估计；以往无人流失/);
    expect(backtestVerdict(unseen, "en")).toContain("could not be put to the test");
    expect(warningSentence(facts({alerts: 6, atRisk: 0, atStake: 0}), "en")).toContain("¥0 is at risk");
  });
  it("does not call early signs empty where the backtest does not say so", () => {
    for (const early of ["foretells", "too-few"] as const)
      expect(warningSentence(facts({early}), "en")).not.toContain("foretold");
  });
  it("does not claim a gain that the interval does not bear out, and owns up to a loss", () => {
    expect(warningSentence(facts({byChance: rule({ahead_low: -0.01})}), "en")).toContain("not clearly more");
    const worse = rule({precision: 0.3, ahead_low: -0.2, ahead_high: -0.01});
    expect(warningSentence(facts({byChance: worse}), "en")).toContain(
      "the plain rule of silence was right more often (38.0% against 30.0%)",
    );
    expect(warningSentence(facts({byChance: worse}), "zh")).toContain("简单规则更准");
  });
  it("says that it could not be tested where there is no cut", () => {
    expect(warningSentence(facts({byChance: null}), "en")).toMatch(/the warning could not be tested yet\.$/);
    expect(backtestVerdict(facts({byChance: null}), "en")).toMatch(/^The history is too short/);
  });
  it("takes an interval that holds zero, or that is unknown, for no difference", () => {
    expect([aheadOf(0.1, 0.2), aheadOf(-0.2, -0.1), aheadOf(-0.1, 0.1), aheadOf(null, null)]).toEqual([
      "ours",
      "naive",
      "unclear",
      "unclear",
    ]);
  });
});

describe("the verdict of the backtest", () => {
  it("stands on precision and on money, in both languages", () => {
    expect(backtestVerdict(facts({}), "en")).toBe(
      "In the backtest 50.0% of those warned of, by chance of a lapse, ordered nothing in the next 180 days, against 38.0% of an equal number picked by silence alone; ranked by money at risk, the warning caught 68.0% of the money that was lost, against 20.0% by silence alone, and 66.0% by silence times money.",
    );
    expect(backtestVerdict(facts({}), "zh")).toContain(
      "捕捉到流失金额的68.0%，简单规则为20.0%，按沉默天数×金额为66.0%。",
    );
  });
  it("tells how the signs do without a ranking", () => {
    const signs = rule({rule: "lapse_warning", precision: 0.387, ahead_low: -0.08, ahead_high: 0.09});
    expect(backtestVerdict(facts({signs}), "en")).toMatch(
      /as they stand, unranked, were right in 38\.7% of cases, not clearly more or less often than silence\.$/,
    );
    expect(backtestVerdict(facts({signs}), "zh")).toMatch(/精确率为38\.7%，与沉默天数没有明显差别。$/);
  });
});

describe("whether a sign foretells a lapse", () => {
  const sign = (given: Partial<BacktestRuleRow>) =>
    foretelling(rule({alerts: 100, precision: 0.4, lift: 2, precision_low: 0.3, ...given}), 0.2);
  it("takes a rate clear of that of all for foretelling, and one no higher for not", () => {
    expect(sign({})).toBe("foretells");
    expect(sign({precision: 0.18, lift: 0.9})).toBe("did-not");
    expect(sign({precision: 0, lift: 0, precision_low: 0})).toBe("did-not");
  });
  it("does not judge from few warnings, few cuts, or an interval that holds the rate of all", () => {
    expect(sign({alerts: 24})).toBe("too-few");
    expect(sign({precision_low: null})).toBe("too-few");
    expect(sign({precision_low: 0.19})).toBe("too-few");
    expect(foretelling(null, 0.2)).toBe("too-few");
  });
});

describe("since when a sign shows", () => {
  it("is a day, or the stretch of days that the sign compares", () => {
    const of = (signal: Signal, locale: "en" | "zh" = "en") =>
      sinceText({signal, since: "2025-11-02"}, {
        cubes: {read: () => []},
        locale,
      } as unknown as Site);
    expect(of("silence")).toBe("since 2 November 2025");
    expect(of("spend_drop")).toBe("over the last 90 days");
    expect(of("one_contact")).toBe("over the last 365 days");
    expect(of("spend_drop", "zh")).toBe("最近90天");
    expect(of("wallet_falling", "zh")).toBe("自2025年11月2日起");
  });
});

describe("the size of a sign", () => {
  it("has its unit, in the singular for one", () => {
    const size = (
      signal: Parameters<typeof sizeText>[0]["signal"],
      size: number,
      detail: string | null = null,
    ) => sizeText({signal, size, detail}, {names: []}, "en");
    expect(size("silence", 0.4)).toBe("1 day beyond its long gap");
    expect(size("silence", 76)).toBe("76 days beyond its long gap");
    expect(size("spend_drop", 0.305)).toBe("down 30.5%");
    expect(size("category_dropped", 2, "Pumps, Valves")).toBe("2 categories: Pumps, Valves");
    expect(size("assessment_falling", 1)).toBe("down 1 level");
    expect(size("wallet_falling", 0.125)).toBe("down 12.5 points");
    expect(sizeText({signal: "complaint_overdue", size: 28, detail: "2"}, {names: []}, "zh")).toBe(
      "逾期28天",
    );
    const names = [{text: "Valves", en: null, zh: "阀门"}];
    expect(sizeText({signal: "category_dropped", size: 2, detail: "Pumps, Valves"}, {names}, "zh")).toBe(
      "2个品类：Pumps、阀门",
    );
  });
});

describe("a headline of several clauses", () => {
  it("says the first large and the rest small, in either language", () => {
    expect(firstClause("One is; two are; three were.", "As of today.")).toEqual({
      sentence: "One is.",
      standfirst: "Two are; three were. As of today.",
    });
    expect(firstClause("甲；乙；丙。", "截至今日。")).toEqual({
      sentence: "甲。",
      standfirst: "乙；丙。截至今日。",
    });
    expect(firstClause("One is.", "As of today.")).toEqual({sentence: "One is.", standfirst: "As of today."});
  });
  it("is left whole where it is short enough for a phone", () => {
    const head = {kicker: "k", sentence: "One is; two are.", standfirst: "As of today."};
    expect(shortHeadline(head, "en")).toEqual(head);
    const long = {...head, sentence: `${"One is long and ".repeat(8)}long; two are.`};
    expect(shortHeadline(long, "en").sentence).toMatch(/^(One is long and )+long\.$/);
    expect(shortHeadline(long, "en").standfirst).toBe("Two are. As of today.");
    const chinese = {...head, sentence: `${"很长".repeat(40)}；乙。`, standfirst: "截至今日。"};
    expect(shortHeadline(chinese, "zh").standfirst).toBe("乙。截至今日。");
  });
});
