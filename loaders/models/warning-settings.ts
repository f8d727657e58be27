import {UserError} from "../errors.js";
import type {Settings} from "../settings.js";

/** What the warning's settings are made of. */
type WarningSettings = Pick<Settings, "warning" | "backtest"> & {
  grid: Pick<Settings["grid"], "stale_after_days">;
  service: Pick<Settings["service"], "complaint_limit_hours">;
};

/** What the SQL of warnings, backtest, customer types and opportunities reads, as DuckDB variables (name to SQL). */
export function warningVariables({
  warning,
  backtest,
  grid,
  service,
}: WarningSettings): Record<string, string> {
  const {replace_low, replace_high, ...read} = warning;
  return {
    ...Object.fromEntries(Object.entries(read).map(([name, value]) => [name, String(value)])),
    lapse_days: String(backtest.horizon_days),
    backtest_months: backtest.spacing === "quarter" ? "3" : "1",
    backtest_cuts: String(backtest.cuts),
    stale_after_days: String(grid.stale_after_days),
    warning_complaint_hours: String(service.complaint_limit_hours),
  };
}

/**
 * Checks settings that only make sense together.
 *
 * @throws UserError naming the keys
 */
export function checkWarning({warning}: Pick<WarningSettings, "warning">, file = "report.toml"): void {
  const {control_times, recovery_times, replace_low, replace_high} = warning;
  if (control_times > recovery_times)
    throw new UserError(
      `${file}: warning.control_times = ${control_times}: must not be above recovery_times = ${recovery_times}; recovery comes after control`,
    );
  if (replace_low > replace_high)
    throw new UserError(
      `${file}: warning.replace_low = ${replace_low}: must not be above replace_high = ${replace_high}`,
    );
}
