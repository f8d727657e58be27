import type {RfmScheme} from "../../../cubes.js";
import {movedMoneyExhibit, movementExhibit} from "../../exhibits/movement.js";
import {paretoExhibit} from "../../exhibits/pareto-curve.js";
import {slicesExhibit} from "../../exhibits/rfm.js";
import {bandsExhibit} from "../../exhibits/rfm-bands.js";
import {segmentMapExhibit} from "../../exhibits/rfm-segments.js";
import {scoresExhibit} from "../../exhibits/scores-over-time.js";
import {segmentsOverTimeExhibit} from "../../exhibits/segments-over-time.js";
import type {Site} from "../../site.js";
import {schemes} from "../../terms.js";
import type {LiveFigure} from "./live-figure.js";

type Figures = Record<string, LiveFigure>;

/** The Pareto curve, RFM and the money that moved, by id: what the overview shows too, and what draws like it. */
export function valueFigures(site: Site): Figures {
  return {
    ...paretoFigures(),
    ...rfmFigures(site),
    "moved-money": {tables: ["movement-metal", "totals"], exhibit: movedMoneyExhibit},
  };
}

function paretoFigures(): Figures {
  return {
    pareto: {
      tables: ["pareto", "totals"],
      brush: "pareto",
      exhibit: (site) => paretoExhibit(site, "pareto", true),
    },
    "whale-curve": {
      tables: ["pareto", "totals"],
      brush: "pareto",
      exhibit: (site) => paretoExhibit(site, "whale-curve", false),
    },
  };
}

/** Who chooses parts of a drawing of the primary scheme chooses its cells; the other schemes answer to them. */
function rfmFigures({cubes: {report}}: Site): Figures {
  const cells = (Object.keys(schemes) as RfmScheme[]).flatMap((scheme) =>
    (["customers", "revenue"] as const).map((measure): [string, LiveFigure] => {
      const primary = scheme === report.primary_scheme;
      return [
        `rfm-${scheme}-${measure}`,
        {
          tables: [primary ? "rfm" : `rfm-${scheme}`, "totals"],
          ...(primary ? {brush: "rfm" as const} : {}),
          exhibit: (site, page) => slicesExhibit(site, [scheme, measure], page, true),
        },
      ];
    }),
  );
  return {
    "segment-map": {tables: ["segments", "totals"], exhibit: segmentMapExhibit},
    "rfm-bands": {tables: ["rfm-bands", "totals"], exhibit: bandsExhibit},
    "segments-over-time": {
      tables: ["segments-over-time", "totals-over-time"],
      exhibit: segmentsOverTimeExhibit,
    },
    "scores-over-time": {tables: ["scores-over-time", "totals-over-time"], exhibit: scoresExhibit},
    ...Object.fromEntries(cells),
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
