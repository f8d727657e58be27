import type {Html} from "../html.js";
import type {Site} from "../site.js";
import type {ListOf} from "../tables.js";
import type {KeyedRow, ListCube} from "./list-files.js";

/** A list of customers by name as a page shows it, made of the rows of its file. */
export interface NamedList<Row = never> {
  cube: ListCube;
  /** Which of the file's rows are the list's; all where it is left out. */
  own?: (row: Row) => boolean;
  /** How many entries it shows; of each group where it shows groups. */
  most: number;
  /** How many entries another list shows before it: it stands folded, with the others. */
  after?: number;
  /** The most that it shows together with the list that goes on after it. */
  together?: number;
  group?: (row: Row) => string;
  /** Rows as the page orders them, where that is not the file's order. */
  order?: (one: Row, other: Row) => number;
  /** What an entry is, where it is no customer. */
  entries?: {one: string; many: string; zh: string};
  table: (rows: readonly Row[], site: Site, list: ListOf) => Html;
}

/** Lists by id. */
export type NamedLists = Readonly<Record<string, NamedList>>;

/** Lets a list say its rows' type, and stand among others that have another. */
export function namedList<Row extends {customer_id: string}>(list: NamedList<Row & KeyedRow>): NamedList {
  return list as unknown as NamedList;
}
