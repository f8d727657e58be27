import {type Shape, shape, textShape} from "./shape.js";
import type {Plane} from "./value-axis.js";

/** Values rightwards. */
export interface AcrossAxis {
  /** Where a value lies, in pixels. */
  x: (value: number) => number;
  /** The marked values, written below the plane. */
  labels: Shape;
  /** Lines from top to bottom at values; attributes are those of SVG's lines. */
  upright: (values: readonly number[], look: Readonly<Record<string, string | number>>) => Shape;
}

/** An axis of values from `low` to `high` below a plane; `marks` are written out. */
export function acrossAxis(
  [low, high]: readonly [number, number],
  {left, right, top, bottom}: Plane,
  marks: readonly number[],
  format: (value: number) => string,
): AcrossAxis {
  const x = (value: number): number => left + ((value - low) / (high - low || 1)) * (right - left);
  const line = (value: number, from: number, to: number): Shape =>
    shape("line", {x1: x(value), x2: x(value), y1: from, y2: to});
  return {
    x,
    labels: shape(
      "g",
      {"font-variant": "tabular-nums"},
      ...marks.flatMap((value) => [
        shape("line", {x1: x(value), x2: x(value), y1: bottom, y2: bottom + 6, stroke: "currentColor"}),
        textShape(format(value), {x: x(value), y: bottom + 9, dy: "0.71em"}),
      ]),
    ),
    upright: (values, look) => shape("g", look, ...values.map((value) => line(value, top, bottom))),
  };
}

/** A share of a whole as an axis writes it. */
export function axisShare(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}
