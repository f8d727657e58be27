import type {MovementDirection, MovementModel} from "../cubes/movement.js";
import {dated} from "./dated-figures.js";
import {yearBefore} from "./exhibits/movement/pairs.js";
import {modelsOf, movesOf} from "./exhibits/movement/told.js";
import {count} from "./formats.js";
import type {KeyFigure} from "./key-figures.js";
import type {Site} from "./site.js";

/** Who regressed within about a year up to each as-of date in the stage models and the pyramid, and who rose in it. */
export function movementFigures(site: Site): KeyFigure[] {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const moves = movesOf(site);
  const models = modelsOf(site);
  const figure = (model: MovementModel, direction: MovementDirection, name: string): KeyFigure | null => {
    if (!models.includes(model)) return null;
    const of = (as_of: string): number | null => {
      const from = yearBefore(cubes.report.dates, as_of);
      if (from === null) return null;
      const rows = moves.of({model, from, to: as_of});
      const went = moves.went({model, from, to: as_of}, direction);
      return rows.length > 0 && went.exact ? went.customers : null;
    };
    return dated(`${model.replace("_", "-")}-${direction}`, name, of, (x) => count(x, locale), "count", site);
  };
  return [
    figure("grid_stage", "down", zh ? "一年内方格阶段倒退" : "regressed on the grid in a year"),
    figure("wallet_stage", "down", zh ? "一年内份额阶段倒退" : "regressed by share of wallet in a year"),
    figure(
      "metal",
      "down",
      zh
        ? "一年内金字塔下移（分界重算）"
        : "moved down the pyramid in a year, each date by its own thresholds",
    ),
    figure(
      "metal",
      "up",
      zh ? "一年内金字塔上移（分界重算）" : "moved up the pyramid in a year, each date by its own thresholds",
    ),
  ].filter((f) => f !== null);
}
