import type {MovementDirection, MovementModel} from "../../cubes/movement.js";
import {yearBefore} from "../exhibits/movement/pairs.js";
import {comparable} from "../exhibits/movement/regression-facts.js";
import {modelsOf, movesOf} from "../exhibits/movement/told.js";
import {count} from "../formats.js";
import type {Site} from "../site.js";
import {startDays} from "../whole-window.js";
import {dated} from "./dated.js";
import type {FigureSpec, KeyFigure} from "./key-figure.js";

function figure(
  id: string,
  model: MovementModel,
  direction: MovementDirection,
  name: string,
  site: Site,
): KeyFigure | null {
  const {locale, cubes} = site;
  const moves = movesOf(site);
  if (!modelsOf(site).includes(model)) return null;
  const of = (as_of: string): number | null => {
    const from = yearBefore(startDays(cubes.report.dates, cubes.report), as_of);
    if (from === null || comparable(model, from, cubes.report) === "none") return null;
    if (!moves.pairs.some((p) => p.model === model && p.from === from && p.to === as_of)) return null;
    const went = moves.went({model, from, to: as_of}, direction);
    return went.exact ? went.customers : null;
  };
  return dated(id, name, of, (x) => count(x, locale), "count", site);
}

function spec(model: MovementModel, direction: MovementDirection, en: string, zh: string): FigureSpec {
  const id = `${model.replace("_", "-")}-${direction}`;
  return {
    id,
    tables: ["movement-ways"],
    figure: (site) => figure(id, model, direction, site.locale === "zh" ? zh : en, site),
  };
}

/** Who regressed within about a year up to each as-of date in the stage models and the pyramid, and who rose in it. */
export const movementFigures: readonly FigureSpec[] = [
  spec("grid_stage", "down", "regressed on the grid in a year", "一年内方格阶段倒退"),
  spec("wallet_stage", "down", "regressed by share of wallet in a year", "一年内份额阶段倒退"),
  spec(
    "metal",
    "down",
    "moved down the pyramid in a year, by recomputed thresholds",
    "一年内金字塔下移（重算分界）",
  ),
  spec(
    "metal",
    "up",
    "moved up the pyramid in a year, by recomputed thresholds",
    "一年内金字塔上移（重算分界）",
  ),
];
