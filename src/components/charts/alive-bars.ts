import * as Plot from "@observablehq/plot";
import type {AliveRow} from "../../cubes/value.js";
import {count, money} from "../formats.js";
import {word} from "../terms.js";
import {type ChartOptions, draw, hatch, isNarrow} from "./frame.js";

/** Customers by how likely they are still customers: ten columns from zero, each with its number. */
export function aliveBars(rows: readonly AliveRow[], options: ChartOptions): SVGSVGElement {
  const {locale, report} = options;
  const narrow = isNarrow(options);
  const most = Math.max(1, ...rows.map((r) => r.customers ?? 0));
  const range = (r: AliveRow): string => `${r.bin * 10}–${(r.bin + 1) * 10}%`;
  const title = (r: AliveRow): string =>
    r.customers === null
      ? `${range(r)}: ${word("suppressed", locale)}`
      : [
          `${range(r)}: ${count(r.customers, locale)} ${word("customers", locale)}`,
          r.clv_future === null
            ? null
            : `${word("clv_future", locale)} ${money(r.clv_future, report, locale)}`,
        ]
          .filter((t) => t !== null)
          .join(locale === "zh" ? "，" : ", ");
  const known = rows.filter((r) => r.customers !== null);
  const hidden = rows.filter((r) => r.customers === null);
  return draw(options, {
    height: narrow ? 250 : 280,
    marginLeft: 6,
    marginRight: 6,
    marginTop: 22,
    marginBottom: 46,
    x: {domain: [0, 10], axis: null},
    y: {domain: [0, most * 1.04], axis: null},
    color: {type: "identity"},
    marks: [
      Plot.rectY(known, {
        x1: "bin",
        x2: (r: AliveRow) => r.bin + 1,
        y1: 0,
        y2: "customers",
        inset: 1.5,
        insetBottom: 0,
        fill: (r: AliveRow) => (r.bin < 5 ? "var(--heat-3)" : "var(--heat-4)"),
        title,
      }),
      Plot.rectY(hidden, {
        x1: "bin",
        x2: (r: AliveRow) => r.bin + 1,
        y1: 0,
        y2: () => most * 0.05,
        inset: 1.5,
        insetBottom: 0,
        fill: hatch(options),
        title,
      }),
      Plot.ruleY([0], {stroke: "var(--quiet)"}),
      Plot.text(known, {
        x: (r: AliveRow) => r.bin + 0.5,
        y: "customers",
        text: (r: AliveRow) => count(r.customers!, locale),
        dy: -9,
        fill: "var(--text)",
      }),
      Plot.text(narrow ? [0, 5, 10] : [0, 2, 4, 6, 8, 10], {
        x: (n: number) => n,
        frameAnchor: "bottom",
        dy: 18,
        text: (n: number) => `${n * 10}%`,
        textAnchor: "middle",
      }),
      Plot.text(
        [locale === "zh" ? "仍是客户的概率 P(alive)" : "probability of still being a customer, P(alive)"],
        {
          frameAnchor: "bottom",
          dy: 38,
          text: (t: string) => t,
        },
      ),
    ],
  });
}
