import {budgetFigures, coverageFigures} from "../../figures/coverage.js";
import type {FigureSpec} from "../../figures/key-figure.js";
import {everyMethodFigure} from "../../figures/methods.js";
import {movementFigures} from "../../figures/movement.js";
import {serviceFigures} from "../../figures/service.js";
import {lifetimeFigures, pyramidFigures} from "../../figures/value.js";
import {warningFigures} from "../../figures/warning.js";
import {coreKeyFigures} from "./key-figures-core.js";

/** The headline figures of the pages that can be filtered, by id. In the browser they come in parts: see figure-parts.ts. */
export const liveKeyFigures: Readonly<Record<string, FigureSpec>> = Object.fromEntries(
  [
    ...coreKeyFigures,
    ...lifetimeFigures,
    ...pyramidFigures,
    ...movementFigures,
    ...warningFigures,
    ...everyMethodFigure,
    ...serviceFigures,
    ...coverageFigures,
    ...budgetFigures,
  ].map((spec) => [spec.id, spec]),
);
