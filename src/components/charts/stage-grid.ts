import type {GridRow, GridStage, ReportCube, Score} from "../../cubes.js";
import {accountCount} from "../customer-count.js";
import {count, exactMoney} from "../formats.js";
import {gridStageTerms, sentenceCase, word} from "../terms.js";
import {fontSize, hatch, isNarrow, type ShapeOptions} from "./chart-options.js";
import {framed} from "./framed.js";
import {halo} from "./halo.js";
import {headLines, keyLines} from "./matrix-heads.js";
import {type Shape, shape, textShape, titleShape} from "./shape.js";
import {gridSteps, stageFill} from "./stage-colours.js";
import {textWidth} from "./text-width.js";

/** The stage of a pair of levels: the highest whose two minimums are met. */
export function stageAt(personal: number, company: number, minimums: ReportCube["grid_minimums"]): GridStage {
  return minimums.find((m) => personal >= m.personal && company >= m.company)?.stage ?? "pre";
}

interface Square {
  personal: Score;
  company: Score;
  stage: GridStage;
  row: GridRow | null;
}

const levels: readonly Score[] = [1, 2, 3, 4, 5];

/** The 25 squares at one date, empty ones too. */
export function squares(rows: readonly GridRow[], minimums: ReportCube["grid_minimums"]): Square[] {
  return levels.flatMap((company) =>
    levels.map((personal) => ({
      personal,
      company,
      stage: stageAt(personal, company, minimums),
      row: rows.find((r) => r.personal === personal && r.company === company) ?? null,
    })),
  );
}

function squareTitle(s: Square, {locale, report}: ShapeOptions): string {
  const names = {personal: report.grid_levels.personal[locale], company: report.grid_levels.company[locale]};
  const where = `${sentenceCase(gridStageTerms[s.stage][locale])} (${names.personal[s.personal - 1]} × ${names.company[s.company - 1]})`;
  const colon = locale === "zh" ? "：" : ": ";
  if (!s.row) return `${where}${colon}${count(0, locale)}`;
  if (s.row.customers === null) return `${where}${colon}${word("suppressed", locale)}`;
  const revenue =
    s.row.revenue === null
      ? ""
      : locale === "zh"
        ? `，收入${exactMoney(s.row.revenue, report, locale)}`
        : `, revenue ${exactMoney(s.row.revenue, report, locale)}`;
  return `${where}${colon}${accountCount(s.row.customers, locale)}${revenue}`;
}

/** The square of each stage that bears its name: the lowest that belongs to it, for pre its upper left. */
function namedSquares(grid: readonly Square[], minimums: ReportCube["grid_minimums"]): Set<Square> {
  const lowest = minimums.flatMap(
    ({stage}) =>
      grid
        .filter((s) => s.stage === stage)
        .sort((a, b) => a.company - b.company || a.personal - b.personal)[0] ?? [],
  );
  const pre =
    grid.find((s) => s.stage === "pre" && s.personal === 1 && s.company === 5) ??
    grid.filter((s) => s.stage === "pre").at(-1);
  return new Set(pre ? [...lowest, pre] : lowest);
}

/** The 25-grid: personal relationship across, company relationship upwards; discs by area, counts written out. */
export function stageGrid(rows: readonly GridRow[], options: ShapeOptions): Shape {
  const {locale, report, width} = options;
  const narrow = isNarrow(options);
  const grid = squares(rows, report.grid_minimums);
  const named = namedSquares(grid, report.grid_minimums);
  const most = Math.max(1, ...grid.map((s) => s.row?.customers ?? 0));
  const half = !narrow && width < 640;
  const names = {personal: report.grid_levels.personal[locale], company: report.grid_levels.company[locale]};
  const brief = narrow || (half && locale === "en");
  const left = brief ? 34 : locale === "zh" ? 120 : 150;
  const side = (width - left - 8) / 5;
  const high = narrow ? 56 : half ? 66 : Math.min(92, side * 0.62);
  // The line that the numbers stand on is left free by the discs, which lie below it.
  const written = 19;
  const largest = Math.min((high - written - 4) / 2, side * 0.34);
  const top = 28;
  const parts = grid.map((s) => {
    const [x, y] = [left + (s.personal - 1) * side, top + (5 - s.company) * high];
    const title = squareTitle(s, options);
    const pre = s.stage === "pre";
    const tint = pre ? 0.45 : 0.16;
    const ground = pre ? "var(--hatch-ground)" : stageFill(gridSteps[s.stage], "");
    // Hatching runs under the words: their rim has the colour of the square.
    const rim = {
      ...halo,
      style: `stroke: color-mix(in srgb, ${ground} ${tint * 100}%, var(--ground))`,
    };
    const mark = s.row === null ? null : `grid:${s.personal}${s.company}`;
    const customers = s.row?.customers ?? null;
    const told =
      s.row === null
        ? ""
        : customers === null
          ? narrow
            ? "…"
            : word("suppressed", locale)
          : String(customers);
    const name = gridStageTerms[s.stage][locale];
    const room = (side - 24) / fontSize(options) - textWidth(told) * 1.1;
    return shape(
      "g",
      {},
      shape(
        "rect",
        {
          x: x + 1,
          y: y + 1,
          width: side - 2,
          height: high - 2,
          fill: pre ? hatch(options) : stageFill(gridSteps[s.stage], hatch(options)),
          "fill-opacity": tint,
          "data-mark": mark,
        },
        titleShape(title),
      ),
      ...(customers === null
        ? []
        : [
            shape(
              "circle",
              {
                cx: x + side / 2,
                cy: y + (written + high) / 2,
                r: Math.sqrt(customers / most) * largest,
                fill: pre ? "var(--same)" : stageFill(gridSteps[s.stage], hatch(options)),
                "data-mark": mark,
              },
              titleShape(title),
            ),
          ]),
      textShape(told, {
        x: x + 6,
        y: y + 13,
        "text-anchor": "start",
        fill: "var(--text)",
        "font-weight": 600,
        "font-size": narrow ? 12 : 14,
        ...rim,
      }),
      // A name too long for its square is left to the legend.
      ...(narrow || half || !named.has(s) || textWidth(name) > room
        ? []
        : [
            textShape(name, {
              x: x + side - 6,
              y: y + 13,
              "text-anchor": "end",
              fill: "var(--text)",
              ...rim,
            }),
          ]),
    );
  });
  const bottom = top + 5 * high;
  const levelName = (axis: "personal" | "company", level: number, room: number): string[] =>
    brief ? [String(level)] : headLines(names[axis][level - 1] ?? "", room);
  const heads = levels.map((n) => levelName("personal", n, (side - 6) / fontSize(options)));
  const foot = brief ? 34 : 30 + 16 * Math.max(...heads.map((lines) => lines.length));
  const across = heads.map((lines, i) => textShape(lines, {x: left + (i + 0.5) * side, y: bottom + 14}));
  const upwards = levels.map((n) => {
    const lines = levelName("company", n, 10);
    return textShape(lines, {
      x: left - 8,
      y: top + (5.5 - n) * high - (lines.length - 1) * 8,
      "text-anchor": "end",
    });
  });
  // Levels that stand as numbers are named in a key under the drawing.
  const keys = (["personal", "company"] as const).flatMap((axis) =>
    brief
      ? [
          {text: sentenceCase(word(axis, locale)), bold: true},
          ...keyLines(names[axis].slice(0, 5), (width - 8) / (narrow ? 12 : 13)).map((text) => ({
            text,
            bold: false,
          })),
        ]
      : [],
  );
  const keyed = keys.map(({text, bold}, i) =>
    textShape(text, {
      x: 4,
      y: bottom + foot + 24 + i * 17,
      "text-anchor": "start",
      "font-weight": bold ? 600 : null,
      style: "white-space: pre",
    }),
  );
  return framed(options, Math.round(bottom + foot + (brief ? 20 + keys.length * 17 : 8)), [
    ...parts,
    ...across,
    ...upwards,
    ...keyed,
    textShape(`${sentenceCase(word("personal", locale))} →`, {
      x: width - 8,
      y: bottom + foot,
      "text-anchor": "end",
    }),
    textShape(`↑ ${sentenceCase(word("company", locale))}`, {x: 2, y: 10, "text-anchor": "start"}),
  ]);
}
