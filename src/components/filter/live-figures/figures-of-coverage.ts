import {budgetFigures, coverageFigures as keyFigures} from "../../figures/coverage.js";
import {coverageFigures} from "./coverage.js";
import type {FigurePart} from "./figure-parts.js";

/** The figures of visits, contacts, cost to serve and the gift budget. */
export const part: FigurePart = {figures: coverageFigures, keyFigures: [...keyFigures, ...budgetFigures]};
