import {percent} from "../formats.js";
import {acrossAxis, axisShare} from "./across-axis.js";
import {isNarrow, type ShapeOptions} from "./chart-options.js";
import {endLabels, endRoom, sampleRoom} from "./end-labels.js";
import {framed} from "./framed.js";
import {linePath} from "./line-path.js";
import {markWords} from "./mark-words.js";
import {type Shape, shape, textShape, titleShape} from "./shape.js";
import {valueAxis} from "./value-axis.js";

/** One ranking: how much of the whole lies among its first customers. Points rise from (0, 0) to (1, 1). */
interface CatchCurve {
  key: string;
  name: string;
  colour: string;
  dashed?: boolean;
  points: readonly {share: number; caught: number}[];
}

/** What the two sides are, and the share of customers at which the curves are named. */
interface CatchAxes {
  x: string;
  y: string;
  at: number;
}

/** Curves of what is caught against how many are warned of, with the diagonal that picking by chance would give. */
export function catchCurves(curves: readonly CatchCurve[], axes: CatchAxes, options: ShapeOptions): Shape {
  const {locale, width} = options;
  const height = isNarrow(options) ? 330 : 380;
  const at = (c: CatchCurve): number => c.points.find((p) => Math.abs(p.share - axes.at) < 1e-9)?.caught ?? 0;
  // A phone has no room for samples: there the order of the names tells the lines.
  const sampled = !isNarrow(options);
  const ends = [
    ...curves.map((c) => ({
      name: c.name,
      value: at(c),
      sample: {stroke: `var(--${c.colour})`, width: 2.5, dashes: c.dashed ? "6 4" : undefined},
    })),
    {
      name: locale === "zh" ? "随机" : "at random",
      value: axes.at,
      sample: {stroke: "var(--quiet)", width: 1.5, dashes: "1 3"},
    },
  ].map(({name, value, sample}) => ({
    text: `${name} ${percent(value, locale)}`,
    value,
    sample: sampled ? sample : undefined,
  }));
  const room = endRoom(
    ends.map((e) => e.text),
    options,
  );
  const plane = {
    left: 44,
    right: width - Math.round(room) - 20 - (sampled ? sampleRoom : 0),
    top: 26,
    bottom: height - 44,
  };
  const {x, labels} = acrossAxis([0, axes.at], plane, [0, axes.at / 2, axes.at], axisShare);
  const {y, grid, zero} = valueAxis([0, 1], plane, axisShare);
  const drawn = curves.map((c) => {
    const colour = `var(--${c.colour})`;
    const shown = c.points.filter((p) => p.share <= axes.at + 1e-9);
    const path = {
      d: linePath(shown.map((p) => [x(p.share), y(p.caught)] as const)),
      fill: "none",
      stroke: colour,
      "stroke-width": 2.5,
      "stroke-linejoin": "round",
      "stroke-linecap": "round",
      "stroke-dasharray": c.dashed ? "6 4" : null,
    };
    const dots = shown
      .filter((p) => p.share > 0)
      .map((p) =>
        shape(
          "circle",
          {cx: x(p.share), cy: y(p.caught), r: 2.5},
          titleShape(markWords([c.name, percent(p.share, locale)], percent(p.caught, locale), locale)),
        ),
      );
    return shape("g", {fill: colour}, shape("path", path), ...dots);
  });
  const chance = {
    d: linePath([
      [x(0), y(0)],
      [x(axes.at), y(axes.at)],
    ]),
    fill: "none",
    stroke: "var(--quiet)",
    "stroke-width": 1.5,
    "stroke-linecap": "round",
    "stroke-dasharray": "1 3",
  };
  return framed(options, height, [
    grid,
    zero,
    labels,
    textShape(axes.y, {x: 3, y: 3, dy: "0.71em", "text-anchor": "start"}),
    textShape(axes.x, {x: 3, y: plane.bottom + 41, dy: "0em", "text-anchor": "start"}),
    shape("path", chance),
    ...drawn,
    endLabels(
      ends.map(({text, value, sample}) => ({text, y: y(value), sample})),
      plane.right + 10,
      y(0.04),
    ),
  ]);
}
