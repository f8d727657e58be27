import {coverageCubes as definitions} from "../../loaders/cubes/coverage/cubes.js";
import {type Suppression, suppress} from "../../loaders/cubes/suppress.js";
import type {CoverageCubes} from "../../src/cubes/coverage.js";
import type {AbcClass} from "../../src/cubes.js";
import {type Customer, noise} from "./fixture-customers.js";

export const number = (c: Customer): number => Number(c.id.slice(1));

/** A customer as coverage sees it, all of it made of its number. */
export interface Seen extends Customer {
  class: AbcClass;
  contacts: number;
  cost: number;
}

/** The customers with a class, contacts and a cost. */
export function seen(customers: readonly Customer[]): Seen[] {
  const ranked = [...customers].sort((a, b) => b.profit - a.profit);
  return ranked.map((c, i) => ({
    ...c,
    class: i < 0.2 * ranked.length ? "A" : i < 0.9 * ranked.length ? "B" : "C",
    contacts: Math.floor(50 * noise(number(c), 61)),
    cost: Math.round(2_000_000 * noise(number(c), 62)),
  }));
}

/** A row for each group of customers with the same key, in the order of the keys. */
export function grouped<Row>(
  all: readonly Seen[],
  key: (c: Seen) => string,
  row: (key: string, group: Seen[]) => Row,
): Row[] {
  const groups = new Map<string, Seen[]>();
  for (const c of all) groups.set(key(c), [...(groups.get(key(c)) ?? []), c]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, group]) => row(k, group));
}

/** Hides the small cells of a cube of coverage, as its definition says. */
export const hiding =
  (smallest: number) =>
  <Name extends keyof CoverageCubes>(name: Name, rows: CoverageCubes[Name]): CoverageCubes[Name] => {
    const {suppression} = definitions[name];
    return smallest > 1 && suppression
      ? (suppress(rows as never[], suppression as Suppression<never>, smallest) as never)
      : rows;
  };
