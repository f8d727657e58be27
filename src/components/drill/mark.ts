import {type Brush, brushCells, brushOf, parseBrush} from "../filter/brush.js";
import {type CellMark, cellMarkText, parseCellMark} from "./cell-mark.js";

/** The kinds of classes that a chart's mark may stand for. */
export const classKinds = ["rfm", "grid", "wallet", "abc", "metal", "segment", "pareto", "profit"] as const;
export type ClassKind = (typeof classKinds)[number];

/**
 * A class of customers that a chart's mark stands for: a cell of the primary RFM scheme (545), a square of the 25-grid
 * (personal level times 10 plus company level, 0 for those not assessed), a wallet stage, a class of the primary preset and
 * measure, a level of the migration pyramid, a named segment, or the largest customers by revenue or by profit (1-35: the
 * top 35%, 1-5.31: a point of the curve that is at no whole hundredth).
 */
export interface ClassMark {
  kind: ClassKind;
  code: string;
}

/** What a chart's mark stands for: a class of customers, or cells of the table that its figure reads. */
export type Mark = ClassMark | CellMark;

/** A part of the customers, counted from the largest, in hundredths of them. */
const part = /^1-(100|(?!0(\.0+)?$)(0|[1-9]\d?)(\.\d{1,2})?)$/;

const codes: Readonly<Record<ClassKind, RegExp>> = {
  rfm: /^[1-5]{3}$/,
  grid: /^(0|[1-5]{2})$/,
  wallet: /^[a-z]+$/,
  abc: /^[A-D]$/,
  metal: /^[a-z]+$/,
  segment: /./,
  pareto: part,
  profit: part,
};

/** The mark that an address or a drawing names: `wallet:strategic`, `service-levels:5/0`; null where it names none. */
export function parseMark(text: string | null): Mark | null {
  const [, kind, code] = /^([a-z]+):(.+)$/.exec(text ?? "") ?? [];
  const known = classKinds.find((k) => k === kind);
  return known && codes[known].test(code!) ? {kind: known, code: code!} : parseCellMark(text ?? "");
}

/** As drawings and addresses write it. */
export function markText(mark: Mark): string {
  return mark.kind === "cells" ? cellMarkText(mark) : `${mark.kind}:${mark.code}`;
}

/** How many hundredths of the customers a mark of a Pareto curve takes in, counted from the largest. */
export function hundredths({code}: ClassMark): number {
  return Number(code.slice(2));
}

/** Whether a kind's marks are points of a Pareto curve. */
export function isPart(kind: ClassKind): boolean {
  return kind === "pareto" || kind === "profit";
}

/**
 * The part of a chart that a mark is, as filters know it; null where they know none: who is largest by profit is chosen in
 * no chart, nor a point between two hundredths, unless `whole` groups are chosen anyway.
 */
export function brushOfMark(mark: Mark, whole: boolean): Brush | null {
  if (mark.kind !== "pareto") return parseBrush(markText(mark));
  const last = Math.ceil(hundredths(mark));
  if (!whole && last !== hundredths(mark)) return null;
  return brushOf(
    "pareto",
    brushCells.pareto.filter((cell) => cell <= last),
  );
}

/**
 * The file that holds a class's largest customers, without its ending. Every point of a Pareto curve has the same: the
 * largest of all. What a file's name may not hold stands as its number.
 */
export function memberFile({kind, code}: ClassMark): string {
  if (isPart(kind)) return `${kind}-all`;
  return `${kind}-${code.replace(/[^\w-]/gu, (letter) => `~${letter.codePointAt(0)!.toString(16)}~`)}`;
}
