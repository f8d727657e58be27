import * as Plot from "@observablehq/plot";
import {day, month, toDate} from "../formats.js";
import {type ChartOptions, draw, isNarrow} from "./frame.js";
import {textWidth} from "./text-width.js";

/** One line: its name, colour variable and points; null leaves a gap. */
export interface DatedLine {
  name: string;
  colour: string;
  points: readonly {as_of: string; value: number | null}[];
}

interface Point {
  line: DatedLine;
  as_of: string;
  value: number;
}

/** How values are written on the axis and at the lines' ends, and whether the axis ends at a known highest value. */
export interface LineScale {
  axis: (value: number) => string;
  exact: (value: number) => string;
  highest?: number;
}

/** Lines over the as-of dates from zero (or below it), each named at its end. */
export function linesOverTime(
  lines: readonly DatedLine[],
  scale: LineScale,
  options: ChartOptions,
): SVGSVGElement {
  const {locale} = options;
  const narrow = isNarrow(options);
  const known: Point[] = lines.flatMap((line) =>
    line.points.flatMap(({as_of, value}) => (value === null ? [] : [{line, as_of, value}])),
  );
  const dates = [...new Set(lines.flatMap((l) => l.points.map((p) => p.as_of)))].sort();
  const last = dates.at(-1);
  const high = scale.highest ?? Math.max(0.01, ...known.map((p) => p.value * 1.08));
  const low = Math.min(0, ...known.map((p) => p.value));
  const height = narrow ? 260 : 300;
  const gap = ((high - low) * 17) / (height - 44);
  const placed: {at: number; point: Point}[] = [];
  for (const point of known.filter((p) => p.as_of === last).sort((a, b) => b.value - a.value)) {
    const above = placed.at(-1);
    placed.push({point, at: above ? Math.min(point.value, above.at - gap) : point.value});
  }
  const text = (p: Point): string => `${p.line.name} ${scale.exact(p.value)}`;
  const right = Math.max(30, ...placed.map((p) => textWidth(text(p.point)) * (narrow ? 12 : 13) + 16));
  return draw(options, {
    height,
    marginLeft: 46,
    marginRight: Math.round(right),
    marginTop: 14,
    marginBottom: 30,
    x: {
      type: "utc",
      ticks: (narrow ? [dates[0], last] : dates.filter((_, i) => (dates.length - 1 - i) % 4 === 0))
        .filter((d) => d !== undefined)
        .map(toDate),
      tickFormat: (d: Date) => month(d.toISOString().slice(0, 10), locale),
      label: null,
    },
    y: {domain: [low, high], ticks: 5, tickFormat: scale.axis, label: null},
    color: {type: "identity"},
    marks: [
      Plot.gridY({stroke: "var(--rule)", strokeOpacity: 1, ticks: 5}),
      Plot.ruleY([0], {stroke: "var(--quiet)"}),
      lines.map((line) =>
        Plot.lineY(line.points, {
          x: (p: {as_of: string}) => toDate(p.as_of),
          y: (p: {value: number | null}) => p.value ?? Number.NaN,
          stroke: `var(--${line.colour})`,
          strokeWidth: 2.5,
        }),
      ),
      Plot.dot(known, {
        x: (p: Point) => toDate(p.as_of),
        y: "value",
        r: 3,
        fill: (p: Point) => `var(--${p.line.colour})`,
        title: (p: Point) => `${p.line.name}, ${day(p.as_of, locale)}: ${scale.exact(p.value)}`,
      }),
      Plot.text(placed, {
        x: () => toDate(last!),
        y: "at",
        text: (p: (typeof placed)[number]) => text(p.point),
        textAnchor: "start",
        dx: 10,
        fill: "var(--text)",
      }),
    ],
  });
}
