import type {HoldoutRow} from "../../cubes/value.js";
import {count, number} from "../formats.js";
import {purchaseModels} from "../value-terms.js";
import {acrossAxis} from "./across-axis.js";
import {isNarrow, type ShapeOptions} from "./chart-options.js";
import {endLabels, endRoom, sampleRoom} from "./end-labels.js";
import {framed} from "./framed.js";
import {linePath} from "./line-path.js";
import {markWords} from "./mark-words.js";
import {type Shape, shape, textShape, titleShape} from "./shape.js";
import {valueAxis} from "./value-axis.js";

/** The colour of what was forecast, and of what came. */
const forecastColours: Record<HoldoutRow["forecast"] | "actual", string> = {
  actual: "var(--text)",
  "bg-nbd": "var(--class-a)",
  "pareto-nbd": "var(--class-b)",
  nbd: "var(--profit)",
  naive: "var(--down)",
};

interface Point {
  of: HoldoutRow["forecast"] | "actual";
  frequency: number;
  above: boolean;
  customers: number;
  value: number;
}

/** Purchases per customer in the stretch held out, by frequency before it: what came, and what each forecast expected. */
export function holdoutPoints(rows: readonly HoldoutRow[]): Point[] {
  const lines = rows.filter((r) => r.frequency !== null);
  const first = lines[0]?.forecast;
  const point = (r: HoldoutRow, of: Point["of"], value: number): Point => ({
    of,
    frequency: r.frequency!,
    above: r.and_above,
    customers: r.customers,
    value,
  });
  return [
    ...lines.filter((r) => r.forecast === first).map((r) => point(r, "actual", r.actual)),
    ...lines.map((r) => point(r, r.forecast, r.expected)),
  ];
}

const dashes: Partial<Record<Point["of"], string>> = {naive: "3 3", "pareto-nbd": "7 3"};

/** One line for what came, thick, and one for each forecast, each named at its end. */
export function holdoutLines(rows: readonly HoldoutRow[], options: ShapeOptions): Shape {
  const {locale, width} = options;
  const points = holdoutPoints(rows).sort((a, b) => a.frequency - b.frequency);
  const last = Math.max(0, ...points.map((p) => p.frequency));
  const high = Math.max(0.01, ...points.map((p) => p.value));
  const height = isNarrow(options) ? 290 : 340;
  const name = (of: Point["of"]): string =>
    of === "actual" ? (locale === "zh" ? "实际" : "what came") : purchaseModels[of][locale];
  // The title says that these are forecasts: at a line's end there is no room for saying that it is a model's.
  const brief = (of: Point["of"]): string => name(of).replace(/\s*(model|模型)$/, "");
  const thick = (of: Point["of"]): number => (of === "actual" ? 3.5 : 2);
  const ends = points
    .filter((p) => p.frequency === last)
    .map((p) => ({text: `${brief(p.of)} ${number(p.value, locale)}`, value: p.value, of: p.of}));
  const room = endRoom(
    ends.map((e) => e.text),
    options,
  );
  const plane = {
    left: 40,
    right: width - Math.max(20, Math.round(room + sampleRoom + 14)),
    top: 14,
    bottom: height - 46,
  };
  const frequencies = [...new Set(points.map((p) => p.frequency))];
  const {x, labels} = acrossAxis(
    [0, Math.max(1, last)],
    plane,
    frequencies,
    (f) => `${f}${points.some((p) => p.frequency === f && p.above) ? "+" : ""}`,
  );
  const {y, grid, zero} = valueAxis([0, high], plane, String);
  const kinds = [...new Set(points.map((p) => p.of))];
  const lines = kinds.map((of) =>
    shape("path", {
      d: linePath(points.filter((p) => p.of === of).map((p) => [x(p.frequency), y(p.value)] as const)),
      stroke: forecastColours[of],
      "stroke-width": thick(of),
      "stroke-dasharray": dashes[of],
    }),
  );
  const dots = points.map((p) =>
    shape(
      "circle",
      {
        cx: x(p.frequency),
        cy: y(p.value),
        r: p.of === "actual" ? 4 : 2.5,
        fill: forecastColours[p.of],
      },
      titleShape(
        markWords(
          [name(p.of), `${p.frequency}${p.above ? "+" : ""}`],
          `${number(p.value, locale)} (${count(p.customers, locale)})`,
          locale,
        ),
      ),
    ),
  );
  const across = locale === "zh" ? "拟合期内的重复购买次数" : "repeat purchases before";
  return framed(options, height, [
    grid,
    zero,
    labels,
    textShape(across, {x: 3, y: plane.bottom + 38, dy: "0em", "text-anchor": "start"}),
    shape("g", {fill: "none", "stroke-linejoin": "round", "stroke-linecap": "round"}, ...lines),
    ...dots,
    endLabels(
      ends.map(({text, value, of}) => ({
        text,
        y: y(value),
        sample: {stroke: forecastColours[of], width: thick(of), dashes: dashes[of]},
      })),
      x(last) + 10,
      plane.bottom,
    ),
  ]);
}
