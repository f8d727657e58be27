import {serviceFigures as keyFigures} from "../service-figures.js";
import type {FigurePart} from "./figure-parts.js";
import {serviceFigures} from "./live-figures-service.js";

/** The figures of complaints, service levels and surveys. */
export const part: FigurePart = {figures: serviceFigures, keyFigures};
