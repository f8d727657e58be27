import type {Site} from "../../site.js";
import {concentrationFigures} from "./concentration.js";
import {coreFigures, toldFigures} from "./core.js";
import {coverageFigures} from "./coverage.js";
import type {LiveFigure} from "./live-figure.js";
import {methodsFigures} from "./methods.js";
import {movementFigures} from "./movement.js";
import {relationshipFigures} from "./relationship.js";
import {scoreFigures} from "./scores.js";
import {serviceFigures} from "./service.js";
import {warningFigures} from "./warning.js";
import {worthFigures} from "./worth.js";

export type {LiveFigure} from "./live-figure.js";

/** The figures of a report that answer to filters, by id. In the browser they come in parts: see figure-parts.ts. */
export function liveFigures(site: Site): Record<string, LiveFigure> {
  return toldFigures(
    {
      ...coreFigures(site),
      ...concentrationFigures(),
      ...scoreFigures(),
      ...worthFigures(),
      ...relationshipFigures(),
      ...movementFigures(site),
      ...warningFigures(),
      ...methodsFigures(),
      ...serviceFigures(site),
      ...coverageFigures(site),
    },
    site,
  );
}

/** The figure of an id, if filters can change it. */
export function liveFigure(id: string, site: Site): LiveFigure | null {
  return liveFigures(site)[id] ?? null;
}
