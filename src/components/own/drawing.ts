import type * as Plot from "@observablehq/plot";
import type * as aq from "arquero";
import type {OwnKind} from "../../cubes/own.js";
import type {Locale} from "../../cubes.js";

/** What a value of a kind is in a drawing's table: days are dates, and money is in whole units of the currency. */
type DrawnValue<Kind extends OwnKind> = Kind extends "day"
  ? Date
  : Kind extends "text" | "id" | "name"
    ? string
    : number;

type Kinds = Readonly<Record<string, {kind: OwnKind}>>;

/** A row of a drawing's table; null is not known, or too few customers to be shown. */
type DrawnRow<Columns extends Kinds> = {
  [Name in keyof Columns]: DrawnValue<Columns[Name]["kind"]> | null;
};

/** What a drawing of one's own is made from. */
export interface Drawing<Columns extends Kinds = Kinds> {
  /** The page's rows, in the order of the query. */
  table: Iterable<DrawnRow<Columns>> & aq.ColumnTable;
  /** Observable Plot. */
  plot: typeof Plot;
  /** Arquero, for its `op`, `desc` and the like. */
  aq: typeof aq;
  /** What each column is called, as its definition has it. */
  label: {[Name in keyof Columns]: string};
  /** A value of each column as the report writes it: codes in words, money with its currency, `–` for null. */
  write: {[Name in keyof Columns]: (value: DrawnRow<Columns>[Name] | undefined) => string};
  locale: Locale;
  /** Of the drawing, in CSS pixels: each is drawn at 1080, 700 and 343. */
  width: number;
}

/**
 * Draws a page's rows with Observable Plot, when the page is built: what is returned is what `Plot.plot` takes. Marks
 * with a `title` are read out and can be gone through by keyboard; colours are those of the style sheet, such as
 * `var(--link)`. An axis that shows a column has its label and is written in its unit unless the options say otherwise.
 */
export type DrawOwn<Columns extends Kinds = Kinds> = (drawing: Drawing<Columns>) => Plot.PlotOptions;
