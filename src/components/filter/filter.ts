import {type AbcClass, abcClasses, gridStages, type ReportCube, walletPlaces} from "../../cubes.js";
import type {Brush} from "./brush.js";

/** The dimensions that a reader may filter by, in the order of their keys. */
export const dimensions = ["region", "industry", "class", "stage"] as const;
export type Dimension = (typeof dimensions)[number];

/**
 * What a reader has chosen: the place of a value in each dimension, null for all; and an as-of date, null for the newest.
 * A brush stands by itself: the newest date, and no other choice.
 */
export type Filter = Record<Dimension, number | null> & {as_of: string | null; brush: Brush | null};

/** How many places each dimension has in a key: 7 named regions, the others, unknown; likewise industries. */
export const sizes: Record<Dimension, number> = {region: 9, industry: 9, class: 5, stage: 7};

/** The places of regions and industries that have no name of their own. */
export const others = 7;
export const unknown = 8;

export const noFilter: Filter = {
  region: null,
  industry: null,
  class: null,
  stage: null,
  as_of: null,
  brush: null,
};

/** The classes and the stages of the report's stage model, by place. */
export const classPlaces: readonly AbcClass[] = abcClasses;

export function stagePlaces({filter_stage}: Pick<ReportCube, "filter_stage">): readonly string[] {
  return filter_stage === "wallet" ? walletPlaces : gridStages;
}

/** Whether anything but the newest date of everyone is chosen. */
export function isSet(filter: Filter): boolean {
  return filter.as_of !== null || filter.brush !== null || dimensions.some((d) => filter[d] !== null);
}
