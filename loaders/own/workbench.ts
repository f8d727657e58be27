import type {DuckDBConnection} from "@duckdb/node-api";
import type {WorkbenchColumn} from "../../src/components/workbench/columns.js";
import {rowsOf} from "../database.js";
import {literal} from "../quote.js";
import {own} from "./own.js";
import {ownModels} from "./own-models.js";

/** The columns that own models add to the workbench's table `scores`, for analysts. */
export function ownScoreColumns(): WorkbenchColumn[] {
  return ownModels("analysts").map(({column, classes, label}) => ({name: column, kind: classes, ...label}));
}

/** The classes of customers at a date, one list for each of those columns, in the customers' order. */
export async function ownScoreValues(
  connection: DuckDBConnection,
  as_of: string,
  customers: readonly unknown[],
): Promise<(string | null)[][]> {
  if (own.models.length === 0) return [];
  const verdicts = await rowsOf<{model: string; customer_id: string; class: string | null}>(
    connection,
    `SELECT model, customer_id, class FROM own_verdicts WHERE as_of = DATE ${literal(as_of)}`,
  );
  return ownModels("analysts").map(({model}) => {
    const classes = new Map(
      verdicts.filter((row) => row.model === model).map((row) => [row.customer_id, row.class]),
    );
    return customers.map((id) => classes.get(String(id)) ?? null);
  });
}
