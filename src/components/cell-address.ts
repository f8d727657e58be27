import type {RfmScheme, Score} from "../cubes.js";

/** The id of a cell's row in the table of cells, which is where its link leads: "cell-532", "cell-airline-532". */
export function cellId(scheme: RfmScheme, r: Score, f: Score, m: Score): string {
  return `cell-${scheme === "together" ? "" : `${scheme}-`}${r}${f}${m}`;
}

/** What a cell's address names: "#cell-532", "#cell-ntile-532"; null where it names none. */
export function parseCell(hash: string): {scheme: RfmScheme; code: string} | null {
  const match = /^#cell-(?:(ntile|nested|fixed|airline|custom)-)?([1-5]{3})$/.exec(hash);
  return match ? {scheme: (match[1] ?? "together") as RfmScheme, code: match[2]!} : null;
}
