import {computationList, modelList, variableTable} from "./computed/page.js";
import {abcTables} from "./exhibits/abc.js";
import {actionTable} from "./exhibits/actions.js";
import {coverageTables} from "./exhibits/coverage/tables.js";
import {inputsTable, ledgerTable, qualityTable, settingsTable} from "./exhibits/data.js";
import {retentionTable} from "./exhibits/lifetime.js";
import {holdoutTable, parameterTable} from "./exhibits/lifetime-models.js";
import {summaryTable, verdictTable} from "./exhibits/method-tables.js";
import {movementTables} from "./exhibits/movement/tables.js";
import {pyramidMembers} from "./exhibits/pyramid-members.js";
import {referenceTable} from "./exhibits/reference-points.js";
import {
  mismatchTable,
  seniorVisitTable,
  staleTable,
  walletAccountsTable,
} from "./exhibits/relationship/named-tables.js";
import {bindingTable, relianceTable} from "./exhibits/relationship/reliance-tables.js";
import {walletReconciliation} from "./exhibits/relationship/wallet.js";
import {serviceTables} from "./exhibits/service/tables.js";
import {categoriesTable, spendTable} from "./exhibits/spend.js";
import {threeLists} from "./exhibits/three-lists.js";
import {warningTables} from "./exhibits/warning/tables.js";
import {glossaryTable} from "./glossary/page.js";
import type {Html} from "./html.js";
import {noticeList} from "./notices.js";
import type {Site} from "./site.js";

/** Every table that a page may ask for, by name. */
export const tables: Readonly<Record<string, (site: Site, args: readonly string[]) => Html>> = {
  abc: abcTables,
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
  binding: bindingTable,
  reliance: relianceTable,
  "stale-assessments": staleTable,
  "wallet-accounts": walletAccountsTable,
  "senior-visits": seniorVisitTable,
  "wallet-reconciliation": walletReconciliation,
  mismatches: mismatchTable,
  ...movementTables,
  ...warningTables,
  ...serviceTables,
  ...coverageTables,
  inputs: inputsTable,
  quality: qualityTable,
  notices: noticeList,
  ledger: ledgerTable,
  settings: settingsTable,
  computation: computationList,
  models: modelList,
  variables: variableTable,
  glossary: glossaryTable,
};
