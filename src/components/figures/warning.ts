import {alerted, churnNow, ruleOf, standingOut} from "../exhibits/warning/facts.js";
import {isUnseen} from "../findings/warning.js";
import {count, money, percent} from "../formats.js";
import type {Site} from "../site.js";
import {dated, plain} from "./dated.js";
import type {FigureSpec, KeyFigure} from "./key-figure.js";

function churn(site: Site): KeyFigure | null {
  const {cubes, locale} = site;
  const share = (as_of: string): number | null => {
    const row = (cubes.find("churn") ?? []).find((r) => r.as_of === as_of);
    return row && row.lost !== null && row.customers > 0 ? row.lost / row.customers : null;
  };
  return churnNow(site)
    ? dated(
        "churn",
        locale === "zh" ? "年流失率" : "yearly churn",
        share,
        (x) => percent(x, locale),
        "points",
        site,
      )
    : null;
}

function precision(site: Site): KeyFigure | null {
  const {locale} = site;
  const signs = ruleOf(site, "lapse_warning");
  return signs?.precision == null
    ? null
    : plain(
        "precision",
        locale === "zh" ? "回测：有流失征兆后流失的比例" : "lapsed after a sign of it (backtest)",
        percent(signs.precision, locale),
      );
}

/** Money at risk, who stands out, all with an alert, churn, and how often the warning was right, with their past. */
export const warningFigures: readonly FigureSpec[] = [
  {
    id: "at-risk",
    tables: ["alert-accounts"],
    figure: (site) =>
      dated(
        "at-risk",
        site.locale === "zh" ? "风险金额" : "money at risk",
        // Without any chance of a lapse that could be seen, nothing at risk is no figure.
        (d) => {
          const [atRisk, atStake] = [alerted(site, "at_risk", d), alerted(site, "at_stake", d)];
          return isUnseen({atRisk, atStake}) ? null : atRisk;
        },
        (x) => money(x, site.cubes.report, site.locale),
        "relative",
        site,
      ),
  },
  {
    id: "outstanding",
    tables: ["alert-accounts", "alerts"],
    figure: (site) =>
      dated(
        "outstanding",
        site.locale === "zh"
          ? "控制或挽救阶段、或再次下单的可能性低的客户"
          : "customers in control or recovery, or unlikely to order again",
        (d) => standingOut(site, "customers", d),
        (x) => count(x, site.locale),
        "count",
        site,
      ),
  },
  {
    id: "alerts",
    tables: ["alert-accounts"],
    figure: (site) =>
      dated(
        "alerts",
        site.locale === "zh" ? "显示任一征兆的客户" : "customers with any sign",
        (d) => alerted(site, "customers", d),
        (x) => count(x, site.locale),
        "count",
        site,
      ),
  },
  {id: "churn", tables: ["churn"], figure: churn},
  {id: "precision", tables: [], figure: precision},
];
