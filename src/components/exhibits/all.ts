import type {Site} from "../site.js";
import {linkTo} from "../site-map.js";
import {abcExhibit} from "./abc.js";
import {abcOverTimeExhibit} from "./abc-over-time.js";
import {concentrationExhibit, topSharesExhibit} from "./concentration.js";
import {coverageCharts} from "./coverage/charts.js";
import type {Exhibit} from "./exhibit.js";
import {aliveExhibit, partsExhibit, sensitivityExhibit} from "./lifetime.js";
import {holdoutExhibit} from "./lifetime-models.js";
import {agreementExhibit, capturedExhibit} from "./methods.js";
import {movementCharts} from "./movement/charts.js";
import {movedMoneyExhibit, movementExhibit} from "./movement.js";
import {paretoExhibit} from "./pareto-curve.js";
import {pyramidExhibit} from "./pyramids.js";
import {assessmentAgesExhibit, walletAgesExhibit} from "./relationship/ages.js";
import {contactPatternExhibit} from "./relationship/contacts.js";
import {gridExhibit} from "./relationship/grid.js";
import {leanByStageExhibit, leanExhibit} from "./relationship/reliance.js";
import {crossExhibit} from "./relationship/stage-cross.js";
import {stagesOverTimeExhibit} from "./relationship/stages-over-time.js";
import {walletExhibit} from "./relationship/wallet.js";
import {walletGapExhibit} from "./relationship/wallet-gap.js";
import {slicesExhibit} from "./rfm.js";
import {bandsExhibit} from "./rfm-bands.js";
import {segmentMapExhibit} from "./rfm-segments.js";
import {scoresExhibit} from "./scores-over-time.js";
import {segmentsOverTimeExhibit} from "./segments-over-time.js";
import {serviceCharts} from "./service/charts.js";
import {warningCharts} from "./warning/charts.js";

/** Every chart that a page may ask for, by name. */
export const charts: Readonly<Record<string, (site: Site, args: readonly string[]) => Exhibit>> = {
  "whale-curve": (site) => paretoExhibit(site, "whale-curve", false),
  pareto: (site) => paretoExhibit(site, "pareto", true),
  abc: abcExhibit,
  "abc-over-time": abcOverTimeExhibit,
  "rfm-overview": (site, args) => slicesExhibit(site, args, linkTo("rfm")),
  "scores-over-time": scoresExhibit,
  "segment-map": segmentMapExhibit,
  "segments-over-time": segmentsOverTimeExhibit,
  "rfm-bands": bandsExhibit,
  movement: movementExhibit,
  "moved-money": movedMoneyExhibit,
  "top-shares": (site) => topSharesExhibit(site),
  concentration: (site, args) => concentrationExhibit(site, args),
  "lifetime-parts": partsExhibit,
  alive: aliveExhibit,
  sensitivity: sensitivityExhibit,
  holdout: holdoutExhibit,
  pyramid: pyramidExhibit,
  captured: (site) => capturedExhibit(site),
  agreement: (site) => agreementExhibit(site),
  grid: (site) => gridExhibit(site, false),
  "grid-overview": (site) => gridExhibit(site, true),
  wallet: (site) => walletExhibit(site, false),
  "wallet-overview": (site) => walletExhibit(site, true),
  lean: leanExhibit,
  "lean-by-stage": leanByStageExhibit,
  "assessment-ages": assessmentAgesExhibit,
  "wallet-gap": walletGapExhibit,
  "wallet-ages": walletAgesExhibit,
  "contact-pattern": contactPatternExhibit,
  "stage-cross": crossExhibit,
  "stages-over-time": (site, [model]) => stagesOverTimeExhibit(site, model),
  ...movementCharts,
  ...warningCharts,
  ...serviceCharts,
  ...coverageCharts,
};
