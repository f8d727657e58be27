import {movementFigures as keyFigures} from "../movement-figures.js";
import type {FigurePart} from "./figure-parts.js";
import {movementFigures} from "./live-figures-movement.js";

/** The figures of movement between classes. */
export const part: FigurePart = {figures: movementFigures, keyFigures};
