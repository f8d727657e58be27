import * as Plot from "@observablehq/plot";
import type {RfmRow, RfmScheme, Score} from "../../cubes.js";
import {cellId} from "../cell-address.js";
import {count, exactMoney, oneDecimal, percent} from "../formats.js";
import {word} from "../terms.js";
import {type ChartOptions, draw, hatch, isNarrow} from "./frame.js";
import {type HeatStep, heatFill, heatInk, heatStep} from "./heat.js";

/** What the colour of a cell tells. */
export type CellMeasure = "customers" | "revenue";

interface Cell {
  r: Score;
  f: Score;
  m: Score;
  row: RfmRow | null;
  share: number | null;
  step: HeatStep;
}

const scores: readonly Score[] = [5, 4, 3, 2, 1];

/**
 * All 125 cells, empty ones too. Shares are of the whole, which the caller gives: cells that are suppressed are part of
 * it, though their numbers are not shown.
 */
export function allCells(rows: readonly RfmRow[], measure: CellMeasure, whole: number): Cell[] {
  const at = new Map(rows.map((row) => [`${row.r}${row.f}${row.m}`, row]));
  return scores.flatMap((r) =>
    scores.flatMap((m) =>
      [...scores].reverse().map((f) => {
        const row = at.get(`${r}${f}${m}`) ?? null;
        const share = row === null ? 0 : row[measure] === null ? null : whole > 0 ? row[measure] / whole : 0;
        return {r, f, m, row, share, step: heatStep(share ?? 0)};
      }),
    ),
  );
}

/** Five slices of the cube by recency score, R5 first; columns are frequency, rows money. Each cell is a link to its row, on `page`. */
export function rfmSlices(
  rows: readonly RfmRow[],
  scheme: RfmScheme,
  measure: CellMeasure,
  whole: number,
  options: ChartOptions,
  page = "",
): SVGSVGElement {
  const {locale, report, width} = options;
  const columns = isNarrow(options) ? 2 : 5;
  const cells = allCells(rows, measure, whole);
  const place = (r: Score): number => 5 - r;
  const fx = (c: {r: Score}): number => place(c.r) % columns;
  const fy = (c: {r: Score}): number => Math.floor(place(c.r) / columns);
  const across = Math.min(5, columns);
  const down = Math.ceil(5 / columns);
  const [left, right, top, bottom] = [20, 4, 40, 34];
  const panel = (width - left - right) / (across + (across - 1) * 0.12);
  const text = (c: Cell): string => {
    const code = `R${c.r} F${c.f} M${c.m}`;
    if (!c.row) return `${code}: ${locale === "zh" ? "无客户" : "no customers"}`;
    if (c.row.suppressed || c.row.customers === null) return `${code}: ${word("suppressed", locale)}`;
    const days = c.row.recency_days;
    const list = [
      `${count(c.row.customers, locale)} ${locale === "zh" ? "位客户" : c.row.customers === 1 ? "customer" : "customers"}`,
      c.row.revenue === null
        ? null
        : `${word("revenue", locale)} ${exactMoney(c.row.revenue, report, locale)}`,
      c.share === null ? null : percent(c.share, locale),
      days === null
        ? null
        : locale === "zh"
          ? `平均${oneDecimal(days, locale)}天前`
          : `${oneDecimal(days, locale)} days ago on average`,
    ];
    return `${code}: ${list.filter((t) => t !== null).join(locale === "zh" ? "，" : ", ")}`;
  };
  const facet = {label: null, axis: null, padding: 0.12};
  const faces = scores.map((r) => ({r}));
  const written = (c: Cell): string =>
    c.row === null || c.row.suppressed || c.row.customers === null
      ? ""
      : measure === "customers"
        ? String(c.row.customers)
        : c.step > 0
          ? `${Math.round((c.share ?? 0) * 100) || "<1"}`
          : "";
  const base = {x: "f", y: "m", fx, fy} as const;
  const cell = (step: (c: Cell) => boolean, fill: (c: Cell) => string): Plot.Markish =>
    Plot.cell(cells.filter(step), {
      ...base,
      fill,
      stroke: "var(--rule)",
      strokeWidth: 1,
      inset: 0.75,
      title: text,
      ariaLabel: text,
      href: (c: Cell) => `${page}#${cellId(scheme, c.r, c.f, c.m)}`,
      target: null,
    } as unknown as Plot.CellOptions);
  const shown = (c: Cell): boolean => c.row !== null && c.share !== null;
  return draw(options, {
    height: Math.round(down * panel * (1 + (down > 1 ? 0.36 : 0)) + top + bottom),
    marginLeft: left,
    marginRight: right,
    marginTop: top,
    marginBottom: bottom,
    fx: {...facet, domain: [...Array(across).keys()]},
    fy: {...facet, domain: [...Array(down).keys()], padding: down > 1 ? 0.3 : 0},
    x: {domain: [1, 2, 3, 4, 5], axis: null, padding: 0},
    y: {domain: [5, 4, 3, 2, 1], axis: null, padding: 0},
    color: {type: "identity"},
    marks: [
      Plot.cell(
        cells.filter((c) => c.row === null),
        {...base, fill: "var(--heat-0)", inset: 0.75, title: text},
      ),
      cell(shown, (c) => heatFill(c.step === 0 ? 1 : c.step)),
      cell(
        (c) => c.row !== null && c.share === null,
        () => hatch(options),
      ),
      Plot.text(cells, {
        ...base,
        text: written,
        fill: (c: Cell) => heatInk(c.step),
        fontSize: columns === 2 ? 12 : width > 900 ? 13 : 11,
        pointerEvents: "none",
      }),
      Plot.text(faces, {
        fx,
        fy,
        frameAnchor: "top-left",
        dy: -22,
        text: ({r}: {r: Score}) =>
          r === 5
            ? locale === "zh"
              ? "R5 最近"
              : "R5 newest"
            : r === 1
              ? locale === "zh"
                ? "R1 最久"
                : "R1 oldest"
              : `R${r}`,
        fill: "var(--text)",
        fontWeight: 600,
        fontSize: 14,
      }),
      Plot.text(
        faces.flatMap(({r}) => [1, 2, 3, 4, 5].map((f) => ({r, f}))),
        {
          x: "f",
          fx,
          fy,
          frameAnchor: "bottom",
          dy: 14,
          text: ({f}: {f: number}) => (f === 1 ? "F1" : String(f)),
          fontSize: 11,
        },
      ),
      Plot.text(
        faces.filter((c) => fx(c) === 0).flatMap(({r}) => [1, 2, 3, 4, 5].map((m) => ({r, m}))),
        {
          y: "m",
          fx,
          fy,
          frameAnchor: "left",
          textAnchor: "end",
          dx: -5,
          text: ({m}: {m: number}) => (m === 5 ? "M5" : String(m)),
          fontSize: 11,
        },
      ),
    ],
  });
}
