import {axisMoney, money} from "../formats.js";
import {label} from "../terms.js";
import {fontSize, isNarrow, type ShapeOptions} from "./chart-options.js";
import {framed} from "./framed.js";
import {type Shape, shape, textShape, titleShape} from "./shape.js";
import {textWidth} from "./text-width.js";
import {valueAxis} from "./value-axis.js";

/** Money of one period; profit is null where there are no costs. */
export interface PeriodBar {
  name: string;
  revenue: number;
  profit: number | null;
}

/** Bars of revenue from zero, one a period, and a dash in each for profit; below zero they hang. */
export function periodBars(periods: readonly PeriodBar[], options: ShapeOptions): Shape {
  const {locale, width, report} = options;
  const narrow = isNarrow(options);
  const [left, right, top, bottom] = [narrow ? 52 : 64, 8, 26, 28];
  const height = narrow ? 240 : 300;
  const values = periods.flatMap((p) => [p.revenue, p.profit ?? 0]);
  const axis = valueAxis(
    [Math.min(0, ...values), Math.max(0, ...values)],
    {left, right: width - right, top, bottom: height - bottom},
    (value) => axisMoney(value, report, locale),
  );
  const {y} = axis;
  const band = (width - left - right) / Math.max(1, periods.length);
  const gap = Math.min(6, band * 0.25);
  const every = Math.max(1, Math.ceil((narrow ? 62 : 70) / band));
  const bars = periods.map((p, i) => {
    const x = left + i * band + gap / 2;
    const told = `${p.name}${locale === "zh" ? "：" : ": "}${label("revenue", locale)} ${money(p.revenue, report, locale)}${
      p.profit === null ? "" : ` · ${label("profit", locale)} ${money(p.profit, report, locale)}`
    }`;
    return shape(
      "g",
      {},
      titleShape(told),
      shape("rect", {
        x,
        y: y(Math.max(0, p.revenue)),
        width: band - gap,
        height: Math.abs(y(p.revenue) - y(0)),
        fill: "var(--historic)",
      }),
      ...(p.profit === null || (p.profit === 0 && p.revenue === 0)
        ? []
        : [
            shape("line", {
              x1: x,
              x2: x + band - gap,
              y1: y(p.profit),
              y2: y(p.profit),
              stroke: "var(--text)",
              "stroke-width": 2.5,
            }),
          ]),
    );
  });
  // Counted from the last, which is the one that is looked for; it ends at the edge where its middle would pass it.
  const names = periods.flatMap((p, i) => {
    if ((periods.length - 1 - i) % every !== 0) return [];
    const middle = left + (i + 0.5) * band;
    const half = (textWidth(p.name) * fontSize(options)) / 2;
    return [textShape(p.name, {x: Math.min(middle, width - half), y: height - bottom + 16})];
  });
  return framed(options, height, [axis.grid, ...bars, axis.zero, ...names]);
}
