import {day} from "../formats.js";
import {isNarrow, type ShapeOptions} from "./chart-options.js";
import {endLabels, endRoom} from "./end-labels.js";
import {framed} from "./framed.js";
import {linePath} from "./line-path.js";
import {type Shape, shape, titleShape} from "./shape.js";
import {dateLabels, timePoints} from "./time-axis.js";
import {valueAxis} from "./value-axis.js";

/** One line: its name, colour variable and points; null leaves a gap. */
export interface DatedLine {
  name: string;
  colour: string;
  points: readonly {as_of: string; value: number | null}[];
}

/** How values are written on the axis and at the lines' ends, and whether the axis ends at a known highest value. */
export interface LineScale {
  axis: (value: number) => string;
  exact: (value: number) => string;
  highest?: number;
}

/** Lines over the as-of dates from zero (or below it), each named at its end. */
export function linesOverTime(lines: readonly DatedLine[], scale: LineScale, options: ShapeOptions): Shape {
  const {locale, width} = options;
  const values = lines.flatMap((l) => l.points.flatMap((p) => p.value ?? []));
  const high = scale.highest ?? Math.max(0.01, ...values.map((v) => v * 1.08));
  const low = Math.min(0, ...values);
  const days = lines.flatMap((l) => l.points.map((p) => p.as_of));
  const newest = [...days].sort().at(-1);
  const ends = lines.flatMap((line) => {
    const value = line.points.find((p) => p.as_of === newest)?.value ?? null;
    return value === null ? [] : [{text: `${line.name} ${scale.exact(value)}`, value}];
  });
  const room = endRoom(
    ends.map((e) => e.text),
    options,
  );
  const height = isNarrow(options) ? 260 : 300;
  const plane = {left: 46, right: width - Math.max(30, room + 16), top: 14, bottom: height - 30};
  const time = timePoints(days, [plane.left, plane.right]);
  const axis = valueAxis([low, high], plane, scale.axis);
  const drawn = lines.map((line) => ({
    line,
    colour: `var(--${line.colour})`,
    places: line.points.map((p) => (p.value === null ? null : ([time.x(p.as_of), axis.y(p.value)] as const))),
  }));
  const paths = drawn.map(({colour, places}) => shape("path", {d: linePath(places), stroke: colour}));
  // A gap keeps its circle, without size or words, so that those after it stay the same elements.
  const dots = drawn.map(({line, colour, places}) =>
    shape(
      "g",
      {fill: colour},
      ...line.points.map(({as_of, value}, i) => {
        const place = places[i];
        return value === null || !place
          ? shape("circle", {r: 0})
          : shape(
              "circle",
              {cx: place[0], cy: place[1], r: 3},
              titleShape(`${line.name}, ${day(as_of, locale)}: ${scale.exact(value)}`),
            );
      }),
    ),
  );
  return framed(options, height, [
    axis.grid,
    axis.zero,
    dateLabels(time, plane.bottom, options),
    shape(
      "g",
      {fill: "none", "stroke-width": 2.5, "stroke-linejoin": "round", "stroke-linecap": "round"},
      ...paths,
    ),
    ...dots,
    endLabels(
      ends.map(({text, value}) => ({text, y: axis.y(value)})),
      (newest ? time.x(newest) : plane.right) + 10,
      plane.bottom,
    ),
  ]);
}
