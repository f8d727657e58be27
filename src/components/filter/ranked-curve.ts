import type {Measure, ParetoPoint} from "../../cubes.js";
import type {CellSums} from "./filter-table.js";
import {amountOf, type MoneyBin, moneyBins, roundedEstimate} from "./money-bins.js";

/**
 * The cumulative curve of customers ranked anew, from bins of their money, two an octave. The share of the top fifth is
 * within a third of a point of the exact one; where bins were put `together` it is told within a point, or not at all.
 */
export function rankedCurve(bins: readonly CellSums[], together: boolean): ParetoPoint[] {
  return (["revenue", "profit"] as const).flatMap((measure) => {
    const own = moneyBins(bins, measure, together);
    const customers = own.reduce((sum, bin) => sum + bin.customers, 0);
    const amount = own.reduce((sum, bin) => sum + bin.amount, 0);
    return amount > 0 ? pointsOf(own, {customers, amount}, measure) : [];
  });
}

type End = {customers: number; amount: number};

/**
 * The points of a curve over bins, largest first: where each ends, which is exact, and that of the first fifth, which is
 * estimated and has no more digits than that. Shares are of `whole`.
 */
export function pointsOf(bins: readonly MoneyBin[], whole: End, measure: Measure): ParetoPoint[] {
  const fifth = Math.ceil(0.2 * whole.customers - 1e-9);
  const estimate = amountOf(bins, fifth);
  const ends: End[] = [];
  let before: End = {customers: 0, amount: 0};
  let peak: End | undefined;
  for (const bin of bins) {
    const after = {customers: before.customers + bin.customers, amount: before.amount + bin.amount};
    if (estimate !== null && before.customers < fifth && fifth < after.customers)
      ends.push({
        customers: fifth,
        amount: between(before.amount, roundedEstimate(estimate, whole.amount), after.amount),
      });
    ends.push(after);
    // An estimate is no peak, though rounded it may reach it.
    if (peak === undefined || after.amount > peak.amount) peak = after;
    before = after;
  }
  return ends.map((end) => ({
    measure,
    ...end,
    customer_share: end.customers / whole.customers,
    amount_share: end.amount / whole.amount,
    peak: end === peak,
  }));
}

/** Rounded, an estimate may not pass the exact points on its sides: the curve would have another peak. */
function between(one: number, amount: number, other: number): number {
  return Math.min(Math.max(amount, Math.min(one, other)), Math.max(one, other));
}
