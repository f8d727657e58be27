import type {Site} from "../../site.js";
import type {Exhibit} from "../exhibit.js";
import {alertsBySignal, alertsOverTime} from "./alerts.js";
import {catchExhibit, signalPrecision} from "./backtest.js";
import {churnExhibit} from "./churn.js";
import {opportunitiesExhibit} from "./opportunities.js";
import {customerTypesExhibit} from "./types.js";

/** The charts of the page on warnings, by name. */
export const warningCharts: Readonly<Record<string, (site: Site) => Exhibit>> = {
  "alerts-by-signal": alertsBySignal,
  "alerts-over-time": alertsOverTime,
  "catch-lapses": (site) => catchExhibit(site, "caught"),
  "catch-money": (site) => catchExhibit(site, "money"),
  "signal-precision": signalPrecision,
  "customer-types": customerTypesExhibit,
  opportunities: opportunitiesExhibit,
  churn: churnExhibit,
};
