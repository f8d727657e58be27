import type {WhalePoint} from "../../cubes/coverage.js";
import {customerCount} from "../customer-count.js";
import {exactMoney, percent} from "../formats.js";
import {acrossAxis, axisShare} from "./across-axis.js";
import {isNarrow, type ShapeOptions} from "./chart-options.js";
import {framed} from "./framed.js";
import {linePath} from "./line-path.js";
import {type Shape, shape, textShape, titleShape} from "./shape.js";
import {valueAxis} from "./value-axis.js";

/**
 * The cumulative curve of profit before and after cost to serve, each largest first, in shares of the profit before it:
 * where the second turns down, customers cost more than they bring. Both peaks are marked.
 */
export function whaleAfterCost(
  points: readonly WhalePoint[],
  names: Record<WhalePoint["measure"], string>,
  options: ShapeOptions,
): Shape {
  const {locale, report, width} = options;
  const narrow = isNarrow(options);
  const high = Math.max(1.02, ...points.map((p) => p.amount_share)) * 1.12;
  const low = Math.min(0, ...points.map((p) => p.amount_share));
  const height = narrow ? 320 : Math.round(Math.min(440, width * 0.44));
  const plane = {left: 48, right: width - 16, top: 28, bottom: height - 44};
  const marks = narrow ? [0, 0.5, 1] : [0, 0.2, 0.4, 0.6, 0.8, 1];
  const {x, labels} = acrossAxis([0, 1], plane, marks, axisShare);
  const {y, grid, zero} = valueAxis([low - (low < 0 ? 0.04 : 0), high], plane, axisShare);

  const curves = (["before", "after"] as const).map((measure) => {
    const of = points.filter((p) => p.measure === measure);
    const [line, ink] =
      measure === "before" ? ["var(--same)", "var(--quiet)"] : ["var(--profit)", "var(--profit)"];
    const path = {
      d: linePath([[x(0), y(0)], ...of.map((p) => [x(p.customer_share), y(p.amount_share)] as const)]),
      fill: "none",
      stroke: line,
      "stroke-width": 2.5,
      "stroke-linejoin": "round",
      "stroke-linecap": "round",
    };
    const dot = (p: WhalePoint): Shape =>
      shape(
        "circle",
        {cx: x(p.customer_share), cy: y(p.amount_share), r: 4.5, fill: line},
        titleShape(
          `${names[measure]}: ${customerCount(p.customers, locale)}, ${exactMoney(p.amount, report, locale)}, ${percent(p.amount_share, locale)}`,
        ),
      );
    const peaks = of.filter((p) => p.peak);
    const end = of.at(-1);
    // An end that the peak's label all but tells needs none of its own.
    const apart =
      end !== undefined && (peaks[0] === undefined || peaks[0].amount_share - end.amount_share > 0.02);
    const share = (p: WhalePoint): string => percent(p.amount_share, locale);
    return shape(
      "g",
      {},
      shape("path", path),
      ...[...peaks, ...(end ? [end] : [])].map(dot),
      ...peaks.map((p) =>
        textShape(`${names[measure]} ${share(p)}`, {
          x: x(p.customer_share),
          // Under the lower curve there is nothing, over it runs the other.
          y: y(p.amount_share) + (measure === "after" ? 26 : -14),
          "text-anchor": p.customer_share > 0.6 ? "end" : "middle",
          fill: ink,
          "font-weight": 600,
        }),
      ),
      ...(apart
        ? [
            textShape(share(end), {
              x: x(end.customer_share) - 12,
              y: y(end.amount_share) + 4,
              "text-anchor": "end",
              fill: ink,
            }),
          ]
        : []),
    );
  });
  const across = locale === "zh" ? "累计客户占比（从大到小）" : "share of customers, largest first";
  const upwards = locale === "zh" ? "占扣除前利润合计" : "share of the profit before it";
  return framed(options, height, [
    grid,
    zero,
    labels,
    textShape(upwards, {x: 3, y: 3, dy: "0.71em", "text-anchor": "start"}),
    textShape(across, {x: width - 3, y: plane.bottom + 41, dy: "0em", "text-anchor": "end"}),
    ...curves,
  ]);
}
