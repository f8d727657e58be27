import {FileAttachment} from "observablehq:stdlib";
import type {ChurnRow} from "../../cubes/warning.js";
import type {DrillTable} from "../drill/drill-tables.js";
import type {CellSums} from "../filter/filter-table.js";

/**
 * The cubes behind tables of which executives have no cell under a filter: their figures show everyone, and so do these.
 * Those whose marks say the number of customers themselves are left out.
 */
const cubes: Partial<Record<DrillTable, () => Promise<unknown>>> = {
  "visit-compliance": () => FileAttachment("../../data/visit-compliance.json").json(),
  "contact-mix": () => FileAttachment("../../data/contact-mix.json").json(),
  "contact-hours": () => FileAttachment("../../data/contact-hours.json").json(),
  "cost-to-serve": () => FileAttachment("../../data/cost-to-serve.json").json(),
  touchpoints: () => FileAttachment("../../data/touchpoints.json").json(),
  "contact-goals": () => FileAttachment("../../data/contact-goals.json").json(),
  "contact-effect": () => FileAttachment("../../data/contact-effect.json").json(),
};

const churn = (): Promise<readonly ChurnRow[]> =>
  FileAttachment("../../data/churn.json").json() as Promise<readonly ChurnRow[]>;

/** The cells of everyone in such a table, or of those who left at any date; null where it is no such table. */
export async function crossedCells(table: DrillTable): Promise<CellSums[] | null> {
  if (table === "churn")
    return (await churn()).map(({as_of, lost}) => ({cell: {as_of, gone: true}, sums: {customers: lost}}));
  const rows = (await cubes[table]?.()) as (CellSums["cell"] & {customers: number | null})[] | undefined;
  return rows?.map((row) => ({cell: row, sums: {customers: row.customers}})) ?? null;
}
