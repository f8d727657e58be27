import {abcTables} from "./exhibits/abc.js";
import {inputsTable, ledgerTable, qualityTable, settingsTable} from "./exhibits/data.js";
import {cellTable, thresholdTable} from "./exhibits/rfm.js";
import {minimumsTable, mismatchTable} from "./exhibits/stage-tables.js";
import type {Html} from "./html.js";
import type {Site} from "./site.js";

/** Every table that a page may ask for, by name. */
export const tables: Readonly<Record<string, (site: Site, args: readonly string[]) => Html>> = {
  abc: abcTables,
  "rfm-cells": cellTable,
  "rfm-thresholds": thresholdTable,
  mismatches: mismatchTable,
  "grid-minimums": minimumsTable,
  inputs: inputsTable,
  quality: qualityTable,
  ledger: ledgerTable,
  settings: settingsTable,
};
