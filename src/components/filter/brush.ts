/** The charts whose parts a reader may choose, so that the other charts show the customers in them. */
export const brushKinds = ["rfm", "grid", "pareto"] as const;
export type BrushKind = (typeof brushKinds)[number];

/**
 * The chosen parts of a chart, ascending: cells of the primary RFM scheme (545), squares of the 25-grid (personal level
 * times 10 plus company level, 0 for those not assessed), or hundredths of the customers on the Pareto curve, 1 = the
 * largest by revenue.
 */
export interface Brush {
  on: BrushKind;
  cells: readonly number[];
}

const five = [1, 2, 3, 4, 5];
const squares = five.flatMap((one) => five.map((other) => 10 * one + other));

/** Every part of a chart that may be chosen. */
export const brushCells: Readonly<Record<BrushKind, readonly number[]>> = {
  rfm: five.flatMap((r) => squares.map((fm) => 100 * r + fm)),
  grid: [0, ...squares],
  pareto: Array.from({length: 100}, (_, i) => i + 1),
};

/** A brush of the parts that exist, each once; null where there are none. */
export function brushOf(on: BrushKind, cells: Iterable<number>): Brush | null {
  const wanted = new Set(cells);
  const known = brushCells[on].filter((cell) => wanted.has(cell));
  return known.length > 0 ? {on, cells: known} : null;
}

/** As the address writes it: `rfm:545.555`, `grid:55`, `pareto:1-20`. */
export function brushText({on, cells}: Brush): string {
  const runs: [number, number][] = [];
  for (const cell of cells) {
    const last = runs.at(-1);
    if (last && last[1] === cell - 1) last[1] = cell;
    else runs.push([cell, cell]);
  }
  return `${on}:${runs.map(([from, to]) => (from === to ? from : `${from}-${to}`)).join(".")}`;
}

/** The brush that an address names; null where it names none. */
export function parseBrush(text: string | null): Brush | null {
  const [, on, list] = /^(rfm|grid|pareto):([\d.-]+)$/.exec(text ?? "") ?? [];
  if (!on || !list) return null;
  const cells = list.split(".").flatMap((run) => {
    const [from, to = from] = run.split("-").map(Number);
    if (!(from! <= to! && to! < 1000)) return [];
    return Array.from({length: to! - from! + 1}, (_, i) => from! + i);
  });
  return brushOf(on as BrushKind, cells);
}
