import type {Audience, CubeName} from "../../cubes.js";
import type {BrushKind} from "./brush.js";
import {coverageTables} from "./coverage-tables.js";
import {methodsTables} from "./methods-tables.js";
import {relationshipTables} from "./relationship-tables.js";
import {serviceTables} from "./service-tables.js";
import {valueTables} from "./value-tables.js";

/** A table of filter cubes: the rows of one cube for each combination of filters, or for each part of a brushed chart. */
export interface TableSpec {
  /** The cube whose rows it gives under a filter. */
  cube: CubeName;
  /** Whether the cube is one record instead of rows. */
  single?: true;
  /** The `.sql` that makes it, without its ending, where two tables share one; else the table's own name. */
  sql?: string;
  /** Variables that the SQL reads, where it makes several tables. */
  variables?: Readonly<Record<string, string | boolean>>;
  /** The columns that tell its cells apart, beside the date. */
  cells: readonly string[];
  /** The columns that add up over filters; `customers` is among them. */
  measures: readonly string[];
  /** A file for each as-of date, one with all of them, or one for the newest date alone. */
  dates: "each" | "all" | "newest";
  /** Ways to part the cells of a date into tables whose totals are published; see loaders/cubes/suppress.ts. */
  within: readonly (readonly string[])[];
  /** Whether cells that nobody is in stand as zeros, so that a chart keeps its lines. */
  zeros?: true;
  /**
   * Whether its cells cross two ways of parting customers, or one at two dates, or part some of those whom another table
   * parts: from them the classes that other tables hide could be worked out, so executives have none of it.
   */
  crosses?: true;
  /** Whether the cells are bins of money: those of too few customers are put together with others, not hidden. */
  bins?: true;
}

const money = ["customers", "revenue", "profit"] as const;

/** Every table by name. */
const filterTables = {
  totals: {
    cube: "kpis",
    cells: [],
    measures: ["customers", "active_customers", "new_customers", "orders", "revenue", "profit"],
    dates: "each",
    within: [[]],
    zeros: true,
  },
  "totals-over-time": {
    cube: "kpis",
    sql: "totals",
    cells: [],
    measures: ["customers", "active_customers", "new_customers", "orders", "revenue", "profit"],
    dates: "all",
    within: [[]],
    zeros: true,
  },
  rfm: {
    cube: "rfm",
    cells: ["r", "f", "m"],
    measures: ["customers", "orders", "revenue", "profit", "recency_days"],
    dates: "each",
    within: [[], ["r"], ["f"], ["m"]],
  },
  pareto: {
    cube: "pareto-curve",
    cells: ["bin"],
    measures: ["customers", "amount"],
    dates: "each",
    within: [],
    bins: true,
  },
  abc: {
    cube: "abc",
    variables: {filter_primary: false},
    cells: ["preset", "measure", "class"],
    measures: ["customers", "orders", "revenue", "profit"],
    dates: "each",
    within: [["preset", "measure"]],
    zeros: true,
  },
  metal: {
    cube: "pyramid",
    cells: ["pyramid", "level"],
    measures: [...money, "clv"],
    dates: "each",
    within: [[]],
    zeros: true,
  },
  ...relationshipTables,
  ...valueTables,
  ...methodsTables,
  ...serviceTables,
  ...coverageTables,
} as const satisfies Record<string, TableSpec>;

export type TableName = keyof typeof filterTables;
export const tableNames = Object.keys(filterTables) as TableName[];

/** The tables that an audience has. */
export function tablesFor(audience: Audience): TableName[] {
  return tableNames.filter((name) => audience !== "executives" || !tableSpec(name).crosses);
}

/** The file of a table at a date, by filters or by the parts of a brushed chart: its path from the site's root. */
export function tablePath(name: TableName, as_of: string, brush: BrushKind | null): string {
  const date = tableSpec(name).dates === "all" ? "all" : as_of;
  return `files/filters/${brush ? `by-${brush}-` : ""}${date}-${name}.arrow`;
}

/** What a table is, without the names of its own columns. */
export function tableSpec(name: TableName): TableSpec {
  return filterTables[name];
}
