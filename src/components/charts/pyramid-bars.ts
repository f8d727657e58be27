import {word} from "../terms.js";
import {hatch, isNarrow, type ShapeOptions} from "./chart-options.js";
import {framed} from "./framed.js";
import type {BarGroup} from "./group-bars.js";
import {markWords} from "./mark-words.js";
import {type Shape, shape, textShape, titleShape} from "./shape.js";
import {textWidth} from "./text-width.js";

/** One level's share of customers, to the left, and of money, to the right. Null where it is suppressed. */
export interface PyramidLevel extends BarGroup {
  customers: {share: number | null; text: string; exact: string};
  money: {share: number | null; text: string; exact: string};
  /** What it stands for, where a reader may see the customers behind it. */
  mark?: string | undefined;
}

/**
 * Two pyramids back to back, highest level on top: to the left each level's share of customers, to the right its share of
 * money, both from zero and on one scale. A loss runs from its zero towards the names.
 */
export function pyramidBars(
  levels: readonly PyramidLevel[],
  heads: {customers: string; money: string},
  options: ShapeOptions,
): Shape {
  const {locale, width} = options;
  const narrow = isNarrow(options);
  const font = narrow ? 12 : 14;
  const shares = (of: "customers" | "money"): number[] => levels.map((l) => l[of].share ?? 0);
  const most = {customers: Math.max(0.01, ...shares("customers")), money: Math.max(0.01, ...shares("money"))};
  const loss = -Math.min(0, ...shares("money"));
  const names = Math.max(0, ...levels.map((l) => textWidth(l.name))) * font * 1.06 + 18;
  const labels = narrow ? 58 : 128;
  const unit = (width - names - 2 * labels) / (most.customers + most.money + loss);
  const zeros = {
    customers: labels + most.customers * unit,
    money: labels + most.customers * unit + names + loss * unit,
  };
  const [top, line] = [32, narrow ? 46 : 58];
  const inset = line * 0.08;
  const bar = (l: PyramidLevel, of: "customers" | "money", y: number): Shape => {
    const {share, text, exact} = l[of];
    const zero = zeros[of];
    const end = zero + (of === "customers" ? -1 : 1) * (share ?? 0) * unit;
    const tip = of === "customers" ? Math.min(zero, end) - 7 : Math.max(zero, end) + 7;
    const said = share === null ? word("suppressed", locale) : text;
    const fill = l.colour === null ? hatch(options) : `var(--${l.colour})`;
    const size = {y: y + inset, width: Math.abs(end - zero), height: line - 2 * inset};
    return shape(
      "g",
      {},
      ...(share === null
        ? []
        : [
            shape(
              "rect",
              {x: Math.min(zero, end), ...size, fill, "data-mark": l.mark},
              titleShape(markWords([l.name, heads[of]], exact, locale)),
            ),
          ]),
      textShape(narrow && share !== null ? said.split(" · ") : said, {
        x: tip,
        y: y + line / 2 - (narrow && said.includes(" · ") ? 8 : 0),
        "text-anchor": of === "customers" ? "end" : "start",
        fill: "var(--text)",
      }),
    );
  };
  const rows = levels.map((l, i) => {
    const y = top + i * line;
    const name = textShape(l.name, {
      x: zeros.customers + names / 2,
      y: y + line / 2,
      fill: "var(--text)",
      "font-weight": 600,
      "font-size": font,
    });
    return shape("g", {}, bar(l, "customers", y), bar(l, "money", y), name);
  });
  const height = top + levels.length * line + 4;
  const zero = (x: number): Shape =>
    shape("line", {x1: x, x2: x, y1: top, y2: height - 4, stroke: "var(--quiet)"});
  const head = (text: string, x: number, anchor: string): Shape =>
    textShape(text, {x, y: 14, "text-anchor": anchor, "font-weight": 600});
  return framed(options, height, [
    ...rows,
    zero(zeros.customers),
    zero(zeros.money),
    head(heads.customers, zeros.customers - 6, "end"),
    head(heads.money, zeros.money + 6, "start"),
  ]);
}
