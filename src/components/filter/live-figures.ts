import type {Site} from "../site.js";
import type {LiveFigure} from "./live-figure.js";
import {concentrationFigures} from "./live-figures-concentration.js";
import {coreFigures, toldFigures} from "./live-figures-core.js";
import {coverageFigures} from "./live-figures-coverage.js";
import {methodsFigures} from "./live-figures-methods.js";
import {movementFigures} from "./live-figures-movement.js";
import {relationshipFigures} from "./live-figures-relationship.js";
import {serviceFigures} from "./live-figures-service.js";
import {warningFigures} from "./live-figures-warning.js";
import {worthFigures} from "./live-figures-worth.js";

export type {LiveFigure} from "./live-figure.js";

/** The figures of a report that answer to filters, by id. In the browser they come in parts: see figure-parts.ts. */
export function liveFigures(site: Site): Record<string, LiveFigure> {
  return toldFigures(
    {
      ...coreFigures(site),
      ...concentrationFigures(),
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
