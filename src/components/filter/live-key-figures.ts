import {budgetFigures, coverageFigures} from "../coverage-figures.js";
import type {FigureSpec} from "../key-figure.js";
import {everyMethodFigure} from "../method-figures.js";
import {movementFigures} from "../movement-figures.js";
import {serviceFigures} from "../service-figures.js";
import {lifetimeFigures, pyramidFigures} from "../value-figures.js";
import {warningFigures} from "../warning-figures.js";
import {coreKeyFigures} from "./live-key-figures-core.js";

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
