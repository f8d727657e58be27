import type {FigurePart} from "../../../src/components/filter/live-figures/figure-parts.js";

/** Stands in for figures that an exported page doesn't show. */
export const part: FigurePart = {figures: () => ({}), keyFigures: []};
