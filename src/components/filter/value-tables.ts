import type {RfmScheme} from "../../cubes.js";
import type {TableSpec} from "./tables.js";

const money = ["customers", "orders", "revenue", "profit"] as const;

/** The cells of a scheme that is not the report's own; empty where it is. */
function cellsOf(scheme: RfmScheme) {
  return {
    cube: "rfm",
    sql: "rfm-scheme",
    variables: {filter_scheme: scheme},
    cells: ["r", "f", "m"],
    measures: [...money, "recency_days"],
    dates: "newest",
    within: [[], ["r"], ["f"], ["m"]],
  } as const satisfies TableSpec;
}

/** Who moved in a model over about a year; frozen and recomputed thresholds are tables of their own. */
function movementOf(model: "rfm_segment" | "metal") {
  return {
    cube: "movement",
    sql: "movement",
    variables: {filter_model: model},
    cells: ["model", "from", "to", "thresholds", "from_class", "to_class"],
    measures: ["customers", "money_before", "money_after"],
    dates: "newest",
    within: [["thresholds"], ["thresholds", "from_class"], ["thresholds", "to_class"]],
    zeros: true,
    crosses: true,
  } as const satisfies TableSpec;
}

/** The tables of what customers are worth, beside those that `tables.ts` lists first. */
export const valueTables = {
  "abc-over-time": {
    cube: "abc",
    sql: "abc",
    variables: {filter_primary: true},
    cells: ["preset", "measure", "class"],
    measures: money,
    dates: "all",
    within: [["preset", "measure"]],
    zeros: true,
  },
  concentration: {
    cube: "concentration",
    sql: "pareto",
    cells: ["bin"],
    measures: ["customers", "amount"],
    dates: "all",
    within: [],
    bins: true,
  },
  "rfm-bands": {
    cube: "rfm-bands",
    cells: ["band"],
    measures: money,
    dates: "each",
    within: [[]],
    zeros: true,
  },
  segments: {
    cube: "rfm-segments",
    cells: ["segment"],
    measures: money,
    dates: "each",
    within: [[]],
    zeros: true,
  },
  "segments-over-time": {
    cube: "rfm-segments",
    cells: ["segment"],
    measures: ["customers"],
    dates: "all",
    within: [[]],
    zeros: true,
  },
  "scores-over-time": {
    cube: "rfm-over-time",
    cells: ["axis", "score"],
    measures: ["customers"],
    dates: "all",
    within: [["axis"]],
    zeros: true,
  },
  "rfm-together": cellsOf("together"),
  "rfm-ntile": cellsOf("ntile"),
  "rfm-nested": cellsOf("nested"),
  "rfm-fixed": cellsOf("fixed"),
  "rfm-airline": cellsOf("airline"),
  "rfm-custom": cellsOf("custom"),
  "movement-segments": movementOf("rfm_segment"),
  "movement-metal": movementOf("metal"),
  pyramids: {
    cube: "pyramid",
    cells: ["pyramid", "level"],
    measures: ["customers", "revenue", "profit", "clv"],
    dates: "newest",
    within: [["pyramid"]],
    zeros: true,
  },
  "metal-over-time": {
    cube: "pyramid",
    cells: ["pyramid", "level"],
    measures: ["customers", "revenue", "profit"],
    dates: "all",
    within: [[]],
    zeros: true,
  },
  "lifetime-over-time": {
    cube: "lifetime-values",
    cells: [],
    measures: ["customers", "p_alive_sum", "clv_historic", "clv_future"],
    dates: "all",
    within: [[]],
    zeros: true,
  },
  "lifetime-parts": {
    cube: "lifetime-values",
    cells: ["part", "below_zero"],
    measures: ["customers", "p_alive_sum", "expected_sum", "clv_historic", "clv_future", "clv"],
    dates: "each",
    within: [[]],
    zeros: true,
  },
  alive: {
    cube: "lifetime-alive",
    cells: ["bin"],
    measures: ["customers", "revenue", "clv_future"],
    dates: "newest",
    within: [[]],
    zeros: true,
  },
} as const satisfies Record<string, TableSpec>;
