import type {Locale} from "../../cubes.js";
import {type Brush, brushCells} from "./brush.js";

const most = 6;

/** Numbers in their order, those that follow each other as a range: "1–3, 5". */
function ranges(numbers: readonly number[], and: string): string {
  const runs: [number, number][] = [];
  for (const n of numbers) {
    const last = runs.at(-1);
    if (last && last[1] === n - 1) last[1] = n;
    else runs.push([n, n]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(and);
}

/** Whole slices of RFM by their R, and the cells of others. */
function cellNames(cells: readonly number[], and: string): string[] {
  const sliceOf = (cell: number): number => Math.floor(cell / 100);
  const size = brushCells.rfm.length / 5;
  const isWhole = (r: number): boolean => cells.filter((cell) => sliceOf(cell) === r).length === size;
  const slices = [1, 2, 3, 4, 5].filter(isWhole);
  return [
    ...(slices.length > 0 ? [`R${ranges(slices, and)}`] : []),
    ...cells.filter((cell) => !isWhole(sliceOf(cell))).map(String),
  ];
}

/** Squares by the company levels of each personal level, those of alike ones together: "3–5 × 3–5". */
function squareNames(cells: readonly number[], and: string, locale: Locale): string[] {
  const rows = new Map<string, number[]>();
  for (const personal of [1, 2, 3, 4, 5]) {
    const companies = cells.filter((cell) => Math.floor(cell / 10) === personal).map((cell) => cell % 10);
    if (companies.length === 0) continue;
    const text = ranges(companies, and);
    rows.set(text, [...(rows.get(text) ?? []), personal]);
  }
  const unassessed = locale === "zh" ? "未评估" : "not assessed";
  return [
    ...(cells.includes(0) ? [unassessed] : []),
    ...[...rows].map(([companies, personal]) => `${ranges(personal, and)} × ${companies}`),
  ];
}

/** What is chosen in a chart, in words: "RFM 545, 555", "R5", "squares 3–5 × 4", "the largest 1–20% of customers". */
export function brushWords({on, cells}: Brush, locale: Locale): string {
  const zh = locale === "zh";
  if (on === "pareto") {
    const [from, to] = [cells[0]! - 1, cells.at(-1)!];
    if (from === 0) return zh ? `收入最高的${to}%客户` : `the top ${to}% of customers by revenue`;
    return zh ? `收入排名${from}%至${to}%的客户` : `customers ranked ${from}% to ${to}% by revenue`;
  }
  const and = zh ? "、" : ", ";
  const names = on === "rfm" ? cellNames(cells, and) : squareNames(cells, and, locale);
  const listed = names.slice(0, most).join(zh ? "、" : ", ");
  const more = names.length > most ? (zh ? `等${names.length}格` : ` and ${names.length - most} more`) : "";
  return on === "rfm"
    ? `${zh ? "RFM单元" : "RFM cells"} ${listed}${more}`
    : `${zh ? "个人×公司关系" : "personal × company level"} ${listed}${more}`;
}
