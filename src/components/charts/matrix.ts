import * as Plot from "@observablehq/plot";
import {type ChartOptions, draw, hatch, isNarrow} from "./frame.js";
import {textWidth} from "./text-width.js";

/** A line or a column of a matrix: its key, its name, and a short one where there is little room. */
export interface MatrixSide {
  key: string;
  name: string;
  short?: string;
}

/** One square: what stands in it, its colour and how strong that is (0 to 1), and its words. */
export interface MatrixCell {
  row: string;
  column: string;
  text: string;
  title: string;
  /** A colour variable's name, such as `up`; null for a square that is hatched because it is suppressed. */
  colour: string | null;
  strength: number;
}

/** What the lines and the columns are, in words. */
export interface MatrixAxes {
  rows: string;
  columns: string;
}

/** Lines against columns; each square's colour tells its kind, and its strength how much it holds. */
export function matrix(
  rows: readonly MatrixSide[],
  columns: readonly MatrixSide[],
  cells: readonly MatrixCell[],
  axes: MatrixAxes,
  options: ChartOptions,
): SVGSVGElement {
  const narrow = isNarrow(options);
  const {width, locale} = options;
  const font = narrow ? 11.5 : 13;
  const longest = Math.max(0, ...rows.map((r) => textWidth(r.name)));
  const left = Math.min(Math.round(width * 0.42), Math.round(longest * font) + 14);
  const across = (width - left - 4) / Math.max(1, columns.length);
  const name = (c: MatrixSide): string => c.short ?? c.name;
  const fits = columns.every((c) => textWidth(c.name) * font < across * 2.6);
  const tops = columns.map((c) => ({...c, head: fits ? c.name : name(c)}));
  const line = Math.max(2, across / font / (locale === "zh" ? 1 : 0.95));
  const high = Math.max(narrow ? 26 : 32, Math.min(46, across * 0.6));
  const shade = (c: MatrixCell): number => 0.08 + 0.42 * Math.min(1, Math.max(0, c.strength));
  const known = cells.filter((c) => c.colour !== null);
  return draw(options, {
    height: Math.round(rows.length * high + 64),
    marginLeft: left,
    marginRight: 4,
    marginTop: 60,
    marginBottom: 4,
    x: {domain: columns.map((c) => c.key), axis: null, padding: 0},
    y: {
      domain: rows.map((r) => r.key),
      label: null,
      tickSize: 0,
      tickFormat: (key: string) => rows.find((r) => r.key === key)?.name ?? key,
      padding: 0,
    },
    color: {type: "identity"},
    marks: [
      Plot.cell(
        rows.flatMap((r) => columns.map((c) => ({row: r.key, column: c.key}))),
        {x: "column", y: "row", fill: "var(--heat-0)", inset: 1},
      ),
      Plot.cell(known, {
        x: "column",
        y: "row",
        inset: 1,
        fill: (c: MatrixCell) => `var(--${c.colour})`,
        fillOpacity: shade,
        title: "title",
      }),
      Plot.cell(
        cells.filter((c) => c.colour === null),
        {x: "column", y: "row", inset: 1, fill: hatch(options), title: "title"},
      ),
      Plot.text(known, {
        x: "column",
        y: "row",
        text: "text",
        fill: "var(--text)",
        fontSize: narrow && columns.length > 6 ? 10.5 : font,
        pointerEvents: "none",
      }),
      Plot.text(tops, {
        x: "key",
        frameAnchor: "top",
        text: "head",
        lineWidth: line,
        lineAnchor: "bottom",
        dy: -6,
      }),
      Plot.text([axes.columns], {
        frameAnchor: "top-right",
        text: (t: string) => t,
        dy: -46,
        fill: "var(--quiet)",
        fontWeight: 600,
      }),
      Plot.text([axes.rows], {
        frameAnchor: "top-left",
        text: (t: string) => t,
        textAnchor: "end",
        dx: -6,
        dy: -14,
        fill: "var(--quiet)",
        fontWeight: 600,
      }),
    ],
  });
}
