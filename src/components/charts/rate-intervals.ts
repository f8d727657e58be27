import * as Plot from "@observablehq/plot";
import {percent} from "../formats.js";
import {type ChartOptions, draw, isNarrow} from "./frame.js";
import {textWidth} from "./text-width.js";

/** A share of one group with its interval; null where it may not be told. */
export interface RateInterval {
  key: string;
  name: string;
  share: number | null;
  low: number;
  high: number;
  /** What the share is of, as "6 of 84". */
  of: string;
  title: string;
}

/** A dot for each share on a line for its interval, from zero; the numbers stand above the line. */
export function rateIntervals(rates: readonly RateInterval[], options: ChartOptions): SVGSVGElement {
  const {locale} = options;
  const narrow = isNarrow(options);
  const font = narrow ? 12 : 13;
  const known = rates.filter((r): r is RateInterval & {share: number} => r.share !== null);
  const high = Math.max(0.05, ...known.map((r) => r.high));
  const longest = Math.max(0, ...rates.map((r) => textWidth(r.name))) * font + 12;
  const missing = locale === "zh" ? "太少，已隐去" : "too few to be told";
  return draw(options, {
    height: rates.length * 46 + 44,
    marginLeft: Math.round(Math.min(longest, options.width * 0.4)),
    marginRight: 14,
    marginTop: 12,
    marginBottom: 30,
    x: {
      domain: [0, high * 1.02],
      ticks: narrow ? 4 : 5,
      tickFormat: (d: number) => `${Math.round(d * 1000) / 10}%`,
      label: null,
    },
    y: {
      domain: rates.map((r) => r.key),
      label: null,
      tickSize: 0,
      tickFormat: (key: string) => rates.find((r) => r.key === key)?.name ?? key,
    },
    color: {type: "identity"},
    r: {type: "identity"},
    marks: [
      Plot.gridX({stroke: "var(--rule)", strokeOpacity: 1}),
      Plot.ruleX([0], {stroke: "var(--quiet)"}),
      Plot.ruleY(known, {y: "key", x1: "low", x2: "high", stroke: "var(--down)", strokeWidth: 3}),
      Plot.dot(known, {x: "share", y: "key", r: 6, fill: "var(--down)", title: "title"}),
      Plot.text(rates, {
        y: "key",
        x: (r: RateInterval) => (r.share === null ? 0 : r.low),
        text: (r: RateInterval) => (r.share === null ? missing : `${percent(r.share, locale)}  ${r.of}`),
        textAnchor: "start",
        dx: (known.length > 0 ? 0 : 4) + 2,
        dy: -14,
        fill: (r: RateInterval) => (r.share === null ? "var(--quiet)" : "var(--text)"),
        stroke: "var(--ground)",
        strokeWidth: 3,
        paintOrder: "stroke",
      }),
    ],
  });
}
