import {
  type AlertAccountRow,
  alertPhases,
  type BacktestCutRow,
  type BacktestRule,
  type BacktestRuleRow,
  type ChurnRow,
} from "../../../cubes/warning.js";
import type {Site} from "../../site.js";

/** Accounts by phase at a date, without those that show no sign. */
export function accountsAt({cubes}: Site, as_of = cubes.report.as_of): AlertAccountRow[] {
  const rows = (cubes.find("alert-accounts") ?? []).filter((r) => r.as_of === as_of);
  return alertPhases.flatMap((phase) => rows.filter((r) => r.phase === phase));
}

/** A measure over the accounts with an alert at a date; null where a part is suppressed or there is no such date. */
export function alerted(
  site: Site,
  of: "customers" | "at_stake" | "at_risk",
  as_of = site.cubes.report.as_of,
): number | null {
  const any = (site.cubes.find("alert-accounts") ?? []).some((r) => r.as_of === as_of);
  if (!any) return null;
  return accountsAt(site, as_of).reduce<number | null>(
    (sum, r) => (sum === null || r[of] === null ? null : sum + r[of]),
    0,
  );
}

/** A rule's results over all cuts, or null where it warned of nobody, or too few to be told. */
export function ruleOf({cubes}: Site, rule: BacktestRule): BacktestRuleRow | null {
  return (cubes.find("backtest-rules") ?? []).find((r) => r.rule === rule && !r.suppressed) ?? null;
}

/** The horizon of the backtest in days, from its cuts; null without any. */
export function horizonOf({cubes}: Site): number | null {
  const cut: BacktestCutRow | undefined = (cubes.find("backtest-cuts") ?? [])[0];
  return cut ? Math.round((Date.parse(cut.until) - Date.parse(cut.cut)) / 86_400_000) : null;
}

/** Share of the customers at the cuts who lapsed; null where it can't be told. */
export function baseRate({cubes}: Site): number | null {
  const cuts = cubes.find("backtest-cuts") ?? [];
  const lapses = cuts.reduce<number | null>(
    (sum, c) => (sum === null || c.lapses === null ? null : sum + c.lapses),
    0,
  );
  const customers = cuts.reduce((sum, c) => sum + c.customers, 0);
  return lapses === null || customers === 0 ? null : lapses / customers;
}

/** Churn at the newest date, or null where the history is too short. */
export function churnNow({cubes}: Site): ChurnRow | null {
  return (cubes.find("churn") ?? []).find((r) => r.as_of === cubes.report.as_of) ?? null;
}
