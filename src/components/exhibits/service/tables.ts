import type {Html} from "../../html.js";
import type {Site} from "../../site.js";
import {causesTable, hiddenComplaints} from "./complaint-tables.js";
import {gapTable} from "./gap-table.js";
import {satisfactionClaims} from "./satisfaction.js";
import {vipTable} from "./vip-table.js";

/** The tables of the page on service, by name. */
export const serviceTables: Readonly<Record<string, (site: Site) => Html>> = {
  "complaint-causes": causesTable,
  "hidden-complaints": hiddenComplaints,
  "service-gaps": gapTable,
  "service-vip": vipTable,
  "satisfaction-claims": satisfactionClaims,
};
