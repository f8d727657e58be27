import * as d3 from "d3";
import type {FilterRow} from "./hide-small.js";

/** Where the classes that the bar filters by end on a curve, and which of them are told under each key. */
export interface ClassEnds {
  /** The bins that are the last of a class, by their place on the curve from 0. */
  ends: readonly number[];
  /** Whether the class before or after an end is told under a key. */
  isTold(key: number, end: number): boolean;
}

/** The place of a bin on the curve, from 0. */
function placeOf({bin}: FilterRow): number {
  return 999 - ((bin as number) % 1000);
}

/** Customers under a key, or under several that are told together alone, by their place on the curve. */
interface Unit {
  counts: number[];
  ends: ReadonlySet<number>;
}

/**
 * The bins of one curve under filters that are set singly, largest money first. Bins of one dimension's values are put
 * together with the next at the same places for all, until each holds nobody or `smallest` customers under every value, also
 * on either side of the end of a class that is told: whatever is taken from each other, of values, of everyone, of classes,
 * so many are left. Values with too few for that have no curve; together they are enough that it can't be worked out.
 */
export function foldBins(
  rows: readonly FilterRow[],
  smallest: number,
  classes: ClassEnds | null,
): FilterRow[] {
  const length = 1 + (d3.max(rows, placeOf) ?? 0);
  const byKey = d3.group(rows, ({key}) => key);
  const dimensions = d3.group([...byKey.keys()], (key) => (key === 0 ? -1 : Math.floor(key / 100)));
  return [...dimensions.values()].flatMap((keys) => {
    const curves = new Map(
      keys.map((key) => {
        const counts = new Array<number>(length).fill(0);
        for (const row of byKey.get(key)!) counts[placeOf(row)]! += row.customers!;
        return [key, counts];
      }),
    );
    const {told, cuts} = cutsOf(curves, smallest, classes);
    return told.flatMap((key) => folded(byKey.get(key)!, cuts));
  });
}

/** The keys of a dimension that have a curve, and the places before which all of them are cut; the last is the end. */
function cutsOf(
  curves: ReadonlyMap<number, number[]>,
  smallest: number,
  classes: ClassEnds | null,
): {told: number[]; cuts: number[]} {
  const ends = classes?.ends ?? [];
  const knownOf = (key: number): Set<number> => new Set(ends.filter((end) => classes!.isTold(key, end)));
  // Few customers allow few cuts, and would take them from the others.
  const bySize = d3.sort(curves.keys(), (key) => -d3.sum(curves.get(key)!));
  let told = bySize.filter((key) => d3.sum(curves.get(key)!) >= 4 * smallest);
  if (told.length === 0) told = bySize.filter((key) => d3.sum(curves.get(key)!) >= smallest);
  for (; told.length > 0; told = told.slice(0, -1)) {
    const together = (keys: readonly number[], known: readonly number[]): Unit => ({
      counts: d3.transpose<number>(keys.map((key) => curves.get(key)!)).map((column) => d3.sum(column)),
      ends: new Set(known),
    });
    const rest = bySize.filter((key) => !told.includes(key));
    const unclassed = ends
      .map((end) =>
        together(
          told.filter((key) => !knownOf(key).has(end)),
          [end],
        ),
      )
      .filter(({counts}) => counts.length > 0);
    const units = [
      ...told.map((key): Unit => ({counts: curves.get(key)!, ends: knownOf(key)})),
      ...(rest.length > 0 ? [together(rest, ends)] : []),
      ...unclassed,
    ];
    // A cut where a class ends that isn't told under each value would tell it.
    const closed = new Set(ends.filter((end) => told.some((key) => !knownOf(key).has(end))));
    const cuts = commonCuts(units, smallest, closed);
    if (cuts !== null) return {told, cuts};
  }
  return {told: [], cuts: []};
}

/** The most cuts, from the first on, between which every unit has nobody or enough; null where there is no such. */
function commonCuts(units: readonly Unit[], smallest: number, closed: ReadonlySet<number>): number[] | null {
  const length = units[0]!.counts.length;
  const isEnough = ({counts, ends}: Unit, from: number, to: number): boolean => {
    let sum = 0;
    for (let i = from; i < to; i++) {
      sum += counts[i]!;
      if (i < to - 1 && !ends.has(i)) continue;
      if (sum > 0 && sum < smallest) return false;
      sum = 0;
    }
    return true;
  };
  const areEnough = (from: number, to: number): boolean => units.every((unit) => isEnough(unit, from, to));
  const cuts = [0];
  for (let i = 1; i <= length; i++) if (!closed.has(i - 1) && areEnough(cuts.at(-1)!, i)) cuts.push(i);
  // What is left at the end goes with what is before it.
  while (cuts.length > 0 && !areEnough(cuts.at(-1)!, length)) cuts.pop();
  if (cuts.length === 0) return null;
  return cuts.at(-1) === length ? cuts.slice(1) : [...cuts.slice(1), length];
}

/** The rows of a key put together between the cuts; losses have bins below 500. */
function folded(rows: readonly FilterRow[], cuts: readonly number[]): FilterRow[] {
  const cells = d3.group(rows, (row) => cuts.findIndex((cut) => placeOf(row) < cut));
  return d3
    .sort(cells, ([place]) => place)
    .map(([place, own]) => {
      const amount = d3.sum(own, (row) => row.amount as number);
      const profit = (own[0]!.bin as number) >= 1000 ? 1000 : 0;
      return {
        ...own[0]!,
        bin: profit + (amount > 0 ? 999 : 499) - place,
        customers: d3.sum(own, (row) => row.customers!),
        amount,
      };
    });
}
