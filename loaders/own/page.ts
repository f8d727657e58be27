import type {DrawOwn} from "../../src/components/own/drawing.js";
import type {OwnChartKind, OwnKind} from "../../src/cubes/own.js";
import type {Audience, Locale} from "../../src/cubes.js";

/** Words in both languages. */
export type Words = Readonly<Record<Locale, string>>;

/** A column of the query: what it holds, its label, and words for its codes where it holds codes. */
interface ColumnDefinition {
  kind: OwnKind;
  label: Words;
  values?: Readonly<Record<string, Words>>;
}

export type ColumnDefinitions = Readonly<Record<string, ColumnDefinition>>;

/** An own page: the query of the same name beside it, and what its columns are. */
export interface PageDefinition<Columns extends ColumnDefinitions = ColumnDefinitions> {
  /** The question, as it stands in the navigation and above the answer. */
  title: Words;
  /** What the figures count, in a sentence: it stands below the charts' titles. */
  about: Words;
  /**
   * Who may see the page. Ids and names of customers are not for executives; for them each row needs a column
   * `customers` of the kind count, and rows of too few customers are suppressed.
   */
  audiences: readonly Audience[];
  /** The columns of the query, all of them, in the order in which the table shows them. */
  columns: Columns;
  /**
   * The page's drawing: `["bars", group, ...measures]`, `["lines", day, measure]` or `["lines", day, measure, group]`,
   * `["matrix", rows, columns, measure]`. Its columns also give the page its sentence.
   */
  chart: readonly [OwnChartKind, ...(keyof Columns & string)[]];
  /** A drawing of one's own, in Observable Plot, in place of that chart. */
  draw?: DrawOwn<Columns>;
}

/** Declares an own page; its columns' names and kinds become the type of its rows (`RowOf`). */
export function definePage<const Columns extends ColumnDefinitions>(
  page: PageDefinition<Columns>,
): PageDefinition<Columns> {
  return page;
}

type ValueOf<Kind extends OwnKind> = Kind extends "text" | "day" | "id" | "name" ? string : number;

/** A row of an own page as its loader gets it: a value may be null, and is where the row is suppressed. */
export type RowOf<Page extends {columns: ColumnDefinitions}> = {
  [Name in keyof Page["columns"]]: ValueOf<Page["columns"][Name]["kind"]> | null;
} & {suppressed?: boolean};
