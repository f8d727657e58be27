import {warningFigures as keyFigures} from "../../figures/warning.js";
import type {FigurePart} from "./figure-parts.js";
import {warningFigures} from "./warning.js";

/** The figures of warnings, opportunities and churn. */
export const part: FigurePart = {figures: warningFigures, keyFigures};
