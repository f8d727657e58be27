import {type GridStage, gridStages, type ReportCube} from "../../cubes.js";
import {stageAt} from "../charts/stage-grid.js";
import {type Brush, type BrushKind, brushCells} from "./brush.js";

/**
 * The group that a part belongs to where only whole groups may be chosen, so that small ones stay hidden: the slice of R,
 * the stage of the square, the fifth of the customers; counted from 1.
 */
export function groupOf(
  on: BrushKind,
  cell: number,
  {grid_minimums}: Pick<ReportCube, "grid_minimums">,
): number {
  if (on === "rfm") return Math.floor(cell / 100);
  if (on === "pareto") return Math.ceil(cell / 20);
  const stage: GridStage =
    cell === 0 ? "unassessed" : stageAt(Math.floor(cell / 10), cell % 10, grid_minimums);
  return gridStages.indexOf(stage) + 1;
}

/** The brush with every group that it touches whole, where only whole groups may be chosen. */
export function wholeGroups(brush: Brush, report: Pick<ReportCube, "audience" | "grid_minimums">): Brush {
  if (report.audience !== "executives") return brush;
  const {on} = brush;
  const groups = new Set(brush.cells.map((cell) => groupOf(on, cell, report)));
  return {on, cells: brushCells[on].filter((cell) => groups.has(groupOf(on, cell, report)))};
}
