import {movementExhibit} from "../../exhibits/movement.js";
import {bandsExhibit} from "../../exhibits/rfm-bands.js";
import {segmentMapExhibit} from "../../exhibits/rfm-segments.js";
import {scoresExhibit} from "../../exhibits/scores-over-time.js";
import {segmentsOverTimeExhibit} from "../../exhibits/segments-over-time.js";
import type {LiveFigure} from "./live-figure.js";

/** What the page on RFM shows beside the cells, by id: segments, bands, scores over time, and who moved between segments. */
export function scoreFigures(): Record<string, LiveFigure> {
  return {
    "segment-map": {tables: ["segments", "totals"], exhibit: segmentMapExhibit},
    "rfm-bands": {tables: ["rfm-bands", "totals"], exhibit: bandsExhibit},
    "segments-over-time": {
      tables: ["segments-over-time", "totals-over-time"],
      exhibit: segmentsOverTimeExhibit,
    },
    "scores-over-time": {tables: ["scores-over-time", "totals-over-time"], exhibit: scoresExhibit},
    "movement-rfm-segment-frozen": {
      tables: ["movement-segments", "totals"],
      exhibit: (site) => movementExhibit(site, ["rfm_segment", "frozen"]),
    },
    "movement-rfm-segment-recomputed": {
      tables: ["movement-segments", "totals"],
      exhibit: (site) => movementExhibit(site, ["rfm_segment", "recomputed"]),
    },
  };
}
