import type {SensitivityRow} from "../cubes/value.js";
import {settingOf} from "./settings-in-force.js";
import type {Site} from "./site.js";

/** The horizon in months and the yearly discount rate under which the future is valued. */
export interface Horizon {
  months: number;
  rate: number;
}

/** The pair that the figures stand for: as the cube marks it, else as the settings say. */
export function chosenHorizon(site: Site): Horizon {
  const row = (site.cubes.find("lifetime-sensitivity") ?? []).find((r: SensitivityRow) => r.chosen);
  return row
    ? {months: row.horizon_months, rate: row.discount_rate}
    : {
        months: settingOf(site, "lifetime.horizon_months", 36),
        rate: settingOf(site, "lifetime.discount_rate", 0.1),
      };
}

/** The pair in words, to stand beside every figure that depends on it. */
export function horizonWords(site: Site): string {
  const {months, rate} = chosenHorizon(site);
  const percent = `${Number((rate * 100).toFixed(2))}%`;
  return site.locale === "zh"
    ? `预测期${months}个月，年折现率${percent}`
    : `next ${months} months, discounted at ${percent} a year`;
}

/** What a lifetime value counts: profit, or revenue where the exports give no profit. */
export function valueBasis({cubes, locale}: Site): string {
  if (cubes.report.has_profit) return locale === "zh" ? "以利润计" : "in profit";
  return locale === "zh" ? "以收入计（无成本数据）" : "revenue-based, since there are no costs";
}
