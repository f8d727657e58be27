import type {FigurePart} from "./figure-parts.js";
import {relationshipFigures} from "./relationship.js";

/** The figures of relationships and wallets but the grid and the stages themselves. */
export const part: FigurePart = {figures: relationshipFigures, keyFigures: []};
