import * as Plot from "@observablehq/plot";
import type {Locale, Measure, ParetoPoint} from "../../cubes.js";
import {count, exactMoney, percent} from "../formats.js";
import {measures, sentenceCase, word} from "../terms.js";
import {type ChartOptions, draw, isNarrow} from "./frame.js";

/** The colour of each measure, on every page. */
export const measureColours: Record<Measure, string> = {revenue: "var(--revenue)", profit: "var(--profit)"};

/** The first point at or beyond a share of customers; points are whole customers, so it is ⌈share × n⌉ of them. */
export function pointAt(points: readonly ParetoPoint[], share: number): ParetoPoint | undefined {
  return points.find((p) => p.customer_share >= share - 1e-9);
}

const top = 0.2;

/** The point that tells what the top fifth bring, and the share of customers that it stands for. */
export interface TopPoint extends ParetoPoint {
  /** Whether it is ⌈0.2 × n⌉ customers exactly; where small steps are suppressed, the next step stands for it. */
  exact: boolean;
}

/** The point at one fifth of customers, or the next step within five points of it; null where there is none. */
export function topPoint(points: readonly ParetoPoint[]): TopPoint | null {
  const all = points.at(-1)?.customers ?? 0;
  const point = pointAt(points, top);
  if (!point || point.customer_share > top + 0.05) return null;
  return {...point, exact: point.customers === Math.ceil(top * all - 1e-9)};
}

/** The share that a top point stands for, in words: "20%", or its own where it is not exact. */
export function topShare(point: TopPoint, locale: Locale): string {
  return point.exact ? "20%" : percent(point.customer_share, locale);
}

/**
 * The cumulative share of money against the cumulative share of customers, largest first. Where some customers lose
 * money the curve climbs above 100% and falls back to it: the whale curve, whose peak is marked.
 */
export function paretoCurve(rows: readonly ParetoPoint[], options: ChartOptions): SVGSVGElement {
  const {locale, report} = options;
  const narrow = isNarrow(options);
  const short = options.width < 900;
  const of = (m: Measure): ParetoPoint[] => rows.filter((p) => p.measure === m);
  const present = (["revenue", "profit"] as Measure[]).filter((m) => of(m).length > 0);
  const highest = Math.max(1, ...rows.map((p) => p.amount_share));
  const lowest = Math.min(0, ...rows.map((p) => p.amount_share));
  const marks: Plot.Markish[] = [];
  const name = (m: Measure): string => sentenceCase(measures[m][locale]);
  for (const m of present) {
    const points = of(m);
    const stroke = measureColours[m];
    const start =
      points[0]!.customers === 0
        ? []
        : [{...points[0]!, customers: 0, amount: 0, customer_share: 0, amount_share: 0}];
    marks.push(
      Plot.lineY([...start, ...points], {x: "customer_share", y: "amount_share", stroke, strokeWidth: 2.5}),
    );
    const twenty = topPoint(points);
    const peak = points.find((p) => p.peak && p.amount_share > 1.005);
    const exact = (p: ParetoPoint): string =>
      `${name(m)}: ${count(p.customers, locale)} ${word("customers", locale)}, ${exactMoney(p.amount, report, locale)}, ${percent(p.amount_share, locale)}`;
    const marked: ParetoPoint[] = [twenty, peak].filter((p) => p !== undefined && p !== null);
    marks.push(
      Plot.dot(marked, {x: "customer_share", y: "amount_share", r: 4.5, fill: stroke, title: exact}),
    );
    if (twenty) {
      const share = percent(twenty.amount_share, locale);
      const long =
        locale === "zh"
          ? `${name(m)}：前${topShare(twenty, locale)}客户占${share}`
          : `${name(m)}: the top ${topShare(twenty, locale)} bring ${share}`;
      // Revenue's label stands below its curve and profit's clear above, where neither meets a line.
      const above =
        m === "profit" &&
        present.length > 1 &&
        twenty.amount_share > (topPoint(of("revenue"))?.amount_share ?? 0);
      marks.push(
        Plot.text([twenty], {
          x: "customer_share",
          y: "amount_share",
          text: () => (short ? (above ? `${name(m)}\n${share}` : `${name(m)} ${share}`) : long),
          fill: stroke,
          fontWeight: 600,
          textAnchor: above ? "end" : "start",
          dx: above ? -10 : 10,
          dy: above ? -8 : present.length > 1 && m === "profit" ? 34 : 16,
          lineWidth: above && !short ? 11 : 40,
          lineAnchor: above ? "bottom" : "middle",
        }),
      );
    }
    if (peak && peak.amount_share > 1.02) {
      const text = narrow
        ? `${name(m)}${locale === "zh" ? "峰值" : " peaks at "}${percent(peak.amount_share, locale)}`
        : locale === "zh"
          ? `${name(m)}峰值${percent(peak.amount_share, locale)}，在前${percent(peak.customer_share, locale)}的客户处`
          : `${name(m)} peaks at ${percent(peak.amount_share, locale)}, after ${percent(peak.customer_share, locale)} of customers`;
      const last = peak.customer_share > 0.7;
      marks.push(
        Plot.text([peak], {
          x: "customer_share",
          y: "amount_share",
          text: () => text,
          fill: stroke,
          fontWeight: 600,
          textAnchor: last ? "end" : "middle",
          dy: -16,
        }),
      );
    }
  }
  return draw(options, {
    height: narrow ? 320 : Math.round(Math.min(480, options.width * 0.46)),
    marginLeft: 48,
    marginRight: 16,
    marginTop: 28,
    marginBottom: 44,
    x: {
      domain: [0, 1],
      ticks: narrow ? [0, 0.2, 0.5, 1] : [0, 0.2, 0.4, 0.6, 0.8, 1],
      tickFormat: (d: number) => `${Math.round(d * 100)}%`,
      label: locale === "zh" ? "累计客户占比（从大到小）" : "share of customers, largest first",
      labelAnchor: "right",
      labelArrow: "none",
    },
    y: {
      domain: [lowest, Math.max(1.02, highest * 1.04)],
      ticks: 6,
      tickFormat: (d: number) => `${Math.round(d * 100)}%`,
      label: locale === "zh" ? "累计金额占比" : "share of the total",
      labelArrow: "none",
      nice: false,
    },
    marks: [
      Plot.gridY({stroke: "var(--rule)", strokeOpacity: 1}),
      Plot.ruleY([0], {stroke: "var(--quiet)"}),
      Plot.ruleX([top], {stroke: "var(--quiet)", strokeDasharray: "2 4"}),
      Plot.line(
        [
          [0, 0],
          [1, 1],
        ],
        {stroke: "var(--quiet)", strokeWidth: 1, strokeDasharray: "1 3"},
      ),
      Plot.text([[0.5, 0.5]], {
        text: () => word("equality", locale),
        textAnchor: "start",
        dx: 10,
        dy: 10,
        fill: "var(--quiet)",
      }),
      ...marks,
    ],
  });
}
