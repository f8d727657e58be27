import * as Plot from "@observablehq/plot";
import {percent} from "../formats.js";
import {type ChartOptions, draw, isNarrow} from "./frame.js";
import {textWidth} from "./text-width.js";

/** One ranking: how much of the whole lies among its first customers. Points rise from (0, 0) to (1, 1). */
export interface CatchCurve {
  key: string;
  name: string;
  colour: string;
  dashed?: boolean;
  points: readonly {share: number; caught: number}[];
}

/** What the two sides are, and the share of customers at which the curves are named. */
export interface CatchAxes {
  x: string;
  y: string;
  at: number;
}

/** Curves of what is caught against how many are warned of, with the diagonal that picking by chance would give. */
export function catchCurves(
  curves: readonly CatchCurve[],
  axes: CatchAxes,
  options: ChartOptions,
): SVGSVGElement {
  const {locale} = options;
  const narrow = isNarrow(options);
  const height = narrow ? 330 : 380;
  const at = (c: CatchCurve): number => c.points.find((p) => Math.abs(p.share - axes.at) < 1e-9)?.caught ?? 0;
  const written = [
    ...curves.map((c) => ({text: `${c.name} ${percent(at(c), locale)}`, colour: c.colour, from: at(c)})),
    {
      text: `${locale === "zh" ? "随机" : "at random"} ${percent(axes.at, locale)}`,
      colour: "quiet",
      from: axes.at,
    },
  ].sort((a, b) => b.from - a.from);
  const font = narrow ? 12 : 13;
  const gap = 17 / (height - 70);
  const placed: {text: string; colour: string; y: number}[] = [];
  for (const w of written) {
    const above = placed.at(-1);
    placed.push({...w, y: above ? Math.min(w.from, above.y - gap) : Math.min(w.from, 1)});
  }
  const longest = Math.max(...written.map((w) => textWidth(w.text))) * font;
  const below = (placed.at(-1)?.y ?? 0) < 0.04;
  const lift = below ? 0.04 - placed.at(-1)!.y : 0;
  return draw(options, {
    height,
    marginLeft: 44,
    marginRight: Math.round(longest) + 20,
    marginTop: 26,
    marginBottom: 44,
    x: {
      domain: [0, axes.at],
      ticks: [0, axes.at / 2, axes.at],
      tickFormat: (d: number) => `${Math.round(d * 100)}%`,
      label: axes.x,
      labelAnchor: "left",
      labelArrow: "none",
    },
    y: {
      domain: [0, 1],
      ticks: [0, 0.25, 0.5, 0.75, 1],
      tickFormat: (d: number) => `${Math.round(d * 100)}%`,
      label: axes.y,
      labelArrow: "none",
    },
    color: {type: "identity"},
    marks: [
      Plot.gridY({stroke: "var(--rule)", strokeOpacity: 1, ticks: [0.25, 0.5, 0.75, 1]}),
      Plot.ruleY([0], {stroke: "var(--quiet)"}),
      Plot.line(
        [
          [0, 0],
          [axes.at, axes.at],
        ],
        {stroke: "var(--quiet)", strokeDasharray: "1 3"},
      ),
      curves.map((c) => [
        Plot.lineY(
          c.points.filter((p) => p.share <= axes.at + 1e-9),
          {
            x: "share",
            y: "caught",
            stroke: `var(--${c.colour})`,
            strokeWidth: 2.5,
            ...(c.dashed ? {strokeDasharray: "6 4"} : {}),
          },
        ),
        Plot.dot(
          c.points.filter((p) => p.share > 0 && p.share <= axes.at + 1e-9),
          {
            x: "share",
            y: "caught",
            r: 2.5,
            fill: `var(--${c.colour})`,
            title: (p: {share: number; caught: number}) =>
              `${c.name}, ${percent(p.share, locale)}: ${percent(p.caught, locale)}`,
          },
        ),
      ]),
      Plot.text(placed, {
        x: () => axes.at,
        y: (p: {y: number}) => p.y + lift,
        text: "text",
        textAnchor: "start",
        dx: 10,
        fill: "var(--text)",
      }),
    ],
  });
}
