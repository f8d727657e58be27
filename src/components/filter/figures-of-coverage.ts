import {budgetFigures, coverageFigures as keyFigures} from "../coverage-figures.js";
import type {FigurePart} from "./figure-parts.js";
import {coverageFigures} from "./live-figures-coverage.js";

/** The figures of visits, contacts, cost to serve and the gift budget. */
export const part: FigurePart = {figures: coverageFigures, keyFigures: [...keyFigures, ...budgetFigures]};
