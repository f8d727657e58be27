import {assessmentAgesExhibit, walletAgesExhibit} from "../../exhibits/relationship/ages.js";
import {contactPatternExhibit} from "../../exhibits/relationship/contacts.js";
import {leanByStageExhibit, leanExhibit} from "../../exhibits/relationship/reliance.js";
import {crossExhibit} from "../../exhibits/relationship/stage-cross.js";
import {stagesOverTimeExhibit} from "../../exhibits/relationship/stages-over-time.js";
import {walletGapExhibit} from "../../exhibits/relationship/wallet-gap.js";
import type {LiveFigure} from "./live-figure.js";

/** The other figures of relationships and wallets that answer to filters, by id. */
export function relationshipFigures(): Record<string, LiveFigure> {
  const gap = (dimension: string): LiveFigure => ({
    tables: ["wallet-segments"],
    exhibit: (site) => walletGapExhibit(site, [dimension]),
  });
  return {
    lean: {tables: ["grid"], exhibit: leanExhibit},
    "lean-by-stage": {tables: ["grid"], exhibit: leanByStageExhibit},
    "assessment-ages": {tables: ["assessment-ages", "grid"], exhibit: assessmentAgesExhibit},
    "stage-cross": {tables: ["stage-cross", "totals"], exhibit: crossExhibit},
    "grid-over-time": {
      tables: ["grid-over-time"],
      exhibit: (site) => stagesOverTimeExhibit(site, "grid"),
    },
    "wallet-gap-abc": gap("abc"),
    "wallet-gap-rfm-segment": gap("rfm_segment"),
    "wallet-gap-region": gap("region"),
    "wallet-gap-industry": gap("industry"),
    "contact-pattern": {tables: ["contact-pattern"], exhibit: contactPatternExhibit},
    "wallet-ages": {tables: ["wallet-ages"], exhibit: walletAgesExhibit},
    "wallet-over-time": {
      tables: ["wallet-over-time"],
      exhibit: (site) => stagesOverTimeExhibit(site, "wallet"),
    },
  };
}
