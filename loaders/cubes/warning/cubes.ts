import type {WarningCubes} from "../../../src/cubes/warning.js";
import type {Definitions} from "../definition.js";

export const warningCubes: Definitions<WarningCubes> = {
  alerts: {
    sql: "warning/alerts.sql",
    suppression: {
      measures: ["customers", "at_stake", "at_risk"],
      within: [["as_of", "signal"], ["as_of", "phase"], ["as_of"]],
    },
  },
  "alert-accounts": {
    sql: "warning/alert-accounts.sql",
    suppression: {measures: ["customers", "at_stake", "at_risk"], within: [["as_of"]]},
  },
  "alert-list": {sql: "warning/alert-list.sql"},
  "top-alerts": {sql: "warning/top-alerts.sql"},
  "backtest-cuts": {sql: "warning/backtest-cuts.sql"},
  "backtest-rules": {sql: "warning/backtest-rules.sql"},
  "backtest-curve": {sql: "warning/backtest-curve.sql"},
  "customer-types": {
    sql: "warning/customer-types.sql",
    suppression: {measures: ["customers", "revenue", "profit"], within: [[]]},
  },
  opportunities: {
    sql: "warning/opportunities.sql",
    suppression: {measures: ["customers", "events"], within: [[], ["kind"], ["stage"]]},
  },
  "opportunity-list": {sql: "warning/opportunity-list.sql"},
  churn: {sql: "warning/churn.sql"},
};
