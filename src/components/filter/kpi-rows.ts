import type {ConcentrationRow} from "../../cubes/value.js";
import type {KpiRow, ReportCube} from "../../cubes.js";
import {isWhole} from "../whole-window.js";
import type {CellSums} from "./filter-table.js";
import type {FilteredRow} from "./filtered-cubes.js";

/**
 * The headline figures of a filter at each date up to the report's. What they are compared with stands among them as it
 * does in the cube: the date that `dates` has a quarter and a year before, where its window lies within the data. What
 * sums can't give is null.
 */
export function kpiRows(rows: readonly FilteredRow[], at: ReportCube): KpiRow[] {
  const of = (row: FilteredRow, role: KpiRow["role"]): KpiRow => ({
    ...({
      top20_share: null,
      gini: null,
      refund_only_customers: null,
      below_zero_customers: null,
      at_zero_customers: null,
    } as KpiRow),
    ...row,
    role,
  });
  const before = (back: number, role: KpiRow["role"]): KpiRow[] => {
    const day = at.dates.at(-1 - back);
    const row = rows.find(({as_of}) => as_of === day);
    return row && isWhole(row.as_of, at) ? [of(row, role)] : [];
  };
  return [
    ...rows.map((row) => of(row, row.as_of === at.as_of ? "now" : "quarter_end")),
    ...before(1, "quarter_ago"),
    ...before(4, "year_ago"),
  ];
}

/**
 * The headline figures with what bins of money tell beside: how concentrated revenue is, and how many customers bring
 * less than nothing, which bins that were put together don't tell.
 */
export function withConcentration(
  kpis: readonly KpiRow[],
  concentration: readonly ConcentrationRow[],
  bins: readonly CellSums[],
  {smallest_cell}: Pick<ReportCube, "smallest_cell">,
): KpiRow[] {
  const below = (as_of: string): number =>
    bins
      .filter(({cell}) => cell.as_of === as_of && (cell.bin as number) < 500)
      .reduce((sum, {sums}) => sum + (sums.customers ?? 0), 0);
  return kpis.map((row) => {
    const found = concentration.find((c) => c.as_of === row.as_of && c.measure === "revenue");
    return {
      ...row,
      top20_share: found?.top20_share ?? null,
      gini: found?.gini ?? null,
      below_zero_customers: smallest_cell > 1 ? null : below(row.as_of),
    };
  });
}
