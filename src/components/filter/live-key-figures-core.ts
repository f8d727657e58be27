import type {FigureSpec} from "../key-figure.js";
import {everyKpiFigure} from "../kpi-figures.js";
import {relationshipFigures, walletFigures} from "../relationship-figures.js";

/** The headline figures whose code comes with the first choice on any page. */
export const coreKeyFigures: readonly FigureSpec[] = [
  ...everyKpiFigure,
  ...relationshipFigures,
  ...walletFigures,
];
