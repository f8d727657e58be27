import type {Site} from "../site.js";
import type {LiveFigure} from "./live-figure.js";
import {movementFigures} from "./live-figures-movement.js";
import {relationshipFigures} from "./live-figures-relationship.js";
import {valueFigures} from "./live-figures-value.js";
import {warningFigures} from "./live-figures-warning.js";
import {tablesFor} from "./tables.js";

export type {LiveFigure} from "./live-figure.js";

/** The figures of a report that answer to filters, by id. */
export function liveFigures(site: Site): Record<string, LiveFigure> {
  const told = new Set(tablesFor(site.cubes.report.audience));
  const all = {
    ...valueFigures(site),
    ...relationshipFigures(),
    ...movementFigures(site),
    ...warningFigures(),
  };
  return Object.fromEntries(
    Object.entries(all).filter(([, {tables}]) => tables.every((name) => told.has(name))),
  );
}

/** The figure of an id, if filters can change it. */
export function liveFigure(id: string, site: Site): LiveFigure | null {
  return liveFigures(site)[id] ?? null;
}
