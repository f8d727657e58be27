import * as Plot from "@observablehq/plot";
import type {AbcRow, Measure} from "../../cubes.js";
import {day, month, percent, toDate} from "../formats.js";
import {classes} from "../terms.js";
import {type ClassShare, classColours, classShares} from "./class-shares.js";
import {type ChartOptions, draw, isNarrow} from "./frame.js";

interface Point extends ClassShare {
  as_of: string;
}

/** Each class's share of a measure at each as-of date. */
export function classPoints(rows: readonly AbcRow[], measure: Measure): Point[] {
  const dates = [...new Set(rows.map((r) => r.as_of))].sort();
  return dates.flatMap((as_of) =>
    classShares(
      rows.filter((r) => r.as_of === as_of),
      measure === "profit",
    )
      .filter((s) => s.of === measure)
      .map((s) => ({...s, as_of})),
  );
}

/** Lines over the as-of dates, each named at its end; the axis starts at zero, or below it where a share is negative. */
export function classesOverTime(
  rows: readonly AbcRow[],
  measure: Measure,
  options: ChartOptions,
): SVGSVGElement {
  const {locale} = options;
  const narrow = isNarrow(options);
  const points = classPoints(rows, measure);
  const known = points.filter((p) => p.share !== null);
  const dates = [...new Set(points.map((p) => p.as_of))];
  const last = dates.at(-1);
  const values = known.map((p) => p.share!);
  const high = Math.max(1, ...values);
  const low = Math.min(0, ...values);
  const ends = known.filter((p) => p.as_of === last).sort((a, b) => b.share! - a.share!);
  const height = narrow ? 260 : 300;
  // Names that would stand closer than a line of type are moved down the side.
  const gap = ((high - low) * 17) / (height - 60);
  const placed: {at: number; point: Point}[] = [];
  for (const point of ends) {
    const above = placed.at(-1);
    placed.push({point, at: above ? Math.min(point.share!, above.at - gap) : point.share!});
  }
  return draw(options, {
    height,
    marginLeft: 44,
    marginRight: locale === "zh" ? 92 : 104,
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
    y: {
      domain: [low, high],
      ticks: 5,
      tickFormat: (d: number) => `${Math.round(d * 100)}%`,
      label: null,
    },
    marks: [
      Plot.gridY({stroke: "var(--rule)", strokeOpacity: 1, ticks: 5}),
      Plot.ruleY([0], {stroke: "var(--quiet)"}),
      Plot.lineY(points, {
        x: (p: Point) => toDate(p.as_of),
        y: (p: Point) => p.share ?? Number.NaN,
        z: "class",
        stroke: (p: Point) => classColours[p.class],
        strokeWidth: 2.5,
      }),
      Plot.dot(known, {
        x: (p: Point) => toDate(p.as_of),
        y: "share",
        r: 3,
        fill: (p: Point) => classColours[p.class],
        title: (p: Point) =>
          `${classes[p.class][locale]}, ${day(p.as_of, locale)}: ${percent(p.share!, locale)}`,
      }),
      Plot.text(placed, {
        x: () => toDate(last!),
        y: "at",
        text: (p: (typeof placed)[number]) =>
          `${classes[p.point.class][locale]} ${percent(p.point.share!, locale)}`,
        textAnchor: "start",
        dx: 10,
        fill: "var(--text)",
      }),
    ],
    color: {type: "identity"},
  });
}
