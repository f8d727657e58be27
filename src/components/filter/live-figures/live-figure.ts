import type {Exhibit} from "../../exhibits/exhibit.js";
import type {Site} from "../../site.js";
import type {BrushKind} from "../brush.js";
import type {TableName} from "../tables.js";

/** A figure that answers to filters: the tables that it reads, and the exhibit made from the filtered cubes. */
export interface LiveFigure {
  tables: readonly TableName[];
  /** Where a reader may choose parts of it: which chart it is. Its own parts then stand as they are. */
  brush?: BrushKind;
  /** `page` is what the figure's link leads to: "" where it needs none, null where it can't be reached. */
  exhibit: (site: Site, page: string | null) => Exhibit;
}
