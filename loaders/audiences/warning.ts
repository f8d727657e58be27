import type {WarningCubes} from "../../src/cubes/warning.js";
import {
  alertPhases,
  customerTypes,
  opportunityFits,
  opportunityKinds,
  rankings,
  ruleSets,
  signals,
} from "../../src/cubes/warning.js";
import {walletPlaces} from "../../src/cubes.js";
import type {Columns} from "./columns.js";

const money: Columns = {at_stake: "money", at_risk: "money"};
const interval = (name: string): Columns => ({[`${name}_low`]: "share", [`${name}_high`]: "share"});

/** Counts and money of groups: for everyone. */
export const warningAggregates = {
  alerts: {
    as_of: "day",
    signal: signals,
    phase: alertPhases,
    customers: "count",
    ...money,
    suppressed: "flag",
  },
  "alert-accounts": {
    as_of: "day",
    phase: [...alertPhases, "none"],
    customers: "count",
    ...money,
    suppressed: "flag",
  },
  "backtest-cuts": {
    cut: "day",
    until: "day",
    customers: "count",
    lapses: "count",
    warned: "count",
    at_stake: "money",
    lost: "money",
  },
  "backtest-rules": {
    rule: [...signals, ...alertPhases, ...rankings, ...ruleSets],
    cuts: "count",
    alerts: "count",
    precision: "share",
    ...interval("precision"),
    recall: "share",
    lift: "number",
    money: "share",
    fell: "share",
    lead_days: "number",
    same_precision: "share",
    same_money: "share",
    ...interval("ahead"),
    ...interval("money_ahead"),
    suppressed: "flag",
  },
  "backtest-curve": {rule: rankings, part: "count", caught: "share", money: "share"},
  "customer-types": {
    type: customerTypes,
    customers: "count",
    revenue: "money",
    profit: "money",
    suppressed: "flag",
  },
  opportunities: {
    kind: opportunityKinds,
    stage: walletPlaces,
    fit: opportunityFits,
    customers: "count",
    events: "count",
    suppressed: "flag",
  },
  churn: {
    as_of: "day",
    customers: "count",
    revenue: "money",
    lost: "count",
    revenue_lost: "money",
    keeping_cost: "money",
  },
} satisfies Partial<Record<keyof WarningCubes, Columns>>;

const account: Columns = {
  place: "count",
  customer_id: "id",
  name: "name",
  phase: alertPhases,
  ...money,
  chance: "share",
  since: "day",
};

/** Customers by name: for the account team and analysts. */
export const warningByName = {
  "alert-list": {...account, signal: signals, size: "number", detail: "text"},
  "top-alerts": {...account, "signals[]": signals},
  "opportunity-list": {
    customer_id: "id",
    name: "name",
    kind: opportunityKinds,
    occurred_on: "day",
    note: "text",
    stage: walletPlaces,
    fit: opportunityFits,
  },
} satisfies Partial<Record<keyof WarningCubes, Columns>>;
