import {range, tickIncrement} from "d3-array";
import {type Shape, shape, textShape} from "./shape.js";
import {textWidth} from "./text-width.js";
import type {Plane} from "./value-axis.js";

/** Values rightwards. */
interface AcrossAxis {
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

/**
 * Round ends of an axis that holds all of some values, and round marks from end to end: as many as `format` writes them
 * with room between them in so many ems.
 */
export function roundAxis(
  values: readonly number[],
  ems: number,
  format: (value: number) => string,
): {ends: [number, number]; marks: number[]} {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const marksOf = (count: number): number[] => {
    // A step below one comes as the negative of its inverse, which keeps tenths exact.
    const step = tickIncrement(low, high, count);
    const at = (value: number): number => (step < 0 ? value * -step : value / step);
    return range(Math.floor(at(low)), Math.ceil(at(high)) + 1).map((n) => (step < 0 ? n / -step : n * step));
  };
  const fits = (marks: readonly number[]): boolean =>
    (Math.max(...marks.map((mark) => textWidth(format(mark)))) + 0.5) * (marks.length - 1) <= ems;
  const marks = [5, 4, 3, 2].map(marksOf).find(fits) ?? marksOf(1);
  return {ends: [marks[0]!, marks.at(-1)!], marks};
}

/** A share of a whole as an axis writes it. */
export function axisShare(share: number): string {
  const text = `${Math.abs(Math.round(share * 1000) / 10)}%`;
  return share < 0 ? `\u2212${text}` : text;
}
