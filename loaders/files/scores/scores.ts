import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {
  purchaseColumns,
  scoreColumns,
  type WorkbenchColumn,
  type WorkbenchCounts,
} from "../../../src/components/workbench/columns.js";
import type {Columns} from "../../audiences/columns.js";
import {rowsOf} from "../../database.js";
import {ownScoreColumns, ownScoreValues} from "../../own/workbench.js";
import {literal} from "../../quote.js";
import type {FileSet} from "../file-set.js";
import {arrowStream} from "./arrow.js";

const columns: Columns = {
  ...Object.fromEntries(
    [...scoreColumns, ...ownScoreColumns(), ...purchaseColumns].map(
      ({name, kind}) => [`${name}[]`, kind] as const,
    ),
  ),
  customers: "count",
  customers_of: "count",
  months: "count",
  months_of: "count",
};

/**
 * The workbench's tables as Arrow streams, `scores.arrow` and `purchases-monthly.arrow`, and `counts.json`, which says how
 * many rows of how many they hold. For analysts alone.
 */
export const scores: FileSet = {
  columns: {analysts: columns},
  async write(connection, {settings, folder}) {
    const [day] = await rowsOf<{as_of: string}>(connection, "SELECT max(as_of) AS as_of FROM scores");
    const variables = {
      workbench_as_of: `DATE ${literal(day!.as_of)}`,
      workbench_rows: String(settings.workbench.rows),
      workbench_months: String(settings.workbench.months),
    };
    for (const [name, value] of Object.entries(variables))
      await connection.run(`SET VARIABLE ${name} = ${value}`);
    const [all] = await rowsOf<{customers: string; months: string}>(connection, query("counts.sql"));
    const write = async (name: string, list: readonly WorkbenchColumn[]): Promise<number> => {
      const reader = await connection.runAndReadAll(query(`${name}.sql`));
      const [names, values] = [reader.columnNames(), reader.getColumnsJS() as unknown[][]];
      const own = name === "scores" ? ownScoreColumns() : [];
      const bytes = arrowStream(
        [...list, ...own],
        [...names, ...own.map((column) => column.name)],
        own.length === 0
          ? values
          : [
              ...values,
              ...(await ownScoreValues(connection, day!.as_of, values[names.indexOf("customer_id")]!)),
            ],
      );
      writeFileSync(join(folder, `${name}.arrow`), bytes);
      return reader.currentRowCount;
    };
    const counts: WorkbenchCounts = {
      customers: await write("scores", scoreColumns),
      customers_of: Number(all!.customers),
      months: await write("purchases-monthly", purchaseColumns),
      months_of: Number(all!.months),
    };
    writeFileSync(join(folder, "counts.json"), JSON.stringify(counts));
  },
};

function query(name: string): string {
  return readFileSync(new URL(name, import.meta.url), "utf8");
}
