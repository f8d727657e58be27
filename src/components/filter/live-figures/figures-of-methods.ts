import {everyMethodFigure as keyFigures} from "../../figures/methods.js";
import type {FigurePart} from "./figure-parts.js";
import {methodsFigures} from "./methods.js";

/** The figures of the methods compared. */
export const part: FigurePart = {figures: methodsFigures, keyFigures};
