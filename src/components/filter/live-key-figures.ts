import type {FigureSpec} from "../key-figure.js";
import {everyKpiFigure} from "../kpi-figures.js";
import {movementFigures} from "../movement-figures.js";
import {relationshipFigures, walletFigures} from "../relationship-figures.js";
import {lifetimeFigures, pyramidFigures} from "../value-figures.js";
import {warningFigures} from "../warning-figures.js";

/** The headline figures of the pages that can be filtered, by id. */
export const liveKeyFigures: Readonly<Record<string, FigureSpec>> = Object.fromEntries(
  [
    ...everyKpiFigure,
    ...lifetimeFigures,
    ...pyramidFigures,
    ...relationshipFigures,
    ...walletFigures,
    ...movementFigures,
    ...warningFigures,
  ].map((spec) => [spec.id, spec]),
);
