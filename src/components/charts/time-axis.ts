import {month, toDate} from "../formats.js";
import {bands} from "./bands.js";
import {fontSize, type ShapeOptions} from "./chart-options.js";
import {type Shape, shape, textShape} from "./shape.js";
import {textWidth} from "./text-width.js";

/** As-of dates across a drawing. */
export interface TimeAxis {
  /** Each date once, oldest first, as ISO days. */
  dates: readonly string[];
  /** The middle of a date, in pixels. */
  x: (as_of: string) => number;
}

/** Dates as bars of one width. */
export interface TimeBands extends TimeAxis {
  /** The width of a bar, in pixels; what is left of the room of its date is the gap between bars. */
  bar: number;
  /** Where the bar of a date begins. */
  start: (as_of: string) => number;
}

const ordered = (days: readonly string[]): string[] => [...new Set(days)].sort();

/** Days between two, laid between two pixels; where the two are one day, it is in the middle. */
export function timeScale(
  [first, last]: readonly [Date, Date],
  [from, to]: readonly [number, number],
): (as_of: string) => number {
  const length = Number(last) - Number(first);
  return (as_of) =>
    from + (to - from) * (length === 0 ? 0.5 : (Number(toDate(as_of)) - Number(first)) / length);
}

/** Dates as points, as far apart as the days between them, the first at `from` and the last at `to`. */
export function timePoints(days: readonly string[], range: readonly [number, number]): TimeAxis {
  const dates = ordered(days);
  const [first, last] = [dates[0], dates.at(-1)];
  return {
    dates,
    x: first && last ? timeScale([toDate(first), toDate(last)], range) : () => range[0],
  };
}

/** Dates as bars that share the room between two pixels; `gap` is the part of a date's room that stays free. */
export function timeBands(
  days: readonly string[],
  [from, to]: readonly [number, number],
  gap: number,
): TimeBands {
  const dates = ordered(days);
  const at = new Map(dates.map((d, i) => [d, i]));
  const {size, start, middle} = bands(dates.length, from, to, gap);
  return {
    dates,
    x: (as_of) => middle(at.get(as_of)!),
    bar: size,
    start: (as_of) => start(at.get(as_of)!),
  };
}

/**
 * The dates that are named where the middles of names stand at `x` and need `room` pixels each: all of four or fewer, of
 * more each fourth from the newest back, which is a year of quarters, or each eighth, and so on. Where that leaves fewer
 * than three, the first and the newest; the newest alone where these don't go together.
 */
export function namedDates({dates, x}: TimeAxis, room: number): string[] {
  const clear = (named: readonly string[]): boolean =>
    named.every((d, i) => i === 0 || x(d) - x(named[i - 1]!) >= room);
  for (let step = dates.length <= 4 ? 1 : 4; ; step *= 2) {
    const named = dates.filter((_, i) => (dates.length - 1 - i) % step === 0);
    if (named.length < 3) break;
    if (clear(named)) return named;
  }
  const ends = ordered([dates[0], dates.at(-1)].filter((d) => d !== undefined));
  return clear(ends) ? ends : ends.slice(-1);
}

/**
 * The months below a drawing whose floor is at `floor`; points have a tick each. A name that would pass an edge of its
 * panel, which is the drawing where none is given, ends there.
 */
export function dateLabels(
  axis: TimeAxis,
  floor: number,
  options: ShapeOptions,
  [left, right]: readonly [number, number] = [0, options.width],
): Shape {
  const {locale} = options;
  const room = Math.max(0, ...axis.dates.map((d) => textWidth(month(d, locale)))) * fontSize(options);
  const x = (d: string): number => Math.max(left + room / 2, Math.min(axis.x(d), right - room / 2));
  const points = !("bar" in axis);
  return shape(
    "g",
    {"font-variant": "tabular-nums"},
    ...namedDates({dates: axis.dates, x}, room + 20).flatMap((d) => [
      ...(points
        ? [shape("line", {x1: axis.x(d), x2: axis.x(d), y1: floor, y2: floor + 5, stroke: "var(--quiet)"})]
        : []),
      textShape(month(d, locale), {x: x(d), y: floor + 15}),
    ]),
  );
}
