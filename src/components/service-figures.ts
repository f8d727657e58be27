import {dated, plain} from "./dated-figures.js";
import {
  closedShare,
  complaintsAt,
  inLimitShare,
  limitOf,
  satisfiedKept,
  servedBelow,
} from "./exhibits/service/facts.js";
import {count, percent} from "./formats.js";
import type {KeyFigure} from "./key-figure.js";
import type {Site} from "./site.js";

/** Complaints, the share within the limit, who stayed, surveys closed, and customers below the level suggested. */
export function serviceFigures(site: Site): KeyFigure[] {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const share = (x: number): string => percent(x, locale);
  const kept = (as_of: string): number | null => {
    const at = satisfiedKept(site, as_of);
    return at ? at.kept / at.of : null;
  };
  const served = cubes.has("interactions") ? servedBelow(site) : null;
  return [
    dated(
      "complaints",
      zh ? "窗口内的抱怨" : "complaints in the window",
      (as_of) => complaintsAt(site, as_of)?.opened ?? null,
      (x) => count(x, locale),
      "count",
      site,
    ),
    dated(
      "in-limit",
      zh
        ? `${count(limitOf(site), locale)}小时内解决`
        : `resolved within ${count(limitOf(site), locale)} hours`,
      (as_of) => inLimitShare(site, as_of),
      share,
      "points",
      site,
    ),
    dated(
      "kept",
      zh ? "满意结案后在应有间隔内再次购买" : "ended satisfied, bought again in time",
      kept,
      share,
      "points",
      site,
    ),
    dated(
      "closed",
      zh ? "调查形成闭环" : "surveys fed back",
      (as_of) => closedShare(site, as_of),
      share,
      "points",
      site,
    ),
    served
      ? plain(
          "below",
          zh ? "低于建议层次的客户" : "customers below the level suggested",
          count(served.below, locale),
        )
      : null,
  ].filter((f) => f !== null);
}
