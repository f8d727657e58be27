import type {RankingMethod} from "../../cubes/value.js";
import {number, percent} from "../formats.js";
import {methodSummaries, rankingMethods} from "../methods/summaries.js";
import type {Site} from "../site.js";
import {label, sentenceCase} from "../terms.js";
import {bestOfAll, rankings} from "../value-terms.js";
import {plain} from "./dated.js";
import {type FigureSpec, figuresOf, type KeyFigure} from "./key-figure.js";

function captured(method: RankingMethod, {cubes, locale}: Site): KeyFigure | null {
  const row = methodSummaries(cubes).find((r) => r.method === method);
  if (!row) return null;
  const name = rankings[method][locale];
  return plain(
    `captured-${method}`,
    locale === "zh" ? `${name}：前20%其后带来` : `${sentenceCase(name)}: its top 20% brought`,
    percent(row.mean, locale),
  );
}

function inHindsight({cubes, locale}: Site): KeyFigure | null {
  const cuts = [...new Map((cubes.find("methods") ?? []).map((r) => [r.cut, r.best_possible])).values()];
  if (cuts.length === 0) return null;
  const mean = cuts.reduce((sum, x) => sum + x, 0) / cuts.length;
  return plain("best-possible", label("best_possible", locale), percent(mean, locale));
}

function rankCorrelation({cubes, locale}: Site): KeyFigure | null {
  const [first] = methodSummaries(cubes);
  if (first?.rank_correlation == null) return null;
  const name = rankings[first.method][locale];
  return plain(
    "rank-correlation",
    locale === "zh" ? `${name}的秩相关` : `rank correlation of ${name}`,
    number(first.rank_correlation, locale),
  );
}

const capturedBy = (method: RankingMethod): FigureSpec => ({
  id: `captured-${method}`,
  tables: ["methods"],
  figure: (site) => captured(method, site),
});

const others: readonly FigureSpec[] = [
  {id: "best-possible", tables: ["methods"], chosen: bestOfAll, figure: inHindsight},
  // Ranks don't add up: no sums of parts give their correlation.
  {id: "rank-correlation", tables: [], figure: rankCorrelation},
];

/** Every method's mean captured share, the best in hindsight, and the rank correlation of the best method. */
export const everyMethodFigure: readonly FigureSpec[] = [...rankingMethods.map(capturedBy), ...others];

/** Those of the three best methods, and the others. */
export function methodFigures(site: Site): KeyFigure[] {
  const best = methodSummaries(site.cubes).slice(0, 3);
  return figuresOf([...best.map(({method}) => capturedBy(method)), ...others])(site);
}
