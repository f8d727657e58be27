import type {FigureSpec} from "../../figures/key-figure.js";
import {everyKpiFigure} from "../../figures/kpis.js";
import {relationshipFigures, walletFigures} from "../../figures/relationship.js";

/** The headline figures whose code comes with the first choice on any page. */
export const coreKeyFigures: readonly FigureSpec[] = [
  ...everyKpiFigure,
  ...relationshipFigures,
  ...walletFigures,
];
