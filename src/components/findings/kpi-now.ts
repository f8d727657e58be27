import type {KpiRow} from "../../cubes.js";

/** The headline figures of the as-of date itself. */
export function kpiNow(rows: readonly KpiRow[]): KpiRow {
  const now = rows.find((r) => r.role === "now");
  if (!now) throw new Error('cube "kpis" has no row for the as-of date');
  return now;
}
