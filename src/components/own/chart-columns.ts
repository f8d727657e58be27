import {type OwnKind, ownCharts} from "../../cubes/own.js";

const measures: readonly OwnKind[] = ["count", "money", "share", "number"];

/** What is wrong with a drawing and the kinds of its columns, in a sentence; null where nothing is. */
export function chartProblem(kind: string | undefined, kinds: readonly OwnKind[]): string | null {
  const isMeasure = (i: number): boolean => kinds[i] !== undefined && measures.includes(kinds[i]);
  const isGroup = (i: number): boolean => kinds[i] !== undefined && !isMeasure(i);
  if (kind === "bars")
    return isGroup(0) &&
      kinds.length >= 2 &&
      kinds.length <= 4 &&
      kinds.slice(1).every((_, i) => isMeasure(i + 1))
      ? null
      : 'bars take a column of groups and one to three measures: ["bars", group, measure]';
  if (kind === "lines")
    return kinds[0] === "day" && isMeasure(1) && (kinds.length === 2 || (kinds.length === 3 && isGroup(2)))
      ? null
      : 'lines take a day, a measure and, where there are several lines, their group: ["lines", day, measure, group]';
  if (kind === "matrix")
    return isGroup(0) && isGroup(1) && isMeasure(2) && kinds.length === 3
      ? null
      : 'a matrix takes two columns of groups and a measure: ["matrix", rows, columns, measure]';
  return `${kind ?? "nothing"} is no drawing; there are ${ownCharts.join(", ")}`;
}
