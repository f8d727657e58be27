import type {CellSums} from "./filter-table.js";

/**
 * Customers whose money is about the same: `spread` is how far it lies from their mean at most. Of bins that were put
 * together, as where small groups are suppressed, it is unknown, and taken for 0.
 */
export interface MoneyBin {
  gain: boolean;
  customers: number;
  amount: number;
  spread: number;
  together: boolean;
}

/**
 * Bins of money of one measure, largest first: `bin` is 500 plus the half octave (below it for losses), 1000 more for
 * profit. Within a bin money is taken to fall evenly, as far to both sides of the mean as the bin's bounds allow. Bins that
 * were put `together` have numbers of their order alone.
 */
export function moneyBins(
  cells: readonly CellSums[],
  measure: "revenue" | "profit",
  together: boolean,
): MoneyBin[] {
  return cells
    .map(({cell, sums}) => ({bin: cell.bin as number, sums}))
    .filter(({bin}) => bin >= 1000 === (measure === "profit"))
    .sort((a, b) => b.bin - a.bin)
    .map(({bin, sums}) => {
      const [customers, amount] = [sums.customers ?? 0, sums.amount ?? 0];
      const spread = together ? 0 : spreadOf(bin % 1000, amount / customers);
      return {gain: bin % 1000 > 500, customers, amount, spread, together};
    });
}

/** None where the mean lies outside the bin, as after rounding. */
function spreadOf(bin: number, mean: number): number {
  const half = Math.abs(bin - 500);
  if (half === 0) return 0;
  const [low, high] = [2 ** ((half - 1) / 2), 2 ** (half / 2)];
  return Math.max(0, Math.min(Math.abs(mean) - low, high - Math.abs(mean)));
}

/** Money that is estimated, in so many digits as an estimate has: four of those of the whole. */
export function roundedEstimate(amount: number, whole: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(whole) || 1)) - 3);
  return unit * Math.round(amount / unit);
}

/** What the largest `first` of a bin's customers bring. */
function firstOf({customers, amount, spread}: MoneyBin, first: number): number {
  return (first / customers) * amount + spread * first * (1 - first / customers);
}

/** As far as money may be from what is told for an estimate: a hundredth of the whole. */
const nearEnough = 0.01;

/**
 * What the customers on the first places bring, largest first; the bin that the last of them is in gives its part. Null
 * where that can't be told within a hundredth of the whole: of bins that were put together a part is at least the same part of
 * their money, and each customer brings at most what those of the bin before it do.
 */
export function amountOf(bins: readonly MoneyBin[], places: number): number | null {
  const whole = Math.abs(bins.reduce((sum, bin) => sum + bin.amount, 0));
  let [left, amount, most] = [places, 0, Number.POSITIVE_INFINITY];
  for (const bin of bins) {
    if (left <= 0) break;
    if (left >= bin.customers) amount += bin.amount;
    else {
      const least = firstOf(bin, left);
      const highest = Math.min(most * left, bin.gain ? bin.amount : 0);
      if (bin.together && highest - least > nearEnough * whole) return null;
      amount += least;
    }
    left -= bin.customers;
    most = bin.amount / bin.customers;
  }
  return amount;
}
