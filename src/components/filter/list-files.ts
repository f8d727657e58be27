import type {CubeName} from "../../cubes.js";
import type {BrushKind} from "./brush.js";

/** How the rows of a list of customers by name are told apart. */
interface ListFile {
  /** Lists that are in one cube, by columns or what SQL makes of them: each has its own largest. */
  apart?: readonly string[];
  /** How SQL orders entries, where the list is not in the cube's own order. */
  order?: string;
  /** The column that counts the list's entries, where one takes several rows. */
  entry?: string;
}

/** The cubes that list customers by name, whose lists answer to filters. */
const listFiles = {
  "reliance-accounts": {apart: ["lean"]},
  "stale-assessments": {},
  // The page has the largest of both kinds together.
  "stage-mismatches": {order: 'revenue DESC, "#row"'},
  "wallet-accounts": {},
  "senior-visits": {},
  "class-movers": {apart: ["model", "direction"]},
  "pyramid-members": {apart: ["pyramid", "level"]},
  // By how many scores are high, and those whose every score is low: the three lists, and the rest.
  "rfm-members": {
    apart: ["(r >= 4)::INTEGER + (f >= 4)::INTEGER + (m >= 4)::INTEGER", "greatest(r, f, m) <= 2"],
    order: "revenue DESC, customer_id",
  },
  "alert-list": {entry: "place"},
  "top-alerts": {},
  "opportunity-list": {},
  "service-gaps": {},
  "visit-accounts": {apart: ["list"]},
  "cost-accounts": {},
} as const satisfies Partial<Record<CubeName, ListFile>>;

export type ListCube = keyof typeof listFiles;
export const listCubes = Object.keys(listFiles) as ListCube[];

/** How a list's rows are told apart, without the names of its own columns. */
export function listFile(cube: ListCube): ListFile {
  return listFiles[cube];
}

/**
 * What each row of a list's file says beside the cube's columns: the customer's key of the filter bar and those of the
 * charts whose parts may be chosen (null where the customer stands in none), which of the cube's lists it stands in, the
 * place of its entry there, from 1, and of how many that list is in all.
 */
export interface KeyedRow {
  customer_id: string;
  key: number | null;
  rfm: number | null;
  grid: number | null;
  pareto: number | null;
  listed_in: number;
  listed_at: number;
  listed_of: number;
}

/** How many entries of a list have one key of the filter bar, or of a chart whose parts may be chosen. */
export interface ListCount {
  listed_in: number;
  by: "key" | BrushKind;
  key: number;
  entries: number;
}

/** What a list's file holds: rows, and, of those lists alone whose rows are not all there, the counts. */
export interface ListRows {
  rows: readonly KeyedRow[];
  counts: readonly ListCount[];
}

/**
 * How many entries a file holds of each list: `all` from the first, and beyond those the first `each` under each single
 * value of a filter. Levels of pyramids are many, and lists of them short.
 */
export function heldOf(cube: ListCube): {all: number; each: number} {
  return cube === "pyramid-members" ? {all: 100, each: 5} : {all: 500, each: 50};
}

/** The file of a list: its path from the site's root. */
export function listPath(cube: ListCube): string {
  return `files/lists/${cube}.json`;
}
