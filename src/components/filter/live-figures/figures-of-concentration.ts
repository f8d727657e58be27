import {concentrationFigures} from "./concentration.js";
import type {FigurePart} from "./figure-parts.js";

/** The figures of ABC classes and of how concentrated revenue is. */
export const part: FigurePart = {figures: concentrationFigures, keyFigures: []};
