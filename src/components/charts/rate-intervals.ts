import {nice, ticks} from "d3-array";
import {percent} from "../formats.js";
import {acrossAxis, axisShare} from "./across-axis.js";
import {bands} from "./bands.js";
import {fontSize, isNarrow, type ShapeOptions} from "./chart-options.js";
import {framed} from "./framed.js";
import {halo} from "./halo.js";
import {type Shape, shape, textShape, titleShape} from "./shape.js";
import {textWidth} from "./text-width.js";

/** A share of one group with its interval; null where it may not be told. */
export interface RateInterval {
  key: string;
  name: string;
  share: number | null;
  low: number;
  high: number;
  /** What the share is of, as "6 of 84". */
  of: string;
  title: string;
}

/**
 * A dot for each share on a line for its interval, from zero; the numbers stand above the line. The axis reaches at least
 * to `highest`, so that drawings side by side can have one axis.
 */
export function rateIntervals(rates: readonly RateInterval[], options: ShapeOptions, highest = 0): Shape {
  const {locale, width} = options;
  const told = rates.flatMap((r) => (r.share === null ? [] : r.high));
  const many = isNarrow(options) ? 4 : 5;
  const [, high] = nice(0, Math.max(0.05, highest, ...told), many);
  const longest = Math.max(0, ...rates.map((r) => textWidth(r.name))) * fontSize(options) + 12;
  const missing = locale === "zh" ? "太少，已隐去" : "too few to be shown";
  const height = rates.length * 46 + 44;
  const plane = {
    left: Math.round(Math.min(longest, width * 0.4)),
    right: width - 14,
    top: 12,
    bottom: height - 30,
  };
  const marks = ticks(0, high, many);
  const {x, labels, upright} = acrossAxis([0, high], plane, marks, axisShare);
  const line = bands(rates.length, plane.top, plane.bottom);
  const groups = rates.map((r, i) => {
    const y = line.middle(i);
    const text = textShape(r.share === null ? missing : `${percent(r.share, locale)}  ${r.of}`, {
      x: x(r.share === null ? 0 : r.low) + (told.length > 0 ? 2 : 6),
      y: y - 14,
      "text-anchor": "start",
      fill: r.share === null ? "var(--quiet)" : "var(--text)",
      ...halo,
      style: "white-space: pre",
    });
    const name = textShape(r.name, {x: plane.left - 9, y, "text-anchor": "end"});
    if (r.share === null) return shape("g", {}, name, text);
    const look = {stroke: "var(--down)", "stroke-width": 3};
    return shape(
      "g",
      {},
      name,
      text,
      shape("line", {x1: x(r.low), x2: x(r.high), y1: y, y2: y, ...look}),
      shape("circle", {cx: x(r.share), cy: y, r: 6, fill: "var(--down)"}, titleShape(r.title)),
    );
  });
  return framed(options, height, [
    upright([0], {stroke: "var(--quiet)"}),
    upright(
      marks.filter((mark) => mark > 0),
      {stroke: "var(--rule)"},
    ),
    ...groups,
    labels,
  ]);
}
