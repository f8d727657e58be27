import {ticks} from "d3-array";
import {utcTicks} from "d3-time";
import type {Locale} from "../../cubes.js";
import type {ShapeOptions} from "../charts/chart-options.js";
import {framed} from "../charts/framed.js";
import {type Shape, shape, textShape, titleShape} from "../charts/shape.js";
import {textWidth} from "../charts/text-width.js";
import {type QueryResult, type ResultColumn, shown} from "./result.js";

/** What is drawn against what: places of columns in the result. */
export interface ChartChoice {
  x: number;
  y: number;
  mark: "bars" | "dots";
}

/** Most rows that are drawn: bars have a line each, dots an element. */
export const mostDrawn = {bars: 40, dots: 3000};

/**
 * What a result is drawn as before the reader chooses: dots where its first two columns are numbers; else bars of its first
 * column of numbers by its first column of words or days, dots where the days are too many; null where there is no number.
 */
export function firstChoice({rows, columns}: QueryResult): ChartChoice | null {
  const y = columns.findIndex(({kind}) => kind === "number");
  if (y < 0) return null;
  if (columns[0]?.kind === "number" && columns[1]?.kind === "number") return {x: 0, y: 1, mark: "dots"};
  const x = columns.findIndex(({kind}) => kind !== "number");
  const long = rows > mostDrawn.bars && columns[x]?.kind === "day";
  return {x: x < 0 ? y : x, y, mark: long ? "dots" : "bars"};
}

type Options = Pick<ShapeOptions, "width" | "locale" | "id" | "label">;

const ink = "var(--link)";

/** The result's rows as bars from zero, one a row, or as dots; rows without the number are left out. */
export function quickChart(result: QueryResult, choice: ChartChoice, options: Options): Shape {
  return choice.mark === "bars" ? bars(result, choice, options) : dots(result, choice, options);
}

function cut(text: string, room: number): string {
  if (textWidth(text) <= room) return text;
  let kept = "";
  for (const character of text) {
    if (textWidth(`${kept}${character}…`) > room) break;
    kept += character;
  }
  return `${kept}…`;
}

function bars(result: QueryResult, choice: ChartChoice, options: Options): Shape {
  const [x, y] = [result.columns[choice.x]!, result.columns[choice.y]!];
  const rows = Array.from({length: Math.min(result.rows, mostDrawn.bars)}, (_, row) => ({
    name: shown(x, row),
    value: y.number(row),
    text: shown(y, row),
  }));
  const line = 24;
  const em = options.width < 460 ? 12 : 13;
  const left = Math.min(
    options.width * 0.36,
    Math.max(20, ...rows.map(({name}) => textWidth(name) * em)) + 8,
  );
  const right = Math.min(
    options.width * 0.3,
    Math.max(10, ...rows.map(({text}) => textWidth(text) * em)) + 10,
  );
  const values = rows.map(({value}) => value ?? 0);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const unit = (options.width - left - right) / (high - low || 1);
  const at = (value: number): number => left + (value - low) * unit;
  const parts = rows.map(({name, value, text}, row) =>
    shape(
      "g",
      {},
      textShape(cut(name, left / em - 0.5), {x: left - 8, y: (row + 0.5) * line, "text-anchor": "end"}),
      ...(value === null
        ? []
        : [
            shape(
              "rect",
              {
                x: Math.min(at(0), at(value)),
                y: row * line + 4,
                width: Math.abs(at(value) - at(0)),
                height: line - 8,
                fill: ink,
              },
              titleShape(`${name}: ${text}`),
            ),
          ]),
      textShape(text, {
        x: Math.max(at(0), at(value ?? 0)) + 6,
        y: (row + 0.5) * line,
        "text-anchor": "start",
        fill: "var(--text)",
      }),
    ),
  );
  const zero = shape("line", {x1: at(0), x2: at(0), y1: 0, y2: rows.length * line, stroke: "var(--quiet)"});
  return framed(options, Math.max(line, rows.length * line), [...parts, zero]);
}

interface Scale {
  at(value: number): number;
  ticks: {at: number; text: string}[];
}

function scale(
  column: ResultColumn,
  values: readonly number[],
  from: number,
  to: number,
  most: number,
  locale: Locale,
): Scale {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [start, end] = low === high ? [low - 1, high + 1] : [low, high];
  const at = (value: number): number => from + ((value - start) / (end - start)) * (to - from);
  if (column.kind === "day") {
    const days = utcTicks(new Date(start), new Date(end), most);
    return {at, ticks: days.map((day) => ({at: at(day.getTime()), text: day.toISOString().slice(0, 10)}))};
  }
  const notation = Math.max(Math.abs(low), Math.abs(high)) >= 10_000 ? "compact" : "standard";
  const format = new Intl.NumberFormat(locale === "zh" ? "zh-CN" : "en", {
    notation,
    maximumFractionDigits: 2,
  });
  const text = (value: number): string => format.format(value).replace("-", "\u2212");
  return {at, ticks: ticks(start, end, most).map((value) => ({at: at(value), text: text(value)}))};
}

function dots(result: QueryResult, choice: ChartChoice, options: Options): Shape {
  const [x, y] = [result.columns[choice.x]!, result.columns[choice.y]!];
  // Words stand side by side in the order of the rows.
  const across = (row: number): number | null => (x.kind === "text" ? row : x.number(row));
  const points = [];
  for (let row = 0; row < result.rows && points.length < mostDrawn.dots; row++) {
    const [px, py] = [across(row), y.number(row)];
    if (px !== null && py !== null) points.push({x: px, y: py, title: `${shown(x, row)}: ${shown(y, row)}`});
  }
  const [height, left, bottom] = [options.width < 460 ? 260 : 360, 56, 44];
  if (points.length === 0) return framed(options, 24, []);
  const [xs, ys] = [points.map((p) => p.x), points.map((p) => p.y)];
  const wide = scale(x, xs, left + 6, options.width - 10, options.width < 460 ? 3 : 6, options.locale);
  const tall = scale(y, ys, height - bottom - 6, 26, 5, options.locale);
  const parts = [
    ...tall.ticks.flatMap(({at, text}) => [
      shape("line", {x1: left, x2: options.width, y1: at, y2: at, stroke: "var(--rule)"}),
      textShape(text, {x: left - 8, y: at, "text-anchor": "end"}),
    ]),
    ...(x.kind === "text"
      ? []
      : wide.ticks.map(({at, text}) => textShape(text, {x: at, y: height - bottom + 12}))),
    textShape(y.name, {x: 0, y: 8, "text-anchor": "start"}),
    textShape(x.name, {x: options.width, y: height - 10, "text-anchor": "end"}),
    ...points.map((p) =>
      shape(
        "circle",
        {cx: wide.at(p.x), cy: tall.at(p.y), r: 3.5, fill: "none", stroke: ink, "stroke-width": 1.5},
        titleShape(p.title),
      ),
    ),
  ];
  return framed(options, height, parts);
}
