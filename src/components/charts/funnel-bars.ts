import * as Plot from "@observablehq/plot";
import {word} from "../terms.js";
import {type ChartOptions, draw, hatch, isNarrow} from "./frame.js";

/** What did not reach a step from the one before it: how many, and how it is drawn. */
export interface FunnelLoss {
  name: string;
  count: number;
  /** `lost` for good, `left` behind, or `untold`: it is too early, or can't be known. */
  kind: "lost" | "left" | "untold";
}

/** One step of a funnel: how many reached it (null: suppressed), in words, and what did not. */
export interface FunnelStep {
  key: string;
  name: string;
  count: number | null;
  text: string;
  losses: readonly FunnelLoss[];
  /** The losses in words. */
  lossText: string;
}

/** Bars from zero, one for each step, its losses behind it; name and number above, the losses in words below. */
export function funnelBars(steps: readonly FunnelStep[], options: ChartOptions): SVGSVGElement {
  const narrow = isNarrow(options);
  const high = Math.max(
    1,
    ...steps.map((s) => (s.count ?? 0) + s.losses.reduce((sum, l) => sum + l.count, 0)),
  );
  const line = 84;
  const fills = {lost: "var(--down)", left: "var(--same)", untold: hatch(options)};
  const behind = steps.flatMap((step) => {
    let from = step.count ?? 0;
    return step.losses
      .filter((l) => l.count > 0)
      .map((l) => {
        const part = {
          step: step.key,
          from,
          to: from + l.count,
          fill: fills[l.kind],
          title: `${l.name}: ${l.count}`,
        };
        from = part.to;
        return part;
      });
  });
  return draw(options, {
    height: steps.length * line + 8,
    marginLeft: 1,
    marginRight: 1,
    marginTop: 4,
    marginBottom: 4,
    x: {domain: [0, high], axis: null},
    y: {domain: steps.map((s) => s.key), axis: null, padding: 0.75},
    color: {type: "identity"},
    marks: [
      Plot.barX(behind, {x1: "from", x2: "to", y: "step", fill: "fill", fillOpacity: 0.75, title: "title"}),
      Plot.barX(
        steps.filter((s) => s.count !== null),
        {
          x1: 0,
          x2: "count",
          y: "key",
          fill: "var(--class-a)",
          title: (s: FunnelStep) => `${s.name}: ${s.text}`,
        },
      ),
      Plot.ruleX([0], {stroke: "var(--quiet)"}),
      Plot.text(steps, {
        y: "key",
        frameAnchor: "left",
        textAnchor: "start",
        dy: -21,
        text: (s: FunnelStep) =>
          `${s.name}  ${s.count === null ? word("suppressed", options.locale) : s.text}`,
        fill: "var(--text)",
        fontWeight: 600,
      }),
      Plot.text(steps, {
        y: "key",
        frameAnchor: "left",
        textAnchor: "start",
        lineAnchor: "top",
        dy: 14,
        lineWidth: (options.width / (narrow ? 12 : 13)) * 0.98,
        text: "lossText",
        fill: "var(--quiet)",
      }),
    ],
  });
}
