import type {AbcPreset, Measure, RfmScheme} from "../../cubes.js";
import {abcExhibit} from "../exhibits/abc.js";
import {abcOverTimeExhibit} from "../exhibits/abc-over-time.js";
import {concentrationExhibit, topSharesExhibit} from "../exhibits/concentration.js";
import {aliveExhibit, partsExhibit} from "../exhibits/lifetime.js";
import {movedMoneyExhibit, movementExhibit} from "../exhibits/movement.js";
import {paretoExhibit} from "../exhibits/pareto-curve.js";
import {pyramidExhibit} from "../exhibits/pyramids.js";
import {slicesExhibit} from "../exhibits/rfm.js";
import {bandsExhibit} from "../exhibits/rfm-bands.js";
import {segmentMapExhibit} from "../exhibits/rfm-segments.js";
import {scoresExhibit} from "../exhibits/scores-over-time.js";
import {segmentsOverTimeExhibit} from "../exhibits/segments-over-time.js";
import type {Site} from "../site.js";
import {schemes} from "../terms.js";
import type {LiveFigure} from "./live-figure.js";

type Figures = Record<string, LiveFigure>;

/** The figures of what customers are worth that answer to filters, by id. */
export function valueFigures(site: Site): Figures {
  return {...paretoFigures(), ...rfmFigures(site), ...worthFigures()};
}

function paretoFigures(): Figures {
  const classes = (["by-customers", "by-value"] as AbcPreset[]).flatMap((preset) =>
    (["revenue", "profit"] as Measure[]).map((measure): [string, LiveFigure] => [
      `abc-${preset}-${measure}`,
      {tables: ["abc"], exhibit: (site) => abcExhibit(site, [preset, measure])},
    ]),
  );
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
    ...Object.fromEntries(classes),
    "abc-over-time": {tables: ["abc-over-time"], exhibit: abcOverTimeExhibit},
    "top-shares": {tables: ["concentration"], exhibit: (site) => topSharesExhibit(site, true)},
    "concentration-gini": {
      tables: ["concentration"],
      exhibit: (site) => concentrationExhibit(site, ["gini"], true),
    },
    "concentration-effective": {
      tables: ["concentration"],
      exhibit: (site) => concentrationExhibit(site, ["effective"], true),
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
          exhibit: (site, page) => slicesExhibit(site, [scheme, measure], page),
        },
      ];
    }),
  );
  return {
    "segment-map": {tables: ["rfm", "totals"], exhibit: segmentMapExhibit},
    "rfm-bands": {tables: ["rfm-bands", "totals"], exhibit: bandsExhibit},
    "segments-over-time": {
      tables: ["segments-over-time", "totals-over-time"],
      exhibit: segmentsOverTimeExhibit,
    },
    "scores-over-time": {tables: ["scores-over-time", "totals-over-time"], exhibit: scoresExhibit},
    ...Object.fromEntries(cells),
    "movement-rfm-segment-frozen": {
      tables: ["movement-segments"],
      exhibit: (site) => movementExhibit(site, ["rfm_segment", "frozen"]),
    },
    "movement-rfm-segment-recomputed": {
      tables: ["movement-segments"],
      exhibit: (site) => movementExhibit(site, ["rfm_segment", "recomputed"]),
    },
  };
}

/** Of the pyramids and of lifetime values. */
function worthFigures(): Figures {
  return {
    "pyramid-metal": {tables: ["metal", "totals"], exhibit: (site) => pyramidExhibit(site, ["metal"])},
    "pyramid-hsbc": {tables: ["pyramids", "totals"], exhibit: (site) => pyramidExhibit(site, ["hsbc"])},
    "pyramid-chase": {tables: ["pyramids", "totals"], exhibit: (site) => pyramidExhibit(site, ["chase"])},
    "pyramid-value-type": {
      tables: ["pyramids", "totals"],
      exhibit: (site) => pyramidExhibit(site, ["value_type"]),
    },
    "moved-money": {tables: ["movement-metal"], exhibit: movedMoneyExhibit},
    "movement-metal-frozen": {
      tables: ["movement-metal"],
      exhibit: (site) => movementExhibit(site, ["metal", "frozen"]),
    },
    "movement-metal-recomputed": {
      tables: ["movement-metal"],
      exhibit: (site) => movementExhibit(site, ["metal", "recomputed"]),
    },
    "lifetime-parts": {tables: ["lifetime-parts"], exhibit: partsExhibit},
    alive: {tables: ["alive"], exhibit: aliveExhibit},
  };
}
