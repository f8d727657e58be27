import {abcExhibit} from "../exhibits/abc.js";
import type {Exhibit} from "../exhibits/exhibit.js";
import {paretoExhibit} from "../exhibits/pareto-curve.js";
import {pyramidExhibit} from "../exhibits/pyramids.js";
import {gridExhibit} from "../exhibits/relationship/grid.js";
import {walletExhibit} from "../exhibits/relationship/wallet.js";
import {slicesExhibit} from "../exhibits/rfm.js";
import {segmentMapExhibit} from "../exhibits/rfm-segments.js";
import type {Site} from "../site.js";
import type {TableName} from "./filtered-cubes.js";

/** A figure that answers to filters: the tables that it reads, and the exhibit made from the filtered cubes. */
export interface LiveFigure {
  tables: readonly TableName[];
  /** `page` is what the figure's link leads to: "" where it needs none, null where it can't be reached. */
  exhibit: (site: Site, page: string | null) => Exhibit;
}

/** The figure of an id, if filters can change it: those of the primary scheme, preset and measure. */
export function liveFigure(id: string, {cubes: {report}}: Site): LiveFigure | null {
  const {primary_scheme: scheme, primary_abc_preset: preset, primary_abc_measure: measure} = report;
  const figures: Record<string, LiveFigure> = {
    pareto: {tables: ["pareto"], exhibit: (site) => paretoExhibit(site, "pareto", true)},
    "whale-curve": {tables: ["pareto"], exhibit: (site) => paretoExhibit(site, "whale-curve", false)},
    [`abc-${preset}-${measure}`]: {
      tables: ["classes"],
      exhibit: (site) => abcExhibit(site, [preset, measure]),
    },
    "segment-map": {tables: ["rfm", "totals"], exhibit: segmentMapExhibit},
    [`rfm-${scheme}-customers`]: {
      tables: ["rfm", "totals"],
      exhibit: (site, page) => slicesExhibit(site, [scheme, "customers"], page),
    },
    [`rfm-${scheme}-revenue`]: {
      tables: ["rfm", "totals"],
      exhibit: (site, page) => slicesExhibit(site, [scheme, "revenue"], page),
    },
    "pyramid-metal": {tables: ["metal", "totals"], exhibit: (site) => pyramidExhibit(site, ["metal"])},
    grid: {tables: ["grid"], exhibit: (site) => gridExhibit(site, false)},
    "grid-small": {tables: ["grid"], exhibit: (site) => gridExhibit(site, true)},
    wallet: {tables: ["wallet"], exhibit: (site) => walletExhibit(site, false)},
    "wallet-small": {tables: ["wallet"], exhibit: (site) => walletExhibit(site, true)},
  };
  return figures[id] ?? null;
}
