import type {SettingRow} from "../cubes.js";

/** One of the 25 cells of R x F with its segment. */
export interface SegmentCell {
  r: number;
  f: number;
  segment: string;
}

/** The four families of segments, best first: a segment's colour and what counts as a move up. */
export type Family = "best" | "growing" | "fading" | "lost" | "other";

/** The standard segments from best to worst, with their cells (R scores, an x, F scores) and family. */
const standard: readonly {name: string; cells: string; family: Family}[] = [
  {name: "champions", cells: "5x45", family: "best"},
  {name: "loyal", cells: "34x45", family: "best"},
  {name: "potential_loyalist", cells: "45x23", family: "growing"},
  {name: "promising", cells: "4x1", family: "growing"},
  {name: "new", cells: "5x1", family: "growing"},
  {name: "need_attention", cells: "3x3", family: "fading"},
  {name: "about_to_sleep", cells: "3x12", family: "fading"},
  {name: "at_risk", cells: "12x34", family: "fading"},
  {name: "cannot_lose", cells: "12x5", family: "lost"},
  {name: "hibernating", cells: "12x12", family: "lost"},
];

const prefix = "rfm.segments.";

/** The segment of each of the 25 cells: the report's own table where the settings have one, else the standard one. */
export function segmentCells(settings: readonly SettingRow[]): SegmentCell[] {
  const own = settings.filter((s) => s.key.startsWith(prefix));
  const table =
    own.length > 0
      ? own.map((s) => ({name: s.key.slice(prefix.length), cells: s.value}))
      : standard.map(({name, cells}) => ({name, cells}));
  return table.flatMap(({name, cells}) =>
    cells.split(/,\s*/).flatMap((part) => {
      const [rs = "", fs = ""] = part.split("x");
      return [...rs].flatMap((r) => [...fs].map((f) => ({r: Number(r), f: Number(f), segment: name})));
    }),
  );
}

/** The segments in force from best to worst; those of the report's own come after the standard ones, in their order. */
export function segmentOrder(names: Iterable<string>): string[] {
  const all = new Set(names);
  const known = standard.map((s) => s.name).filter((s) => all.has(s));
  return [...known, ...[...all].filter((s) => !known.includes(s))];
}

/** The family of a segment. */
export function familyOf(segment: string): Family {
  return standard.find((s) => s.name === segment)?.family ?? "other";
}

/** The fill of a segment, and the colour of type that is read on it. */
export function segmentFill(segment: string): string {
  return familyOf(segment) === "other"
    ? "var(--segment-other)"
    : `var(--segment-${segment.replaceAll("_", "-")})`;
}

export function segmentInk(segment: string): string {
  const dark = ["champions", "potential_loyalist", "at_risk", "cannot_lose"];
  return dark.includes(segment) ? "var(--segment-ink-strong)" : "var(--segment-ink-soft)";
}
