import type {ReportCube} from "../../cubes.js";
import {groupOf} from "./brush-groups.js";
import {dimensions, type Filter, sizes} from "./filter.js";

const accepting = new WeakMap<Filter, Uint8Array>();

/**
 * Which keys of a table a filter takes, one byte each. Keys of a brushed chart's tables are its parts, or their groups
 * for executives; those of the bar's are the product of its dimensions, or each filter by itself for executives.
 */
export function acceptedKeys(
  filter: Filter,
  report: Pick<ReportCube, "audience" | "grid_minimums">,
): Uint8Array {
  let accepted = accepting.get(filter);
  if (!accepted) {
    const singly = report.audience === "executives";
    const {brush} = filter;
    if (brush)
      accepted = bytesOf(singly ? brush.cells.map((cell) => groupOf(brush.on, cell, report)) : brush.cells);
    else accepted = singly ? bytesOf([singleKey(filter)]) : acceptedOfProduct(filter);
    accepting.set(filter, accepted);
  }
  return accepted;
}

function bytesOf(keys: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(Math.max(...keys) + 1);
  for (const key of keys) bytes[key] = 1;
  return bytes;
}

/** Of the full product: key = ((region * 9 + industry) * 5 + class) * 7 + stage. */
export function acceptedOfProduct(filter: Filter): Uint8Array {
  let accepted = new Uint8Array([1]);
  for (const dimension of dimensions) {
    const size = sizes[dimension];
    const finer = new Uint8Array(accepted.length * size);
    for (let place = 0; place < size; place++)
      if (filter[dimension] === null || filter[dimension] === place)
        for (let key = 0; key < accepted.length; key++) finer[key * size + place] = accepted[key]!;
    accepted = finer;
  }
  return accepted;
}

/** The one key of a filter where filters are set singly: 100 × (1 + dimension) + place; 0 for everyone. */
export function singleKey(filter: Filter): number {
  const at = dimensions.findIndex((d) => filter[d] !== null);
  return at < 0 ? 0 : 100 * (at + 1) + filter[dimensions[at]!]!;
}
