import type {Change} from "../change.js";
import type {SparkPoint} from "../charts/spark-line.js";
import type {TableName} from "../filter/tables.js";
import type {Site} from "../site.js";

/** One headline figure: its value, its changes with what they are measured against, and its past two years. */
export interface KeyFigure {
  id: string;
  name: string;
  value: string;
  changes: {since: string; missing: string; change: Change | null}[];
  series: SparkPoint[];
  format: (value: number) => string;
}

/** How a headline figure is made of cubes: those of the report, and under a filter those of the chosen customers. */
export interface FigureSpec {
  id: string;
  /** The tables that hold its cubes under a filter; none where it tells a test of all customers. */
  tables: readonly TableName[];
  /** Smaller tables that its value alone can be made from, where the others hold its past. */
  now?: readonly TableName[];
  /** What it is called where a filter chooses customers, if that makes another thing of it. */
  chosen?: {en: string; zh: string};
  /** Null where the exports, or the customers, can't give it. */
  figure: (site: Site) => KeyFigure | null;
}

/** The figures of a page that it can show. */
export function figuresOf(specs: readonly FigureSpec[]): (site: Site) => KeyFigure[] {
  return (site) => specs.map(({figure}) => figure(site)).filter((f) => f !== null);
}
