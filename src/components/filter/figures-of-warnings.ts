import {warningFigures as keyFigures} from "../warning-figures.js";
import type {FigurePart} from "./figure-parts.js";
import {warningFigures} from "./live-figures-warning.js";

/** The figures of warnings, opportunities and churn. */
export const part: FigurePart = {figures: warningFigures, keyFigures};
