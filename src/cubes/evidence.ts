import type {ExportName} from "../cubes.js";

// What was read and with which settings; money, days and nulls as in cubes.ts.

/** One line per export, also for those that are missing. */
export interface InputRow {
  export: ExportName;
  present: boolean;
  files: number;
  rows_read: number;
  rows_used: number;
  rows_rejected: number;
  /** Only for transactions; of rejected rows, the money that could be read. */
  money_read: number | null;
  money_used: number | null;
  money_rejected: number | null;
  first_day: string | null;
  last_day: string | null;
  /** SHA-256 over the files, its first 16 hex digits; null where the export is missing. */
  hash: string | null;
}

/** Why rows were not used. The sum over reasons is the export's rejected rows. */
export interface QualityRow {
  export: ExportName;
  /** A code: `no_customer`, `bad_date`, `bad_number`, `filtered`, `malformed`, `unknown_level`, … */
  reason: string;
  /** The column at fault, where one is. */
  column: string | null;
  rows: number;
  money: number | null;
  /** Rows of these whose money could not be read. */
  money_unread: number;
  /** The first such row, with file, line and value; null for audiences that may not see values. */
  example: string | null;
}

/** What looks wrong in the exports as a whole, though each row was read well; see loaders/models/notices.sql. */
export interface NoticeRow {
  export: ExportName;
  code: (typeof noticeCodes)[number];
  /** Lines, rows or accounts that it is about; null where they, or those beside them, are too few to be told. */
  rows: number | null;
  of_rows: number | null;
  /** How many ids the rows are of. */
  ids: number | null;
  /** The outermost day, or the as-of date; and the last (first) day of the rest of the data. */
  day: string | null;
  rest_day: string | null;
  /** Whether it may make the report mean nothing. */
  is_warning: boolean;
  /** `file:line`, or some of the ids; null for audiences that may not see values. */
  example: string | null;
}

export const noticeCodes = [
  "last_day_apart",
  "first_day_apart",
  "as_of_late",
  "unmatched",
  "not_listed",
  "unknown_parent",
  "own_parent",
  "parent_loop",
] as const;

/** What the ledger holds over all days. */
export interface LedgerCube {
  customers: number;
  refund_only_customers: number | null;
  below_zero_customers: number | null;
  at_zero_customers: number | null;
  prospects: number | null;
  revenue: number;
  profit: number | null;
  orders: number;
  customer_days: number;
  first_day: string;
  last_day: string;
  /** Rows after the as-of date: read and kept, but outside this report's figures. */
  lines_after_as_of: number;
  /** Lines used that carry no cost: where profit comes from cost and no margin is set, it leaves them out. */
  uncosted_lines: number;
}

/** Settings in force, also those left at their default. */
export interface SettingRow {
  key: string;
  value: string;
  changed: boolean;
}

/** The cubes of the data page, by name. */
export interface EvidenceCubes {
  inputs: InputRow[];
  quality: QualityRow[];
  notices: NoticeRow[];
  ledger: LedgerCube;
  settings: SettingRow[];
}
