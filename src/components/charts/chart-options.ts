import type {Locale, ReportCube} from "../../cubes.js";

/** What every chart is told beside its rows. A chart is a pure function of the two. */
export interface ShapeOptions {
  /** Width in CSS pixels. */
  width: number;
  locale: Locale;
  /** Unique in the page: the ids of patterns start with it. */
  id: string;
  /** One sentence for those who don't see the drawing. */
  label: string;
  report: ReportCube;
}

/** The same for charts that are drawn into a document at once. */
export interface ChartOptions extends ShapeOptions {
  document: Document;
}

/** Below this width a chart is drawn for a phone. */
export function isNarrow({width}: Pick<ShapeOptions, "width">): boolean {
  return width < 460;
}

/** The size of a drawing's type, in CSS pixels. */
export function fontSize(options: Pick<ShapeOptions, "width">): number {
  return isNarrow(options) ? 12 : 13;
}

/** Two hatchings: `thin` is for customers of whom nothing is known, where the other stands beside it. */
export type Hatching = "hatch" | "thin";

/** The reference to the hatching that marks what is no step of a ramp: pre, not assessed, unknown, suppressed. */
export function hatch({id}: Pick<ShapeOptions, "id">, kind: Hatching = "hatch"): string {
  return `url(#${id}-${kind})`;
}
