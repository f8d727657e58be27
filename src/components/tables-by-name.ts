import {abcTables} from "./exhibits/abc.js";
import {actionTable} from "./exhibits/actions.js";
import {inputsTable, ledgerTable, qualityTable, settingsTable} from "./exhibits/data.js";
import {retentionTable} from "./exhibits/lifetime.js";
import {holdoutTable, parameterTable} from "./exhibits/lifetime-models.js";
import {summaryTable, verdictTable} from "./exhibits/methods.js";
import {pyramidMembers} from "./exhibits/pyramids.js";
import {referenceTable} from "./exhibits/reference-points.js";
import {cellTable, thresholdTable} from "./exhibits/rfm.js";
import {threeLists} from "./exhibits/rfm-bands.js";
import {categoriesTable, spendTable} from "./exhibits/spend.js";
import {minimumsTable, mismatchTable} from "./exhibits/stage-tables.js";
import type {Html} from "./html.js";
import type {Site} from "./site.js";

/** Every table that a page may ask for, by name. */
export const tables: Readonly<Record<string, (site: Site, args: readonly string[]) => Html>> = {
  abc: abcTables,
  "rfm-cells": cellTable,
  "rfm-thresholds": thresholdTable,
  "three-lists": threeLists,
  spend: spendTable,
  categories: categoriesTable,
  "reference-points": referenceTable,
  retention: retentionTable,
  parameters: parameterTable,
  "holdout-errors": holdoutTable,
  "pyramid-members": pyramidMembers,
  "method-summary": summaryTable,
  verdicts: verdictTable,
  actions: actionTable,
  mismatches: mismatchTable,
  "grid-minimums": minimumsTable,
  inputs: inputsTable,
  quality: qualityTable,
  ledger: ledgerTable,
  settings: settingsTable,
};
