import * as Plot from "@observablehq/plot";
import type {LifetimeValueRow} from "../../cubes/value.js";
import {axisMoney, exactMoney, money} from "../formats.js";
import {word} from "../terms.js";
import {type ChartOptions, draw, hatch, isNarrow} from "./frame.js";

/** The name of a part: the first to the tenth, or those below zero. */
export function partName(row: LifetimeValueRow, locale: ChartOptions["locale"]): string {
  if (row.below_zero) return locale === "zh" ? "零点以下" : "below zero";
  const part = row.part ?? 0;
  if (locale === "zh") return part === 1 ? "第1份（最高）" : `第${part}份`;
  const ends = ["th", "st", "nd", "rd"];
  return `${part}${part < 4 ? ends[part] : "th"} tenth`;
}

/** Historic and future value of each tenth of customers and of those below zero: bars that grow from zero both ways. */
export function lifetimeParts(rows: readonly LifetimeValueRow[], options: ChartOptions): SVGSVGElement {
  const {locale, report} = options;
  const narrow = isNarrow(options);
  const name = (r: LifetimeValueRow): string => partName(r, locale);
  const pieces = rows.flatMap((row) => {
    if (row.clv_historic === null || row.clv_future === null) return [];
    const values = [
      {of: "clv_historic" as const, value: row.clv_historic},
      {of: "clv_future" as const, value: row.clv_future},
    ];
    let [up, down] = [0, 0];
    return values.map(({of, value}) => {
      const from = value >= 0 ? up : down;
      if (value >= 0) up += value;
      else down += value;
      return {row, of, value, from, to: from + value};
    });
  });
  type Piece = (typeof pieces)[number];
  const ends = rows.map((row) => ({
    row,
    at: Math.max(0, ...pieces.filter((p) => p.row === row).map((p) => p.to)),
  }));
  const high = Math.max(1, ...pieces.map((p) => p.to));
  const low = Math.min(0, ...pieces.map((p) => p.to));
  return draw(options, {
    height: rows.length * (narrow ? 28 : 32) + 34,
    marginLeft: locale === "zh" ? 96 : 84,
    marginRight: 8,
    marginTop: 26,
    marginBottom: 4,
    x: {
      domain: [low, high + (high - low) * (narrow ? 0.3 : 0.12)],
      axis: "top",
      ticks: narrow ? 2 : 5,
      tickFormat: (d: number) => axisMoney(d, report, locale),
      tickSize: 0,
      label: null,
    },
    y: {domain: rows.map(name), label: null, tickSize: 0, padding: 0.24},
    color: {type: "identity"},
    marks: [
      Plot.gridX({stroke: "var(--rule)", strokeOpacity: 1, ticks: narrow ? 2 : 5}),
      Plot.barX(pieces, {
        x1: "from",
        x2: "to",
        y: (p: Piece) => name(p.row),
        fill: (p: Piece) => (p.of === "clv_historic" ? "var(--historic)" : "var(--future)"),
        title: (p: Piece) => `${name(p.row)}, ${word(p.of, locale)}: ${exactMoney(p.value, report, locale)}`,
      }),
      Plot.barX(
        rows.filter((r) => r.suppressed),
        {x1: 0, x2: () => high * 0.04, y: name, fill: hatch(options)},
      ),
      Plot.ruleX([0], {stroke: "var(--quiet)"}),
      Plot.text(ends, {
        x: "at",
        y: (e: (typeof ends)[number]) => name(e.row),
        text: (e: (typeof ends)[number]) =>
          e.row.suppressed
            ? word("suppressed", locale)
            : e.row.clv === null
              ? "–"
              : money(e.row.clv, report, locale),
        textAnchor: "start",
        dx: high > 0 ? 6 : 6,
        fill: "var(--text)",
      }),
    ],
  });
}
