import type {AliveRow} from "../../cubes/value.js";
import {customerCount} from "../customer-count.js";
import {count, money} from "../formats.js";
import {word} from "../terms.js";
import {hatch, isNarrow, type ShapeOptions} from "./chart-options.js";
import {framed} from "./framed.js";
import {markWords} from "./mark-words.js";
import type {Marked} from "./marked.js";
import {type Shape, shape, textShape, titleShape} from "./shape.js";

function barTitle(r: AliveRow, {locale, report}: ShapeOptions): string {
  const range = `P(alive) ${r.bin * 10}–${(r.bin + 1) * 10}%`;
  const said = (value: string): string => markWords([range], value, locale);
  if (r.customers === null) return said(word("suppressed", locale));
  const customers = customerCount(r.customers, locale);
  if (r.clv_future === null) return said(customers);
  const future = `${word("clv_future", locale)} ${money(r.clv_future, report, locale)}`;
  return said(`${customers}${locale === "zh" ? "，" : ", "}${future}`);
}

/** Customers by how likely they are still customers: ten columns from zero, each with its number. */
export function aliveBars(rows: readonly Marked<AliveRow>[], options: ShapeOptions): Shape {
  const {locale, width} = options;
  const narrow = isNarrow(options);
  const most = Math.max(1, ...rows.map((r) => r.customers ?? 0));
  const [side, top, height] = [6, 22, narrow ? 250 : 280];
  const zero = height - 46;
  const across = (width - 2 * side) / 10;
  const unit = (zero - top) / (most * 1.04);

  const bar = (bin: number): Shape => {
    const row = rows.find((r) => r.bin === bin);
    const customers = row?.customers ?? null;
    // What is suppressed has a low bar of one height, whatever it holds.
    const tip = zero - (customers ?? (row ? most * 0.05 : 0)) * unit;
    const fill = row && customers === null ? hatch(options) : bin < 5 ? "var(--heat-3)" : "var(--heat-4)";
    const box = {
      x: side + bin * across + 1.5,
      y: Math.min(zero, tip + 1.5),
      width: across - 3,
      height: Math.max(0, zero - tip - 1.5),
    };
    return shape(
      "g",
      {},
      shape(
        "rect",
        {...box, fill, "data-mark": row?.mark},
        ...(row ? [titleShape(barTitle(row, options))] : []),
      ),
      textShape(customers === null ? "" : count(customers, locale), {
        x: side + (bin + 0.5) * across,
        y: tip - 9,
        fill: "var(--text)",
      }),
    );
  };
  const bars = Array.from({length: 10}, (_, bin) => bar(bin));
  const ticks = (narrow ? [0, 5, 10] : [0, 2, 4, 6, 8, 10]).map((n) =>
    textShape(`${n * 10}%`, {
      x: side + n * across,
      y: zero + 18,
      dy: "0em",
      // Those at the ends would stick out of the drawing around their place.
      "text-anchor": n === 0 ? "start" : n === 10 ? "end" : null,
    }),
  );
  const axis =
    locale === "zh" ? "仍是客户的概率 P(alive)" : "probability of still being a customer, P(alive)";
  return framed(options, height, [
    ...bars,
    shape("line", {x1: side, x2: width - side, y1: zero, y2: zero, stroke: "var(--quiet)"}),
    ...ticks,
    textShape(axis, {x: width / 2, y: zero + 38, dy: "0em"}),
  ]);
}
