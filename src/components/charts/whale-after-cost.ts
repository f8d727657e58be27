import * as Plot from "@observablehq/plot";
import type {WhalePoint} from "../../cubes/coverage.js";
import {count, exactMoney, percent} from "../formats.js";
import {word} from "../terms.js";
import {type ChartOptions, draw, isNarrow} from "./frame.js";

/**
 * The cumulative curve of profit before and after cost to serve, each largest first, in shares of the profit before it:
 * where the second turns down, customers cost more than they bring. Both peaks are marked.
 */
export function whaleAfterCost(
  points: readonly WhalePoint[],
  names: Record<WhalePoint["measure"], string>,
  options: ChartOptions,
): SVGSVGElement {
  const {locale, report} = options;
  const narrow = isNarrow(options);
  const colours = {before: "var(--same)", after: "var(--profit)"};
  const measures = (["before", "after"] as const).filter((m) => points.some((p) => p.measure === m));
  const of = (m: WhalePoint["measure"]): WhalePoint[] => points.filter((p) => p.measure === m);
  const zero = {customers: 0, amount: 0, customer_share: 0, amount_share: 0, peak: false};
  const high = Math.max(1.02, ...points.map((p) => p.amount_share)) * 1.12;
  const low = Math.min(0, ...points.map((p) => p.amount_share));
  const title = (p: WhalePoint): string =>
    `${names[p.measure]}: ${count(p.customers, locale)} ${word("customers", locale)}, ${exactMoney(p.amount, report, locale)}, ${percent(p.amount_share, locale)}`;
  const peaks = measures.flatMap((m) => of(m).filter((p) => p.peak));
  const ends = measures.flatMap((m) => of(m).slice(-1));
  // An end that the peak's label all but tells needs none of its own.
  const apart = ends.filter((p) => {
    const peak = peaks.find((q) => q.measure === p.measure);
    return peak === undefined || peak.amount_share - p.amount_share > 0.02;
  });
  return draw(options, {
    height: narrow ? 320 : Math.round(Math.min(440, options.width * 0.44)),
    marginLeft: 48,
    marginRight: 16,
    marginTop: 28,
    marginBottom: 44,
    x: {
      domain: [0, 1],
      ticks: narrow ? [0, 0.5, 1] : [0, 0.2, 0.4, 0.6, 0.8, 1],
      tickFormat: (d: number) => `${Math.round(d * 100)}%`,
      label: locale === "zh" ? "累计客户占比（从大到小）" : "share of customers, largest first",
      labelAnchor: "right",
      labelArrow: "none",
    },
    y: {
      domain: [low - (low < 0 ? 0.04 : 0), high],
      ticks: 6,
      tickFormat: (d: number) => `${Math.round(d * 100)}%`,
      label: locale === "zh" ? "占扣除前利润合计" : "share of the profit before it",
      labelArrow: "none",
    },
    marks: [
      Plot.gridY({stroke: "var(--rule)", strokeOpacity: 1}),
      Plot.ruleY([0], {stroke: "var(--quiet)"}),
      ...measures.map((m) =>
        Plot.lineY([{...zero, measure: m}, ...of(m)], {
          x: "customer_share",
          y: "amount_share",
          stroke: colours[m],
          strokeWidth: 2.5,
        }),
      ),
      Plot.dot([...peaks, ...ends], {
        x: "customer_share",
        y: "amount_share",
        r: 4.5,
        fill: (p: WhalePoint) => colours[p.measure],
        title,
      }),
      ...([true, false] as const).map((right) =>
        Plot.text(
          peaks.filter((p) => p.customer_share > 0.6 === right),
          {
            x: "customer_share",
            y: "amount_share",
            text: (p: WhalePoint) => `${names[p.measure]} ${percent(p.amount_share, locale)}`,
            textAnchor: right ? "end" : "middle",
            dy: -14,
            fill: (p: WhalePoint) => (p.measure === "before" ? "var(--quiet)" : "var(--profit)"),
            fontWeight: 600,
          },
        ),
      ),
      Plot.text(apart, {
        x: "customer_share",
        y: "amount_share",
        text: (p: WhalePoint) => percent(p.amount_share, locale),
        textAnchor: "end",
        dx: -12,
        dy: 4,
        fill: (p: WhalePoint) => (p.measure === "before" ? "var(--quiet)" : "var(--profit)"),
      }),
    ],
  });
}
