import type {MethodRow, MethodSummaryRow, RankingMethod} from "../../cubes/value.js";
import {day, percent} from "../formats.js";
import {rankingMethods} from "../method-summaries.js";
import {sentenceCase} from "../terms.js";
import {rankings} from "../value-terms.js";
import {acrossAxis, axisShare} from "./across-axis.js";
import {bands} from "./bands.js";
import {isNarrow, type ShapeOptions} from "./chart-options.js";
import {framed} from "./framed.js";
import {type Shape, shape, textShape, titleShape} from "./shape.js";

/**
 * The share of the following period's money that each method's top 20% brought: a small dot for each cut, a line for the
 * mean's interval, a large dot for the mean, and a rule where the best choice in hindsight lies.
 * A method that has no mean keeps its line.
 */
export function capturedDots(
  rows: readonly MethodRow[],
  summary: readonly MethodSummaryRow[],
  options: ShapeOptions,
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
  const high = Math.max(1, best ?? 0, ...rows.map((r) => r.captured), ...summary.map((s) => s.high ?? 0));
  const low = Math.min(0, ...rows.map((r) => r.captured));
  const height = order.length * (narrow ? 52 : 50) + 66;
  const plane = {
    left: narrow ? 12 : locale === "zh" ? 124 : 150,
    right: width - 16,
    top: 40,
    bottom: height - 32,
  };
  const fifths = [0, 0.2, 0.4, 0.6, 0.8, 1];
  const {x, labels, upright} = acrossAxis([low, high], plane, narrow ? [0, 0.5, 1] : fifths, axisShare);
  // The outer lines need less room to the edges than to each other.
  const line = bands(order.length, plane.top - 10, plane.bottom + 10);

  const methodShape = (method: RankingMethod, y: number): Shape => {
    const s = known.find((one) => one.method === method);
    const name = sentenceCase(rankings[method][locale]);
    const beside = narrow
      ? {x: plane.left + 5, y: y - 15, "text-anchor": "start", fill: "var(--text)"}
      : {x: plane.left - 9, y, "text-anchor": "end"};
    const dot = (value: number, r: number, fill: string, title: string): Shape =>
      shape("circle", {cx: x(value), cy: y, r, fill}, titleShape(title));
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
          dot(r.captured, 3, "var(--same)", `${name}, ${day(r.cut, locale)}: ${percent(r.captured, locale)}`),
        ),
      ...(s === undefined
        ? []
        : [
            dot(s.mean, 6, "var(--class-a)", `${name}: ${percent(s.mean, locale)}`),
            textShape(percent(s.mean, locale), {
              x: x(s.mean),
              y: y - 15,
              fill: "var(--text)",
              "font-weight": 600,
            }),
          ]),
    );
  };
  return framed(options, height, [
    upright(fifths, {stroke: "var(--rule)"}),
    upright([0], {stroke: "var(--quiet)"}),
    labels,
    ...order.map((method, i) => methodShape(method, line.middle(i))),
    ...(best === null ? [] : [bestShape(best)]),
  ]);

  function bestShape(value: number): Shape {
    const toLeft = narrow || value > 0.85 * high;
    const share = percent(value, locale);
    return shape(
      "g",
      {},
      upright([value], {stroke: "var(--text)", "stroke-dasharray": "4 3"}),
      textShape(locale === "zh" ? `事后看最好：${share}` : `best in hindsight: ${share}`, {
        x: x(value) + (toLeft ? 6 : 0),
        y: plane.top - 28,
        dy: "0.71em",
        "text-anchor": toLeft ? "end" : "middle",
        fill: "var(--text)",
      }),
    );
  }
}
