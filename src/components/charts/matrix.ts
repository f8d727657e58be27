import {bands} from "./bands.js";
import {fontSize, hatch, isNarrow, type ShapeOptions} from "./chart-options.js";
import {framed} from "./framed.js";
import {matrixHeads, shortHeads} from "./matrix-heads.js";
import {type Shape, shape, textShape, titleShape} from "./shape.js";
import {textWidth} from "./text-width.js";

/** A line or a column of a matrix: its key and its name. */
export interface MatrixSide {
  key: string;
  name: string;
  /** What stands at the head of a column where there is little room; a key above gives the name. */
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
  /** What it stands for, where a reader may see the customers behind it. */
  mark?: string;
}

/** What the lines and the columns are, in words. */
interface MatrixAxes {
  rows: string;
  columns: string;
}

/** How dark a square is that holds so much: the least is still seen, and the most still read. */
function shade(strength: number): number {
  return 0.13 + 0.42 * Math.min(1, Math.max(0, strength));
}

/** Text of one or more lines whose last stands on `y`. */
function textAbove(lines: readonly string[], x: number, y: number): Shape {
  return textShape(lines, {x, y, dy: `${1 - lines.length}em`, leading: 1});
}

/**
 * Lines against columns; each square's colour tells its kind, and its strength how much it holds. On a phone, names
 * of lines too long to stand beside the squares stand above them, and heads too wide are numbered, with a key on top.
 * Squares that hold nothing are drawn too, so that each stands at the same place whatever the others hold.
 */
export function matrix(
  rows: readonly MatrixSide[],
  columns: readonly MatrixSide[],
  cells: readonly MatrixCell[],
  axes: MatrixAxes,
  options: ShapeOptions,
): Shape {
  const narrow = isNarrow(options);
  const {width} = options;
  const font = narrow ? 11.5 : 13;
  const longest = Math.max(0, ...rows.map((r) => textWidth(r.name)));
  const beside = Math.round(longest * font) + 14;
  const above = narrow && beside > width * 0.42;
  const left = above ? 4 : Math.min(Math.round(width * 0.42), beside);
  const across = (width - left - 4) / Math.max(1, columns.length);
  const names = columns.map((c) => c.name);
  const shorts = columns.flatMap((c) => c.short ?? []);
  const heads =
    narrow && shorts.length === columns.length
      ? shortHeads(shorts, names, (width - 8) / font)
      : // Numbers stand for heads that would run into each other where there is little room.
        matrixHeads(
          names,
          (across - 6) / fontSize(options),
          (width - 8) / font,
          width <= 700,
          shorts.length === columns.length ? shorts : undefined,
        );
  const most = Math.max(1, ...heads.lines.map((lines) => lines.length));
  const headed = axes.columns ? 26 : 8;
  const top = headed + most * 16 + (heads.key.length > 0 ? heads.key.length * 16 + 4 : 0);
  const high = Math.max(narrow ? 26 : 32, Math.min(46, across * 0.6));
  const label = above ? 19 : 0;
  const height = Math.round(rows.length * (high + label) + top + 4);
  const x = bands(columns.length, left, width - 4);
  const y = bands(rows.length, top, height - 4);
  const at = new Map(cells.map((c) => [JSON.stringify([c.row, c.column]), c]));
  // Wider gaps between parts of a text are two spaces.
  const spaced = {style: "white-space: pre"};
  const start = {"text-anchor": "start", ...spaced};

  const square = (row: MatrixSide, r: number, column: MatrixSide, c: number): Shape => {
    const cell = at.get(JSON.stringify([row.key, column.key]));
    const box = {
      x: x.start(c) + 1,
      y: y.start(r) + label + 1,
      width: Math.max(0, x.size - 2),
      height: y.size - label - 2,
    };
    const look =
      !cell || cell.colour === null
        ? {fill: cell ? hatch(options) : "none"}
        : {fill: `var(--${cell.colour})`, "fill-opacity": shade(cell.strength)};
    return shape(
      "g",
      {},
      shape("rect", {...box, fill: "var(--heat-0)"}),
      shape("rect", {...box, ...look, "data-mark": cell?.mark}, ...(cell ? [titleShape(cell.title)] : [])),
      textShape(cell && cell.colour !== null ? cell.text : "", {
        x: x.middle(c),
        y: y.middle(r) + label / 2,
        fill: "var(--text)",
        "font-size": narrow && columns.length > 6 ? 11 : font,
        "pointer-events": "none",
      }),
    );
  };
  const lines = rows.map((row, r) =>
    shape(
      "g",
      spaced,
      above
        ? textShape(row.name, {x: left + 2, y: y.middle(r) - high / 2, "text-anchor": "start"})
        : textShape(row.name, {x: left - 9, y: y.middle(r), "text-anchor": "end"}),
      ...columns.map((column, c) => square(row, r, column, c)),
    ),
  );
  const words = [
    ...heads.key.map((line, i) => textShape(line, {x: 4, y: headed + i * 16, dy: "0.71em", ...start})),
    ...(axes.columns
      ? [textShape(`${axes.columns} →`, {x: left, y: 8, dy: "0.71em", "font-weight": 600, ...start})]
      : []),
    ...(axes.rows && !above
      ? [
          textShape(axes.rows, {
            x: left - 6,
            y: top - 14,
            dy: "0.71em",
            "text-anchor": "end",
            "font-weight": 600,
          }),
        ]
      : []),
  ];
  return framed(options, height, [
    ...lines,
    shape("g", {}, ...heads.lines.map((head, c) => textAbove(head, x.middle(c), top - 6))),
    shape("g", {}, ...words),
  ]);
}
