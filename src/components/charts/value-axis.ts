import {nice, ticks} from "d3-array";
import {type Shape, shape, textShape} from "./shape.js";

/** The part of a drawing where the marks stand, in pixels. */
export interface Plane {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Values upwards. */
interface ValueAxis {
  /** Where a value lies, in pixels. */
  y: (value: number) => number;
  /** The lines across with their values beside them. */
  grid: Shape;
  /** The line at zero, which is drawn over bars and under lines. */
  zero: Shape;
}

/**
 * An axis of values from the least mark `least` (at most zero) to the highest, with about five lines across: it begins
 * and ends in a written value, at or beyond both. Of values that would be written alike, as 0.5 and 1 customers are, the
 * roundest is written.
 */
export function valueAxis(
  [least, highest]: readonly [number, number],
  {left, right, top, bottom}: Plane,
  format: (value: number) => string,
): ValueAxis {
  const [low, high] = nice(least, highest, 5);
  const y = (value: number): number => bottom - ((value - low) / (high - low || 1)) * (bottom - top);
  const line = (value: number, stroke: string): Shape =>
    shape("line", {x1: left, x2: right, y1: y(value), y2: y(value), stroke});
  const all = ticks(low, high, 5);
  const written = new Map<string, number>();
  for (const t of [...all].sort((a, b) => String(a).length - String(b).length))
    if (!written.has(format(t))) written.set(format(t), t);
  const marks = all.filter((t) => written.get(format(t)) === t);
  return {
    y,
    grid: shape(
      "g",
      {"font-variant": "tabular-nums", "text-anchor": "end"},
      ...marks.flatMap((t) => [line(t, "var(--rule)"), textShape(format(t), {x: left - 8, y: y(t)})]),
    ),
    zero: line(0, "var(--quiet)"),
  };
}
