import type {ComplaintAftermathRow, ComplaintSummaryRow, ServiceClassRow} from "../../cubes/service.js";
import {groupsOf, is, sumOf} from "./cell-groups.js";
import type {CellSums} from "./filter-table.js";
import type {Finish} from "./filtered-cubes.js";
import type {serviceTables} from "./service-tables.js";

/** How many complaints took so long. */
interface Took {
  hours: number;
  resolved: number;
}

/**
 * The hours that a share of the complaints took at most, shortest first; where it falls between two of them, in
 * proportion, as DuckDB's quantile_cont. Null of none.
 */
function hoursAt(share: number, took: readonly Took[]): number | null {
  const place = share * (took.reduce((sum, {resolved}) => sum + resolved, 0) - 1);
  const at = (rank: number): number | undefined => {
    let before = 0;
    return took.find(({resolved}) => {
      before += resolved;
      return rank < before;
    })?.hours;
  };
  const [low, high] = [at(Math.floor(place)), at(Math.ceil(place))];
  if (low === undefined || high === undefined) return null;
  return Math.round((low + (high - low) * (place - Math.floor(place))) * 10_000) / 10_000;
}

/** The times to resolve; what else the cube tells of complaints stands in another table. */
function timesRow(found: readonly CellSums[], as_of: string): ComplaintSummaryRow {
  const took = found
    .map(({cell, sums}) => ({hours: (cell.seconds as number) / 3600, resolved: sums.resolved ?? 0}))
    .sort((a, b) => a.hours - b.hours);
  return {
    as_of,
    complaints: null,
    complainants: null,
    median_hours: hoursAt(0.5, took),
    p90_hours: hoursAt(0.9, took),
    not_judged: null,
  };
}

/** Buying before and after, of those who bought again and those who didn't together. */
function aftermathRows(found: readonly CellSums[]): ComplaintAftermathRow[] {
  return groupsOf(found, ["handling", "side"]).map((cells) => {
    const {handling, side} = cells[0]!.cell;
    const customers = sumOf(cells, "customers");
    return {
      handling: handling as ComplaintAftermathRow["handling"],
      side: side as ComplaintAftermathRow["side"],
      customers,
      bought: sumOf(cells.filter(is("again", true)), "customers"),
      orders_before: sumOf(cells, "orders_before"),
      orders_after: sumOf(cells, "orders_after"),
      revenue_before: sumOf(cells, "revenue_before"),
      revenue_after: sumOf(cells, "revenue_after"),
      suppressed: customers === null,
    };
  });
}

/** Who is served below the level suggested in each class; what else the cube tells of classes is not kept by filters. */
function classRows(found: readonly CellSums[]): ServiceClassRow[] {
  return groupsOf(found, ["class"]).map((cells) => {
    const customers = sumOf(cells, "customers");
    return {
      class: cells[0]!.cell.class as ServiceClassRow["class"],
      customers,
      below: sumOf(cells.filter(is("beneath", true)), "customers"),
      known: sumOf(
        cells.filter(({cell}) => cell.beneath !== null),
        "customers",
      ),
      complainants: null,
      median_hours: null,
      in_limit_share: null,
      invited: null,
      took_part: null,
      suppressed: customers === null,
    };
  });
}

/** What the rows of these tables need beside their cells and sums. */
export const serviceRows: Partial<Record<keyof typeof serviceTables, Finish>> = {
  "complaint-summary": (_, rows) =>
    rows.map(
      ({as_of, customers, complaints}): ComplaintSummaryRow => ({
        as_of,
        complaints: complaints ?? null,
        complainants: customers ?? null,
        median_hours: null,
        p90_hours: null,
        not_judged: null,
      }),
    ),
  "complaint-hours": (found, _, {as_of}) => [timesRow(found, as_of)],
  "complaint-times": (_, rows) => rows.map(({time_band, ...row}) => ({...row, band: time_band})),
  "complaint-aftermath": aftermathRows,
  "service-classes": classRows,
};
