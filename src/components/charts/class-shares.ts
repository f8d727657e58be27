import * as Plot from "@observablehq/plot";
import type {AbcClass, AbcRow} from "../../cubes.js";
import {percent} from "../formats.js";
import {classes, label} from "../terms.js";
import {type ChartOptions, draw, isNarrow} from "./frame.js";

/** One class's share of one quantity; `claim` is the share that the source document states. */
export interface ClassShare {
  class: Exclude<AbcClass, "none">;
  of: "customers" | "revenue" | "profit";
  share: number | null;
  claim: number | null;
}

/** The colour of each class, on every page. */
export const classColours: Record<Exclude<AbcClass, "none">, string> = {
  A: "var(--class-a)",
  B: "var(--class-b)",
  C: "var(--class-c)",
  D: "var(--class-d)",
};

const claims: Partial<Record<AbcClass, number>> = {A: 0.8, B: 0.2, C: 0};

/** Shares of customers, revenue and profit by class; customers outside the classes take no part, nor profit without costs. */
export function classShares(rows: readonly AbcRow[], hasProfit: boolean): ClassShare[] {
  const inside = rows.filter((r) => r.class !== "none");
  const of = ["customers", "revenue", "profit"] as const;
  return of.flatMap((quantity) => {
    const values = inside.map((r) => r[quantity]);
    const whole = values.every((v) => v !== null) ? values.reduce((sum, v) => sum! + v!, 0) : null;
    if (quantity === "profit" && !hasProfit) return [];
    return inside.map((r) => ({
      class: r.class as ClassShare["class"],
      of: quantity,
      share: r[quantity] !== null && whole ? r[quantity]! / whole : null,
      claim: quantity === "profit" && r.preset === "by-customers" ? (claims[r.class] ?? null) : null,
    }));
  });
}

/** Bars from zero: one group of classes for customers, revenue and profit each; a tick marks the claimed share. */
export function classSharesChart(rows: readonly AbcRow[], options: ChartOptions): SVGSVGElement {
  const {locale} = options;
  const narrow = isNarrow(options);
  const shares = classShares(rows, options.report.has_profit);
  const groups = ["customers", "revenue", "profit"].filter((g) =>
    shares.some((s) => s.of === g),
  ) as ClassShare["of"][];
  const names = {
    customers: label("share_customers", locale),
    revenue: label("share_revenue", locale),
    profit: label("share_profit", locale),
  };
  const known = shares.filter((s) => s.share !== null);
  const low = Math.min(0, ...known.map((s) => s.share!));
  const high = Math.max(1, ...known.map((s) => Math.max(s.share!, s.claim ?? 0)));
  const present = (["A", "B", "C", "D"] as const).filter((c) => shares.some((s) => s.class === c));
  const bar = (s: ClassShare): string =>
    `${names[s.of]}, ${classes[s.class][locale]}: ${percent(s.share!, locale)}`;
  const side = narrow ? {fy: (s: ClassShare) => names[s.of]} : {fx: (s: ClassShare) => names[s.of]};
  const facets = {domain: groups.map((g) => names[g]), label: null, padding: narrow ? 0.22 : 0.1};
  const room = (high - low) * (narrow ? 0.2 : 0.3);
  return draw(options, {
    height: narrow ? groups.length * (present.length * 26 + 34) + 10 : present.length * 34 + 34,
    marginLeft: 52,
    marginRight: narrow ? 44 : 8,
    marginTop: narrow ? 22 : 26,
    marginBottom: 4,
    ...(narrow ? {fy: {...facets, axis: null}} : {fx: {...facets, axis: "top"}}),
    x: {domain: [low, high + room], axis: null},
    y: {
      domain: present,
      label: null,
      tickSize: 0,
      tickFormat: (c: AbcClass) => classes[c][locale],
      padding: 0.28,
    },
    marks: [
      narrow
        ? Plot.text(groups, {
            fy: (g: ClassShare["of"]) => names[g],
            frameAnchor: "top-left",
            text: (g: ClassShare["of"]) => names[g],
            dy: -16,
            fill: "var(--quiet)",
          })
        : null,
      Plot.barX(known, {
        ...side,
        x1: 0,
        x2: "share",
        y: "class",
        fill: (s: ClassShare) => classColours[s.class],
        title: bar,
      }),
      Plot.ruleX([0], {stroke: "var(--quiet)"}),
      Plot.tickX(
        shares.filter((s) => s.claim !== null),
        {...side, x: "claim", y: "class", stroke: "var(--text)", strokeWidth: 2, inset: -2},
      ),
      // A negative bar runs to the left, so its label has room on the right of zero, clear of the names.
      Plot.text(shares, {
        ...side,
        x: (s: ClassShare) => Math.max(0, s.share ?? 0, s.claim ?? 0),
        y: "class",
        text: (s: ClassShare) => (s.share === null ? label("suppressed", locale) : percent(s.share, locale)),
        textAnchor: "start",
        dx: 6,
        fill: "var(--text)",
      }),
    ],
    color: {type: "identity"},
  });
}
