import type {FigurePart} from "./figure-parts.js";
import {scoreFigures} from "./scores.js";

/** The figures of RFM beside its cells. */
export const part: FigurePart = {figures: scoreFigures, keyFigures: []};
