import type {Site} from "../../site.js";
import {tablesFor} from "../tables.js";
import type {LiveFigure} from "./live-figure.js";
import {stageFigures} from "./stages.js";
import {valueFigures} from "./value.js";

/** The figures that answer to filters whose code comes with the first choice on any page, by id. */
export function coreFigures(site: Site): Record<string, LiveFigure> {
  return {
    ...valueFigures(site),
    ...stageFigures(),
  };
}

/** Of some figures those whose tables the report's audience has. */
export function toldFigures(
  all: Readonly<Record<string, LiveFigure>>,
  {cubes: {report}}: Site,
): Record<string, LiveFigure> {
  const told = new Set(tablesFor(report.audience));
  return Object.fromEntries(
    Object.entries(all).filter(([, {tables}]) => tables.every((name) => told.has(name))),
  );
}
