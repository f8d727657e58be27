import * as Plot from "@observablehq/plot";
import type {RfmOverTimeRow} from "../../cubes.js";
import {count, day, month, percent} from "../formats.js";
import {axes, sentenceCase, word} from "../terms.js";
import {type ChartOptions, draw, hatch, isNarrow} from "./frame.js";

interface Step extends RfmOverTimeRow {
  from: number;
  to: number;
  share: number;
}

/**
 * Each score's share of the customers of its date, stacked from 1 to 5. `wholes` are the customers at each date; what
 * suppressed scores hold stays open at the top.
 */
export function stackScores(rows: readonly RfmOverTimeRow[], wholes: ReadonlyMap<string, number>): Step[] {
  const groups = new Map<string, RfmOverTimeRow[]>();
  for (const row of rows) {
    const key = `${row.axis} ${row.as_of}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((group) => {
    const total = wholes.get(group[0]!.as_of) ?? 0;
    let from = 0;
    return [...group]
      .sort((a, b) => a.score - b.score)
      .filter((r) => r.customers !== null && total > 0)
      .map((r) => {
        const share = r.customers! / total;
        const step = {...r, share, from, to: from + share};
        from += share;
        return step;
      });
  });
}

interface Hidden {
  axis: RfmOverTimeRow["axis"];
  as_of: string;
  from: number;
}

/** Where suppressed scores leave the top of a bar open. */
function hiddenParts(rows: readonly RfmOverTimeRow[], steps: readonly Step[]): Hidden[] {
  return rows
    .filter(
      (r, i) =>
        r.suppressed && rows.findIndex((q) => q.suppressed && q.axis === r.axis && q.as_of === r.as_of) === i,
    )
    .map(({axis, as_of}) => {
      const shown = steps.filter((s) => s.axis === axis && s.as_of === as_of);
      return {axis, as_of, from: Math.max(0, ...shown.map((s) => s.to))};
    });
}

/** The distribution of scores at each as-of date, one panel per axis, bars of one hundred per cent. */
export function scoresOverTime(
  rows: readonly RfmOverTimeRow[],
  wholes: ReadonlyMap<string, number>,
  options: ChartOptions,
): SVGSVGElement {
  const {locale} = options;
  const narrow = isNarrow(options);
  const steps = stackScores(rows, wholes);
  const hidden = hiddenParts(rows, steps);
  const dates = [...new Set(rows.map((r) => r.as_of))].sort();
  const name = (axis: RfmOverTimeRow["axis"]): string => sentenceCase(axes[axis][locale]);
  const panel = (d: {axis: RfmOverTimeRow["axis"]}): string => name(d.axis);
  const side = narrow ? {fy: panel} : {fx: panel};
  const facet = {domain: (["r", "f", "m"] as const).map(name), label: null, padding: narrow ? 0.22 : 0.16};
  const inks = (s: Step): string => (s.score >= 4 ? "var(--heat-ink-high)" : "var(--heat-ink-low)");
  return draw(options, {
    height: narrow ? 620 : 300,
    marginLeft: 6,
    marginRight: 6,
    marginTop: narrow ? 24 : 28,
    marginBottom: 30,
    ...(narrow ? {fy: {...facet, axis: null}} : {fx: {...facet, axis: "top"}}),
    x: {
      domain: dates,
      label: null,
      tickSize: 0,
      ticks: [dates[0], dates.at(-1)].filter((d) => d !== undefined),
      tickFormat: (d: string) => month(d, locale),
      padding: 0.12,
    },
    y: {domain: [0, 1], axis: null},
    color: {type: "identity"},
    marks: [
      narrow
        ? Plot.text(["r", "f", "m"] as const, {
            fy: name,
            frameAnchor: "top-left",
            text: name,
            dy: -18,
            fill: "var(--quiet)",
          })
        : null,
      Plot.barY(hidden, {...side, x: "as_of", y1: "from", y2: 1, fill: hatch(options)}),
      Plot.barY(steps, {
        ...side,
        x: "as_of",
        y1: "from",
        y2: "to",
        fill: (s: Step) => `var(--heat-${s.score})`,
        insetTop: 1,
        title: (s: Step) =>
          `${name(s.axis)} ${s.score}, ${day(s.as_of, locale)}: ${count(s.customers!, locale)} ${word("customers", locale)}, ${percent(s.share, locale)}`,
      }),
      Plot.text(
        steps.filter((s) => s.as_of === dates.at(-1) && s.share > 0.06),
        {
          ...side,
          x: "as_of",
          y: (s: Step) => (s.from + s.to) / 2,
          text: (s: Step) => String(s.score),
          fill: inks,
          fontWeight: 600,
        },
      ),
    ],
  });
}
