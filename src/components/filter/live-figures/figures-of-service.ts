import {serviceFigures as keyFigures} from "../../figures/service.js";
import type {FigurePart} from "./figure-parts.js";
import {serviceFigures} from "./service.js";

/** The figures of complaints, service levels and surveys. */
export const part: FigurePart = {figures: serviceFigures, keyFigures};
