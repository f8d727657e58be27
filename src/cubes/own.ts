import type {Locale} from "../cubes.js";

/** Words in both languages. */
type Words = Record<Locale, string>;

/**
 * What a column of an own page holds: the unit that it is written in. Money is an integer count of minor units, a share
 * is 1 for all, a number has no unit; ids and names are those of customers.
 */
export const ownKinds = ["text", "day", "count", "money", "share", "number", "id", "name"] as const;
export type OwnKind = (typeof ownKinds)[number];

/** The drawings that an own page may ask for, with the columns that each takes; see `ownChart`. */
export const ownCharts = ["bars", "lines", "matrix"] as const;
export type OwnChartKind = (typeof ownCharts)[number];

/** A column of an own page or model, as its definition declares it; `values` are the words for its codes. */
export interface OwnColumn {
  name: string;
  kind: OwnKind;
  label: Words;
  values: {value: string; label: Words}[];
}

/** A page that an analyst has added, with all that draws it beside its rows: the cube of the name `slug`. */
export interface OwnPageRow {
  slug: string;
  /** A page has a query of its own; the page of a model counts its classes, see `OwnModelRow`. */
  kind: "page" | "model";
  title: Words;
  about: Words;
  /** The query as it was written; null for executives. */
  sql: string | null;
  columns: OwnColumn[];
  /** The drawing and its columns, such as `["bars", "region", "lost"]`; empty for a model. */
  chart: string[];
}

/** One row of an own page's query: its columns by name, and whether its measures were suppressed. */
export type OwnRow = Readonly<Record<string, string | number | boolean | null>>;

/** What the classes of an own model are crossed with; `all` is everyone. */
export const ownCrossings = [
  "all",
  "abc",
  "wallet_stage",
  "grid_stage",
  "segment",
  "region",
  "industry",
] as const;
export type OwnCrossing = (typeof ownCrossings)[number];

/**
 * Customers and money of an own model's class at an as-of date; for those who may see customers also within each
 * value of the other models' classes, region and industry. `class` is "none" for customers whom the model gives no class.
 */
export interface OwnModelRow {
  as_of: string;
  crossing: OwnCrossing;
  value: string;
  class: string;
  customers: number | null;
  revenue: number | null;
  profit: number | null;
  suppressed: boolean;
}

export interface OwnCubes {
  "own-pages": OwnPageRow[];
}
