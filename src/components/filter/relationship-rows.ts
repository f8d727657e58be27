import type {MovementModel, StageRegressionRow} from "../../cubes/movement.js";
import type {ContactPatternRow} from "../../cubes/relationship.js";
import type {ChurnRow} from "../../cubes/warning.js";
import {groupsOf, is, sumOf} from "./cell-groups.js";
import type {CellSums} from "./filter-table.js";
import type {Finish} from "./filtered-cubes.js";
import type {relationshipTables} from "./relationship-tables.js";

/** The breadth of contacts of each stage: its cells are told apart by who was met, and means are over those. */
function contactRows(found: readonly CellSums[]): ContactPatternRow[] {
  return groupsOf(found, ["stage"]).map((cells) => {
    const met = cells.filter(is("met", true));
    const customers = sumOf(cells, "customers");
    const met_customers = sumOf(met, "customers");
    const mean = (measure: string): number | null => {
      const sum = sumOf(met, measure);
      return sum === null || !met_customers ? null : sum / met_customers;
    };
    return {
      stage: cells[0]!.cell.stage as ContactPatternRow["stage"],
      customers,
      met_customers,
      departments: mean("departments"),
      people: mean("people"),
      senior_customers: sumOf(cells.filter(is("senior", true)), "customers"),
      suppressed: customers === null,
    };
  });
}

/** How often accounts regressed from each stage over the intervals that end by a date. */
function regressionRows(found: readonly CellSums[], as_of: string): StageRegressionRow[] {
  const ended = found.filter(({cell}) => (cell.as_of as string) <= as_of);
  const spans = groupsOf(ended, ["span", "as_of"]).map((cells) => cells[0]!.cell.span);
  return groupsOf(ended, ["model", "span", "stage", "step"]).map((cells) => {
    const {model, span, stage, step} = cells[0]!.cell;
    return {
      model: model as StageRegressionRow["model"],
      span: span as StageRegressionRow["span"],
      stage: stage as StageRegressionRow["stage"],
      step: step as number,
      intervals: spans.filter((of) => of === span).length,
      customers: sumOf(cells, "customers"),
      seen: sumOf(cells, "seen"),
      regressed: sumOf(cells, "regressed"),
    };
  });
}

/** Churn at each date up to the report's; a date whose customers are too few to be shown is left out. */
function churnRows(found: readonly CellSums[], as_of: string): ChurnRow[] {
  const known = found.filter(({cell}) => (cell.as_of as string) <= as_of);
  return groupsOf(known, ["as_of"]).flatMap((cells) => {
    const gone = cells.filter(is("gone", true));
    const [customers, revenue] = [sumOf(cells, "customers"), sumOf(cells, "revenue")];
    return customers === null || revenue === null
      ? []
      : [
          {
            as_of: cells[0]!.cell.as_of as string,
            customers,
            revenue,
            lost: sumOf(gone, "customers"),
            revenue_lost: sumOf(gone, "revenue"),
            keeping_cost: null,
          },
        ];
  });
}

/** Bands of ages counted from 1, the one that begins today. */
const banded: Finish = (_, rows) => {
  const starts = [...new Set([0, ...rows.map((row) => row.from_days ?? 0)])].sort((a, b) => a - b);
  return rows.map((row) => ({...row, band: starts.indexOf(row.from_days ?? 0) + 1}));
};

/** Moves up to the report's date, of the one model that the table is of. */
const movedIn =
  (model: MovementModel): Finish =>
  (_, rows, {as_of}) =>
    rows.map((row) => ({...row, model, to: as_of}));

/** What the rows of these tables need beside their cells and sums. */
export const relationshipRows: Partial<Record<keyof typeof relationshipTables, Finish>> = {
  "assessment-ages": banded,
  "wallet-ages": banded,
  "wallet-segments": (_, rows) => rows.map(({gap_part, ...row}) => ({...row, part: gap_part})),
  "contact-pattern": contactRows,
  "moves-grid-stage": movedIn("grid_stage"),
  "moves-wallet-stage": movedIn("wallet_stage"),
  "moves-metal": movedIn("metal"),
  "moves-rfm-segment": movedIn("rfm_segment"),
  "moves-abc": movedIn("abc"),
  "movement-ways": (_, rows, {as_of}) =>
    rows.map((row) => ({...row, to: as_of, profit_before: null, profit_after: null})),
  churn: (found, _, {as_of}) => churnRows(found, as_of),
  "stage-regressions": (found, _, {as_of}) => regressionRows(found, as_of),
};
