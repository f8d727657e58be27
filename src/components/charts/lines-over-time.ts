import {day} from "../formats.js";
import {isNarrow, type ShapeOptions} from "./chart-options.js";
import {endLabels, endRoom} from "./end-labels.js";
import {framed} from "./framed.js";
import {linePath} from "./line-path.js";
import {markWords} from "./mark-words.js";
import {type Shape, shape, titleShape} from "./shape.js";
import {dateLabels, timePoints} from "./time-axis.js";
import {valueAxis} from "./value-axis.js";

/** One line: its name, colour variable and points; null leaves a gap. */
export interface DatedLine {
  name: string;
  colour: string;
  /** What its points say that they are of, where that is not the name at its end. */
  said?: string;
  points: readonly DatedPoint[];
}

interface DatedPoint {
  as_of: string;
  value: number | null;
  /** What it stands for, where a reader may see the customers behind it. */
  mark?: string;
  /** What it says of its date and of its value, where that is more than a day and a number. */
  when?: string;
  exact?: string;
  /** Of a window that is not whole, which is compared with none: drawn hollow. */
  partial?: boolean;
}

/** How values are written on the axis and at the lines' ends, and whether the axis ends at a known highest value. */
interface LineScale {
  axis: (value: number) => string;
  exact: (value: number) => string;
  highest?: number;
}

/** Lines over the as-of dates from zero (or below it), each named at its last point that is known. */
export function linesOverTime(lines: readonly DatedLine[], scale: LineScale, options: ShapeOptions): Shape {
  const {locale, width} = options;
  const values = lines.flatMap((l) => l.points.flatMap((p) => p.value ?? []));
  const high = scale.highest ?? Math.max(0.01, ...values);
  const low = Math.min(0, ...values);
  const days = lines.flatMap((l) => l.points.map((p) => p.as_of));
  const ends = lines.flatMap((line) => {
    const last = line.points
      .filter((p) => p.value !== null)
      .reduce<DatedPoint | null>((a, b) => (a && a.as_of > b.as_of ? a : b), null);
    return last
      ? [{text: `${line.name} ${scale.exact(last.value!)}`, value: last.value!, as_of: last.as_of}]
      : [];
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
      ...line.points.map(({as_of, value, mark, when, exact, partial}, i) => {
        const place = places[i];
        return value === null || !place
          ? shape("circle", {r: 0})
          : shape(
              "circle",
              {
                cx: place[0],
                cy: place[1],
                r: 3,
                fill: partial ? "var(--ground)" : null,
                stroke: partial ? colour : null,
                "stroke-width": partial ? 1.5 : null,
                "data-mark": mark,
              },
              titleShape(
                markWords(
                  [line.said ?? line.name, when ?? day(as_of, locale)],
                  exact ?? scale.exact(value),
                  locale,
                ),
              ),
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
    // Lines that end earlier are named over what the others do later.
    ...[...new Set(ends.map((e) => e.as_of))].map((at) =>
      endLabels(
        ends.filter((e) => e.as_of === at).map(({text, value}) => ({text, y: axis.y(value)})),
        time.x(at) + 10,
        plane.bottom,
      ),
    ),
  ]);
}
