import {plain} from "./dated-figures.js";
import {summaries} from "./exhibits/methods.js";
import {number, percent} from "./formats.js";
import type {KeyFigure} from "./key-figure.js";
import type {Site} from "./site.js";
import {label, sentenceCase} from "./terms.js";
import {rankings} from "./value-terms.js";

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
