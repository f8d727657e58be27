import {
  type AlertAccountRow,
  type AlertPhase,
  alertPhases,
  type BacktestCutRow,
  type BacktestRule,
  type BacktestRuleRow,
  type ChurnRow,
  type Signal,
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
  // Under a filter what is at stake is not counted.
  const parts = accountsAt(site, as_of).map((r) => r[of] ?? null);
  return parts.reduce<number | null>((sum, x) => (sum === null || x === null ? null : sum + x), 0);
}

/** A rule's results over all cuts, or null where it warned of nobody, or too few to be shown. */
export function ruleOf({cubes}: Site, rule: BacktestRule): BacktestRuleRow | null {
  return (cubes.find("backtest-rules") ?? []).find((r) => r.rule === rule && !r.suppressed) ?? null;
}

/**
 * The same over the accounts whose chance of a lapse stands out: in control or recovery, or unlikely to order again
 * while still in the first phase. An account shows a sign once, so none is counted twice.
 */
export function standingOut(
  site: Site,
  of: "customers" | "at_stake" | "at_risk",
  as_of = site.cubes.report.as_of,
): number | null {
  if (alerted(site, of, as_of) === null) return null;
  const late = accountsAt(site, as_of).filter((r) => r.phase !== "warning");
  const unlikely = (site.cubes.find("alerts") ?? []).filter(
    (r) => r.as_of === as_of && r.phase === "warning" && r.signal === "unlikely_return",
  );
  return [...late, ...unlikely].reduce<number | null>(
    (sum, r) => (sum === null || r[of] === null ? null : sum + r[of]),
    0,
  );
}

/** Whether an account of a list stands out, by its phase and its signs. */
export function standsOut(phase: AlertPhase, shown: readonly Signal[]): boolean {
  return phase !== "warning" || shown.includes("unlikely_return");
}

/** What the backtest says of a sign: whether more lapsed after it than of all customers, or too few to say. */
export type Foretelling = "foretells" | "did-not" | "too-few";

/**
 * Too few: fewer than three cuts, or fewer than five lapses or five others to be expected among the warned (Cochran
 * 1954, Biometrics 10, on small expected numbers), or a rate above that of all by no more than its 95% interval.
 */
export function foretelling(rule: BacktestRuleRow | null, base: number | null): Foretelling {
  if (rule === null || rule.alerts === null || rule.precision === null || rule.precision_low === null)
    return "too-few";
  const all = rule.lift ? rule.precision / rule.lift : base;
  if (all === null || rule.alerts * Math.min(all, 1 - all) < 5) return "too-few";
  if (rule.precision <= all) return "did-not";
  return rule.precision_low > all ? "foretells" : "too-few";
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
