import type {ServiceCubes} from "../../src/cubes/service.js";
import {type Columns, classes} from "./columns.js";

const counted: Columns = {customers: "count", complaints: "count", suppressed: "flag"};
const timings = ["in_limit", "late", "overdue", "in_time"];
const handlings = ["well", "poorly", "unasked", "unresolved"];
const buying = ["buying", "gone", "young", "untold"];

/** Counts and money of groups: for everyone. */
export const serviceAggregates = {
  "complaint-outcomes": {
    as_of: "day",
    outcome: [
      ...["invalid", "open", "unsatisfied", "unasked"],
      ...["satisfied_untold", "satisfied_young", "satisfied_gone", "satisfied_buying"],
    ],
    ...counted,
  },
  "complaint-timing": {as_of: "day", timing: timings, ...counted},
  "complaint-summary": {
    as_of: "day",
    complaints: "count",
    complainants: "count",
    median_hours: "number",
    p90_hours: "number",
    not_judged: "count",
  },
  "complaint-quarters": {quarter: "day", timing: ["in_limit", "missed", "in_time"], ...counted},
  "complaint-times": {band: "count", from_hours: "number", to_hours: "number", ...counted},
  "complaint-causes": {
    cause: ["goods", "service", "customer", "unknown"],
    detail: [
      ...["quality", "specification", "tolerance", "fault", "attitude"],
      ...["manner", "skill", "misuse", "expectation", "unknown"],
    ],
    ...counted,
    valid: "count",
    in_limit: "count",
    satisfied: "count",
    compensation: "money",
    revenue: "money",
  },
  "complaint-kept": {handling: handlings, buying, customers: "count", suppressed: "flag"},
  "complaint-aftermath": {
    handling: handlings,
    side: ["matched", "twin"],
    customers: "count",
    bought: "count",
    orders_before: "count",
    orders_after: "count",
    revenue_before: "money",
    revenue_after: "money",
    suppressed: "flag",
  },
  "service-levels": {
    suggested: "count",
    delivered: "count",
    customers: "count",
    revenue: "money",
    profit: "money",
    suppressed: "flag",
  },
  "service-depth": {
    class: classes,
    delivered: "count",
    customers: "count",
    revenue: "money",
    suppressed: "flag",
  },
  "service-classes": {
    class: classes,
    customers: "count",
    below: "count",
    known: "count",
    complainants: "count",
    median_hours: "number",
    in_limit_share: "share",
    invited: "count",
    took_part: "count",
    suppressed: "flag",
  },
  "survey-loop": {
    as_of: "day",
    reached: ["sent", "responded", "analysed", "acted", "fed_back"],
    surveys: "count",
    customers: "count",
    suppressed: "flag",
  },
  "survey-differences": {
    class: classes,
    bin: "number",
    width: "number",
    customers: "count",
    suppressed: "flag",
  },
  "survey-repurchase": {satisfied: "flag", buying, customers: "count", suppressed: "flag"},
  loyalty: {
    behavioural: "flag",
    intentional: "flag",
    emotional: "flag",
    customers: "count",
    revenue: "money",
    suppressed: "flag",
  },
} satisfies Partial<Record<keyof ServiceCubes, Columns>>;

/** Customers by name: for the account team and analysts. */
export const serviceByName = {
  "service-gaps": {
    customer_id: "id",
    name: "name",
    class: classes,
    suggested: "count",
    because: ["stage", "influence", "class", "no_order", "everyone"],
    delivered: "count",
    gap: "count",
    revenue: "money",
    profit: "money",
  },
} satisfies Partial<Record<keyof ServiceCubes, Columns>>;
