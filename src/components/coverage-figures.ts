import {breakEven, planBudget} from "./budget-plan.js";
import {dated, plain} from "./dated-figures.js";
import {budgetFacts} from "./exhibits/budget/facts.js";
import {cash, limitCash} from "./exhibits/budget/result.js";
import {costLack} from "./exhibits/coverage/costs.js";
import {complianceAt, complianceOf} from "./exhibits/coverage/visits.js";
import {count, money, percent} from "./formats.js";
import type {KeyFigure} from "./key-figure.js";
import type {Site} from "./site.js";

/** Compliance of classes A and B at each as-of date, contacts held, cost to serve, and accounts that cost more. */
export function coverageFigures(site: Site): KeyFigure[] {
  const {cubes, locale} = site;
  const zh = locale === "zh";
  const period = cubes.read("coverage-period");
  const below = costLack(site) ? null : period.below_customers;
  const of = (name: "A" | "B"): KeyFigure | null =>
    cubes.has("interactions")
      ? dated(
          `compliance-${name.toLowerCase()}`,
          zh ? `${name}类客户访问与电话完成率` : `visits and calls held, class ${name}`,
          (as_of) => complianceOf(complianceAt(site, as_of, name)),
          (x) => percent(x, locale),
          "points",
          site,
        )
      : null;
  return [
    of("A"),
    of("B"),
    cubes.has("interactions")
      ? plain("contacts", zh ? "期内互动次数" : "contacts held", count(period.contacts, locale))
      : null,
    period.cost_to_serve === null
      ? null
      : plain(
          "cost-to-serve",
          zh ? "客户的服务成本" : "cost to serve customers",
          money(period.cost_to_serve - (period.cost_of_others ?? 0), cubes.report, locale),
        ),
    below !== null
      ? plain(
          "below-cost",
          zh ? "成本高于利润的客户" : "accounts that cost more than they bring",
          count(below, locale),
        )
      : null,
  ].filter((f) => f !== null);
}

/** What both plans cost here, and the letter that makes them equal. */
export function budgetFigures(site: Site): KeyFigure[] {
  const {locale} = site;
  const zh = locale === "zh";
  const facts = budgetFacts(site);
  if (!facts) return [];
  const [first, second] = [
    planBudget(facts.plan_1, facts.customers),
    planBudget(facts.plan_2, facts.customers),
  ];
  const even = breakEven(second, 2, first.total);
  return [
    plain("plan-1", zh ? "方案一：人人相同" : "plan 1, the same for all", cash(first.total, facts, locale)),
    plain("plan-2", zh ? "方案二：分层" : "plan 2, by tier", cash(second.total, facts, locale)),
    ...(even === null
      ? []
      : [
          plain(
            "break-even",
            zh ? "二者相等时末层每人金额" : "cost a head of the last tier at which both cost the same",
            limitCash(even, facts, locale),
          ),
        ]),
    plain("budget-customers", zh ? "客户数" : "customers", count(facts.customers, locale)),
  ];
}
