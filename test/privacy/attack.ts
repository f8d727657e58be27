import * as d3 from "d3";
import {determined} from "../../loaders/cubes/determined.js";
import type {TableName} from "../../src/components/filter/tables.js";
import type {Told, Truth} from "./told.js";

/** Sums that an attacker holds against each other: of these tables, under one dimension and under no filter. */
interface Family {
  tables: readonly TableName[];
  under: string;
  measure: "customers" | "revenue" | "profit";
  as_of: string;
  /** Whether the tables' cells and the dimension's values follow from one another, as parts of one order do. */
  related?: boolean;
}

/**
 * Groups of fewer than `smallest` with money whose sum follows from what is told. Nobody knows that a value of a dimension
 * happens to have nobody in a cell, unless they follow from one another: so each is given somebody who isn't there.
 */
export async function leaksOf(
  truth: Truth,
  told: readonly Told[],
  {tables, under, measure, as_of, related = false}: Family,
  smallest: number,
): Promise<number[][]> {
  const own = told.filter(
    (one) =>
      tables.includes(one.table as TableName) &&
      one.as_of === as_of &&
      one.measure === measure &&
      (one.under === "all" || one.under === under),
  );
  const cellsOf = new Map<number, Map<TableName, string[]>>();
  for (const table of tables)
    for (const part of await truth.partsOf(table)) {
      if (part.as_of !== as_of) continue;
      if (!cellsOf.has(part.person)) cellsOf.set(part.person, new Map());
      const known = cellsOf.get(part.person)!;
      known.set(table, [...(known.get(table) ?? []), part.cell]);
    }
  const kinds = d3
    .groups(cellsOf.values(), (cells) => JSON.stringify([...cells]))
    .map(([, [cells]]) => cells!);
  const keys = truth.keysUnder(under, as_of);
  const invented = related ? [] : kinds.flatMap((cells) => keys.map((key) => ({cells, key})));
  const sets = own.map((one) => [
    ...one.people,
    ...invented.flatMap(({cells, key}, i) =>
      (one.key === 0 || one.key === key) &&
      (cells.get(one.table as TableName) ?? []).some((cell) => one.cells.has(cell))
        ? [-1 - i]
        : [],
    ),
  ]);
  const buying = await truth.withMoney(as_of);
  return determined(sets, smallest, (one) => (one >= 0 ? 1 : 0))
    .map((group) => group.filter((one) => one >= 0))
    .filter((group) => group.some((one) => buying.has(one)));
}
