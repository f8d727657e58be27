import type {RfmScheme, Score} from "../cubes.js";

/** The id of a cell's row in the table of cells, which is where its link leads: "cell-532", "cell-airline-532". */
export function cellId(scheme: RfmScheme, r: Score, f: Score, m: Score): string {
  return `cell-${scheme === "together" ? "" : `${scheme}-`}${r}${f}${m}`;
}
