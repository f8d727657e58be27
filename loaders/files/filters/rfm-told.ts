import * as d3 from "d3";
import type {TableName} from "../../../src/components/filter/tables.js";
import {
  type RfmOverlap,
  type RfmPart,
  type RfmParting,
  rfmAtoms,
  rfmCell,
  rfmPartings,
} from "../../cubes/rfm-overlap.js";
import {toldTogether} from "../../cubes/told-together.js";
import type {FilterRow} from "./hide-small.js";

const partingOf: Partial<Record<TableName, RfmParting>> = {
  rfm: "rfm",
  segments: "rfm-segments",
  "segments-over-time": "rfm-segments",
  "rfm-bands": "rfm-bands",
};
const tableOf = {rfm: "rfm", "rfm-segments": "segments", "rfm-bands": "rfm-bands"} as const;

/** The tables by which the cells, segments and bands that are told are known. */
export const rfmTables = Object.values(tableOf);

/** Which of the cells, segments and bands under a filter or a chart's part must be hidden, since the others tell too much. */
export class RfmTold {
  /** What stands, by `system as_of key parting`. */
  readonly #told = new Map<string, ReadonlySet<string>>();

  constructor(
    private readonly everyone: RfmOverlap,
    private readonly smallest: number,
    private readonly parts: readonly FilterRow[][],
  ) {}

  /** Rows of a table that must be hidden. */
  untold(name: TableName, rows: readonly FilterRow[], system: number): FilterRow[] {
    const parting = partingOf[name];
    if (!parting) return [];
    const ofAll = rows.filter(({key}) => key === 0);
    return [
      ...this.everyone.untold(parting, ofAll),
      ...rows.filter((row) => {
        const told = this.#told.get(`${system} ${placeOf(row)} ${parting}`);
        return row.key > 0 && told !== undefined && !told.has(rfmCell[parting](row as never));
      }),
    ];
  }

  /** Finds what must go, where `told` gives the rows of a table as they would be told. */
  settle(told: (name: TableName, system: number) => FilterRow[]): void {
    for (const system of this.parts.keys()) this.#settle(system, told);
  }

  #settle(system: number, told: (name: TableName, system: number) => FilterRow[]): void {
    const standing = rfmPartings.map((parting) =>
      d3.rollup(
        told(tableOf[parting], system).filter(({customers}) => customers !== null),
        (rows) => new Set(rows.map((row) => rfmCell[parting](row as never))),
        placeOf,
      ),
    );
    const places = d3.group(
      this.parts[system]!.filter(({key}) => key > 0),
      placeOf,
    );
    for (const [place, parts] of places) {
      const atoms = rfmAtoms(parts as unknown as RfmPart[]);
      const here = standing.map((cells) => cells.get(place) ?? new Set<string>());
      const together = toldTogether(atoms, here, rfmPartings.length, this.smallest);
      for (const [i, parting] of rfmPartings.entries())
        this.#told.set(`${system} ${place} ${parting}`, together[i]!);
    }
  }
}

function placeOf({as_of, key}: FilterRow): string {
  return `${String(as_of)} ${key}`;
}
