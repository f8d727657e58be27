import {listsAndRules} from "../exhibits/three-lists.js";
import type {Html} from "../html.js";
import type {Site} from "../site.js";
import type {TableName} from "./tables.js";

/** A table of a page, without a chart, that answers to filters: the tables of filters that it reads, and what makes it. */
export interface LiveTable {
  tables: readonly TableName[];
  table: (site: Site) => Html;
}

/** The tables that answer to filters, by the id that they bear in the page. */
export const liveTables: Readonly<Record<string, LiveTable>> = {
  "rfm-lists": {tables: ["rfm", "totals"], table: listsAndRules},
};
