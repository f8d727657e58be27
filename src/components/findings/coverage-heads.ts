import {budgetFacts} from "../exhibits/budget/facts.js";
import {costLack} from "../exhibits/coverage/costs.js";
import {periodOf} from "../exhibits/coverage/plan-rules.js";
import {complianceAt} from "../exhibits/coverage/visits.js";
import type {Site} from "../site.js";
import {windowWords} from "../window-words.js";
import {budgetSentence, budgetStandfirst} from "./budget.js";
import {type CoverageFacts, coverageSentence, coverageStandfirst} from "./coverage.js";
import type {Headline} from "./headline.js";
import {whatToSupply} from "./what-to-supply.js";

/** What the sentences about coverage are made from. */
export function coverageFacts(site: Site): CoverageFacts {
  const {cubes} = site;
  return {
    lines: cubes.has("interactions") ? complianceAt(site) : null,
    costs: costLack(site) ? null : (cubes.find("cost-to-serve") ?? []),
    below: cubes.read("coverage-period").below_customers,
    report: cubes.report,
  };
}

/** The heads of the pages on coverage and on the budget. */
export const coverageHeads: Readonly<Record<"coverage" | "budget", (site: Site) => Headline>> = {
  coverage: (site) => ({
    kicker: site.locale === "zh" ? "客户访问与服务成本" : "Coverage and cost to serve",
    sentence: coverageSentence(coverageFacts(site), site.locale),
    standfirst:
      site.cubes.has("interactions") || site.cubes.has("costs")
        ? coverageStandfirst(periodOf(site), site.cubes.read("coverage-period").customers, site.locale)
        : whatToSupply(["interactions", "costs"], site.locale),
  }),
  budget: (site) => ({
    kicker: site.locale === "zh" ? "礼品预算" : "Gift budget",
    sentence: budgetSentence(budgetFacts(site), site.locale),
    standfirst: budgetStandfirst(site.cubes.report, windowWords(site.cubes.report, site.locale), site.locale),
  }),
};
