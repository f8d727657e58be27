import type {SettingRow} from "../../cubes.js";
import {budgetOfBins} from "./budget-of-bins.js";
import type {coverageTables} from "./coverage-tables.js";
import type {Finish} from "./filtered-cubes.js";
import {whaleAfterCost} from "./whale-after-cost.js";

/** The record of the period: what of it is a setting, and what a filter leaves. */
const period: Finish = (_, rows, at, settings) => {
  const of = (key: string): string =>
    settings.find((s: SettingRow) => s.key === `coverage.${key}`)?.value ?? "";
  const [row] = rows;
  return [
    {
      period_from: at.window_from,
      contacts_from: null,
      ...(row ?? {customers: 0, contacts: 0, without_time: 0}),
      without_order: row ? row.idle_customers : 0,
      due_without_order: of("due_without_order") === "true",
      costs_in: of("costs_in"),
      effect_days: Number(of("effect_days")),
      touchpoint_reach: Number(of("touchpoint_reach")),
    },
  ];
};

const visits: Finish = (_, rows) => rows.map(({visits_met, ...row}) => ({...row, met: visits_met}));

const costOfContact: Finish = (_, rows) =>
  rows.map(({contact_cost, ...row}) => ({...row, cost: contact_cost}));

/** What the tables of visits, contacts, cost to serve and the budget need beside their cells and sums. */
export const coverageRows: Partial<Record<keyof typeof coverageTables, Finish>> = {
  "visit-days": period,
  "coverage-period": period,
  "visit-compliance": visits,
  "visit-compliance-over-time": visits,
  "contact-mix": costOfContact,
  effort: costOfContact,
  "cost-to-serve": (_, rows) => rows.map(({cost_to_serve, ...row}) => ({...row, cost: cost_to_serve})),
  "whale-after-cost": (found, _, {smallest_cell}) => whaleAfterCost(found, smallest_cell > 1),
  "budget-curve": (found, _, at) => budgetOfBins(found, at),
};
