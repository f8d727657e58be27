import * as Plot from "@observablehq/plot";
import {day, toDate} from "../formats.js";
import {type ChartOptions, draw} from "./frame.js";

/** One value on one day. */
export interface SparkPoint {
  as_of: string;
  value: number | null;
}

/** The first day of the small lines: two years before the as-of date. All of a page share this scale of time. */
export function sparkStart(as_of: string): Date {
  const end = toDate(as_of);
  return new Date(Date.UTC(end.getUTCFullYear() - 2, end.getUTCMonth(), Math.min(end.getUTCDate(), 28)));
}

/** A small line of the past two years, its last point marked; days without a value leave a gap. */
export function sparkLine(
  points: readonly SparkPoint[],
  format: (value: number) => string,
  options: ChartOptions,
): SVGSVGElement {
  const known = points.filter((p) => p.value !== null);
  const last = known.at(-1);
  const values = known.map((p) => p.value!);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const pad = (high - low || Math.abs(high) || 1) * 0.1;
  return draw(options, {
    height: 40,
    marginTop: 6,
    marginBottom: 6,
    marginLeft: 6,
    marginRight: 6,
    x: {type: "utc", domain: [sparkStart(options.report.as_of), toDate(options.report.as_of)], axis: null},
    y: {domain: known.length ? [low - pad, high + pad] : [0, 1], axis: null},
    marks: [
      Plot.ruleY([low - pad], {stroke: "var(--rule)"}),
      Plot.lineY(points, {
        x: (p: SparkPoint) => toDate(p.as_of),
        y: (p: SparkPoint) => p.value ?? Number.NaN,
        stroke: "var(--quiet)",
        strokeWidth: 1.5,
      }),
      Plot.dot(last ? [last] : [], {
        x: (p: SparkPoint) => toDate(p.as_of),
        y: "value",
        r: 3.5,
        fill: "var(--text)",
        title: (p: SparkPoint) => `${day(p.as_of, options.locale)}: ${format(p.value!)}`,
      }),
    ],
  });
}
