import type {AbcClass, AbcRow} from "../../cubes.js";
import {percent} from "../formats.js";
import {classes, label} from "../terms.js";
import {isNarrow, type ShapeOptions} from "./chart-options.js";
import {framed} from "./framed.js";
import {markWords} from "./mark-words.js";
import type {Marked} from "./marked.js";
import {type Shape, shape, textShape, titleShape} from "./shape.js";

/** One class's share of one quantity; `claim` is the share that the source document states. */
export interface ClassShare {
  class: Exclude<AbcClass, "none">;
  of: "customers" | "revenue" | "profit";
  share: number | null;
  claim: number | null;
  /** What it stands for, where a reader may see the customers behind it. */
  mark?: string | undefined;
}

/** The colour of each class, on every page. */
const classColours: Record<Exclude<AbcClass, "none">, string> = {
  A: "var(--class-a)",
  B: "var(--class-b)",
  C: "var(--class-c)",
  D: "var(--class-d)",
};

const claims: Partial<Record<AbcClass, number>> = {A: 0.8, B: 0.2, C: 0};

/** Shares of customers, revenue and profit by class; customers outside the classes take no part, nor profit without costs. */
export function classShares(rows: readonly Marked<AbcRow>[], hasProfit: boolean): ClassShare[] {
  const inside = rows.filter((r) => r.class !== "none");
  const of = ["customers", "revenue", "profit"] as const;
  return of.flatMap((quantity) => {
    const values = inside.map((r) => r[quantity]);
    const whole = values.every((v) => v !== null) ? values.reduce((sum, v) => sum! + v!, 0) : null;
    if (quantity === "profit" && !hasProfit) return [];
    return inside.map((r) => ({
      class: r.class as ClassShare["class"],
      of: quantity,
      share: r[quantity] !== null && whole !== null && whole! > 0 ? r[quantity]! / whole! : null,
      claim: quantity === "profit" && r.preset === "by-customers" ? (claims[r.class] ?? null) : null,
      mark: r.mark,
    }));
  });
}

/** Bars from zero: one group of classes for customers, revenue and profit each; a tick marks the claimed share. */
export function classSharesChart(rows: readonly Marked<AbcRow>[], options: ShapeOptions): Shape {
  const {locale, width} = options;
  const narrow = isNarrow(options);
  const shares = classShares(rows, options.report.has_profit);
  const groups = (["customers", "revenue", "profit"] as const).filter((g) => shares.some((s) => s.of === g));
  const names = {
    customers: label("share_customers", locale),
    revenue: label("share_revenue", locale),
    profit: label("share_profit", locale),
  };
  const present = (["A", "B", "C", "D"] as const).filter((c) => shares.some((s) => s.class === c));
  const low = Math.min(0, ...shares.map((s) => s.share ?? 0));
  const high = Math.max(1, ...shares.map((s) => Math.max(s.share ?? 0, s.claim ?? 0)));
  const [left, top, line] = [58, 30, narrow ? 26 : 34];
  const across = narrow ? 1 : Math.max(1, groups.length);
  const panel = (width - left - (narrow ? 44 : 8)) / across;
  const unit = (panel * (narrow ? 0.83 : 0.74)) / (high - low);
  const group = top + present.length * line + (narrow ? 10 : 0);
  const parts = groups.map((g, i) => {
    const x0 = left + (narrow ? 0 : i * panel) - low * unit;
    const y0 = narrow ? i * group + top : top;
    const bars = shares
      .filter((s) => s.of === g)
      .map((s) => {
        const y = y0 + present.indexOf(s.class) * line;
        const [from, until] = [x0 + Math.min(0, s.share ?? 0) * unit, x0 + Math.max(0, s.share ?? 0) * unit];
        const claim = x0 + (s.claim ?? 0) * unit;
        const tip = Math.max(x0, until, s.claim === null ? x0 : claim);
        return shape(
          "g",
          {},
          ...(s.share === null
            ? []
            : [
                shape(
                  "rect",
                  {
                    x: from,
                    y: y + 4,
                    width: until - from,
                    height: line - 9,
                    fill: classColours[s.class],
                    "data-mark": s.mark,
                  },
                  titleShape(
                    markWords([classes[s.class][locale], names[s.of]], percent(s.share, locale), locale),
                  ),
                ),
              ]),
          ...(s.claim === null
            ? []
            : [
                shape("line", {
                  x1: claim,
                  x2: claim,
                  y1: y + 2,
                  y2: y + line - 3,
                  stroke: "var(--text)",
                  "stroke-width": 2,
                }),
              ]),
          // A negative bar runs to the left, so its label has room on the right of zero, clear of the names.
          textShape(s.share === null ? label("suppressed", locale) : percent(s.share, locale), {
            x: tip + 6,
            y: y + line / 2,
            "text-anchor": "start",
            fill: "var(--text)",
          }),
        );
      });
    const head = textShape(names[g], {
      x: x0,
      y: y0 - 16,
      "text-anchor": "start",
    });
    const zero = shape("line", {
      x1: x0,
      x2: x0,
      y1: y0,
      y2: y0 + present.length * line,
      stroke: "var(--quiet)",
    });
    const ticks =
      i > 0 && !narrow
        ? []
        : present.map((c, n) =>
            textShape(classes[c][locale], {x: left - 8, y: y0 + (n + 0.5) * line, "text-anchor": "end"}),
          );
    return shape("g", {}, head, ...ticks, ...bars, zero);
  });
  return framed(options, narrow ? groups.length * group : group + 4, parts);
}
