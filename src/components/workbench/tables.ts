import {purchaseColumns, scoreColumns, type WorkbenchColumn} from "./columns.js";

function typed(table: string, file: string, list: readonly WorkbenchColumn[], minorDigits: number): string[] {
  const money = list
    .filter(({kind}) => kind === "money")
    .map(
      ({name}) =>
        `(${name}::DECIMAL(18, 0) * ${10 ** -minorDigits}::DECIMAL(${minorDigits + 1}, ${minorDigits}))::DECIMAL(18, ${minorDigits}) AS ${name}`,
    );
  return [
    `CREATE TABLE ${table} AS SELECT * REPLACE (${money.join(", ")}) FROM ${file}`,
    `DROP TABLE ${file}`,
  ];
}

/** Makes the workbench's tables of what its files hold: money in minor units becomes decimal money, to the last digit. */
export function typedTables(minorDigits: number): string[] {
  return [
    ...typed("scores", "scores_file", scoreColumns, minorDigits),
    ...typed("purchases_monthly", "purchases_file", purchaseColumns, minorDigits),
  ];
}

/** Shuts DuckDB in: a query, which may have come with a link, can ask no other host and read no file. */
export const lockDown: readonly string[] = [
  "SET enable_external_access = false",
  "SET autoinstall_known_extensions = false",
  "SET autoload_known_extensions = false",
  "SET lock_configuration = true",
];
