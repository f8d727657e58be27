import type {MethodRow, MethodSummaryRow, RankingMethod} from "../../cubes/value.js";
import {day, percent} from "../formats.js";
import {rankingMethods} from "../methods/summaries.js";
import {sentenceCase, word} from "../terms.js";
import {bestOfAll, rankings} from "../value-terms.js";
import {acrossAxis, axisShare, roundAxis} from "./across-axis.js";
import {bands} from "./bands.js";
import {fontSize, isNarrow, type ShapeOptions} from "./chart-options.js";
import {framed} from "./framed.js";
import {halo} from "./halo.js";
import {markWords} from "./mark-words.js";
import type {Marked} from "./marked.js";
import {type Shape, shape, textShape, titleShape} from "./shape.js";
import {textWidth} from "./text-width.js";

/**
 * The share of the following period's money that each method's top 20% brought: a small dot for each cut, a line for the
 * mean's interval, a large dot for the mean, and a rule at the mean of the best choices in
 * hindsight. `chosen` where a filter chooses whose money is counted: those choices are then still the best of all
 * customers, and may be passed. A method that has no mean keeps its line.
 */
export function capturedDots(
  rows: readonly Marked<MethodRow>[],
  summary: readonly MethodSummaryRow[],
  options: ShapeOptions,
  chosen = false,
): Shape {
  const {locale, width} = options;
  const narrow = isNarrow(options);
  const known = [...summary].sort((a, b) => b.mean - a.mean);
  const order = [
    ...known.map((s) => s.method),
    ...rankingMethods.filter((m) => !known.some((s) => s.method === m)),
  ];
  const cuts = [...new Map(rows.map((r) => [r.cut, r.best_possible])).values()];
  const best = cuts.length > 0 ? cuts.reduce((s, x) => s + x, 0) / cuts.length : null;
  const height = order.length * (narrow ? 52 : 50) + 66;
  const plane = {
    left: narrow ? 12 : locale === "zh" ? 124 : 150,
    right: width - 16,
    top: 40,
    bottom: height - 32,
  };
  const shown = [
    ...[0, 1, best ?? 0],
    ...rows.map((r) => r.captured),
    ...summary.flatMap((s) => [s.mean, s.low ?? 0, s.high ?? 0]),
  ];
  const size = fontSize(options);
  const {ends, marks} = roundAxis(shown, (plane.right - plane.left) / size, axisShare);
  const {x, labels, upright} = acrossAxis(ends, plane, marks, axisShare);
  // The outer lines need less room to the edges than to each other.
  const line = bands(order.length, plane.top - 10, plane.bottom + 10);

  const methodShape = (method: RankingMethod, y: number): Shape => {
    const s = known.find((one) => one.method === method);
    const name = sentenceCase(rankings[method][locale]);
    const beside = narrow
      ? {x: plane.left + 5, y: y - 15, "text-anchor": "start", fill: "var(--text)", ...halo}
      : {x: plane.left - 14, y, "text-anchor": "end"};
    // On a phone the name stands on the number's line: a number that would meet it gives way to the right.
    const besideName = narrow ? plane.left + 11 + textWidth(name) * size : 0;
    const dot = (value: number, r: number, fill: string, title: string, mark?: string): Shape =>
      shape("circle", {cx: x(value), cy: y, r, fill, "data-mark": mark}, titleShape(title));
    return shape(
      "g",
      {},
      textShape(name, beside),
      ...(s === undefined || s.low === null || s.high === null
        ? []
        : [
            shape("line", {
              x1: x(s.low),
              x2: x(s.high),
              y1: y,
              y2: y,
              stroke: "var(--class-a)",
              "stroke-width": 3,
            }),
          ]),
      ...rows
        .filter((r) => r.method === method)
        .map((r) =>
          dot(
            r.captured,
            3,
            "var(--same)",
            markWords([name, day(r.cut, locale)], percent(r.captured, locale), locale),
            r.mark,
          ),
        ),
      ...(s === undefined
        ? []
        : [
            dot(s.mean, 6, "var(--class-a)", markWords([name], percent(s.mean, locale), locale)),
            textShape(percent(s.mean, locale), {
              x: Math.max(x(s.mean), besideName + (textWidth(percent(s.mean, locale)) * size) / 2),
              y: y - 15,
              fill: "var(--text)",
              "font-weight": 600,
              ...halo,
            }),
          ]),
    );
  };
  return framed(options, height, [
    upright(marks, {stroke: "var(--rule)"}),
    upright([0], {stroke: "var(--quiet)"}),
    labels,
    ...(best === null ? [] : [bestShape(best)]),
    ...order.map((method, i) => methodShape(method, line.middle(i))),
  ]);

  function bestShape(value: number): Shape {
    const share = percent(value, locale);
    const name = chosen ? bestOfAll[locale] : word("best_possible", locale);
    const words = locale === "zh" ? `${name}，均值：${share}` : `${name}, mean: ${share}`;
    const half = (textWidth(words) * size) / 2;
    return shape(
      "g",
      {},
      upright([value], {stroke: "var(--text)", "stroke-dasharray": "4 3"}),
      textShape(words, {
        x: Math.max(half, Math.min(x(value), width - 8 - half)),
        y: plane.top - 28,
        dy: "0.71em",
        fill: "var(--text)",
      }),
    );
  }
}
