import type {Site} from "../../site.js";
import type {Exhibit} from "../exhibit.js";
import {movesExhibit} from "./moves.js";
import {regressedMoneyExhibit} from "./regressed-money.js";
import {regressionRatesExhibit} from "./regression-rates.js";

/** The charts of movement, by name. */
export const movementCharts: Readonly<Record<string, (site: Site, args: readonly string[]) => Exhibit>> = {
  moves: movesExhibit,
  "regressed-money": regressedMoneyExhibit,
  "regression-rates": regressionRatesExhibit,
};
