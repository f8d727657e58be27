import {type CellMark, cellMarkText, parseCellMark} from "./cell-mark.js";

/** The kinds of classes that a chart's mark may stand for. */
export const classKinds = ["rfm", "grid", "wallet", "abc", "metal", "segment", "pareto"] as const;
export type ClassKind = (typeof classKinds)[number];

/**
 * A class of customers that a chart's mark stands for: a cell of the primary RFM scheme (545), a square of the 25-grid
 * (personal level times 10 plus company level, 0 for those not assessed), a wallet stage, a class of the primary preset and
 * measure, a level of the migration pyramid, a named segment, or the largest customers by revenue (1-35: the top 35%).
 */
export interface ClassMark {
  kind: ClassKind;
  code: string;
}

/** What a chart's mark stands for: a class of customers, or cells of the table that its figure reads. */
export type Mark = ClassMark | CellMark;

const codes: Readonly<Record<ClassKind, RegExp>> = {
  rfm: /^[1-5]{3}$/,
  grid: /^(0|[1-5]{2})$/,
  wallet: /^[a-z]+$/,
  abc: /^[A-D]$/,
  metal: /^[a-z]+$/,
  segment: /./,
  pareto: /^1-([1-9]\d?|100)$/,
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

/** How many hundredths of the customers a mark of the Pareto curve takes in, counted from the largest. */
export function hundredths({code}: ClassMark): number {
  return Number(code.slice(2));
}

/**
 * The file that holds a class's largest customers, without its ending. Every point of the Pareto curve has the same: the
 * largest of all. What a file's name may not hold stands as its number.
 */
export function memberFile({kind, code}: ClassMark): string {
  if (kind === "pareto") return "pareto-all";
  return `${kind}-${code.replace(/[^\w-]/gu, (letter) => `~${letter.codePointAt(0)!.toString(16)}~`)}`;
}
