import type {ReportCube} from "../../cubes.js";
import {day, toDate} from "../formats.js";
import {monthsBefore} from "../months-before.js";
import {isWhole} from "../whole-window.js";
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

/** The first day of the small lines: the first of the report's dates within two years. All of a page share this scale. */
export function sparkStart({as_of, dates}: Pick<ReportCube, "as_of" | "dates">): string {
  const earliest = monthsBefore(as_of, 24);
  return dates.find((day) => day >= earliest) ?? as_of;
}

/**
 * A small line of the past two years, its last point marked; days without a value leave a gap, and days without a whole
 * window are hollow.
 */
export function sparkLine(
  points: readonly SparkPoint[],
  format: (value: number) => string,
  options: ShapeOptions,
): Shape {
  const [height, margin] = [40, 6];
  const {report} = options;
  const start = sparkStart(report);
  const shown = points.filter((p) => p.as_of >= start);
  const values = shown.flatMap((p) => p.value ?? []);
  const [low, high] = values.length ? [Math.min(...values), Math.max(...values)] : [0, 0];
  const pad = (high - low || Math.abs(high) || 1) * 0.1;
  const floor = height - margin;
  const x = timeScale([toDate(start), toDate(report.as_of)], [margin, options.width - margin]);
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
    ...shown
      .filter((p) => p.value !== null && p !== last && !isWhole(p.as_of, report))
      .map((p) =>
        shape("circle", {
          cx: x(p.as_of),
          cy: y(p.value!),
          r: 2.5,
          fill: "var(--ground)",
          stroke: "var(--quiet)",
        }),
      ),
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
