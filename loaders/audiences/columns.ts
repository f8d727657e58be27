import {type AbcClass, type Audience, abcClasses} from "../../src/cubes.js";

/** What a column may hold; a list is the only values that it may take. */
export type ColumnKind =
  | "count"
  | "money"
  | "share"
  | "number"
  | "day"
  | "flag"
  | "id"
  | "name"
  | "text"
  | readonly string[];

/** Columns by name; nested ones as `title.en`, members of a list as `dates[]`. */
export type Columns = Record<string, ColumnKind>;

export const presets = ["by-customers", "by-value"];
export const measures = ["revenue", "profit"];
export const schemes = ["together", "ntile", "nested", "fixed", "airline", "custom"];
export const axes = ["r", "f", "m"];
export const audienceNames: readonly Audience[] = ["executives", "account-team", "analysts"];
export const classes: readonly AbcClass[] = abcClasses;
export {exportNames} from "../../src/cubes.js";
export const reasons = [
  "no_customer",
  "filtered",
  "malformed",
  "bad_date",
  "bad_number",
  "bad_flag",
  "blank",
  "unknown_level",
  "unknown_code",
  "bad_period",
  "before_start",
  "share_above_100",
  "below_zero",
  "twice",
];

export const pyramids = ["metal", "hsbc", "chase", "value_type"];
export const pyramidLevels = [
  ...["diamond", "gold", "brass", "lead"],
  ...["A", "B", "C", "D", "E", "F", "G"],
  ...["blue", "green", "red", "transfer", "exit", "other"],
  ...["mvc", "mgc", "below_zero", "migrator"],
  // Those who only gave back stand beside the levels.
  "none",
];

export const rankingMethods = ["abc", "rfm", "clv", "last_spend", "recency"];
export const lifetimeModels = ["bg-nbd", "pareto-nbd", "nbd", "gamma-gamma"];
export const guards = [
  "few_customers",
  "no_repeat_buyers",
  "not_converged",
  "boundary",
  "correlated_money",
  "q_at_most_1",
  "one_time_alive",
  "no_dropout",
];

export const cell: Columns = {customers: "count", revenue: "money", suppressed: "flag"};
export const rfmCell: Columns = {scheme: schemes, r: "count", f: "count", m: "count"};
