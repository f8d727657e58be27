import type {CellSums} from "./filter-table.js";

/** Customers whose money is about the same: `spread` is how far it lies from their mean at most. */
export interface MoneyBin {
  gain: boolean;
  customers: number;
  amount: number;
  spread: number;
}

/**
 * Bins of money of one measure, largest first: `bin` is 500 plus the half octave (below it for losses), 1000 more for
 * profit. Within a bin money is taken to fall evenly, as far to both sides of the mean as the bin's bounds allow.
 */
export function moneyBins(cells: readonly CellSums[], measure: "revenue" | "profit"): MoneyBin[] {
  return cells
    .map(({cell, sums}) => ({bin: cell.bin as number, sums}))
    .filter(({bin}) => bin >= 1000 === (measure === "profit"))
    .sort((a, b) => b.bin - a.bin)
    .map(({bin, sums}) => {
      const [customers, amount] = [sums.customers ?? 0, sums.amount ?? 0];
      return {gain: bin % 1000 > 500, customers, amount, spread: spreadOf(bin % 1000, amount / customers)};
    });
}

/** None where the mean lies outside the bin, as where small bins were put together. */
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
export function firstOf({customers, amount, spread}: MoneyBin, first: number): number {
  return (first / customers) * amount + spread * first * (1 - first / customers);
}
