import {ticks} from "d3-array";
import type {LifetimeValueRow} from "../../cubes/value.js";
import {axisMoney, exactMoney, money} from "../formats.js";
import {word} from "../terms.js";
import {type Bands, bands} from "./bands.js";
import {fontSize, hatch, isNarrow, type ShapeOptions} from "./chart-options.js";
import {framed} from "./framed.js";
import {markWords} from "./mark-words.js";
import type {Marked} from "./marked.js";
import {type Shape, shape, textShape, titleShape} from "./shape.js";
import {textWidth} from "./text-width.js";

/** The name of a part: the first to the tenth, or those whose lifetime value is negative. */
export function partName(row: LifetimeValueRow, locale: ShapeOptions["locale"]): string {
  if (row.below_zero) return locale === "zh" ? "价值为负" : "negative value";
  const part = row.part ?? 0;
  if (locale === "zh") return part === 1 ? "第1份（最高）" : `第${part}份`;
  const ends = ["th", "st", "nd", "rd"];
  return `${part}${part < 4 ? ends[part] : "th"} tenth`;
}

interface Piece {
  of: "clv_historic" | "clv_future";
  value: number;
  from: number;
  to: number;
}

/** Value so far and value to come one after the other, each on its own side of zero; none where they are not told. */
function piecesOf(row: LifetimeValueRow): Piece[] {
  let [up, down] = [0, 0];
  if (row.clv_historic === null || row.clv_future === null) return [];
  return (["clv_historic", "clv_future"] as const).map((of) => {
    const value = row[of]!;
    const from = value >= 0 ? up : down;
    if (value >= 0) up += value;
    else down += value;
    return {of, value, from, to: from + value};
  });
}

/** Historic and future value of each tenth of customers and of those below zero: bars that grow from zero both ways. */
export function lifetimeParts(rows: readonly Marked<LifetimeValueRow>[], options: ShapeOptions): Shape {
  const {locale, report, width} = options;
  const narrow = isNarrow(options);
  const ends = rows.flatMap(piecesOf).map((p) => p.to);
  const high = Math.max(1, ...ends);
  const low = Math.min(0, ...ends);
  // The axis ends where the longest bar has room for its number: round ends could lie far beyond it.
  const widest = (texts: readonly string[]): number =>
    Math.max(0, ...texts.map(textWidth)) * fontSize(options);
  const [left, top] = [Math.round(widest(rows.map((r) => partName(r, locale)))) + 14, 26];
  const longest = widest(rows.map((r) => totalOf(r, options))) * 1.12;
  const room = width - left - 8;
  const until = low + ((high - low) * room) / Math.max(room * 0.4, room - longest - 6);
  const height = rows.length * (narrow ? 28 : 32) + top + 8;
  const x = (value: number): number => left + ((value - low) / (until - low)) * (width - left - 8);
  const y = bands(rows.length, top, height - 4, 0.24);
  const upright = (value: number, stroke: string): Shape =>
    shape("line", {x1: x(value), x2: x(value), y1: top, y2: height - 4, stroke});
  const axisText = (value: number): string => axisMoney(value, report, locale);
  const step = (at: readonly number[]): number =>
    at.length < 2 ? Number.POSITIVE_INFINITY : x(at[1]!) - x(at[0]!);
  const marked = [5, 3, 2].map((many) => ticks(low, high, many));
  const axis = marked.find((at) => widest(at.map(axisText)) + 14 <= step(at)) ?? [0];
  return framed(options, height, [
    shape(
      "g",
      {"font-variant": "tabular-nums"},
      ...axis.map((value) => textShape(axisText(value), {x: x(value), y: top - 9, dy: "0em"})),
    ),
    shape("g", {}, ...axis.map((value) => upright(value, "var(--rule)"))),
    ...rows.map((row, i) => partShape(row, i, {high, x, y, left}, options)),
    upright(0, "var(--quiet)"),
  ]);
}

function totalOf(row: LifetimeValueRow, {locale, report}: ShapeOptions): string {
  if (row.suppressed) return word("suppressed", locale);
  return row.clv === null ? "–" : money(row.clv, report, locale);
}

/** One part: its name, its bars and what they come to. */
function partShape(
  row: Marked<LifetimeValueRow>,
  index: number,
  {high, x, y, left}: {high: number; x: (value: number) => number; y: Bands; left: number},
  options: ShapeOptions,
): Shape {
  const {locale, report} = options;
  const name = partName(row, locale);
  const pieces = piecesOf(row);
  const bar = (from: number, to: number, fill: string, title: string): Shape => {
    const [start, end] = [x(Math.min(from, to)), x(Math.max(from, to))];
    const box = {x: start, y: y.start(index), width: end - start, height: y.size};
    return shape("rect", {...box, fill, "data-mark": row.mark}, titleShape(title));
  };
  const total = totalOf(row, options);
  return shape(
    "g",
    {},
    textShape(name, {x: left - 9, y: y.middle(index), "text-anchor": "end"}),
    textShape(total, {
      x: x(Math.max(0, ...pieces.map((p) => p.to))) + 6,
      y: y.middle(index),
      "text-anchor": "start",
      fill: "var(--text)",
    }),
    ...pieces.map((p) =>
      bar(
        p.from,
        p.to,
        p.of === "clv_historic" ? "var(--historic)" : "var(--future)",
        markWords([name, word(p.of, locale)], exactMoney(p.value, report, locale), locale),
      ),
    ),
    ...(row.suppressed ? [bar(0, high * 0.04, hatch(options), markWords([name], total, locale))] : []),
  );
}
