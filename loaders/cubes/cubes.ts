import type {Cubes} from "../../src/cubes.js";
import {coverageCubes} from "./coverage/cubes.js";
import type {Definitions} from "./definition.js";
import {movementCubes} from "./movement/cubes.js";
import {relationshipCubes} from "./relationship/cubes.js";
import {serviceCubes} from "./service/cubes.js";
import {warningCubes} from "./warning/cubes.js";

/** Every cube that is counted from the warehouse: the declared list. `report`, `settings` and `actions` come from the settings. */
export const definitions: Definitions<
  Omit<Cubes, "report" | "settings" | "actions" | "computation" | "own-pages">
> = {
  "filter-values": {sql: "filter-values.sql"},
  kpis: {sql: "kpis.sql"},
  "pareto-curve": {sql: "pareto-curve.sql"},
  abc: {
    sql: "abc.sql",
    suppression: {
      measures: ["customers", "orders", "revenue", "profit"],
      within: [["as_of", "preset", "measure"]],
    },
    ladder: {
      within: ["as_of", "preset", "measure"],
      steps: ["A", "B", "C", "D"],
      stepOf: (row) => row.class,
      orderOf: (row) => row.measure,
    },
  },
  rfm: {
    sql: "rfm.sql",
    suppression: {
      measures: ["customers", "orders", "revenue", "profit", "recency_days"],
      within: [["scheme"], ["scheme", "r"], ["scheme", "f"], ["scheme", "m"]],
    },
  },
  "rfm-thresholds": {
    sql: "rfm-thresholds.sql",
    suppression: {measures: ["lowest", "highest", "customers"], within: [["scheme", "axis"]]},
  },
  "rfm-over-time": {
    sql: "rfm-over-time.sql",
    suppression: {measures: ["customers", "revenue"], within: [["as_of", "axis"]]},
    ladder: {
      within: ["as_of", "axis"],
      steps: [5, 4, 3, 2, 1],
      stepOf: ({axis, score}) => (axis === "m" ? score : null),
      orderOf: () => "m",
    },
  },
  "rfm-segments": {
    sql: "rfm-segments.sql",
    suppression: {measures: ["customers", "orders", "revenue", "profit"], within: [["as_of"]]},
  },
  "rfm-bands": {
    sql: "rfm-bands.sql",
    suppression: {measures: ["customers", "orders", "revenue", "profit"], within: [["as_of"]]},
  },
  "spend-parts": {
    sql: "spend-parts.sql",
    suppression: {measures: ["customers", "orders", "revenue", "profit"], within: [["part"]]},
    ladder: {
      within: ["part"],
      steps: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      stepOf: (row) => row.number,
      orderOf: () => "revenue",
    },
  },
  categories: {
    sql: "categories.sql",
    suppression: {measures: ["customers", "revenue", "profit"], within: [[]]},
  },
  concentration: {sql: "concentration.sql"},
  "rfm-members": {sql: "rfm-members.sql"},
  pyramid: {
    sql: "pyramid.sql",
    suppression: {measures: ["customers", "revenue", "profit", "clv"], within: [["as_of", "pyramid"]]},
    ladder: {
      within: ["as_of", "pyramid"],
      steps: ["diamond", "gold", "brass", "lead"],
      stepOf: ({pyramid, level}) => (pyramid === "metal" ? level : null),
      orderOf: () => "metal",
    },
  },
  "pyramid-members": {sql: "pyramid-members.sql"},
  movement: {
    sql: "movement.sql",
    suppression: {
      measures: ["customers", "money_before", "money_after"],
      within: [
        ["model", "from", "thresholds"],
        ["model", "from", "thresholds", "from_class"],
        ["model", "from", "thresholds", "to_class"],
      ],
    },
  },
  inputs: {sql: "inputs.sql"},
  quality: {sql: "quality.sql"},
  notices: {sql: "notices.sql"},
  ledger: {sql: "ledger.sql", single: true},
  "lifetime-models": {sql: "lifetime-models.sql"},
  "lifetime-parameters": {sql: "lifetime-parameters.sql"},
  "lifetime-values": {
    sql: "lifetime-values.sql",
    suppression: {
      measures: ["customers", "p_alive", "expected_purchases", "clv_historic", "clv_future", "clv"],
      within: [["as_of"]],
    },
  },
  "lifetime-alive": {
    sql: "lifetime-alive.sql",
    suppression: {measures: ["customers", "revenue", "clv_future"], within: [[]]},
  },
  "lifetime-holdout": {sql: "lifetime-holdout.sql"},
  "lifetime-sensitivity": {sql: "lifetime-sensitivity.sql"},
  "lifetime-retention": {sql: "lifetime-retention.sql"},
  methods: {sql: "methods.sql"},
  "method-summary": {sql: "method-summary.sql"},
  "method-agreement": {sql: "method-agreement.sql"},
  ...relationshipCubes,
  ...movementCubes,
  ...warningCubes,
  ...serviceCubes,
  ...coverageCubes,
};
