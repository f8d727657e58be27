import type {CoverageCubes} from "../../src/cubes/coverage.js";
import {type Columns, classes} from "./columns.js";

const planLine: Columns = {
  class: classes,
  role: ["sales", "manager", "marketing_director", "general_manager"],
  kind: ["visit", "call"],
};
const counted: Columns = {customers: "count", suppressed: "flag"};
const both = (name: string): Columns => ({[`${name}_en`]: "text", [`${name}_zh`]: "text"});

/** Counts and money of groups: for everyone. */
export const coverageAggregates = {
  "coverage-period": {
    period_from: "day",
    contacts_from: "day",
    customers: "count",
    without_order: "count",
    due_without_order: "flag",
    contacts: "count",
    without_role: "count",
    without_time: "count",
    without_content: "count",
    with_others: "count",
    costs_in: ["units", "money"],
    effect_days: "count",
    touchpoint_reach: "share",
    cost_to_serve: "money",
    cost_of_others: "money",
    uncosted_customers: "count",
    below_customers: "count",
  },
  "visit-compliance": {
    ...planLine,
    ...counted,
    as_of: "day",
    due: "count",
    held: "count",
    met: "count",
    over_contacts: "count",
    planned: "count",
    cancelled: "count",
  },
  "visit-standing": {...planLine, ...counted, standing: ["under", "within", "over", "not_due"]},
  "contact-mix": {
    ...counted,
    by: ["channel", "content", "initiated_by"],
    class: classes,
    value: [
      ...["face_to_face", "phone", "letter", "email", "web", "club", "advertising", "other"],
      ...["product", "information", "emotion", "idea", "policy"],
      ...["company", "customer", "unknown"],
    ],
    contacts: "count",
    cost: "number",
  },
  "contact-hours": {...counted, weekday: "count", hour: "count", contacts: "count"},
  effort: {
    ...counted,
    class: classes,
    contacts: "count",
    cost: "number",
    revenue: "money",
    profit: "money",
  },
  "cost-to-serve": {
    ...counted,
    class: classes,
    standing: ["earns", "below"],
    revenue: "money",
    profit: "money",
    cost: "money",
  },
  "whale-after-cost": {
    measure: ["before", "after"],
    customers: "count",
    amount: "money",
    customer_share: "share",
    amount_share: "share",
    peak: "flag",
  },
  "touchpoint-plan": {
    touchpoint: "count",
    information: "flag",
    service: "flag",
    ...both("name"),
    ...both("behaviour"),
    ...both("staff"),
    ...both("facilities"),
    ...both("tools"),
    ...both("standards"),
  },
  touchpoints: {
    ...counted,
    touchpoint: "count",
    need: ["information", "service", "unknown"],
    contacts: "count",
    begun_by_customer: "count",
  },
  "contact-goals": {
    ...counted,
    class: classes,
    state: ["reached", "not_reached", "overdue", "open"],
    contacts: "count",
  },
  "contact-effect": {
    ...counted,
    outcome: ["reached", "not_reached", "no_goal"],
    before: "money",
    after: "money",
  },
  lifecycle: {
    ...counted,
    phase: ["prospect", "acquisition", "growth", "maturity", "inactive"],
    revenue: "money",
    profit: "money",
    contacts: "count",
  },
  "budget-curve": {
    measure: ["revenue", "profit"],
    percent: "count",
    customers: "count",
    amount: "money",
    public_customers: "count",
  },
} satisfies Partial<Record<keyof CoverageCubes, Columns>>;

/** Customers by name: for the account team and analysts. */
export const coverageByName = {
  "visit-accounts": {
    list: ["under", "over"],
    customer_id: "id",
    name: "name",
    class: classes,
    due: "count",
    met: "count",
    held: "count",
    over_contacts: "count",
    revenue: "money",
    profit: "money",
  },
  "cost-accounts": {
    customer_id: "id",
    name: "name",
    class: classes,
    revenue: "money",
    profit: "money",
    cost: "money",
  },
} satisfies Partial<Record<keyof CoverageCubes, Columns>>;
