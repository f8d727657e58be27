import {lifetimeFigures, pyramidFigures} from "../../figures/value.js";
import type {FigurePart} from "./figure-parts.js";
import {worthFigures} from "./worth.js";

/** The figures of the pyramids and of lifetime values. */
export const part: FigurePart = {figures: worthFigures, keyFigures: [...lifetimeFigures, ...pyramidFigures]};
