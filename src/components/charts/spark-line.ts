import {day, toDate} from "../formats.js";
import type {ShapeOptions} from "./chart-options.js";
import {framed} from "./framed.js";
import {linePath} from "./line-path.js";
import {type Shape, shape, titleShape} from "./shape.js";
import {timeScale} from "./time-axis.js";

/** One value on one day. */
export interface SparkPoint {
  as_of: string;
  value: number | null;
}

/** The first day of the small lines: two years before the as-of date. All of a page share this scale of time. */
function sparkStart(as_of: string): Date {
  const end = toDate(as_of);
  return new Date(Date.UTC(end.getUTCFullYear() - 2, end.getUTCMonth(), Math.min(end.getUTCDate(), 28)));
}

/** A small line of the past two years, its last point marked; days without a value leave a gap. */
export function sparkLine(
  points: readonly SparkPoint[],
  format: (value: number) => string,
  options: ShapeOptions,
): Shape {
  const [height, margin] = [40, 6];
  const {as_of} = options.report;
  const start = sparkStart(as_of);
  const shown = points.filter((p) => toDate(p.as_of) >= start);
  const values = shown.flatMap((p) => p.value ?? []);
  const [low, high] = values.length ? [Math.min(...values), Math.max(...values)] : [0, 0];
  const pad = (high - low || Math.abs(high) || 1) * 0.1;
  const floor = height - margin;
  const x = timeScale([start, toDate(as_of)], [margin, options.width - margin]);
  const y = (value: number): number =>
    floor - ((value - low + pad) / (high - low + 2 * pad)) * (floor - margin);
  const last = shown.filter((p) => p.value !== null).at(-1);
  return framed(options, height, [
    shape("line", {x1: margin, x2: options.width - margin, y1: floor, y2: floor, stroke: "var(--rule)"}),
    shape("path", {
      d: linePath(shown.map((p) => (p.value === null ? null : ([x(p.as_of), y(p.value)] as const)))),
      fill: "none",
      stroke: "var(--quiet)",
      "stroke-width": 1.5,
      "stroke-linejoin": "round",
      "stroke-linecap": "round",
    }),
    ...(last
      ? [
          shape(
            "circle",
            {cx: x(last.as_of), cy: y(last.value!), r: 3.5, fill: "var(--text)"},
            titleShape(`${day(last.as_of, options.locale)}: ${format(last.value!)}`),
          ),
        ]
      : []),
  ]);
}
