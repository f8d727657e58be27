import type {LifetimeValueRow} from "../../cubes/value.js";
import {movementOf} from "../exhibits/movement.js";
import {levelsAt} from "../exhibits/pyramids.js";
import {count, money, percent, shortDay} from "../formats.js";
import {chosenHorizon} from "../horizon.js";
import {howMany, movedBy, thresholdNames} from "../movement-facts.js";
import type {Site} from "../site.js";
import {label, sentenceCase} from "../terms.js";
import {isWhole} from "../whole-window.js";
import {dated, plain} from "./dated.js";
import type {FigureSpec, KeyFigure} from "./key-figure.js";

/** A sum over the parts of lifetime values at a date; null without such a date, or where a part is not told. */
function overParts(
  {cubes}: Site,
  of: (row: LifetimeValueRow) => number | null,
): (as_of: string) => number | null {
  const rows = cubes.find("lifetime-values") ?? [];
  return (as_of) => {
    const at = rows.filter((r) => r.as_of === as_of);
    return at.length === 0
      ? null
      : at.reduce<number | null>((sum, r) => {
          const value = of(r);
          return sum === null || value === null ? null : sum + value;
        }, 0);
  };
}

/** Value to come at a date; nothing to come by the naive rate alone, where no model could be fitted, is not known. */
function expected(site: Site): (as_of: string) => number | null {
  const models = site.cubes.find("lifetime-models") ?? [];
  const future = overParts(site, (r) => r.clv_future);
  return (as_of) => {
    const value = future(as_of);
    return value !== 0 || models.some((m) => m.as_of === as_of && m.primary && m.ok) ? value : null;
  };
}

/** P(alive) of a part times its customers; nothing where it has none. */
function aliveIn({customers, p_alive}: LifetimeValueRow): number | null {
  if (customers === 0) return 0;
  return p_alive === null || customers === null ? null : p_alive * customers;
}

/** Future value, value so far, customers still alive and those below zero, at each as-of date. */
export const lifetimeFigures: readonly FigureSpec[] = [
  {
    id: "future",
    tables: ["lifetime-over-time"],
    figure: (site) =>
      dated(
        "future",
        site.locale === "zh"
          ? `预期未来价值（${chosenHorizon(site).months}个月）`
          : `expected value, next ${chosenHorizon(site).months} months`,
        expected(site),
        (x) => money(x, site.cubes.report, site.locale),
        "relative",
        site,
      ),
  },
  {
    id: "historic",
    tables: ["lifetime-over-time"],
    figure: (site) =>
      dated(
        "historic",
        label("clv_historic", site.locale),
        overParts(site, (r) => r.clv_historic),
        (x) => money(x, site.cubes.report, site.locale),
        "relative",
        site,
      ),
  },
  {
    id: "alive",
    tables: ["lifetime-over-time"],
    figure: (site) =>
      dated(
        "alive",
        site.locale === "zh" ? "预计仍活跃的客户" : "customers expected to be active",
        overParts(site, aliveIn),
        (x) => count(Math.round(x), site.locale),
        "count",
        site,
      ),
  },
  {id: "below-zero", tables: ["lifetime-parts"], figure: belowZero},
];

function belowZero(site: Site): KeyFigure | null {
  const {cubes, locale} = site;
  const rows = cubes.find("lifetime-values") ?? [];
  const costs = cubes.has("costs");
  return dated(
    "below-zero",
    locale === "zh"
      ? `生命周期价值为负的客户${costs ? "（未扣服务成本）" : ""}`
      : `customers of negative value${costs ? ", before cost to serve" : ""}`,
    (as_of) => {
      const at = rows.filter((r) => r.as_of === as_of);
      const row = at.find((r) => r.below_zero);
      return at.length === 0 ? null : row ? row.customers : 0;
    },
    (x) => count(x, locale),
    "count",
    site,
  );
}

const diamondAt = (site: Site, as_of: string) =>
  levelsAt(site, "metal", as_of).find((r) => r.level === "diamond");

function diamonds(site: Site): KeyFigure | null {
  return dated(
    "diamonds",
    site.locale === "zh" ? "钻石客户" : "diamond customers",
    (as_of) => diamondAt(site, as_of)?.customers ?? null,
    (x) => count(x, site.locale),
    "count",
    site,
  );
}

function diamondShare(site: Site): KeyFigure | null {
  const {locale} = site;
  const value = site.cubes.report.has_profit ? ("profit" as const) : ("revenue" as const);
  const share = (as_of: string): number | null => {
    const total = levelsAt(site, "metal", as_of).reduce<number | null>(
      (s, r) => (s === null || r[value] === null ? null : s + r[value]),
      0,
    );
    const top = diamondAt(site, as_of)?.[value] ?? null;
    return total !== null && total > 0 && top !== null ? top / total : null;
  };
  return dated(
    "diamond-share",
    locale === "zh" ? `钻石客户的${value === "profit" ? "利润" : "收入"}占比` : `their share of ${value}`,
    share,
    (x) => percent(x, locale),
    "points",
    site,
  );
}

function went(direction: "up" | "down", site: Site): KeyFigure | null {
  const {locale} = site;
  const moved = movementOf(site, "metal", "frozen");
  const since = moved[0]?.from;
  if (since === undefined || !isWhole(since, site.cubes.report)) return null;
  const mine = movedBy(moved).find((m) => m.direction === direction);
  const name =
    locale === "zh"
      ? `${shortDay(since, locale)}以来${direction === "up" ? "上移" : "下移"}（${thresholdNames.frozen.zh}）`
      : `moved ${direction} since ${shortDay(since, locale)}, by ${thresholdNames.frozen.en}`;
  // A number alone, as the other figures of the row are.
  const value = mine?.exact ? count(mine.customers, locale) : sentenceCase(howMany(mine, locale));
  return plain(`moved-${direction}`, name, value);
}

/** Diamonds and their share, and who moved in the migration pyramid. */
export const pyramidFigures: readonly FigureSpec[] = [
  {id: "diamonds", tables: ["metal-over-time"], figure: diamonds},
  {id: "diamond-share", tables: ["metal-over-time"], figure: diamondShare},
  {id: "moved-up", tables: ["movement-metal"], figure: (site) => went("up", site)},
  {id: "moved-down", tables: ["movement-metal"], figure: (site) => went("down", site)},
];
