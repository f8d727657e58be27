import {movementFigures as keyFigures} from "../../figures/movement.js";
import type {FigurePart} from "./figure-parts.js";
import {movementFigures} from "./movement.js";

/** The figures of movement between classes. */
export const part: FigurePart = {figures: movementFigures, keyFigures};
