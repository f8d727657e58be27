import type {CoverageCubes} from "../../../src/cubes/coverage.js";
import type {Definitions} from "../definition.js";

export const coverageCubes: Definitions<CoverageCubes> = {
  "coverage-period": {sql: "coverage/coverage-period.sql", single: true},
  "visit-compliance": {
    sql: "coverage/visit-compliance.sql",
    suppression: {
      measures: ["customers", "due", "held", "met", "over_contacts", "planned", "cancelled"],
      within: [["as_of", "role", "kind"]],
    },
  },
  "visit-standing": {
    sql: "coverage/visit-standing.sql",
    suppression: {measures: ["customers"], within: [["class", "role", "kind"]]},
  },
  "visit-accounts": {sql: "coverage/visit-accounts.sql"},
  "contact-mix": {
    sql: "coverage/contact-mix.sql",
    suppression: {
      measures: ["customers", "contacts", "cost"],
      within: [["by"], ["by", "class"], ["by", "value"]],
    },
  },
  "contact-hours": {
    sql: "coverage/contact-hours.sql",
    suppression: {measures: ["customers", "contacts"], within: [[], ["weekday"], ["hour"]]},
  },
  effort: {
    sql: "coverage/effort.sql",
    suppression: {measures: ["customers", "contacts", "cost", "revenue", "profit"], within: [[]]},
  },
  "cost-to-serve": {
    sql: "coverage/cost-to-serve.sql",
    suppression: {
      measures: ["customers", "revenue", "profit", "cost"],
      within: [[], ["class"], ["standing"]],
    },
  },
  "cost-accounts": {sql: "coverage/cost-accounts.sql"},
  "whale-after-cost": {sql: "coverage/whale-after-cost.sql"},
  "touchpoint-plan": {sql: "coverage/touchpoint-plan.sql"},
  touchpoints: {
    sql: "coverage/touchpoints.sql",
    suppression: {
      measures: ["customers", "contacts", "begun_by_customer"],
      within: [[], ["touchpoint"], ["need"]],
    },
  },
  "contact-goals": {
    sql: "coverage/contact-goals.sql",
    suppression: {measures: ["customers", "contacts"], within: [[], ["class"], ["state"]]},
  },
  "contact-effect": {
    sql: "coverage/contact-effect.sql",
    suppression: {measures: ["customers", "before", "after"], within: [[]]},
  },
  lifecycle: {
    sql: "coverage/lifecycle.sql",
    suppression: {measures: ["customers", "revenue", "profit", "contacts"], within: [[]]},
  },
  "budget-curve": {sql: "coverage/budget-curve.sql"},
};
