import {type AbcClass, abcClasses, gridStages, type ReportCube, walletStages} from "../../cubes.js";

/** The dimensions that a reader may filter by, in the order of their keys. */
export const dimensions = ["region", "industry", "class", "stage"] as const;
export type Dimension = (typeof dimensions)[number];

/** What a reader has chosen: the place of a value in each dimension, null for all; and an as-of date, null for the newest. */
export type Filter = Record<Dimension, number | null> & {as_of: string | null};

/** How many places each dimension has in a key: 7 named regions, the others, unknown; likewise industries. */
const sizes: Record<Dimension, number> = {region: 9, industry: 9, class: 5, stage: 7};

/** The places of regions and industries that have no name of their own. */
export const others = 7;
export const unknown = 8;

export const noFilter: Filter = {region: null, industry: null, class: null, stage: null, as_of: null};

/** The classes and the stages of the report's stage model, by place. */
export const classPlaces: readonly AbcClass[] = abcClasses;

export function stagePlaces({filter_stage}: Pick<ReportCube, "filter_stage">): readonly string[] {
  return filter_stage === "wallet" ? walletStages : gridStages;
}

/** Whether anything but the newest date of everyone is chosen. */
export function isSet(filter: Filter): boolean {
  return filter.as_of !== null || dimensions.some((d) => filter[d] !== null);
}

const accepting = new WeakMap<Filter, Uint8Array>();

/**
 * Which keys of the full product a filter takes, one byte each: key = ((region * 9 + industry) * 5 + class) * 7 + stage.
 */
export function acceptedKeys(filter: Filter): Uint8Array {
  const known = accepting.get(filter);
  if (known) return known;
  let accepted = new Uint8Array([1]);
  for (const dimension of dimensions) {
    const size = sizes[dimension];
    const finer = new Uint8Array(accepted.length * size);
    for (let place = 0; place < size; place++)
      if (filter[dimension] === null || filter[dimension] === place)
        for (let key = 0; key < accepted.length; key++) finer[key * size + place] = accepted[key]!;
    accepted = finer;
  }
  accepting.set(filter, accepted);
  return accepted;
}

/** The one key of a filter where filters are set singly: 100 × (1 + dimension) + place; 0 for everyone. */
export function singleKey(filter: Filter): number {
  const at = dimensions.findIndex((d) => filter[d] !== null);
  return at < 0 ? 0 : 100 * (at + 1) + filter[dimensions[at]!]!;
}
