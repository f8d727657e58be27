import {everyMethodFigure as keyFigures} from "../method-figures.js";
import type {FigurePart} from "./figure-parts.js";
import {methodsFigures} from "./live-figures-methods.js";

/** The figures of the methods compared. */
export const part: FigurePart = {figures: methodsFigures, keyFigures};
