import {aliveExhibit, partsExhibit} from "../../exhibits/lifetime.js";
import {movementExhibit} from "../../exhibits/movement.js";
import {pyramidExhibit} from "../../exhibits/pyramids.js";
import type {LiveFigure} from "./live-figure.js";

/** The figures of the pyramids and of lifetime values that answer to filters, by id. */
export function worthFigures(): Record<string, LiveFigure> {
  return {
    "pyramid-metal": {tables: ["metal", "totals"], exhibit: (site) => pyramidExhibit(site, ["metal"])},
    "pyramid-hsbc": {tables: ["pyramids", "totals"], exhibit: (site) => pyramidExhibit(site, ["hsbc"])},
    "pyramid-chase": {tables: ["pyramids", "totals"], exhibit: (site) => pyramidExhibit(site, ["chase"])},
    "pyramid-value-type": {
      tables: ["pyramids", "totals"],
      exhibit: (site) => pyramidExhibit(site, ["value_type"]),
    },
    "movement-metal-frozen": {
      tables: ["movement-metal", "totals"],
      exhibit: (site) => movementExhibit(site, ["metal", "frozen"]),
    },
    "movement-metal-recomputed": {
      tables: ["movement-metal", "totals"],
      exhibit: (site) => movementExhibit(site, ["metal", "recomputed"]),
    },
    "lifetime-parts": {tables: ["lifetime-parts"], exhibit: partsExhibit},
    alive: {tables: ["alive"], exhibit: aliveExhibit},
  };
}
