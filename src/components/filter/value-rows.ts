import type {ReportCube, RfmScheme} from "../../cubes.js";
import {concentrationOfBins} from "./concentration-of-bins.js";
import type {FilteredRow, Finish} from "./filtered-cubes.js";
import {rankedCurve} from "./ranked-curve.js";
import type {TableName} from "./tables.js";

const mean = (sum: number | null | undefined, customers: number | null | undefined): number | null =>
  sum == null || !customers ? null : sum / customers;

/** The rows of a scheme's cells: days since the last purchase are a mean. */
function ofScheme(scheme: RfmScheme | null): Finish {
  return (_, rows, at: ReportCube) =>
    rows.map((row) => ({
      ...row,
      scheme: scheme ?? at.primary_scheme,
      recency_days: mean(row.recency_days, row.customers),
    }));
}

/** A part of lifetime values: P(alive) and expected purchases are means. */
function lifetimePart({p_alive_sum, expected_sum, ...row}: FilteredRow) {
  return {
    ...row,
    p_alive: mean(p_alive_sum, row.customers),
    ...(expected_sum === undefined ? {} : {expected_purchases: mean(expected_sum, row.customers)}),
  };
}

/** What the tables of what customers are worth need beside their cells and sums. */
export const valueRows: Partial<Record<TableName, Finish>> = {
  rfm: ofScheme(null),
  "rfm-together": ofScheme("together"),
  "rfm-ntile": ofScheme("ntile"),
  "rfm-nested": ofScheme("nested"),
  "rfm-fixed": ofScheme("fixed"),
  "rfm-airline": ofScheme("airline"),
  "rfm-custom": ofScheme("custom"),
  pareto: (found, _, {smallest_cell}) => rankedCurve(found, smallest_cell > 1),
  concentration: (found, _, at) => concentrationOfBins(found, at),
  "lifetime-parts": (_, rows) => rows.map(lifetimePart),
  "lifetime-over-time": (_, rows) => rows.map(lifetimePart),
};
