import * as Plot from "@observablehq/plot";
import type {Locale} from "../../cubes.js";
import {isNarrow} from "../charts/chart-options.js";
import {cutText, textWidth} from "../charts/text-width.js";
import {type QueryResult, type ResultColumn, shown} from "./result.js";

export const quickMarks = ["bars", "dots", "line", "histogram"] as const;
export type QuickMark = (typeof quickMarks)[number];

/** What is drawn against what: places of columns in the result. A histogram counts the values of `y` alone. */
export interface ChartChoice {
  x: number;
  y: number;
  mark: QuickMark;
}

/** Most rows that are drawn: bars have a line each, dots an element; a histogram counts them all. */
export const mostDrawn: Readonly<Record<QuickMark, number>> = {
  bars: 40,
  dots: 3000,
  line: 3000,
  histogram: Number.POSITIVE_INFINITY,
};

/**
 * What a result is drawn as before the reader chooses: dots where its first two columns are numbers; a histogram of its
 * only column, where that is one of numbers; else bars of its first column of numbers by its first column of words or
 * days, a line where the days are too many; null where there is no number.
 */
export function firstChoice({rows, columns}: QueryResult): ChartChoice | null {
  const y = columns.findIndex(({kind}) => kind === "number");
  if (y < 0) return null;
  if (columns[0]?.kind === "number" && columns[1]?.kind === "number") return {x: 0, y: 1, mark: "dots"};
  if (columns.length === 1 && rows > 1) return {x: 0, y: 0, mark: "histogram"};
  const x = columns.findIndex(({kind}) => kind !== "number");
  const long = rows > mostDrawn.bars && columns[x]?.kind === "day";
  return {x: x < 0 ? y : x, y, mark: long ? "line" : "bars"};
}

interface Options {
  width: number;
  locale: Locale;
}

/** A row that is drawn, by its place among them. */
interface Drawn {
  place: number;
  x: number | Date;
  y: number;
  title: string;
}

const ink = "var(--link)";
const quiet = "var(--rule)";

/** The result as options of Plot, for the house's frame; rows without the number are left out. */
export function quickChart(result: QueryResult, choice: ChartChoice, options: Options): Plot.PlotOptions {
  if (choice.mark === "bars") return bars(result, choice, options);
  if (choice.mark === "histogram") return histogram(result.columns[choice.y]!, result.rows, options);
  return pointsOf(result, choice, options);
}

function bars({rows, columns}: QueryResult, choice: ChartChoice, {width}: Options): Plot.PlotOptions {
  const [x, y] = [columns[choice.x]!, columns[choice.y]!];
  const em = isNarrow({width}) ? 12 : 13;
  const drawn = Array.from({length: Math.min(rows, mostDrawn.bars)}, (_, row) => ({
    row,
    name: shown(x, row),
    value: y.number(row),
    text: shown(y, row),
  }));
  const room = (of: "name" | "text", most: number): number =>
    Math.min(width * most, Math.max(20, ...drawn.map((one) => textWidth(one[of]) * em)) + 10);
  const left = room("name", 0.36);
  return {
    height: Math.max(1, drawn.length) * 24,
    marginLeft: left,
    marginRight: room("text", 0.3),
    marginTop: 0,
    marginBottom: 0,
    x: {axis: null},
    // Two rows may have one name.
    y: {
      domain: drawn.map(({row}) => row),
      label: null,
      tickSize: 0,
      padding: 0.3,
      tickFormat: (row: number) => cutText(drawn[row]!.name, left / em - 0.5),
    },
    marks: [
      Plot.barX(
        drawn.filter(({value}) => value !== null),
        {
          x: "value",
          y: "row",
          fill: ink,
          insetTop: 1,
          insetBottom: 1,
          title: ({name, text}: (typeof drawn)[number]) => `${name}: ${text}`,
        },
      ),
      Plot.text(drawn, {
        x: ({value}: (typeof drawn)[number]) => Math.max(0, value ?? 0),
        y: "row",
        text: "text",
        dx: 6,
        textAnchor: "start",
        fill: "var(--text)",
      }),
      Plot.ruleX([0], {stroke: "var(--quiet)"}),
    ],
  };
}

/** Numbers on an axis, short. */
function formatOf(values: readonly number[], locale: Locale): (value: number) => string {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const format = new Intl.NumberFormat(locale === "zh" ? "zh-CN" : "en", {
    notation: largest >= 10_000 ? "compact" : "standard",
    maximumFractionDigits: 2,
  });
  return (value) => format.format(value).replace("-", "\u2212");
}

function pointsOf(
  {rows, columns}: QueryResult,
  choice: ChartChoice,
  {width, locale}: Options,
): Plot.PlotOptions {
  const [x, y] = [columns[choice.x]!, columns[choice.y]!];
  // Words stand side by side in the order of the rows.
  const across = (row: number): number | Date | null => {
    const value = x.kind === "text" ? row : x.number(row);
    return value !== null && x.kind === "day" ? new Date(value) : value;
  };
  const drawn: Drawn[] = [];
  for (let row = 0; row < rows && drawn.length < mostDrawn[choice.mark]; row++) {
    const [at, value] = [across(row), y.number(row)];
    if (at !== null && value !== null)
      drawn.push({place: row, x: at, y: value, title: `${shown(x, row)}: ${shown(y, row)}`});
  }
  const dots = Plot.dot(drawn, {x: "x", y: "y", r: 3.5, stroke: ink, strokeWidth: 1.5, title: "title"});
  return {
    height: isNarrow({width}) ? 260 : 360,
    marginBottom: 44,
    marginTop: 28,
    inset: 8,
    x: {
      type: x.kind === "day" ? "utc" : "linear",
      label: x.name,
      axis: x.kind === "text" ? null : "bottom",
      ticks: isNarrow({width}) ? 3 : 6,
      ...(x.kind === "number"
        ? {
            tickFormat: formatOf(
              drawn.map((one) => Number(one.x)),
              locale,
            ),
          }
        : {}),
      ...(x.kind === "day" ? {tickFormat: (day: Date) => day.toISOString().slice(0, 10)} : {}),
    },
    y: {
      label: y.name,
      ticks: 5,
      tickSize: 0,
      tickFormat: formatOf(
        drawn.map((one) => one.y),
        locale,
      ),
    },
    marks: [
      Plot.gridY({stroke: quiet, strokeOpacity: 1, ticks: 5}),
      ...(choice.mark === "line"
        ? [Plot.line(drawn, {x: "x", y: "y", sort: "x", stroke: ink, strokeWidth: 1.5})]
        : []),
      dots,
    ],
  };
}

function histogram(column: ResultColumn, rows: number, {width, locale}: Options): Plot.PlotOptions {
  const values = Array.from({length: rows}, (_, row) => column.number(row)).filter((value) => value !== null);
  const write = formatOf(values, locale);
  const counted = (count: number): string => formatOf([count], locale)(count);
  const title = (inside: readonly number[], {x1, x2}: {x1: number; x2: number}): string =>
    `${write(x1)} – ${write(x2)}: ${counted(inside.length)}`;
  const inputs = {
    x: (value: number) => value,
    title: (value: number) => value,
    thresholds: isNarrow({width}) ? 12 : 24,
  };
  // Plot gives a reducer the bin's extent too, for which its declaration has no title.
  const binned = Plot.binX(
    {y: "count", title} as Plot.BinOutputs,
    inputs as Plot.BinXInputs<Plot.RectYOptions>,
  );
  return {
    height: isNarrow({width}) ? 260 : 320,
    marginBottom: 44,
    marginTop: 28,
    x: {label: column.name, ticks: isNarrow({width}) ? 3 : 8, tickFormat: write},
    y: {label: null, tickSize: 0, ticks: 5, tickFormat: counted},
    marks: [
      Plot.gridY({stroke: quiet, strokeOpacity: 1, ticks: 5}),
      Plot.rectY(values, {...binned, fill: ink}),
      Plot.ruleY([0], {stroke: "var(--quiet)"}),
    ],
  };
}
