import {nice, ticks} from "d3-array";
import type {Measure, ParetoPoint} from "../../cubes.js";
import {customerCount} from "../customer-count.js";
import {count, exactMoney, percent} from "../formats.js";
import {measures, sentenceCase, word} from "../terms.js";
import {areFew} from "../top-customers.js";
import {fontSize, isNarrow, type ShapeOptions} from "./chart-options.js";
import {pointPart, type Step, steps, top, topPoint, topShare} from "./curve-points.js";
import {framed} from "./framed.js";
import {markWords} from "./mark-words.js";
import {type Shape, shape, textShape, titleShape} from "./shape.js";
import {textWidth} from "./text-width.js";

/** The colour of each measure, on every page. */
const measureColours: Record<Measure, string> = {revenue: "var(--revenue)", profit: "var(--profit)"};

const [beforeCurve, besideCurve] = [48, 64];

/** Where a share of customers (0 to 1) lies on a drawing of a width; both in pixels. */
export function curveX(share: number, width: number): number {
  return beforeCurve + share * (width - besideCurve);
}

/** The share of customers (0 to 1) that lies at a place of a drawing of a width; both in pixels. */
export function curveShare(x: number, width: number): number {
  return Math.max(0, Math.min(1, (x - beforeCurve) / (width - besideCurve)));
}

/** Where a share of customers and a share of money lie on the drawing, in pixels. */
interface Frame {
  x: (share: number) => number;
  y: (share: number) => number;
}

/** The curve of one measure with its marks and their words. */
function curve(
  m: Measure,
  all: ReadonlyMap<Measure, readonly ParetoPoint[]>,
  at: Frame,
  options: ShapeOptions,
): Shape {
  const {locale, report} = options;
  const zh = locale === "zh";
  const points = all.get(m)!;
  const stroke = measureColours[m];
  const name = sentenceCase(measures[m][locale]);
  const start = points[0]!.customers === 0 ? [] : [[0, 0] as const];
  const path = [...start, ...points.map((p) => [p.customer_share, p.amount_share] as const)]
    .map(([x, y]) => `${Math.round(at.x(x) * 10) / 10},${Math.round(at.y(y) * 10) / 10}`)
    .join("L");
  const ranked = points.at(-1)!.customers;
  const few = areFew(ranked);
  const behind = ({point: p, who}: Step): string => {
    const n = count(p.customers, locale);
    if (!few) return `${customerCount(p.customers, locale)}${zh ? `（前${who}）` : ` (top ${who})`}`;
    const share = percent(p.customer_share, locale);
    return zh
      ? `最大的${n}位，共${count(ranked, locale)}位客户（${share}）`
      : `${n} of ${customerCount(ranked, locale)} (${share})`;
  };
  const exact = (step: Step): string => {
    const p = step.point;
    const said = [behind(step), exactMoney(p.amount, report, locale), percent(p.amount_share, locale)];
    return markWords([name], said.join(locale === "zh" ? "，" : ", "), locale);
  };
  const label = (
    text: string | readonly string[],
    p: ParetoPoint,
    dx: number,
    dy: number,
    anchor: string,
  ): Shape =>
    textShape(text, {
      x: at.x(p.customer_share) + dx,
      y: at.y(p.amount_share) + dy,
      "text-anchor": anchor,
      fill: stroke,
      "font-weight": 600,
    });
  const disc = (step: Step, form: Record<string, string | number>): Shape =>
    shape(
      "circle",
      {
        cx: at.x(step.point.customer_share),
        cy: at.y(step.point.amount_share),
        fill: stroke,
        ...form,
        "data-mark":
          step.hundredths > 0 ? `${m === "revenue" ? "pareto" : "profit"}:1-${step.hundredths}` : null,
      },
      titleShape(exact(step)),
    );
  const twenty = topPoint(points);
  const peak = points.find((p) => p.peak && p.amount_share > 1.005);
  const marked: Step[] = [
    ...(twenty
      ? [
          {
            point: twenty,
            who: topShare(twenty, locale),
            hundredths: twenty.exact ? 100 * top : pointPart(twenty.customer_share),
          },
        ]
      : []),
    ...(peak
      ? [
          {
            point: peak,
            who: percent(peak.customer_share, locale),
            hundredths: pointPart(peak.customer_share),
          },
        ]
      : []),
  ];
  const reached = steps(points, locale).filter(
    ({point}) => !marked.some((step) => step.point.customers === point.customers),
  );
  const discs = [...marked, ...reached].sort((a, b) => a.point.customers - b.point.customers);
  const words: Shape[] = [];
  const labelled = peak && peak.amount_share > 1.02 ? peak : undefined;
  if (twenty) {
    const share = percent(twenty.amount_share, locale);
    const two = all.size > 1;
    const crowded =
      labelled !== undefined && Math.abs(at.x(labelled.customer_share) - at.x(twenty.customer_share)) < 180;
    // Revenue's label stands below its curve and profit's clear above, where neither meets a line.
    const above =
      m === "profit" &&
      two &&
      !crowded &&
      twenty.amount_share > (topPoint(all.get("revenue")!)?.amount_share ?? 0);
    const who = few ? `${count(twenty.customers, locale)}${zh ? "位" : ""}` : topShare(twenty, locale);
    const bring = few && twenty.customers === 1 ? "brings" : "bring";
    if (options.width < 900)
      words.push(
        label(
          above ? [name, share] : `${name} ${share}`,
          twenty,
          above ? -10 : 10,
          above ? -24 : two && m === "profit" ? 34 : 16,
          above ? "end" : "start",
        ),
      );
    else if (above)
      words.push(
        label(
          zh
            ? [`${name}：`, `前${who}客户`, `占${share}`]
            : [`${name}: the`, `top ${who}`, `${bring} ${share}`],
          twenty,
          -10,
          -42,
          "end",
        ),
      );
    else
      words.push(
        label(
          zh ? `${name}：前${who}客户占${share}` : `${name}: the top ${who} ${bring} ${share}`,
          twenty,
          10,
          two && m === "profit" ? 34 : 16,
          "start",
        ),
      );
  }
  if (labelled) {
    const share = percent(labelled.amount_share, locale);
    const text = isNarrow(options)
      ? `${name}${zh ? "峰值" : " peaks at "}${share}`
      : zh
        ? `${name}峰值${share}，在账上前${percent(labelled.customer_share, locale)}的客户处`
        : `${name} peaks at ${share}, after ${percent(labelled.customer_share, locale)} of those on the ledger`;
    const before = (textWidth(text) * fontSize(options)) / 2 > at.x(labelled.customer_share) - at.x(0);
    const anchor = labelled.customer_share > 0.7 ? "end" : before ? "start" : "middle";
    words.push(label(text, labelled, 0, -16, anchor));
  }
  return shape(
    "g",
    {},
    shape("path", {d: `M${path}`, fill: "none", stroke, "stroke-width": 2.5, "stroke-linejoin": "round"}),
    ...discs.map((step) => disc(step, marked.includes(step) ? {r: 4.5} : {r: 8, "fill-opacity": 0})),
    ...words,
  );
}

/** The grid, the axes and the line of equality. */
function axes(
  at: Frame,
  [low, high]: readonly [number, number],
  bottom: number,
  options: ShapeOptions,
): Shape[] {
  const {locale, width} = options;
  const zh = locale === "zh";
  const [x0, x1] = [at.x(0), at.x(1)];
  const line = (
    x: number,
    y: number,
    to: number,
    until: number,
    more: Record<string, string | number>,
  ): Shape => shape("line", {x1: x, y1: y, x2: to, y2: until, ...more});
  const dotted = {stroke: "var(--quiet)", "stroke-width": 1, "stroke-dasharray": "1 3"};
  const across = isNarrow(options) ? [0, 0.2, 0.5, 1] : [0, 0.2, 0.4, 0.6, 0.8, 1];
  return [
    ...ticks(low, high, 6).flatMap((t) => [
      line(x0, at.y(t), x1, at.y(t), {stroke: t === 0 ? "var(--quiet)" : "var(--rule)"}),
      textShape(`${Math.round(t * 100)}%`, {x: x0 - 8, y: at.y(t), "text-anchor": "end"}),
    ]),
    ...across.map((t) => textShape(`${Math.round(t * 100)}%`, {x: at.x(t), y: bottom + 16})),
    line(at.x(top), at.y(high), at.x(top), at.y(low), {stroke: "var(--quiet)", "stroke-dasharray": "2 4"}),
    line(x0, at.y(0), x1, at.y(1), dotted),
    textShape(word("equality", locale), {x: at.x(0.5) + 10, y: at.y(0.5) + 10, "text-anchor": "start"}),
    textShape(zh ? "累计金额占比" : "share of the total", {x: 4, y: 10, "text-anchor": "start"}),
    textShape(zh ? "累计客户占比（从大到小）" : "share of customers, largest first", {
      x: width - 16,
      y: bottom + 36,
      "text-anchor": "end",
    }),
  ];
}

/**
 * The cumulative share of money against the cumulative share of customers, largest first. Where some customers lose
 * money the curve climbs above 100% and falls back to it: the whale curve, whose peak is marked.
 */
export function paretoCurve(rows: readonly ParetoPoint[], options: ShapeOptions): Shape {
  const all = new Map(
    (["revenue", "profit"] as const)
      .map((m) => [m, rows.filter((p) => p.measure === m)] as const)
      .filter(([, points]) => points.length > 0),
  );
  const shares = rows.map((p) => p.amount_share);
  const [low, high] = nice(Math.min(0, ...shares), Math.max(1, ...shares), 6);
  const height = isNarrow(options) ? 320 : Math.round(Math.min(480, options.width * 0.46));
  const bottom = height - 44;
  const at = {
    x: (share: number): number => curveX(share, options.width),
    y: (share: number): number => bottom - ((share - low) / (high - low)) * (bottom - 28),
  };
  return framed(options, height, [
    ...axes(at, [low, high], bottom, options),
    ...[...all.keys()].map((m) => curve(m, all, at, options)),
  ]);
}
