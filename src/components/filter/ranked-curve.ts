import type {Measure, ParetoPoint} from "../../cubes.js";
import type {CellSums} from "./filter-table.js";
import {firstOf, type MoneyBin, moneyBins} from "./money-bins.js";

/**
 * The cumulative curve of customers ranked anew, from bins of their money, two an octave. The share of the top fifth is
 * within a third of a point of the exact one.
 */
export function rankedCurve(bins: readonly CellSums[]): ParetoPoint[] {
  return (["revenue", "profit"] as const).flatMap((measure) => {
    const own = moneyBins(bins, measure);
    const customers = own.reduce((sum, bin) => sum + bin.customers, 0);
    const amount = own.reduce((sum, bin) => sum + bin.amount, 0);
    return amount > 0 ? pointsOf(own, {customers, amount}, measure) : [];
  });
}

type End = {customers: number; amount: number};

/** The points of a curve over bins, largest first: where each ends, and that of the first fifth. Shares are of `whole`. */
export function pointsOf(bins: readonly MoneyBin[], whole: End, measure: Measure): ParetoPoint[] {
  const fifth = Math.ceil(0.2 * whole.customers - 1e-9);
  const ends: End[] = [];
  let before: End = {customers: 0, amount: 0};
  for (const bin of bins) {
    const after = {customers: before.customers + bin.customers, amount: before.amount + bin.amount};
    if (before.customers < fifth && fifth < after.customers)
      ends.push({
        customers: fifth,
        amount: Math.round(before.amount + firstOf(bin, fifth - before.customers)),
      });
    ends.push(after);
    before = after;
  }
  const highest = Math.max(...ends.map((end) => end.amount));
  const peak = ends.findIndex((end) => end.amount === highest);
  return ends.map((end, i) => ({
    measure,
    ...end,
    customer_share: end.customers / whole.customers,
    amount_share: end.amount / whole.amount,
    peak: i === peak,
  }));
}
