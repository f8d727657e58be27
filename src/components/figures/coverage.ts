import {breakEven, type Plan, planBudget} from "../budget-plan.js";
import {type BudgetFacts, budgetFacts} from "../exhibits/budget/facts.js";
import {cash, limitCash} from "../exhibits/budget/result.js";
import {costLack} from "../exhibits/coverage/costs.js";
import {totalsOf} from "../exhibits/coverage/plan-rules.js";
import {complianceAt, complianceOf} from "../exhibits/coverage/visits.js";
import type {TableName} from "../filter/tables.js";
import {count, money, percent} from "../formats.js";
import type {Site} from "../site.js";
import {dated, plain} from "./dated.js";
import type {FigureSpec} from "./key-figure.js";

function compliance(name: "A" | "B"): FigureSpec {
  const id = `compliance-${name.toLowerCase()}`;
  return {
    id,
    tables: ["visit-compliance-over-time"],
    now: ["visit-compliance"],
    figure: (site) =>
      site.cubes.has("interactions")
        ? dated(
            id,
            site.locale === "zh" ? `${name}类客户访问与电话完成率` : `visits and calls held, class ${name}`,
            (as_of) => complianceOf(complianceAt(site, as_of, name)),
            (x) => percent(x, site.locale),
            "points",
            site,
          )
        : null,
  };
}

/** A figure of one number, without its past; none where the number can't be told. */
function number(
  id: string,
  name: {en: string; zh: string},
  tables: readonly TableName[],
  of: (site: Site) => string | null,
): FigureSpec {
  return {
    id,
    tables,
    figure: (site) => {
      const value = of(site);
      return value === null ? null : plain(id, name[site.locale], value);
    },
  };
}

const period = ["coverage-period"] as const;

/** Compliance of classes A and B at each as-of date, contacts held, cost to serve, and accounts that cost more. */
export const coverageFigures: readonly FigureSpec[] = [
  compliance("A"),
  compliance("B"),
  number("contacts", {en: "contacts held", zh: "期内互动次数"}, period, (site) => {
    const {contacts} = totalsOf(site);
    return site.cubes.has("interactions") && contacts !== null ? count(contacts, site.locale) : null;
  }),
  number(
    "cost-to-serve",
    {en: "cost to serve customers", zh: "客户的服务成本"},
    period,
    ({cubes, locale}) => {
      const {cost_to_serve: all, cost_of_others: others} = cubes.read("coverage-period");
      return all === null ? null : money(all - (others ?? 0), cubes.report, locale);
    },
  ),
  number(
    "below-cost",
    {en: "accounts that cost more than they bring", zh: "成本高于利润的客户"},
    period,
    (site) => {
      const {below_customers: below} = site.cubes.read("coverage-period");
      return below === null || costLack(site) ? null : count(below, site.locale);
    },
  ),
];

const both = (facts: BudgetFacts): [Plan, Plan] => [
  planBudget(facts.plan_1, facts.customers),
  planBudget(facts.plan_2, facts.customers),
];

function ofBudget(
  id: string,
  name: {en: string; zh: string},
  of: (facts: BudgetFacts, site: Site) => string | null,
): FigureSpec {
  return number(id, name, ["budget-curve"], (site) => {
    const facts = budgetFacts(site);
    return facts && of(facts, site);
  });
}

/** What both plans cost here, and the letter that makes them equal. */
export const budgetFigures: readonly FigureSpec[] = [
  ofBudget("plan-1", {en: "plan 1, the same for all", zh: "方案一：人人相同"}, (facts, {locale}) =>
    cash(both(facts)[0].total, facts, locale),
  ),
  ofBudget("plan-2", {en: "plan 2, by tier", zh: "方案二：分层"}, (facts, {locale}) =>
    cash(both(facts)[1].total, facts, locale),
  ),
  ofBudget(
    "break-even",
    {en: "break-even cost per customer of the last tier", zh: "两方案相等时末层每人金额"},
    (facts, {locale}) => {
      const [first, second] = both(facts);
      const even = breakEven(second, 2, first.total);
      return even === null ? null : limitCash(even, facts, locale);
    },
  ),
  number("budget-customers", {en: "customers", zh: "客户数"}, ["budget-curve"], (site) => {
    const facts = budgetFacts(site);
    // Where nothing is suppressed, nobody to rank is no customers.
    if (!facts && site.cubes.report.smallest_cell > 1) return null;
    return count(facts?.customers ?? 0, site.locale);
  }),
];
