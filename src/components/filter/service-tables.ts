import type {TableSpec} from "./tables.js";

const complaints = ["customers", "complaints"] as const;

/**
 * The tables of complaints, service levels and surveys. Those that part customers by class and by something else would
 * tell classes that other tables hide, so executives have their figures unfiltered.
 */
export const serviceTables = {
  "complaint-outcomes": {
    cube: "complaint-outcomes",
    cells: ["outcome"],
    measures: complaints,
    dates: "all",
    within: [[]],
    zeros: true,
  },
  "complaint-timing": {
    cube: "complaint-timing",
    cells: ["timing"],
    measures: complaints,
    dates: "all",
    within: [[]],
    zeros: true,
  },
  "complaint-summary": {
    cube: "complaint-summary",
    cells: [],
    measures: complaints,
    dates: "all",
    within: [[]],
    zeros: true,
  },
  // Every single time, for the middle one: too small a cell for executives, who get the bands alone.
  "complaint-hours": {
    cube: "complaint-summary",
    cells: ["seconds"],
    measures: ["customers", "resolved"],
    dates: "each",
    within: [[]],
    crosses: true,
  },
  "complaint-quarters": {
    cube: "complaint-quarters",
    cells: ["quarter", "timing"],
    measures: complaints,
    dates: "each",
    within: [["timing"]],
    zeros: true,
  },
  "complaint-times": {
    cube: "complaint-times",
    cells: ["time_band", "from_hours", "to_hours"],
    measures: complaints,
    dates: "each",
    within: [[]],
    zeros: true,
  },
  "complaint-kept": {
    cube: "complaint-kept",
    cells: ["handling", "buying"],
    measures: ["customers"],
    dates: "each",
    within: [[]],
    zeros: true,
  },
  "complaint-aftermath": {
    cube: "complaint-aftermath",
    cells: ["handling", "side", "again"],
    measures: ["customers", "orders_before", "orders_after", "revenue_before", "revenue_after"],
    dates: "newest",
    within: [["side"], ["side", "handling"], ["side", "again"]],
    zeros: true,
  },
  "service-levels": {
    cube: "service-levels",
    cells: ["suggested", "delivered"],
    measures: ["customers", "revenue", "profit"],
    dates: "newest",
    within: [[], ["delivered"]],
    zeros: true,
  },
  "service-depth": {
    cube: "service-depth",
    cells: ["class", "delivered"],
    measures: ["customers", "revenue"],
    dates: "newest",
    within: [[], ["class"], ["delivered"]],
    zeros: true,
    crosses: true,
  },
  "service-classes": {
    cube: "service-classes",
    cells: ["class", "beneath"],
    measures: ["customers"],
    dates: "newest",
    within: [[], ["class"]],
    zeros: true,
    crosses: true,
  },
  "survey-loop": {
    cube: "survey-loop",
    cells: ["reached"],
    measures: ["customers", "surveys"],
    dates: "all",
    within: [[]],
    zeros: true,
  },
  "survey-differences": {
    cube: "survey-differences",
    cells: ["class", "bin", "width"],
    measures: ["customers"],
    dates: "newest",
    within: [[]],
    zeros: true,
    crosses: true,
  },
  "survey-repurchase": {
    cube: "survey-repurchase",
    cells: ["satisfied", "buying"],
    measures: ["customers"],
    dates: "each",
    within: [[]],
    zeros: true,
  },
  loyalty: {
    cube: "loyalty",
    cells: ["behavioural", "intentional", "emotional"],
    measures: ["customers", "revenue"],
    dates: "each",
    within: [[]],
    zeros: true,
  },
} as const satisfies Record<string, TableSpec>;
