import * as d3 from "d3";
import type {TableSpec} from "../../../src/components/filter/tables.js";
import {determined} from "../../cubes/determined.js";
import type {FilterRow} from "./hide-small.js";

/** Hidden cells times sums up to which a table is searched: a larger one has so many gaps that few can be worked out. */
const mostSearched = 60_000;

/**
 * Cells that must be hidden too, since what is hidden of fewer than `smallest` could be worked out by adding and taking away
 * sums that are told, over several filter values and parts at once: of each such group's neighbours the smallest that stands.
 * `told` are the rows of `counted` in the same order, with nulls where they are hidden.
 */
export function workedOut(
  {cells, within}: Pick<TableSpec, "cells" | "within">,
  counted: readonly FilterRow[],
  told: readonly FilterRow[],
  smallest: number,
): FilterRow[] {
  const nameOf = (row: FilterRow): string => JSON.stringify(cells.map((cell) => row[cell]));
  const isTold = new Set(
    told
      .filter((row) => row.customers !== null)
      .map((row) => `${String(row.as_of)} ${row.key} ${nameOf(row)}`),
  );
  const stands = (row: FilterRow): boolean => isTold.has(`${String(row.as_of)} ${row.key} ${nameOf(row)}`);
  return [...d3.group(counted, (row) => row.as_of).values()].flatMap((day) => {
    const everyone = day.filter(({key}) => key === 0);
    const hiddenOfAll = new Set(everyone.filter((row) => !stands(row)).map(nameOf));
    const values = d3.group(
      day.filter(({key}) => key > 0),
      ({key}) => Math.floor(key / 100),
    );
    return [...values.values()].flatMap((rows) => {
      const open = rows.filter((row) => !stands(row) && row.customers! > 0);
      // A part of which nothing stands has no total that is told beside it, nor have too few in all.
      const lines = (of: readonly FilterRow[], beside: readonly FilterRow[], byKey: boolean): FilterRow[][] =>
        within.flatMap((parts) => {
          const lineOf = (row: FilterRow): string =>
            JSON.stringify([byKey ? row.key : 0, ...parts.map((part) => row[part] ?? null)]);
          const standing = new Set(beside.filter(stands).map(lineOf));
          const isKnown = (line: string, sum: readonly FilterRow[]): boolean =>
            standing.has(line) || (parts.length === 0 && d3.sum(sum, (row) => row.customers!) >= smallest);
          return [...d3.group(of, lineOf)].flatMap(([line, sum]) => (isKnown(line, sum) ? [sum] : []));
        });
      const sums = [
        ...lines(open, rows, true),
        ...d3
          .group(
            open.filter((row) => !hiddenOfAll.has(nameOf(row))),
            nameOf,
          )
          .values(),
        ...lines(
          open.filter((row) => hiddenOfAll.has(nameOf(row))),
          everyone,
          false,
        ),
      ];
      if (open.length * sums.length > mostSearched) return [];
      const placeOf = new Map(open.map((row, place) => [row, place]));
      const found = determined(
        sums.map((sum) => sum.map((row) => placeOf.get(row)!)),
        smallest,
        (place) => open[place]!.customers!,
      );
      return found.flatMap((group) => {
        const [one] = group.map((place) => open[place]!);
        const standing = rows.filter(stands);
        const near = standing.filter((row) => row.key === one!.key || nameOf(row) === nameOf(one!));
        return d3.least(near.length > 0 ? near : standing, (row) => row.customers!) ?? [];
      });
    });
  });
}
