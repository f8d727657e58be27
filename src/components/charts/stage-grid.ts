import * as Plot from "@observablehq/plot";
import type {GridRow, GridStage, ReportCube, Score} from "../../cubes.js";
import {count, exactMoney} from "../formats.js";
import {gridStageTerms, sentenceCase, word} from "../terms.js";
import {type ChartOptions, draw, hatch, isNarrow} from "./frame.js";
import {gridSteps, stageFill} from "./stage-colours.js";

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

/** The 25-grid: personal relationship across, company relationship upwards; discs by area, counts written out. */
export function stageGrid(rows: readonly GridRow[], options: ChartOptions): SVGSVGElement {
  const {locale, report, width} = options;
  const narrow = isNarrow(options);
  const grid = squares(rows, report.grid_minimums);
  const most = Math.max(1, ...grid.map((s) => s.row?.customers ?? 0));
  const half = !narrow && width < 640;
  const names = {personal: report.grid_levels.personal[locale], company: report.grid_levels.company[locale]};
  const brief = narrow || (half && locale === "en");
  const left = brief ? 34 : locale === "zh" ? 120 : 150;
  const side = (width - left - 8) / 5;
  const high = narrow ? 56 : half ? 66 : Math.min(92, side * 0.62);
  const largest = Math.min(high, side) * 0.34;
  const text = (s: Square): string => {
    const where = `${sentenceCase(gridStageTerms[s.stage][locale])} (${names.personal[s.personal - 1]} × ${names.company[s.company - 1]})`;
    const colon = locale === "zh" ? "：" : ": ";
    if (!s.row) return `${where}${colon}${count(0, locale)}`;
    if (s.row.customers === null) return `${where}${colon}${word("suppressed", locale)}`;
    const money = s.row.revenue === null ? "" : `, ${exactMoney(s.row.revenue, report, locale)}`;
    return `${where}${colon}${count(s.row.customers, locale)} ${word("customers", locale)}${money}`;
  };
  const first = new Map<GridStage, Square>();
  for (const m of report.grid_minimums) {
    const at = grid
      .filter((s) => s.stage === m.stage)
      .sort((a, b) => a.company - b.company || a.personal - b.personal)[0];
    if (at) first.set(m.stage, at);
  }
  const pre = grid.filter((s) => s.stage === "pre").at(-1);
  if (pre)
    first.set("pre", grid.find((s) => s.stage === "pre" && s.personal === 1 && s.company === 5) ?? pre);
  const ticks = (axis: "personal" | "company") => (level: number) =>
    brief ? String(level) : `${names[axis][level - 1]}`;
  const wrap = Math.max(4, side / 13 - 1);
  return draw(options, {
    height: Math.round(high * 5 + (brief ? 66 : 74)),
    marginLeft: left,
    marginRight: 8,
    marginTop: 24,
    marginBottom: brief ? 42 : 50,
    x: {
      domain: levels,
      label: sentenceCase(word("personal", locale)) + (locale === "zh" ? " →" : " →"),
      labelAnchor: "right",
      labelArrow: "none",
      tickSize: 0,
      axis: null,
      padding: 0,
    },
    y: {domain: [...levels].reverse(), axis: null, padding: 0},
    r: {range: [0, largest], domain: [0, most], type: "sqrt"},
    color: {type: "identity"},
    marks: [
      Plot.axisX({
        anchor: "bottom",
        tickSize: 0,
        tickFormat: ticks("personal"),
        lineWidth: wrap,
        label: `${sentenceCase(word("personal", locale))} →`,
        labelArrow: "none",
        labelOffset: brief ? 38 : 48,
      } as Plot.AxisXOptions),
      Plot.axisY({
        anchor: "left",
        tickSize: 0,
        tickFormat: ticks("company"),
        lineWidth: 11,
        label: `↑ ${sentenceCase(word("company", locale))}`,
        labelArrow: "none",
        labelAnchor: "top",
      } as Plot.AxisYOptions),
      Plot.cell(
        grid.filter((s) => s.stage !== "pre"),
        {
          x: "personal",
          y: "company",
          fill: (s: Square) => stageFill(gridSteps[s.stage], hatch(options)),
          fillOpacity: 0.16,
          inset: 1,
          title: text,
        },
      ),
      Plot.cell(
        grid.filter((s) => s.stage === "pre"),
        {x: "personal", y: "company", fill: hatch(options), fillOpacity: 0.45, inset: 1, title: text},
      ),
      Plot.dot(
        grid.filter((s) => s.row !== null && s.row.customers !== null),
        {
          x: "personal",
          y: "company",
          r: (s: Square) => s.row!.customers!,
          fill: (s: Square) =>
            s.stage === "pre" ? "var(--same)" : stageFill(gridSteps[s.stage], hatch(options)),
          title: text,
        },
      ),
      Plot.text(grid, {
        x: "personal",
        y: "company",
        text: (s: Square) =>
          s.row === null
            ? ""
            : s.row.customers === null
              ? narrow
                ? "…"
                : word("suppressed", locale)
              : String(s.row.customers),
        textAnchor: "start",
        lineAnchor: "top",
        dx: -side / 2 + 6,
        dy: -high / 2 + 5,
        fill: "var(--text)",
        stroke: "var(--ground)",
        strokeOpacity: 0.7,
        fontWeight: 600,
        fontSize: narrow ? 12 : 14,
      }),
      narrow || half
        ? null
        : Plot.text([...first.values()], {
            x: "personal",
            y: "company",
            text: (s: Square) => gridStageTerms[s.stage][locale],
            textAnchor: "end",
            lineAnchor: "bottom",
            dx: side / 2 - 6,
            dy: high / 2 - 5,
            fill: "var(--text)",
            stroke: "var(--ground)",
            strokeOpacity: 0.7,
            fontSize: 13,
          }),
    ],
  });
}
