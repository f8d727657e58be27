import * as Plot from "@observablehq/plot";
import type {MethodRow, MethodSummaryRow} from "../../cubes/value.js";
import {day, percent} from "../formats.js";
import {sentenceCase} from "../terms.js";
import {rankings} from "../value-terms.js";
import {type ChartOptions, draw, isNarrow} from "./frame.js";

/**
 * The share of the following period's money that each method's top 20% brought: a small dot for each cut, a line for the
 * mean's interval, a large dot for the mean, and a rule where no choice could have done better.
 */
export function capturedDots(
  rows: readonly MethodRow[],
  summary: readonly MethodSummaryRow[],
  options: ChartOptions,
): SVGSVGElement {
  const {locale} = options;
  const narrow = isNarrow(options);
  const order = [...summary].sort((a, b) => b.mean - a.mean).map((s) => s.method);
  const cuts = [...new Map(rows.map((r) => [r.cut, r.best_possible])).values()];
  const best = cuts.length > 0 ? cuts.reduce((s, x) => s + x, 0) / cuts.length : null;
  const high = Math.max(1, best ?? 0, ...rows.map((r) => r.captured), ...summary.map((s) => s.high ?? 0));
  const low = Math.min(0, ...rows.map((r) => r.captured));
  const name = (m: MethodRow["method"]): string => sentenceCase(rankings[m][locale]);
  const bounds = summary.filter(
    (s): s is MethodSummaryRow & {low: number; high: number} => s.low !== null && s.high !== null,
  );
  return draw(options, {
    height: order.length * (narrow ? 52 : 50) + 66,
    marginLeft: narrow ? 12 : locale === "zh" ? 124 : 150,
    marginRight: 16,
    marginTop: 40,
    marginBottom: 32,
    x: {
      domain: [low, high],
      ticks: narrow ? [0, 0.5, 1] : [0, 0.2, 0.4, 0.6, 0.8, 1],
      tickFormat: (d: number) => `${Math.round(d * 100)}%`,
      label: null,
    },
    y: {
      domain: order,
      label: null,
      tickSize: 0,
      ...(narrow ? {axis: null} : {tickFormat: name}),
      padding: 0.3,
    },
    color: {type: "identity"},
    r: {type: "identity"},
    marks: [
      Plot.gridX({stroke: "var(--rule)", strokeOpacity: 1}),
      Plot.ruleX([0], {stroke: "var(--quiet)"}),
      Plot.ruleX(best === null ? [] : [best], {stroke: "var(--text)", strokeDasharray: "4 3"}),
      Plot.text(best === null ? [] : [best], {
        x: (x: number) => x,
        frameAnchor: "top",
        dy: -28,
        textAnchor: narrow || (best ?? 0) > 0.85 * high ? "end" : "middle",
        dx: narrow || (best ?? 0) > 0.85 * high ? 6 : 0,
        text: (x: number) =>
          locale === "zh" ? `可能的最好：${percent(x, locale)}` : `best possible: ${percent(x, locale)}`,
        fill: "var(--text)",
      }),
      Plot.ruleY(bounds, {y: "method", x1: "low", x2: "high", stroke: "var(--class-a)", strokeWidth: 3}),
      Plot.dot(rows, {
        x: "captured",
        y: "method",
        r: 3,
        fill: "var(--same)",
        title: (r: MethodRow) => `${name(r.method)}, ${day(r.cut, locale)}: ${percent(r.captured, locale)}`,
      }),
      Plot.dot(summary, {
        x: "mean",
        y: "method",
        r: 6,
        fill: "var(--class-a)",
        title: (s: MethodSummaryRow) => `${name(s.method)}: ${percent(s.mean, locale)}`,
      }),
      Plot.text(summary, {
        x: "mean",
        y: "method",
        text: (s: MethodSummaryRow) => percent(s.mean, locale),
        dy: -15,
        fill: "var(--text)",
        fontWeight: 600,
      }),
      narrow
        ? Plot.text(order, {
            y: (m: MethodRow["method"]) => m,
            frameAnchor: "left",
            text: name,
            textAnchor: "start",
            dy: -15,
            fill: "var(--text)",
          })
        : null,
    ],
  });
}
