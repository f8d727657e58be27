import type {RfmRow, RfmScheme, Score} from "../../cubes.js";
import {cellId} from "../cell-address.js";
import {count, exactMoney, oneDecimal, percent} from "../formats.js";
import {word} from "../terms.js";
import {hatch, isNarrow, type ShapeOptions} from "./chart-options.js";
import {framed} from "./framed.js";
import {type HeatStep, heatFill, heatInk, heatStep} from "./heat.js";
import {markWords} from "./mark-words.js";
import type {Marked} from "./marked.js";
import {type Shape, shape, textShape, titleShape} from "./shape.js";

/** What the colour of a cell tells. */
export type CellMeasure = "customers" | "revenue";

interface Cell {
  r: Score;
  f: Score;
  m: Score;
  row: Marked<RfmRow> | null;
  share: number | null;
  step: HeatStep;
}

const scores: readonly Score[] = [5, 4, 3, 2, 1];

/**
 * All 125 cells, empty ones too. Shares are of the whole, which the caller gives: cells that are suppressed are part of
 * it, though their numbers are not shown.
 */
export function allCells(rows: readonly Marked<RfmRow>[], measure: CellMeasure, whole: number): Cell[] {
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

function cellTitle(c: Cell, {locale, report}: ShapeOptions): string {
  const code = `R${c.r} F${c.f} M${c.m}`;
  const said = (value: string): string => markWords([code], value, locale);
  if (!c.row) return said(locale === "zh" ? "无客户" : "no customers");
  if (c.row.suppressed || c.row.customers === null) return said(word("suppressed", locale));
  const days = c.row.recency_days;
  const list = [
    `${count(c.row.customers, locale)} ${locale === "zh" ? "位客户" : c.row.customers === 1 ? "customer" : "customers"}`,
    c.row.revenue === null ? null : `${word("revenue", locale)} ${exactMoney(c.row.revenue, report, locale)}`,
    c.share === null ? null : percent(c.share, locale),
    days === null
      ? null
      : locale === "zh"
        ? `平均${oneDecimal(days, locale)}天前`
        : `${oneDecimal(days, locale)} days ago on average`,
  ];
  return said(list.filter((t) => t !== null).join(locale === "zh" ? "，" : ", "));
}

function cellText(c: Cell, measure: CellMeasure): string {
  if (c.row === null || c.row.suppressed || c.row.customers === null) return "";
  if (measure === "customers") return String(c.row.customers);
  if (c.share === 0) return "0";
  return c.step > 0 ? `${Math.round((c.share ?? 0) * 100) || "<1"}` : "";
}

function sliceName(r: Score, zh: boolean): string {
  if (r === 5) return zh ? "R5 最近" : "R5 newest";
  return r === 1 ? (zh ? "R1 最久" : "R1 oldest") : `R${r}`;
}

/**
 * Five slices of the cube by recency score, R5 first; columns are frequency, rows money. Each cell is a link to its row on
 * `page`, this page where it is "", and no link where there is none with rows.
 */
export function rfmSlices(
  rows: readonly Marked<RfmRow>[],
  scheme: RfmScheme,
  measure: CellMeasure,
  whole: number,
  options: ShapeOptions,
  page: string | null = "",
): Shape {
  const zh = options.locale === "zh";
  const across = isNarrow(options) ? 2 : 5;
  const [left, right, top, between] = [20, 4, 40, 74];
  const gap = isNarrow(options) ? 16 : 14;
  const side = (options.width - left - right - (across - 1) * gap) / (across * 5);
  const panel = side * 5;
  const font = across === 2 ? 12 : options.width > 900 ? 13 : 11;
  const cells = allCells(rows, measure, whole);
  const slices = scores.map((r, i) => {
    const x0 = left + (i % across) * (panel + gap);
    const y0 = top + Math.floor(i / across) * (panel + between);
    const centre = (f: number): number => x0 + (f - 0.5) * side;
    const middle = (m: number): number => y0 + (5.5 - m) * side;
    const marks = cells
      .filter((c) => c.r === r)
      .map((c) => {
        const title = cellTitle(c, options);
        const box = {x: centre(c.f) - side / 2 + 0.75, y: middle(c.m) - side / 2 + 0.75};
        const size = {width: side - 1.5, height: side - 1.5};
        const shown = c.row !== null && c.share !== null;
        const fill =
          c.row === null ? "var(--heat-0)" : shown ? heatFill(c.step === 0 ? 1 : c.step) : hatch(options);
        const stroke = c.row === null ? {} : {stroke: "var(--rule)", "stroke-width": 1};
        const look = {...box, ...size, fill, ...stroke, "data-mark": c.row?.mark};
        const rect = shape("rect", look, titleShape(title));
        const text = textShape(cellText(c, measure), {
          x: centre(c.f),
          y: middle(c.m),
          fill: heatInk(c.step),
          "font-size": font,
          "pointer-events": "none",
        });
        if (c.row === null) return shape("g", {}, rect, text);
        return page === null
          ? shape("g", {role: "img", "aria-label": title}, rect, text)
          : shape(
              "g",
              {},
              shape("a", {href: `${page}#${cellId(scheme, c.r, c.f, c.m)}`, "aria-label": title}, rect),
              text,
            );
      });
    const ticks = [1, 2, 3, 4, 5].flatMap((score) => [
      textShape(score === 1 ? "F1" : String(score), {x: centre(score), y: y0 + panel + 12, "font-size": 11}),
      ...(i % across === 0
        ? [
            textShape(score === 5 ? "M5" : String(score), {
              x: x0 - 5,
              y: middle(score),
              "text-anchor": "end",
              "font-size": 11,
            }),
          ]
        : []),
    ]);
    const name = textShape(sliceName(r, zh), {
      x: x0,
      y: y0 - 16,
      "text-anchor": "start",
      fill: "var(--text)",
      "font-weight": 600,
      "font-size": 14,
    });
    return shape("g", {}, ...marks, ...ticks, name);
  });
  const down = Math.ceil(5 / across);
  return framed(options, Math.round(top + down * panel + (down - 1) * between + 24), slices, true);
}
