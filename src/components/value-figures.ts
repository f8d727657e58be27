import {dated, plain} from "./dated-figures.js";
import {summaries} from "./exhibits/methods.js";
import {movementOf} from "./exhibits/movement.js";
import {levelsAt} from "./exhibits/pyramids.js";
import {count, day, money, number, percent} from "./formats.js";
import {chosenHorizon} from "./horizon.js";
import type {KeyFigure} from "./key-figures.js";
import {howMany, movedBy} from "./movement-facts.js";
import type {Site} from "./site.js";
import {label, sentenceCase} from "./terms.js";
import {rankings} from "./value-terms.js";

/** Future value, value so far, customers still alive and those below zero, at each as-of date. */
export function lifetimeFigures(site: Site): KeyFigure[] {
  const {cubes, locale} = site;
  const zh = locale === "zh";
  const rows = cubes.find("lifetime-values") ?? [];
  const {months} = chosenHorizon(site);
  const sum = (of: "clv_future" | "clv_historic") => (as_of: string) => {
    const at = rows.filter((r) => r.as_of === as_of);
    return at.length === 0
      ? null
      : at.reduce<number | null>((s, r) => (s === null || r[of] === null ? null : s + r[of]), 0);
  };
  const alive = (as_of: string): number | null => {
    const at = rows.filter((r) => r.as_of === as_of);
    return at.length === 0
      ? null
      : at.reduce<number | null>(
          (s, r) =>
            s === null || r.p_alive === null || r.customers === null ? null : s + r.p_alive * r.customers,
          0,
        );
  };
  const below = (as_of: string): number | null => {
    const at = rows.filter((r) => r.as_of === as_of);
    const row = at.find((r) => r.below_zero);
    return at.length === 0 ? null : row ? row.customers : 0;
  };
  const cash = (x: number): string => money(x, cubes.report, locale);
  return [
    dated(
      "future",
      zh ? `预期未来价值（${months}个月）` : `expected value, next ${months} months`,
      sum("clv_future"),
      cash,
      "relative",
      site,
    ),
    dated("historic", label("clv_historic", locale), sum("clv_historic"), cash, "relative", site),
    dated(
      "alive",
      zh ? "预计仍活跃的客户" : "customers expected to be active",
      alive,
      (x) => count(Math.round(x), locale),
      "count",
      site,
    ),
    dated(
      "below-zero",
      zh
        ? `生命周期价值为负的客户${cubes.has("costs") ? "（未扣服务成本）" : ""}`
        : `customers of negative value${cubes.has("costs") ? ", before cost to serve" : ""}`,
      below,
      (x) => count(x, locale),
      "count",
      site,
    ),
  ].filter((f) => f !== null);
}

/** Diamonds and their share, and who moved in the migration pyramid. */
export function pyramidFigures(site: Site): KeyFigure[] {
  const {cubes, locale} = site;
  const zh = locale === "zh";
  const value = cubes.report.has_profit ? ("profit" as const) : ("revenue" as const);
  const diamonds = (as_of: string): number | null =>
    levelsAt(site, "metal", as_of).find((r) => r.level === "diamond")?.customers ?? null;
  const share = (as_of: string): number | null => {
    const levels = levelsAt(site, "metal", as_of);
    const total = levels.reduce<number | null>(
      (s, r) => (s === null || r[value] === null ? null : s + r[value]),
      0,
    );
    const top = levels.find((r) => r.level === "diamond")?.[value] ?? null;
    return total !== null && total > 0 && top !== null ? top / total : null;
  };
  const moved = movementOf(site, "metal", "frozen");
  const since = moved[0]?.from;
  const by = movedBy(moved);
  const went = (direction: "up" | "down"): KeyFigure | null => {
    if (since === undefined) return null;
    const moved = by.find((m) => m.direction === direction);
    const name = zh
      ? `${day(since, locale)}以来${direction === "up" ? "上移" : "下移"}（按当日分界）`
      : `moved ${direction} since ${day(since, locale)}, by that day’s thresholds`;
    return plain(`moved-${direction}`, name, sentenceCase(howMany(moved, locale)));
  };
  return [
    dated(
      "diamonds",
      zh ? "钻石客户" : "diamond customers",
      diamonds,
      (x) => count(x, locale),
      "count",
      site,
    ),
    dated(
      "diamond-share",
      zh ? `钻石客户的${value === "profit" ? "利润" : "收入"}占比` : `their share of ${value}`,
      share,
      (x) => percent(x, locale),
      "points",
      site,
    ),
    went("up"),
    went("down"),
  ].filter((f) => f !== null);
}

/** The best methods' mean captured share, the best possible, and the rank correlation of the first. */
export function methodFigures(site: Site): KeyFigure[] {
  const {cubes, locale} = site;
  const zh = locale === "zh";
  const rows = summaries(site);
  const cuts = [...new Map((cubes.find("methods") ?? []).map((r) => [r.cut, r.best_possible])).values()];
  const best = cuts.length > 0 ? cuts.reduce((s, x) => s + x, 0) / cuts.length : null;
  const first = rows[0];
  return [
    ...rows
      .slice(0, 3)
      .map((r) =>
        plain(
          `captured-${r.method}`,
          zh
            ? `${rankings[r.method].zh}：前20%其后带来`
            : `${sentenceCase(rankings[r.method].en)}: its top 20% brought`,
          percent(r.mean, locale),
        ),
      ),
    ...(best === null ? [] : [plain("best-possible", label("best_possible", locale), percent(best, locale))]),
    ...(first?.rank_correlation == null
      ? []
      : [
          plain(
            "rank-correlation",
            zh ? `${rankings[first.method].zh}的秩相关` : `rank correlation of ${rankings[first.method].en}`,
            number(first.rank_correlation, locale),
          ),
        ]),
  ];
}
