import type {WhalePoint} from "../../cubes/coverage.js";
import {customerCount} from "../customer-count.js";
import {exactMoney, percent} from "../formats.js";
import {acrossAxis, axisShare} from "./across-axis.js";
import {fontSize, isNarrow, type ShapeOptions} from "./chart-options.js";
import {clearPlace} from "./clear-place.js";
import {endLabels, endRoom} from "./end-labels.js";
import {framed} from "./framed.js";
import {linePath} from "./line-path.js";
import {markWords} from "./mark-words.js";
import {type Shape, shape, textShape, titleShape} from "./shape.js";
import {textWidth} from "./text-width.js";
import {valueAxis} from "./value-axis.js";

/**
 * The cumulative curve of profit before and after cost to serve, each largest first, in shares of the profit before it:
 * where the second turns down, customers cost more than they bring. Both peaks are named, where no curve runs, and what
 * the ends come to stands beside them.
 */
export function whaleAfterCost(
  points: readonly WhalePoint[],
  names: Record<WhalePoint["measure"], string>,
  options: ShapeOptions,
): Shape {
  const {locale, report, width} = options;
  const narrow = isNarrow(options);
  const shares = points.map((p) => p.amount_share);
  const share = (p: WhalePoint): string => percent(p.amount_share, locale);
  const told = (p: WhalePoint): string =>
    [customerCount(p.customers, locale), exactMoney(p.amount, report, locale), share(p)].join(
      locale === "zh" ? "，" : ", ",
    );
  const both = (["before", "after"] as const).map((measure) => {
    const of = points.filter((p) => p.measure === measure);
    const [line, ink] =
      measure === "before" ? ["var(--same)", "var(--quiet)"] : ["var(--profit)", "var(--profit)"];
    return {measure, of, line, ink, peaks: of.filter((p) => p.peak), end: of.at(-1)};
  });
  // An end that the peak's label all but tells needs none of its own.
  const ends = both.flatMap(({end, peaks: [peak]}) =>
    end && (peak === undefined || peak.amount_share - end.amount_share > 0.02) ? [end] : [],
  );
  const room = ends.length > 0 ? endRoom(ends.map(share), options) + 16 : 16;
  const height = narrow ? 320 : Math.round(Math.min(440, width * 0.44));
  const plane = {left: 48, right: width - Math.max(22, Math.round(room)), top: 40, bottom: height - 44};
  const marks = narrow ? [0, 0.5, 1] : [0, 0.2, 0.4, 0.6, 0.8, 1];
  const {x, labels} = acrossAxis([0, 1], plane, marks, axisShare);
  const {y, grid, zero} = valueAxis([Math.min(0, ...shares), Math.max(1, ...shares)], plane, axisShare);
  const at = (p: WhalePoint): readonly [number, number] => [x(p.customer_share), y(p.amount_share)];
  const paths = both.map(({of}) => [[x(0), y(0)] as const, ...of.map(at)]);

  const curves = both.map(({measure, line, peaks, end}, i) =>
    shape(
      "g",
      {},
      shape("path", {
        d: linePath(paths[i]!),
        fill: "none",
        stroke: line,
        "stroke-width": 2.5,
        "stroke-linejoin": "round",
        "stroke-linecap": "round",
      }),
      ...[...peaks, ...(end ? [end] : [])].map((p) =>
        shape(
          "circle",
          {cx: at(p)[0], cy: at(p)[1], r: 4.5, fill: line},
          titleShape(markWords([names[measure]], told(p), locale)),
        ),
      ),
    ),
  );
  // No curve and no word may lie under a word; above the higher peak there is nothing but the plane's own head.
  const taken: (readonly (readonly [number, number])[])[] = [...paths];
  const words = both.flatMap(({measure, peaks, ink}) =>
    peaks.map((p) => {
      const text = `${names[measure]} ${share(p)}`;
      // Bold type runs a tenth wider.
      const size = {width: textWidth(text) * fontSize(options) * 1.1, height: fontSize(options) * 1.25};
      const side = measure === "before" ? "above" : "below";
      const place = clearPlace(at(p), size, side, taken, {...plane, top: 14});
      taken.push([-1, 1].map((end) => [place.x + (end * size.width) / 2, place.y] as const));
      return textShape(text, {
        ...place,
        fill: ink,
        "font-weight": 600,
        stroke: "var(--ground)",
        "stroke-width": 4,
        "stroke-linejoin": "round",
        "paint-order": "stroke",
      });
    }),
  );
  const across = locale === "zh" ? "累计客户占比（从大到小）" : "share of customers, largest first";
  const upwards = locale === "zh" ? "占扣除前利润合计" : "share of the profit before it";
  return framed(options, height, [
    grid,
    zero,
    labels,
    textShape(upwards, {x: 3, y: 3, dy: "0.71em", "text-anchor": "start"}),
    textShape(across, {x: width - 3, y: plane.bottom + 41, dy: "0em", "text-anchor": "end"}),
    ...curves,
    ...words,
    endLabels(
      ends.map((p) => ({text: share(p), y: at(p)[1]})),
      x(1) + 10,
      plane.bottom,
    ),
  ]);
}
