import type {Locale, ReportCube} from "../../cubes.js";
import {breakEven, planBudget} from "../budget-plan.js";
import type {BudgetFacts} from "../exhibits/budget/facts.js";
import {cash, limitCash} from "../exhibits/budget/result.js";
import {count, day} from "../formats.js";

/** What the same gift for everyone costs against gifts by tier, and the letter at which the two are equal. */
export function budgetSentence(facts: BudgetFacts | null, locale: Locale): string {
  const zh = locale === "zh";
  if (!facts) return zh ? "没有可供计划的客户。" : "There are no customers to plan for.";
  const first = planBudget(facts.plan_1, facts.customers);
  const second = planBudget(facts.plan_2, facts.customers);
  const even = breakEven(second, second.tiers.length - 1, first.total);
  const [a, b] = [cash(first.total, facts, locale), cash(second.total, facts, locale)];
  const letters = facts.plan_2.at(-1)!.cost === 0;
  const tail =
    even === null || even < 0
      ? ""
      : zh
        ? `；每封信低于${limitCash(even, facts, "zh")}时，分层更省`
        : `; tiers stay cheaper while a letter costs less than ${limitCash(even, facts, "en")}`;
  return zh
    ? `${count(facts.customers, "zh")}位客户人人同礼需${a}，分层送礼需${b}${letters ? "；信件费用另计" : ""}${tail}。`
    : `The same gift for ${facts.customers === 1 ? "the one customer" : `all ${count(facts.customers, "en")} customers`} costs ${a}, gifts by tier ${b}${letters ? "; the letters come on top" : ""}${tail}.`;
}

/** Under the sentence: who is ranked, and by what. */
export function budgetStandfirst(report: ReportCube, window: string, locale: Locale): string {
  const by = report.has_profit ? {en: "profit", zh: "利润"} : {en: "revenue", zh: "收入"};
  return locale === "zh"
    ? `截至${day(report.as_of, "zh")}的全部客户，按${by.zh}排列，${window}。金额为设置；文献的例子是1,000位客户的中秋礼品。`
    : `All customers as of ${day(report.as_of, "en")}, ranked by ${by.en}, ${window}. The amounts are settings; the source’s example is a mid-autumn gift for 1,000 customers.`;
}
