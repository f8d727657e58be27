import type {Settings} from "../settings.js";

/** What notices.sql reads, as DuckDB variables (name to SQL). */
export function checkVariables({checks}: Pick<Settings, "checks">): Record<string, string> {
  return {
    apart_days: String(checks.apart_days),
    apart_share: `${checks.apart_share}::DOUBLE`,
    unmatched_share: `${checks.unmatched_share}::DOUBLE`,
  };
}
