import type {BudgetPoint} from "../../cubes/coverage.js";
import type {ReportCube} from "../../cubes.js";
import {headsUpTo} from "../budget-plan.js";
import {groupsOf, sumOf} from "./cell-groups.js";
import type {CellSums} from "./filter-table.js";
import {amountOf, moneyBins, roundedEstimate} from "./money-bins.js";

/**
 * Customers ranked anew, at each whole per cent of them: heads are exact, what they bring is estimated from bins of their
 * money, and not told where it may be too far from that. Of fewer customers than the smallest cell, on either side of a
 * point, nothing is told. Public accounts are counted together alone, since it isn't known which places they have.
 */
export function budgetOfBins(
  cells: readonly CellSums[],
  {smallest_cell: k}: Pick<ReportCube, "smallest_cell">,
): BudgetPoint[] {
  const merged = groupsOf(cells, ["bin"]).map((same) => ({
    cell: same[0]!.cell,
    sums: {customers: sumOf(same, "customers"), amount: sumOf(same, "amount")},
  }));
  return (["revenue", "profit"] as const).flatMap((measure) => {
    const bins = moneyBins(merged, measure, k > 1);
    const n = bins.reduce((sum, bin) => sum + bin.customers, 0);
    const whole = bins.reduce((sum, bin) => sum + bin.amount, 0);
    const official = moneyBins(
      cells.filter(({cell}) => cell.public),
      measure,
      k > 1,
    ).reduce((sum, bin) => sum + bin.customers, 0);
    const publicOf = (place: number): number | null => {
      if (k > 1) return null;
      return official === 0 || place === n ? official : null;
    };
    return Array.from({length: 100}, (_, i) => i + 1).flatMap((percent) => {
      const customers = headsUpTo(percent, n);
      const told = percent === 100 ? n > 0 : customers >= k && n - customers >= k;
      const amount = amountOf(bins, customers);
      return told && amount !== null
        ? [
            {
              measure,
              percent,
              customers,
              amount: customers === n ? whole : roundedEstimate(amount, whole),
              public_customers: publicOf(customers),
            },
          ]
        : [];
    });
  });
}
