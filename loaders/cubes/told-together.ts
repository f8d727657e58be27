import * as d3 from "d3";
import {determined} from "./determined.js";

/** Customers who are in the same cell of each of several ways to part them, by the parting's place. */
export interface Atom {
  customers: number;
  cells: readonly string[];
}

/** A cell of a parting: the places of the atoms that it holds. */
interface Cell {
  parting: number;
  name: string;
  members: number[];
}

/**
 * The cells that several partings may tell together, by parting: a segment without those of its cells that are told is the
 * rest of its cells, and these may be fewer than `smallest`. `told` are the cells that each parting by itself would tell,
 * beside the sum of all. The first `yielding` partings give up cells; the last of them is told first and of each the largest
 * cells are, so that the first yields most. What the others tell must be safe by itself.
 */
export function toldTogether(
  atoms: readonly Atom[],
  told: readonly ReadonlySet<string>[],
  yielding: number,
  smallest: number,
): Set<string>[] {
  const cells = told.flatMap((names, parting): Cell[] =>
    [...d3.group(atoms.keys(), (one) => atoms[one]!.cells[parting]!)]
      .filter(([name]) => names.has(name))
      .map(([name, members]) => ({parting, name, members})),
  );
  const sizeOf = ({members}: Cell): number => d3.sum(members, (one) => atoms[one]!.customers);
  const kept = cells.filter(({parting}) => parting >= yielding);
  const isSafe = (more: readonly Cell[]): boolean =>
    determined(
      [[...atoms.keys()], ...kept.map(({members}) => members), ...more.map(({members}) => members)],
      smallest,
      (one) => atoms[one]!.customers,
    ).length === 0;
  // As many at once as are safe: where some are not, each half of them by itself.
  const keep = (more: readonly Cell[]): void => {
    if (more.length === 0) return;
    if (isSafe(more)) kept.push(...more);
    else if (more.length > 1) {
      const half = Math.ceil(more.length / 2);
      keep(more.slice(0, half));
      keep(more.slice(half));
    }
  };
  for (const parting of d3.range(yielding).reverse())
    keep(
      d3.sort(
        cells.filter((cell) => cell.parting === parting),
        (a, b) => sizeOf(b) - sizeOf(a) || d3.ascending(a.name, b.name),
      ),
    );
  return told.map(
    (_, parting) => new Set(kept.filter((cell) => cell.parting === parting).map(({name}) => name)),
  );
}
