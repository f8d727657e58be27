import {dated, plain} from "./dated-figures.js";
import {alerted, churnNow, ruleOf, standingOut} from "./exhibits/warning/facts.js";
import {count, money, percent} from "./formats.js";
import type {KeyFigure} from "./key-figures.js";
import type {Site} from "./site.js";

/** Money at risk, who stands out, all with an alert and their money, churn, and how often the warning was right, with their past. */
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
      "at-risk",
      zh ? "风险金额" : "money at risk",
      (d) => alerted(site, "at_risk", d),
      cash,
      "relative",
      site,
    ),
    dated(
      "outstanding",
      zh
        ? "控制或挽救阶段、或再次下单的可能性低的客户"
        : "customers in control or recovery, or unlikely to order again",
      (d) => standingOut(site, "customers", d),
      (x) => count(x, locale),
      "count",
      site,
    ),
    dated(
      "alerts",
      zh ? "显示任一征兆的客户" : "customers with any sign",
      (d) => alerted(site, "customers", d),
      (x) => count(x, locale),
      "count",
      site,
    ),
    dated(
      "at-stake",
      zh ? "其涉及收入" : "money at stake with them",
      (d) => alerted(site, "at_stake", d),
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
