import {type Shape, shape, titleShape} from "./shape.js";
import type {TimeBands} from "./time-axis.js";

/** A part of a bar, from one value to another, in the words that it stands for. */
interface BarPart {
  from: number;
  to: number;
  fill: string;
  title: string;
  /** What it stands for, where a reader may see the customers behind it. */
  mark?: string | undefined;
}

/**
 * One bar a date, of parts that stand on each other; a hair of the ground parts them. `bars` follow the dates of
 * `time`. What has no height is there without a title, so that the parts of two drawings are the same elements.
 */
export function dateBars(
  time: TimeBands,
  y: (value: number) => number,
  bars: readonly (readonly (BarPart | null)[])[],
): Shape[] {
  return time.dates.map((as_of, i) =>
    shape(
      "g",
      {},
      ...(bars[i] ?? []).map((part) => {
        if (!part) return shape("rect", {width: 0, height: 0});
        const [top, high] = [y(part.to), y(part.from) - y(part.to)];
        const hair = Math.min(1, high / 2);
        return shape(
          "rect",
          {
            x: time.start(as_of),
            y: top + hair,
            width: time.bar,
            height: high - hair,
            fill: part.fill,
            "data-mark": part.mark,
          },
          titleShape(part.title),
        );
      }),
    ),
  );
}
