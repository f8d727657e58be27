import type {ServiceCubes} from "../../../src/cubes/service.js";
import type {Definitions} from "../definition.js";

export const serviceCubes: Definitions<ServiceCubes> = {
  "complaint-outcomes": {
    sql: "service/complaint-outcomes.sql",
    suppression: {measures: ["customers", "complaints"], within: [["as_of"]]},
  },
  "complaint-timing": {
    sql: "service/complaint-timing.sql",
    suppression: {measures: ["customers", "complaints"], within: [["as_of"]]},
  },
  "complaint-summary": {sql: "service/complaint-summary.sql"},
  "complaint-quarters": {
    sql: "service/complaint-quarters.sql",
    suppression: {measures: ["customers", "complaints"], within: [["timing"]]},
  },
  "complaint-times": {
    sql: "service/complaint-times.sql",
    suppression: {measures: ["customers", "complaints"], within: [[]]},
  },
  "complaint-causes": {
    sql: "service/complaint-causes.sql",
    suppression: {
      measures: ["customers", "complaints", "valid", "in_limit", "satisfied", "compensation", "revenue"],
      within: [[]],
    },
  },
  "complaint-kept": {
    sql: "service/complaint-kept.sql",
    suppression: {measures: ["customers"], within: [[]]},
  },
  "complaint-aftermath": {
    sql: "service/complaint-aftermath.sql",
    suppression: {
      measures: ["customers", "bought", "orders_before", "orders_after", "revenue_before", "revenue_after"],
      within: [["side"]],
    },
  },
  "service-levels": {
    sql: "service/service-levels.sql",
    suppression: {
      measures: ["customers", "revenue", "profit"],
      within: [[], ["delivered"]],
    },
  },
  "service-depth": {
    sql: "service/service-depth.sql",
    suppression: {measures: ["customers", "revenue"], within: [[], ["class"], ["delivered"]]},
  },
  "service-classes": {
    sql: "service/service-classes.sql",
    suppression: {
      measures: [
        ...(["customers", "below", "known", "complainants", "median_hours"] as const),
        ...(["in_limit_share", "invited", "took_part"] as const),
      ],
      within: [[]],
    },
  },
  "service-gaps": {sql: "service/service-gaps.sql"},
  "survey-loop": {
    sql: "service/survey-loop.sql",
    suppression: {measures: ["customers", "surveys"], within: [["as_of"]]},
  },
  "survey-differences": {
    sql: "service/survey-differences.sql",
    suppression: {measures: ["customers"], within: [[]]},
  },
  "survey-repurchase": {
    sql: "service/survey-repurchase.sql",
    suppression: {measures: ["customers"], within: [[]]},
  },
  loyalty: {
    sql: "service/loyalty.sql",
    suppression: {
      measures: ["customers", "revenue"],
      within: [[]],
    },
  },
};
