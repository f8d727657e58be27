import {lifetimeFigures, pyramidFigures} from "../value-figures.js";
import type {FigurePart} from "./figure-parts.js";
import {worthFigures} from "./live-figures-worth.js";

/** The figures of the pyramids and of lifetime values. */
export const part: FigurePart = {figures: worthFigures, keyFigures: [...lifetimeFigures, ...pyramidFigures]};
