import {alertsBySignal, alertsOverTime} from "../../exhibits/warning/alerts.js";
import {churnExhibit} from "../../exhibits/warning/churn.js";
import {opportunitiesExhibit} from "../../exhibits/warning/opportunities.js";
import {customerTypesExhibit} from "../../exhibits/warning/types.js";
import type {LiveFigure} from "./live-figure.js";

/** The figures of warnings that answer to filters, by id; those that put the rules to the test are of everyone. */
export function warningFigures(): Record<string, LiveFigure> {
  return {
    "alerts-by-signal": {tables: ["alerts"], exhibit: alertsBySignal},
    "alerts-over-time": {tables: ["alert-accounts"], exhibit: alertsOverTime},
    "customer-types": {tables: ["customer-types"], exhibit: customerTypesExhibit},
    opportunities: {tables: ["opportunities"], exhibit: opportunitiesExhibit},
    churn: {tables: ["churn"], exhibit: (site) => churnExhibit(site, true)},
  };
}
