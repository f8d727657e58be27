import * as Plot from "@observablehq/plot";
import {type ChartOptions, draw, hatch, isNarrow} from "./frame.js";
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
}

/** A series of points: its name, and its colour variable. */
export interface ShareSeries {
  key: string;
  name: string;
  colour: string;
}

/** A range that others claim, with its name. */
export interface ClaimedRange {
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
  options: ChartOptions,
): SVGSVGElement {
  const narrow = isNarrow(options);
  const font = narrow ? 12 : 13;
  const headed = series.length > 1;
  const top = claim ? 34 : 8;
  // Each line: the group's name where several series share it, and below it a dot with its words above.
  const each = series.length * 42 + (headed ? 30 : 0);
  const yOf = (p: {group: string; series: string}): number =>
    top +
    groups.findIndex((g) => g.key === p.group) * each +
    (headed ? 30 : 0) +
    series.findIndex((s) => s.key === p.series) * 42 +
    28;
  const rows = groups.flatMap((g) => series.map((s) => ({group: g.key, series: s.key, g, s})));
  const colour = (p: SharePoint): string =>
    `var(--${series.find((s) => s.key === p.series)?.colour ?? "text"})`;
  const text = (r: (typeof rows)[number]): string => {
    const point = points.find((p) => p.group === r.group && p.series === r.series);
    return `${headed ? r.s.name : r.g.name}  ${point?.text ?? "–"}`;
  };
  const known = points.filter((p): p is SharePoint & {share: number} => p.share !== null);
  const height = groups.length * each + top + 34;
  const floor = height - 28;
  const wide = claim !== null && textWidth(claim.name) * font > options.width * (1 - claim.low);
  const words = {frameAnchor: "left", textAnchor: "start", dx: 3, fill: "var(--text)"} as const;
  // The words lie over the grid and the claimed band.
  const halo = {stroke: "var(--ground)", strokeWidth: 4};
  return draw(options, {
    height,
    marginLeft: 14,
    marginRight: 20,
    marginTop: top,
    marginBottom: 28,
    x: {
      domain: [0, 1],
      ticks: narrow ? [0, 0.5, 1] : [0, 0.2, 0.4, 0.6, 0.8, 1],
      tickFormat: (d: number) => `${Math.round(d * 100)}%`,
      label: null,
    },
    y: {type: "identity", axis: null},
    color: {type: "identity"},
    r: {type: "identity"},
    marks: [
      claim
        ? Plot.rect([claim], {
            x1: "low",
            x2: "high",
            y1: () => top,
            y2: () => floor,
            fill: hatch(options, "thin"),
            title: "name",
          })
        : null,
      claim
        ? Plot.text([claim], {
            x: (c: ClaimedRange) => (wide ? 1 : (c.low + c.high) / 2),
            frameAnchor: "top",
            dy: -20,
            dx: wide ? 16 : 0,
            textAnchor: wide ? "end" : "middle",
            text: "name",
            fill: "var(--quiet)",
          })
        : null,
      Plot.ruleX(narrow ? [0.5, 1] : [0.2, 0.4, 0.6, 0.8, 1], {
        y1: () => top,
        y2: () => floor,
        stroke: "var(--rule)",
      }),
      Plot.ruleX([0], {y1: () => top, y2: () => floor, stroke: "var(--quiet)"}),
      Plot.ruleY(known, {y: yOf, x1: "low", x2: "high", stroke: colour, strokeWidth: 3}),
      Plot.dot(known, {x: "share", y: yOf, r: 6, fill: colour, title: "text"}),
      headed
        ? Plot.text(groups, {
            ...words,
            y: (g: {key: string}) => yOf({group: g.key, series: series[0]!.key}) - 38,
            text: "name",
            fontWeight: 600,
            ...halo,
          })
        : null,
      Plot.text(rows, {...words, y: (r: (typeof rows)[number]) => yOf(r) - 16, text, ...halo}),
    ],
  });
}
