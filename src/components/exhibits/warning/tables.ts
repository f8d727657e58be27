import type {Html} from "../../html.js";
import type {Site} from "../../site.js";
import {rulesCompared} from "./backtest.js";
import {churnClaims} from "./churn.js";
import {alertList, signalTable, topAlerts} from "./list.js";
import {opportunityList} from "./opportunity-list.js";
import {phaseActions, typeTreatments} from "./types.js";

/** The tables of the page on warnings, by name. */
export const warningTables: Readonly<Record<string, (site: Site) => Html>> = {
  "alert-list": alertList,
  "top-alerts": topAlerts,
  "signal-definitions": signalTable,
  "phase-actions": phaseActions,
  "rules-compared": rulesCompared,
  "type-treatments": typeTreatments,
  "opportunity-list": opportunityList,
  "churn-claims": churnClaims,
};
