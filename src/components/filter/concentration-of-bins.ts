import {group} from "d3-array";
import type {ConcentrationRow} from "../../cubes/value.js";
import type {Measure, ReportCube} from "../../cubes.js";
import type {CellSums} from "./filter-table.js";
import {firstOf, type MoneyBin, moneyBins} from "./money-bins.js";

/**
 * How concentrated the money of chosen customers is at each date up to the report's, estimated from bins of it, two an
 * octave: shares to within a third of a point, the Gini coefficient within 0.01. What fewer customers than the smallest
 * cell bring is not told.
 */
export function concentrationOfBins(
  cells: readonly CellSums[],
  {as_of, smallest_cell}: Pick<ReportCube, "as_of" | "smallest_cell">,
): ConcentrationRow[] {
  const byDay = [...group(cells, ({cell}) => String(cell.as_of))].filter(([day]) => day <= as_of);
  return byDay.sort().flatMap(([day, own]) =>
    (["revenue", "profit"] as const).flatMap((measure) => {
      const bins = moneyBins(own, measure);
      return bins.length === 0 ? [] : [concentrationOf(bins, day, measure, smallest_cell)];
    }),
  );
}

const total = (bins: readonly MoneyBin[], of: (bin: MoneyBin) => number): number =>
  bins.reduce((sum, bin) => sum + of(bin), 0);

function concentrationOf(
  bins: readonly MoneyBin[],
  as_of: string,
  measure: Measure,
  smallest: number,
): ConcentrationRow {
  const n = total(bins, (bin) => bin.customers);
  const whole = total(bins, (bin) => bin.amount);
  const absolute = total(bins, (bin) => Math.abs(bin.amount));
  const gains = bins.filter((bin) => bin.gain);
  const gained = total(gains, (bin) => bin.amount);
  const share = (percent: number): number | null => {
    const places = Math.ceil((percent * n) / 100);
    return whole > 0 && places >= smallest ? amountOf(bins, places) / whole : null;
  };
  const hhi = gained > 0 ? total(gains, squares) / gained ** 2 : null;
  return {
    as_of,
    measure,
    customers: n,
    top1_share: share(1),
    top5_share: share(5),
    top10_share: share(10),
    top20_share: share(20),
    gini: absolute > 0 ? byPlace(bins, n) / (n * absolute) : null,
    hhi,
    effective_customers: hhi ? 1 / hhi : null,
  };
}

/** What the customers on the first places bring; the bin that the last of them is in gives its part. */
export function amountOf(bins: readonly MoneyBin[], places: number): number {
  let [left, amount] = [places, 0];
  for (const bin of bins) {
    if (left <= 0) break;
    amount += left < bin.customers ? firstOf(bin, left) : bin.amount;
    left -= bin.customers;
  }
  return amount;
}

/** The sum of the squares of what a bin's customers bring. */
function squares({customers, amount, spread}: MoneyBin): number {
  return amount ** 2 / customers + (spread ** 2 * (customers - 1 / customers)) / 3;
}

/** The sum of n + 1 - 2 × place, each times the money there; see `gini` of loaders/cubes/macros.sql. */
function byPlace(bins: readonly MoneyBin[], n: number): number {
  let [before, sum] = [0, 0];
  for (const {customers, amount, spread} of bins) {
    sum += (n - 2 * before - customers) * amount + (spread * (customers ** 2 - 1)) / 3;
    before += customers;
  }
  return sum;
}
