import * as d3 from "d3";
import {abcClasses, type Measure} from "../../../src/cubes.js";
import type {ToldEnds} from "../../cubes/told-ends.js";
import type {ClassEnds} from "./fold-bins.js";
import type {FilterRow} from "./hide-small.js";

/** Where the report's own ABC classes end on the curve of their measure, and under which keys they are told. */
export class ToldClasses {
  readonly #told: Set<string>;
  readonly #sizes: Map<string, number>;

  /** `counted` and `told` are rows of the primary classes, those that are told and all of them. */
  constructor(
    counted: readonly FilterRow[],
    told: readonly FilterRow[],
    private readonly measure: Measure,
    private readonly ends: ToldEnds,
  ) {
    this.#told = new Set(told.filter((row) => row.customers !== null).map(nameOf));
    this.#sizes = new Map(counted.filter(({key}) => key === 0).map((row) => [nameOf(row), row.customers!]));
  }

  /** Of a date's curve by a measure; null where classes are by the other one. `first` is the curve's first bin. */
  on(as_of: string, measure: Measure): ClassEnds | null {
    if (measure !== this.measure) return null;
    const places = d3.sort(this.ends.places.get(`${as_of} ${measure}`) ?? []).filter((place) => place > 0);
    const after = new Map<number, string[]>();
    let place = 0;
    let before: string | null = null;
    for (const name of abcClasses) {
      const size = this.#sizes.get(nameOf({as_of, key: 0, class: name} as never));
      if (size === undefined || name === "none") continue;
      if (before !== null) {
        const at = places.indexOf(place);
        if (at >= 0) after.set(at, [before, name]);
      }
      place += size;
      before = name;
    }
    return {
      ends: [...after.keys()],
      isTold: (key, end) =>
        after.get(end)!.some((name) => this.#told.has(nameOf({as_of, key, class: name} as never))),
    };
  }
}

function nameOf(row: FilterRow): string {
  return `${String(row.as_of)} ${row.key} ${String(row.class)}`;
}
