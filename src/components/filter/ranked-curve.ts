import type {Measure, ParetoPoint} from "../../cubes.js";
import type {Sums} from "./filter-table.js";

/**
 * The cumulative curve of customers ranked anew, from bins of their money, two an octave: cells are 500 plus the bin
 * (below it for losses), 1000 more for profit. Within a bin customers are taken for alike, so that the share of the top
 * fifth is within a third of a point of the exact one.
 */
export function rankedCurve(bins: ReadonlyMap<number, Sums>): ParetoPoint[] {
  return (["revenue", "profit"] as const).flatMap((measure) => {
    const own = [...bins]
      .filter(([cell]) => cell >= 1000 === (measure === "profit"))
      .sort(([a], [b]) => b - a)
      .map(([, sums]) => ({customers: sums.customers ?? 0, amount: sums.amount ?? 0}));
    const customers = own.reduce((sum, bin) => sum + bin.customers, 0);
    const amount = own.reduce((sum, bin) => sum + bin.amount, 0);
    return amount > 0 ? points(own, {customers, amount}, measure) : [];
  });
}

type Bin = {customers: number; amount: number};

function points(bins: readonly Bin[], whole: Bin, measure: Measure): ParetoPoint[] {
  const fifth = Math.ceil(0.2 * whole.customers - 1e-9);
  const ends: Bin[] = [];
  let before: Bin = {customers: 0, amount: 0};
  for (const bin of bins) {
    const after = {customers: before.customers + bin.customers, amount: before.amount + bin.amount};
    if (before.customers < fifth && fifth < after.customers) {
      const part = (fifth - before.customers) / bin.customers;
      ends.push({customers: fifth, amount: Math.round(before.amount + part * bin.amount)});
    }
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
