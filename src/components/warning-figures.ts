import {dated, plain} from "./dated-figures.js";
import {alerted, churnNow, ruleOf} from "./exhibits/warning/facts.js";
import {count, money, percent} from "./formats.js";
import type {KeyFigure} from "./key-figures.js";
import type {Site} from "./site.js";

/** Accounts with an alert, their money, churn, and how often the warning was right, with their past. */
export function warningFigures(site: Site): KeyFigure[] {
  const {cubes, locale} = site;
  const zh = locale === "zh";
  const cash = (x: number): string => money(x, cubes.report, locale);
  const churn = (as_of: string): number | null => {
    const row = (cubes.find("churn") ?? []).find((r) => r.as_of === as_of);
    return row && row.lost !== null ? row.lost / row.customers : null;
  };
  const signs = ruleOf(site, "lapse_warning");
  return [
    dated(
      "alerts",
      zh ? "显示征兆的客户" : "customers with a sign",
      (d) => alerted(site, "customers", d),
      (x) => count(x, locale),
      "count",
      site,
    ),
    dated(
      "at-stake",
      zh ? "涉及收入" : "money at stake",
      (d) => alerted(site, "at_stake", d),
      cash,
      "relative",
      site,
    ),
    dated(
      "at-risk",
      zh ? "风险金额" : "money at risk",
      (d) => alerted(site, "at_risk", d),
      cash,
      "relative",
      site,
    ),
    churnNow(site)
      ? dated("churn", zh ? "年流失率" : "yearly churn", churn, (x) => percent(x, locale), "points", site)
      : null,
    signs?.precision == null
      ? null
      : plain(
          "precision",
          zh ? "回测：有流失征兆后流失的比例" : "lapsed after a sign of it (backtest)",
          percent(signs.precision, locale),
        ),
  ].filter((f) => f !== null);
}
