import {agreementExhibit, capturedExhibit} from "../../exhibits/methods.js";
import type {LiveFigure} from "./live-figure.js";

/** The figures of the methods compared that answer to filters, by id. */
export function methodsFigures(): Record<string, LiveFigure> {
  return {
    captured: {tables: ["methods"], exhibit: (site) => capturedExhibit(site, true)},
    agreement: {tables: ["method-agreement", "methods"], exhibit: (site) => agreementExhibit(site, true)},
  };
}
