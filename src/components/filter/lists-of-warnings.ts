import type {AlertListRow, OpportunityListRow, TopAlertRow} from "../../cubes/warning.js";
import {
  mostAlerts,
  opportunityRows,
  shownAtOnce,
  signsList,
  topAlertList,
} from "../exhibits/warning/account-lists.js";
import {type NamedLists, namedList} from "./named-list.js";

/** The lists of warnings, by id. */
export const lists: NamedLists = {
  "alert-list": namedList<AlertListRow>({
    cube: "alert-list",
    most: shownAtOnce,
    together: mostAlerts,
    table: signsList,
  }),
  "alert-list-more": namedList<AlertListRow>({
    cube: "alert-list",
    most: mostAlerts - shownAtOnce,
    after: shownAtOnce,
    table: signsList,
  }),
  "top-alerts": namedList<TopAlertRow>({cube: "top-alerts", most: 10, table: topAlertList}),
  "opportunity-list": namedList<OpportunityListRow>({
    cube: "opportunity-list",
    most: 15,
    entries: {one: "opportunity", many: "opportunities", zh: "项机会"},
    table: opportunityRows,
  }),
};
