import type {Site} from "../site.js";
import {abcExhibit, abcOverTimeExhibit} from "./abc.js";
import {concentrationExhibit, topSharesExhibit} from "./concentration.js";
import type {Exhibit} from "./exhibit.js";
import {aliveExhibit, partsExhibit, sensitivityExhibit} from "./lifetime.js";
import {holdoutExhibit} from "./lifetime-models.js";
import {agreementExhibit, capturedExhibit} from "./methods.js";
import {movedMoneyExhibit, movementExhibit} from "./movement.js";
import {paretoExhibit} from "./pareto-curve.js";
import {pyramidExhibit} from "./pyramids.js";
import {scoresExhibit, slicesExhibit} from "./rfm.js";
import {bandsExhibit} from "./rfm-bands.js";
import {segmentMapExhibit, segmentsOverTimeExhibit} from "./rfm-segments.js";
import {crossExhibit, gridExhibit, walletExhibit} from "./stages.js";
import {stagesOverTimeExhibit} from "./stages-over-time.js";

/** Every chart that a page may ask for, by name. */
export const charts: Readonly<Record<string, (site: Site, args: readonly string[]) => Exhibit>> = {
  "whale-curve": (site) => paretoExhibit(site, "whale-curve", false),
  pareto: (site) => paretoExhibit(site, "pareto", true),
  abc: abcExhibit,
  "abc-over-time": abcOverTimeExhibit,
  "rfm-slices": (site, args) => slicesExhibit(site, args),
  "rfm-overview": (site, args) => slicesExhibit(site, args, true),
  "scores-over-time": scoresExhibit,
  "segment-map": segmentMapExhibit,
  "segments-over-time": segmentsOverTimeExhibit,
  "rfm-bands": bandsExhibit,
  movement: movementExhibit,
  "moved-money": movedMoneyExhibit,
  "top-shares": topSharesExhibit,
  concentration: concentrationExhibit,
  "lifetime-parts": partsExhibit,
  alive: aliveExhibit,
  sensitivity: sensitivityExhibit,
  holdout: holdoutExhibit,
  pyramid: pyramidExhibit,
  captured: capturedExhibit,
  agreement: agreementExhibit,
  grid: (site) => gridExhibit(site, false),
  "grid-overview": (site) => gridExhibit(site, true),
  wallet: (site) => walletExhibit(site, false),
  "wallet-overview": (site) => walletExhibit(site, true),
  "stage-cross": crossExhibit,
  "stages-over-time": (site, [model]) => stagesOverTimeExhibit(site, model),
};
