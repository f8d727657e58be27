import {group} from "d3-array";
import type {ConcentrationRow} from "../../cubes/value.js";
import type {Measure, ReportCube} from "../../cubes.js";
import type {CellSums} from "./filter-table.js";
import {amountOf, type MoneyBin, moneyBins} from "./money-bins.js";

/**
 * How concentrated the money of chosen customers is at each date up to the report's, estimated from bins of it, two an
 * octave: shares to within a third of a point, the Gini coefficient within 0.01. What fewer customers than the smallest
 * cell bring is not told. Where small groups are suppressed bins were put together: shares that they don't give within a
 * point are null, and so are Gini coefficients that they don't give within 0.01, and the HHI, which hangs on the largest.
 */
export function concentrationOfBins(
  cells: readonly CellSums[],
  {as_of, smallest_cell}: Pick<ReportCube, "as_of" | "smallest_cell">,
): ConcentrationRow[] {
  const byDay = [...group(cells, ({cell}) => String(cell.as_of))].filter(([day]) => day <= as_of);
  return byDay.sort().flatMap(([day, own]) =>
    (["revenue", "profit"] as const).flatMap((measure) => {
      const bins = moneyBins(own, measure, smallest_cell > 1);
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
    const amount = whole > 0 && places >= smallest ? amountOf(bins, places) : null;
    return amount === null ? null : amount / whole;
  };
  // Those who were put together may be as unequal as any: what that adds to Gini is below the product of their shares.
  const unequal = total(bins, (bin) => (bin.together ? (bin.customers / n) * Math.abs(bin.amount) : 0));
  const hhi = gained > 0 && smallest === 1 ? total(gains, squares) / gained ** 2 : null;
  return {
    as_of,
    measure,
    customers: n,
    top1_share: share(1),
    top5_share: share(5),
    top10_share: share(10),
    top20_share: share(20),
    gini: absolute > 0 && unequal <= 0.01 * absolute ? byPlace(bins, n) / (n * absolute) : null,
    hhi,
    effective_customers: hhi ? 1 / hhi : null,
  };
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
