import * as Plot from "@observablehq/plot";
import {type ChartOptions, draw, hatch, isNarrow} from "./frame.js";
import {textWidth, wrapped} from "./text-width.js";

/** A line or a column of a matrix: its key and its name. */
export interface MatrixSide {
  key: string;
  name: string;
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

/** A head of Chinese characters, which have no spaces to break at, in lines of about so many ems. */
function broken(text: string, ems: number): string {
  if (!/\p{Script=Han}/u.test(text) || textWidth(text) <= ems) return text;
  const lines = Math.ceil(textWidth(text) / Math.max(2, ems - 0.3));
  const each = Math.ceil([...text].length / lines);
  return Array.from({length: lines}, (_, i) => [...text].slice(i * each, (i + 1) * each).join("")).join("\n");
}

function headLines(text: string, ems: number): number {
  return text.split("\n").reduce((n, line) => n + Math.ceil(textWidth(line) / ems), 0);
}

/** Whether a part of a head that can't be broken is wider than its column: such heads would run into each other. */
function overrun(columns: readonly MatrixSide[], ems: number): boolean {
  return columns.some((c) =>
    c.name.split(/\s+/).some((w) => !/\p{Script=Han}/u.test(w) && textWidth(w) > ems),
  );
}

/** The numbers of the heads with their names, one after another in lines of about so many ems. */
function keyLines(columns: readonly MatrixSide[], ems: number): string[] {
  const lines: string[] = [];
  for (const [i, c] of columns.entries()) {
    const item = `${i + 1}\u00a0${c.name}`;
    const joined = `${lines.at(-1) ?? ""}   ${item}`;
    if (lines.length > 0 && textWidth(joined) <= ems) lines[lines.length - 1] = joined;
    else lines.push(...wrapped(item, ems));
  }
  return lines;
}

/**
 * Lines against columns; each square's colour tells its kind, and its strength how much it holds. On a phone, names
 * of lines too long to stand beside the squares stand above them, and heads too wide are numbered, with a key on top.
 */
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
  const beside = Math.round(longest * font) + 14;
  const above = narrow && beside > width * 0.42;
  const left = above ? 4 : Math.min(Math.round(width * 0.42), beside);
  const across = (width - left - 4) / Math.max(1, columns.length);
  const numbered = narrow && overrun(columns, across / font);
  const key = numbered ? keyLines(columns, (width - 8) / font) : [];
  const tops = columns.map((c, i) => ({
    ...c,
    head: numbered ? String(i + 1) : broken(c.name, across / font),
  }));
  const most = Math.max(1, ...tops.map((c) => headLines(c.head, across / font)));
  const keyed = key.length * 16 + (key.length > 0 ? 4 : 0);
  const top = (axes.columns ? 26 : 8) + most * 16 + keyed;
  const line = Math.max(2, across / font / (locale === "zh" ? 1 : 0.95));
  const high = Math.max(narrow ? 26 : 32, Math.min(46, across * 0.6));
  const label = above ? 19 : 0;
  const inset = {inset: 1, insetTop: 1 + label};
  const shade = (c: MatrixCell): number => 0.13 + 0.42 * Math.min(1, Math.max(0, c.strength));
  const known = cells.filter((c) => c.colour !== null);
  return draw(options, {
    height: Math.round(rows.length * (high + label) + top + 4),
    marginLeft: left,
    marginRight: 4,
    marginTop: top,
    marginBottom: 4,
    x: {domain: columns.map((c) => c.key), axis: null, padding: 0},
    y: {
      domain: rows.map((r) => r.key),
      ...(above ? {axis: null} : {}),
      label: null,
      tickSize: 0,
      tickFormat: (key: string) => rows.find((r) => r.key === key)?.name ?? key,
      padding: 0,
    },
    color: {type: "identity"},
    marks: [
      Plot.cell(
        rows.flatMap((r) => columns.map((c) => ({row: r.key, column: c.key}))),
        {x: "column", y: "row", fill: "var(--heat-0)", ...inset},
      ),
      Plot.cell(known, {
        x: "column",
        y: "row",
        ...inset,
        fill: (c: MatrixCell) => `var(--${c.colour})`,
        fillOpacity: shade,
        title: "title",
      }),
      Plot.cell(
        cells.filter((c) => c.colour === null),
        {x: "column", y: "row", ...inset, fill: hatch(options), title: "title"},
      ),
      Plot.text(known, {
        x: "column",
        y: "row",
        text: "text",
        dy: label / 2,
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
      Plot.text(above ? rows : [], {
        y: "key",
        frameAnchor: "left",
        text: "name",
        dy: -high / 2,
        dx: 2,
        fill: "var(--quiet)",
      }),
      ...key.map((line, i) =>
        Plot.text([line], {
          frameAnchor: "top-left",
          text: (t: string) => t,
          dy: (axes.columns ? 26 : 8) + i * 16 - top,
          fill: "var(--quiet)",
        }),
      ),
      Plot.text(axes.columns ? [`${axes.columns} →`] : [], {
        frameAnchor: "top-left",
        text: (t: string) => t,
        dy: 8 - top,
        fill: "var(--quiet)",
        fontWeight: 600,
      }),
      Plot.text(axes.rows && !above ? [axes.rows] : [], {
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
