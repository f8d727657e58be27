import type {AbcRow, Measure} from "../../cubes.js";
import {percent} from "../formats.js";
import {classes} from "../terms.js";
import {isWhole} from "../whole-window.js";
import type {ShapeOptions} from "./chart-options.js";
import {type ClassShare, classShares} from "./class-shares.js";
import {linesOverTime} from "./lines-over-time.js";
import type {Marked} from "./marked.js";
import type {Shape} from "./shape.js";

interface Point extends ClassShare {
  as_of: string;
}

/** Each class's share of a measure at each as-of date. */
export function classPoints(rows: readonly Marked<AbcRow>[], measure: Measure): Point[] {
  const dates = [...new Set(rows.map((r) => r.as_of))].sort();
  return dates.flatMap((as_of) =>
    classShares(
      rows.filter((r) => r.as_of === as_of),
      measure === "profit",
    )
      .filter((s) => s.of === measure)
      .map((s) => ({...s, as_of})),
  );
}

/** Lines over the as-of dates, each named at its end; the axis starts at zero, or below it where a share is negative. */
export function classesOverTime(
  rows: readonly Marked<AbcRow>[],
  measure: Measure,
  options: ShapeOptions,
): Shape {
  const {locale, report} = options;
  const points = classPoints(rows, measure);
  const dates = [...new Set(points.map((p) => p.as_of))];
  const at = (c: string, as_of: string): Point | undefined =>
    points.find((p) => p.class === c && p.as_of === as_of);
  const present = (["A", "B", "C", "D"] as const).filter((c) => points.some((p) => p.class === c));
  return linesOverTime(
    present.map((c) => ({
      name: classes[c][locale],
      colour: `class-${c.toLowerCase()}`,
      points: dates.map((as_of) => ({
        as_of,
        value: at(c, as_of)?.share ?? null,
        mark: at(c, as_of)?.mark,
        partial: !isWhole(as_of, report),
      })),
    })),
    {
      axis: (x) => `${Math.round(x * 100)}%`,
      exact: (x) => percent(x, locale),
      highest: Math.max(1, ...points.map((p) => p.share ?? 0)),
    },
    options,
  );
}
