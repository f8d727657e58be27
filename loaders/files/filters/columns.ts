import {tableNames, tableSpec} from "../../../src/components/filter/tables.js";
import type {Audience} from "../../../src/cubes.js";
import type {ColumnKind, Columns} from "../../audiences/columns.js";
import {audiences} from "../../audiences.js";

/** Columns that the cubes, or some of them, don't have. */
const own: Columns = {
  key: "count",
  as_of: "day",
  bin: "number",
  amount: "money",
  met: "flag",
  gone: "flag",
  both_customers: "count",
  until: "day",
  in_top: "flag",
  following: "money",
  senior: "flag",
  gap_part: ["named", "others", "unknown"],
  p_alive_sum: "number",
  expected_sum: "number",
  time_band: "count",
  seconds: "count",
  customers: "count",
  resolved: "count",
  again: "flag",
  beneath: "flag",
  visits_met: "count",
  idle_customers: "count",
  contact_cost: "number",
  cost_to_serve: "money",
  public: "flag",
};

/** What the filters' files may hold: the columns of the cubes that they are of, each of the kinds that it has there. */
export function filterColumns(audience: Audience): Columns {
  const kinds = new Map<string, ColumnKind>(Object.entries(own));
  for (const name of tableNames) {
    const {cube, cells, measures} = tableSpec(name);
    const listed = (audiences[audience] as Partial<Record<string, Columns>>)[cube];
    for (const column of [...cells, ...measures]) {
      if (column in own) continue;
      const kind = listed?.[column];
      if (kind === undefined)
        throw new Error(`filters: ${column} of ${name} is not on the list of the cube ${cube}`);
      kinds.set(column, both(kinds.get(column), kind, column));
    }
  }
  return Object.fromEntries([...kinds].map(([column, kind]) => [`${column}[]`, kind]));
}

/** A column of two cubes may hold what either may. */
function both(one: ColumnKind | undefined, other: ColumnKind, column: string): ColumnKind {
  if (one === undefined || one === other) return other;
  if (typeof one !== "string" && typeof other !== "string") return [...new Set([...one, ...other])];
  throw new Error(`filters: ${column} is ${String(one)} in one cube and ${String(other)} in another`);
}
