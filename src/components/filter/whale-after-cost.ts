import type {WhalePoint} from "../../cubes/coverage.js";
import type {CellSums} from "./filter-table.js";
import {moneyBins} from "./money-bins.js";
import {pointsOf} from "./ranked-curve.js";

/**
 * The cumulative curves of profit before and after cost to serve over customers ranked anew, from bins of their money, two
 * an octave. Bins part gains from losses, so that both curves' peaks are exact where no bins were put together.
 */
export function whaleAfterCost(cells: readonly CellSums[], together: boolean): WhalePoint[] {
  // Of the two measures that bins tell apart, the first is here profit before the cost, the second after it.
  const [before, after] = [moneyBins(cells, "revenue", together), moneyBins(cells, "profit", together)];
  const whole = {
    customers: before.reduce((sum, bin) => sum + bin.customers, 0),
    amount: before.reduce((sum, bin) => sum + bin.amount, 0),
  };
  if (whole.amount <= 0) return [];
  return [
    ...pointsOf(before, whole, "revenue").map((point) => ({...point, measure: "before" as const})),
    ...pointsOf(after, whole, "profit").map((point) => ({...point, measure: "after" as const})),
  ];
}
