import * as Plot from "@observablehq/plot";
import type {HoldoutRow} from "../../cubes/value.js";
import {count, number} from "../formats.js";
import {purchaseModels} from "../value-terms.js";
import {type ChartOptions, draw, isNarrow} from "./frame.js";
import {textWidth} from "./text-width.js";

/** The colour of what was forecast, and of what came. */
export const forecastColours: Record<HoldoutRow["forecast"] | "actual", string> = {
  actual: "var(--text)",
  "bg-nbd": "var(--class-a)",
  "pareto-nbd": "var(--class-b)",
  nbd: "var(--profit)",
  naive: "var(--down)",
};

interface Point {
  of: HoldoutRow["forecast"] | "actual";
  frequency: number;
  above: boolean;
  customers: number;
  value: number;
}

/** Purchases per customer in the stretch held out, by frequency before it: what came, and what each forecast expected. */
export function holdoutPoints(rows: readonly HoldoutRow[]): Point[] {
  const lines = rows.filter((r) => r.frequency !== null);
  const first = lines[0]?.forecast;
  const point = (r: HoldoutRow, of: Point["of"], value: number): Point => ({
    of,
    frequency: r.frequency!,
    above: r.and_above,
    customers: r.customers,
    value,
  });
  return [
    ...lines.filter((r) => r.forecast === first).map((r) => point(r, "actual", r.actual)),
    ...lines.map((r) => point(r, r.forecast, r.expected)),
  ];
}

/** One line for what came, thick, and one for each forecast, each named at its end. */
export function holdoutLines(rows: readonly HoldoutRow[], options: ChartOptions): SVGSVGElement {
  const {locale} = options;
  const narrow = isNarrow(options);
  const points = holdoutPoints(rows).sort((a, b) => a.frequency - b.frequency);
  const last = Math.max(0, ...points.map((p) => p.frequency));
  const high = Math.max(0.01, ...points.map((p) => p.value)) * 1.06;
  const height = narrow ? 290 : 340;
  const name = (of: Point["of"]): string =>
    of === "actual" ? (locale === "zh" ? "实际" : "what came") : purchaseModels[of][locale];
  const gap = (high * 17) / (height - 60);
  const placed: {at: number; point: Point}[] = [];
  for (const point of points.filter((p) => p.frequency === last).sort((a, b) => b.value - a.value)) {
    const above = placed.at(-1);
    placed.push({point, at: above ? Math.min(point.value, above.at - gap) : point.value});
  }
  const text = (p: Point): string => `${name(p.of)} ${number(p.value, locale)}`;
  const right = Math.max(20, ...placed.map((p) => textWidth(text(p.point)) * (narrow ? 12 : 13) + 14));
  const kinds = [...new Set(points.map((p) => p.of))];
  return draw(options, {
    height,
    marginLeft: 40,
    marginRight: Math.round(right),
    marginTop: 14,
    marginBottom: 46,
    x: {
      domain: [0, Math.max(1, last)],
      ticks: [...new Set(points.map((p) => p.frequency))],
      tickFormat: (f: number) => `${f}${points.some((p) => p.frequency === f && p.above) ? "+" : ""}`,
      tickSize: 0,
      label: locale === "zh" ? "拟合期内的重复购买次数" : "repeat purchases before",
      labelAnchor: "left",
      labelArrow: "none",
      labelOffset: 38,
    },
    y: {domain: [0, high], ticks: 5, label: null},
    color: {type: "identity"},
    marks: [
      Plot.gridY({stroke: "var(--rule)", strokeOpacity: 1, ticks: 5}),
      Plot.ruleY([0], {stroke: "var(--quiet)"}),
      kinds.map((of) => [
        Plot.lineY(
          points.filter((p) => p.of === of),
          {
            x: "frequency",
            y: "value",
            stroke: forecastColours[of],
            strokeWidth: of === "actual" ? 3.5 : 2,
            strokeDasharray: of === "naive" ? "3 3" : of === "pareto-nbd" ? "7 3" : undefined,
          },
        ),
      ]),
      Plot.dot(points, {
        x: "frequency",
        y: "value",
        r: (p: Point) => (p.of === "actual" ? 4 : 2.5),
        fill: (p: Point) => forecastColours[p.of],
        title: (p: Point) =>
          `${name(p.of)}, ${p.frequency}${p.above ? "+" : ""}: ${number(p.value, locale)} (${count(p.customers, locale)})`,
      }),
      Plot.text(placed, {
        x: () => last,
        y: "at",
        text: (p: (typeof placed)[number]) => text(p.point),
        textAnchor: "start",
        dx: 10,
        fontWeight: 500,
        fill: "var(--text)",
      }),
    ],
    r: {type: "identity"},
  });
}
