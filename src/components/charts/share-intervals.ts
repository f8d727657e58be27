import {acrossAxis, axisShare} from "./across-axis.js";
import {fontSize, hatch, isNarrow, type ShapeOptions} from "./chart-options.js";
import {framed} from "./framed.js";
import {halo} from "./halo.js";
import {markWords} from "./mark-words.js";
import {type Shape, shape, textShape, titleShape} from "./shape.js";
import {textWidth} from "./text-width.js";

/** A share with its interval, in a group; null where it is suppressed or of nothing. */
export interface SharePoint {
  group: string;
  series: string;
  share: number | null;
  low: number;
  high: number;
  /** The share in words, with the number it is of; or why there is none. */
  text: string;
  /** What it stands for, where a reader may see the customers behind it. */
  mark?: string;
}

/** A series of points: its name, and its colour variable. */
interface ShareSeries {
  key: string;
  name: string;
  colour: string;
}

/** A range that others claim, with its name. */
interface ClaimedRange {
  low: number;
  high: number;
  name: string;
}

/** Shares from 0 to 100% as dots with their intervals, by group and series, before a band for what is claimed. */
export function shareIntervals(
  groups: readonly {key: string; name: string}[],
  series: readonly ShareSeries[],
  points: readonly SharePoint[],
  claim: ClaimedRange | null,
  options: ShapeOptions,
): Shape {
  const {locale, width} = options;
  const narrow = isNarrow(options);
  const headed = series.length > 1;
  const top = claim ? 34 : 8;
  // Each line: the group's name where several series share it, and below it a dot with its words above.
  const each = series.length * 42 + (headed ? 30 : 0);
  const height = groups.length * each + top + 34;
  const plane = {left: 14, right: width - 20, top, bottom: height - 28};
  const marks = narrow ? [0, 0.5, 1] : [0, 0.2, 0.4, 0.6, 0.8, 1];
  const {x, labels, upright} = acrossAxis([0, 1], plane, marks, axisShare);
  // The words lie over the grid and the claimed band.
  const words = {
    x: plane.left + 3,
    "text-anchor": "start",
    fill: "var(--text)",
    ...halo,
    style: "white-space: pre",
  };
  const mark = (point: SharePoint | undefined, of: readonly string[], y: number, colour: string): Shape[] =>
    point === undefined || point.share === null
      ? []
      : [
          shape("line", {
            x1: x(point.low),
            x2: x(point.high),
            y1: y,
            y2: y,
            stroke: colour,
            "stroke-width": 3,
          }),
          shape(
            "circle",
            {cx: x(point.share), cy: y, r: 6, fill: colour, "data-mark": point.mark},
            titleShape(markWords(of, point.text, locale)),
          ),
        ];
  const lines = groups.map((group, n) => {
    const start = top + n * each;
    const rows = series.map((one, i) => {
      const y = start + (headed ? 30 : 0) + i * 42 + 28;
      const point = points.find((p) => p.group === group.key && p.series === one.key);
      const text = `${headed ? one.name : group.name}  ${point?.text ?? "–"}`;
      return shape(
        "g",
        {},
        textShape(text, {...words, y: y - 16}),
        ...mark(point, headed ? [group.name, one.name] : [group.name], y, `var(--${one.colour})`),
      );
    });
    const head = headed ? [textShape(group.name, {...words, y: start + 20, "font-weight": 600})] : [];
    return shape("g", {}, ...head, ...rows);
  });
  return framed(options, height, [
    ...(claim ? [claimShape(claim)] : []),
    upright([0], {stroke: "var(--quiet)"}),
    upright(marks.slice(1), {stroke: "var(--rule)"}),
    ...lines,
    labels,
  ]);

  function claimShape({low, high, name}: ClaimedRange): Shape {
    const wide = textWidth(name) * fontSize(options) > width * (1 - low);
    const box = {x: x(low), y: top, width: x(high) - x(low), height: plane.bottom - top};
    return shape(
      "g",
      {},
      shape("rect", {...box, fill: hatch(options, "thin")}, titleShape(name)),
      textShape(name, {
        x: wide ? x(1) + 16 : x((low + high) / 2),
        y: top - 20,
        dy: "0.71em",
        "text-anchor": wide ? "end" : "middle",
      }),
    );
  }
}
