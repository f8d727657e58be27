import type {ExportKey} from "../settings.js";

/** What a column's values are, hence how its text is read. */
export type ColumnKind = "id" | "text" | "day" | "moment" | "money" | "number" | "percent" | "flag";

export interface Column {
  name: string;
  kind: ColumnKind;
  required?: boolean;
}

/** One export: its columns in the order of domain use; its `.sql` (same name) makes `judged` and the final tables. */
export interface Export {
  key: ExportKey;
  columns: readonly Column[];
  /** Of these columns at least one must be there. */
  either?: readonly string[];
}
