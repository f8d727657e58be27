import {budgetExhibit} from "../../exhibits/budget/simulator.js";
import {hoursExhibit} from "../../exhibits/coverage/contact-hours.js";
import {channelMixExhibit, mixExhibit} from "../../exhibits/coverage/contacts.js";
import {costToServeExhibit, whaleAfterExhibit} from "../../exhibits/coverage/costs.js";
import {effortExhibit} from "../../exhibits/coverage/effort.js";
import {beforeAfterExhibit, goalsExhibit} from "../../exhibits/coverage/goals.js";
import {lifecycleExhibit} from "../../exhibits/coverage/lifecycle.js";
import {touchpointExhibit} from "../../exhibits/coverage/touchpoints.js";
import {visitPlanExhibit} from "../../exhibits/coverage/visits.js";
import type {Site} from "../../site.js";
import {type TableName, tablesFor} from "../tables.js";
import type {LiveFigure} from "./live-figure.js";

/** The figures of coverage and of the budget that answer to filters, by id. */
export function coverageFigures({cubes: {report}}: Site): Record<string, LiveFigure> {
  const of = (exhibit: LiveFigure["exhibit"], ...tables: TableName[]): LiveFigure => ({
    tables: [...tables, "coverage-period"],
    exhibit,
  });
  // Who lies above the plan and who below stands in the figure's table alone: without it the rest is still told.
  const standing = tablesFor(report.audience).filter((name) => name === "visit-standing");
  return {
    "visit-plan": {tables: ["visit-compliance", "visit-days", ...standing], exhibit: visitPlanExhibit},
    effort: of(effortExhibit, "effort"),
    "channel-mix": of(channelMixExhibit, "contact-mix"),
    "contacts-by-initiated-by": of((site) => mixExhibit(site, ["initiated_by"]), "contact-mix"),
    "contacts-by-content": of((site) => mixExhibit(site, ["content"]), "contact-mix"),
    "contact-hours": of(hoursExhibit, "contact-hours"),
    "cost-to-serve": of(costToServeExhibit, "cost-to-serve"),
    "whale-after-cost": of((site) => whaleAfterExhibit(site, true), "whale-after-cost"),
    touchpoints: of(touchpointExhibit, "touchpoints"),
    "contact-goals": of(goalsExhibit, "contact-goals"),
    "contact-effect": of(beforeAfterExhibit, "contact-effect"),
    lifecycle: {tables: ["lifecycle"], exhibit: lifecycleExhibit},
    "budget-plan": {tables: ["budget-curve"], exhibit: (site) => budgetExhibit(site, true)},
  };
}
