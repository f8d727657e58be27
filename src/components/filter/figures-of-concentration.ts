import type {FigurePart} from "./figure-parts.js";
import {concentrationFigures} from "./live-figures-concentration.js";

/** The figures of ABC classes and of how concentrated revenue is. */
export const part: FigurePart = {figures: concentrationFigures, keyFigures: []};
