import type {Site} from "../../site.js";
import {budgetExhibit} from "../budget/simulator.js";
import type {Exhibit} from "../exhibit.js";
import {hoursExhibit} from "./contact-hours.js";
import {channelMixExhibit, mixExhibit} from "./contacts.js";
import {costToServeExhibit, whaleAfterExhibit} from "./costs.js";
import {effortExhibit} from "./effort.js";
import {beforeAfterExhibit, goalsExhibit} from "./goals.js";
import {lifecycleExhibit} from "./lifecycle.js";
import {touchpointExhibit} from "./touchpoints.js";
import {visitPlanExhibit} from "./visits.js";

/** The charts of the pages on coverage and on the budget, by name. */
export const coverageCharts: Readonly<Record<string, (site: Site, args: readonly string[]) => Exhibit>> = {
  "visit-plan": visitPlanExhibit,
  effort: effortExhibit,
  "channel-mix": channelMixExhibit,
  "contacts-by": mixExhibit,
  "contact-hours": hoursExhibit,
  "cost-to-serve": costToServeExhibit,
  "whale-after-cost": (site) => whaleAfterExhibit(site),
  touchpoints: touchpointExhibit,
  "contact-goals": goalsExhibit,
  "contact-effect": beforeAfterExhibit,
  lifecycle: lifecycleExhibit,
  "budget-plan": (site) => budgetExhibit(site),
};
