import {movementModels} from "../../../cubes/movement.js";
import type {FigureSpec} from "../../figures/key-figure.js";
import {rankingMethods} from "../../methods/summaries.js";
import type {Site} from "../../site.js";
import type {LiveFigure} from "./live-figure.js";

/** Figures that answer to filters, and headline figures, whose code comes only where a page shows one of them. */
export interface FigurePart {
  figures: (site: Site) => Record<string, LiveFigure>;
  keyFigures: readonly FigureSpec[];
}

interface PartOfPages {
  /** It is the module `figures-of-<name>`. */
  name: string;
  /** Its figures and headline figures. */
  ids: readonly string[];
  load: () => Promise<FigurePart>;
}

export const figureParts: readonly PartOfPages[] = [
  {
    name: "concentration",
    ids: [
      ...["abc-by-customers-revenue", "abc-by-customers-profit"],
      ...["abc-by-value-revenue", "abc-by-value-profit", "abc-over-time"],
      ...["top-shares", "concentration-gini", "concentration-effective"],
    ],
    load: async () => (await import("./figures-of-concentration.js")).part,
  },
  {
    name: "scores",
    ids: [
      ...["segment-map", "rfm-bands", "segments-over-time", "scores-over-time"],
      ...["movement-rfm-segment-frozen", "movement-rfm-segment-recomputed"],
    ],
    load: async () => (await import("./figures-of-scores.js")).part,
  },
  {
    name: "worth",
    ids: [
      ...["pyramid-metal", "pyramid-hsbc", "pyramid-chase", "pyramid-value-type"],
      ...["movement-metal-frozen", "movement-metal-recomputed", "lifetime-parts", "alive"],
      ...["future", "historic", "below-zero", "diamonds", "diamond-share", "moved-up", "moved-down"],
    ],
    load: async () => (await import("./figures-of-worth.js")).part,
  },
  {
    name: "relationship",
    ids: [
      ...["lean", "lean-by-stage", "assessment-ages", "stage-cross", "grid-over-time"],
      ...["wallet-gap-abc", "wallet-gap-rfm-segment", "wallet-gap-region", "wallet-gap-industry"],
      ...["contact-pattern", "wallet-ages", "wallet-over-time"],
    ],
    load: async () => (await import("./figures-of-relationship.js")).part,
  },
  {
    name: "movement",
    ids: [
      ...["moves", "regressed-money", ...movementModels.map((model) => `moves-${model.replace("_", "-")}`)],
      ...["regression-rates-grid-stage-quarter", "regression-rates-grid-stage-year"],
      ...["regression-rates-wallet-stage-quarter", "regression-rates-wallet-stage-year"],
      ...["grid-stage-down", "wallet-stage-down", "metal-down", "metal-up"],
    ],
    load: async () => (await import("./figures-of-movement.js")).part,
  },
  {
    name: "warnings",
    ids: [
      ...["alerts-by-signal", "alerts-over-time", "customer-types", "opportunities", "churn"],
      ...["at-risk", "outstanding", "alerts", "precision"],
    ],
    load: async () => (await import("./figures-of-warnings.js")).part,
  },
  {
    name: "methods",
    ids: [
      ...["captured", "agreement", "best-possible", "rank-correlation"],
      ...rankingMethods.map((method) => `captured-${method}`),
    ],
    load: async () => (await import("./figures-of-methods.js")).part,
  },
  {
    name: "service",
    ids: [
      ...["complaint-funnel", "complaint-quarters", "complaint-times", "complaint-kept"],
      ...["complaint-aftermath", "service-levels", "service-depth", "survey-loop", "survey-differences"],
      ...["survey-repurchase", "loyalty"],
      ...["complaints", "in-limit", "kept", "closed", "below"],
    ],
    load: async () => (await import("./figures-of-service.js")).part,
  },
  {
    name: "coverage",
    ids: [
      ...["visit-plan", "effort", "channel-mix", "contacts-by-initiated-by", "contacts-by-content"],
      ...["contact-hours", "cost-to-serve", "whale-after-cost", "touchpoints", "contact-goals"],
      ...["contact-effect", "lifecycle", "budget-plan"],
      ...["compliance-a", "compliance-b", "contacts", "below-cost"],
      ...["plan-1", "plan-2", "break-even", "budget-customers"],
    ],
    load: async () => (await import("./figures-of-coverage.js")).part,
  },
];

/** The parts that a page needs, by the ids of what it shows. */
export function partsOf(shown: ReadonlySet<string>): PartOfPages[] {
  return figureParts.filter(({ids}) => ids.some((id) => shown.has(id)));
}
