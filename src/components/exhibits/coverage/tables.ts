import type {Html} from "../../html.js";
import type {Site} from "../../site.js";
import {budgetPlans, budgetSimulator} from "../budget/simulator.js";
import {channelTable} from "./channel-table.js";
import {expectationsTable} from "./lifecycle.js";
import {costAccounts, visitAccounts} from "./named-tables.js";
import {touchpointDesign} from "./touchpoints.js";
import {planTable} from "./visits.js";

/** The tables of the pages on coverage and on the budget, by name. */
export const coverageTables: Readonly<Record<string, (site: Site, args: readonly string[]) => Html>> = {
  "visit-plan": planTable,
  "visit-accounts": visitAccounts,
  channels: channelTable,
  "cost-accounts": costAccounts,
  "touchpoint-design": touchpointDesign,
  expectations: expectationsTable,
  "budget-simulator": budgetSimulator,
  "budget-plans": budgetPlans,
};
