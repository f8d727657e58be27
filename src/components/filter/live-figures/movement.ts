import {type MovementModel, movementModels} from "../../../cubes/movement.js";
import {movesExhibit} from "../../exhibits/movement/moves.js";
import {movesTable} from "../../exhibits/movement/moves-tables.js";
import {isKnown, knownDays, type MovePair} from "../../exhibits/movement/pairs.js";
import {regressedMoneyExhibit} from "../../exhibits/movement/regressed-money.js";
import {regressionRatesExhibit} from "../../exhibits/movement/regression-rates.js";
import {withExports} from "../../exhibits/movement/told.js";
import type {Site} from "../../site.js";
import type {LiveFigure} from "./live-figure.js";

/** The pair that the lists above the figure show; null where there are none. */
function shownPair(document: Document): MovePair | null {
  const [model, from, to] = ["model", "from", "to"].map(
    (name) => document.querySelector<HTMLSelectElement>(`.moves-chooser select[name=${name}]`)?.value,
  );
  const known = movementModels.find((m) => m === model);
  return known && from && to ? {model: known, from, to} : null;
}

/** The figures of movement that answer to filters, by id. */
export function movementFigures({cubes: {report}, document}: Site): Record<string, LiveFigure> {
  const chosen = shownPair(document);
  const of = (model: MovementModel, exhibit: LiveFigure["exhibit"]): LiveFigure => ({
    tables: [movesTable[model]],
    exhibit,
  });
  const [first = "metal"] = withExports(report);
  const rates = (["grid_stage", "wallet_stage"] as const).flatMap((model) =>
    (["quarter", "year"] as const).map((span): [string, LiveFigure] => [
      `regression-rates-${model.replace("_", "-")}-${span}`,
      {tables: ["stage-regressions"], exhibit: (site) => regressionRatesExhibit(site, [model, span])},
    ]),
  );
  return {
    ...(chosen === null || isKnown(chosen, knownDays(report))
      ? {moves: of(chosen?.model ?? first, (site) => movesExhibit(site, [], chosen))}
      : {}),
    ...Object.fromEntries(
      movementModels.map((model) => [
        `moves-${model.replace("_", "-")}`,
        of(model, (site) => movesExhibit(site, [model])),
      ]),
    ),
    "regressed-money": {tables: ["movement-ways"], exhibit: regressedMoneyExhibit},
    ...Object.fromEntries(rates),
  };
}
