import {
  type AbcClass,
  type Audience,
  abcClasses,
  type CubeName,
  gridStages,
  walletStages,
} from "../src/cubes.js";

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

const presets = ["by-customers", "by-value"];
const measures = ["revenue", "profit"];
const schemes = ["together", "ntile", "nested", "fixed", "airline", "custom"];
const axes = ["r", "f", "m"];
const audienceNames: readonly Audience[] = ["executives", "account-team", "analysts"];
const classes: readonly AbcClass[] = abcClasses;
const exportNames = ["transactions", "customers", "relationships", "wallets"];
const reasons = [
  "no_customer",
  "filtered",
  "malformed",
  "bad_date",
  "bad_number",
  "bad_flag",
  "blank",
  "unknown_level",
  "share_above_100",
  "below_zero",
  "twice",
];

const report: Columns = {
  "title.en": "text",
  "title.zh": "text",
  audience: audienceNames,
  smallest_cell: "count",
  currency: "text",
  minor_digits: "count",
  as_of: "day",
  "dates[]": "day",
  window: ["all"],
  "window.days": "count",
  window_from: "day",
  has_profit: "flag",
  ...Object.fromEntries(exportNames.map((name) => [`exports.${name}`, "flag"])),
  primary_scheme: schemes,
  rfm_value: ["revenue", "profit", "quantity"],
  primary_abc_preset: presets,
  primary_abc_measure: measures,
  "grid_levels.personal.en[]": "text",
  "grid_levels.personal.zh[]": "text",
  "grid_levels.company.en[]": "text",
  "grid_levels.company.zh[]": "text",
  "grid_minimums[].stage": gridStages,
  "grid_minimums[].personal": "count",
  "grid_minimums[].company": "count",
  "wallet_thresholds.stable": "share",
  "wallet_thresholds.strategic": "share",
  stale_after_days: "count",
  input_hash: "text",
  sample: "flag",
};

const cell: Columns = {customers: "count", revenue: "money", suppressed: "flag"};
const rfmCell: Columns = {scheme: schemes, r: "count", f: "count", m: "count"};

/** The search over the pages' own prose: no data in it. */
const search: Columns = {
  locale: ["en", "zh"],
  path: "text",
  anchor: "text",
  page: "text",
  title: "text",
  text: "text",
};

/** What everyone may see: counts and money of groups, never of one customer; no id, no name, no value from a file. */
const aggregates = {
  report,
  kpis: {
    as_of: "day",
    role: ["now", "quarter_ago", "year_ago", "quarter_end"],
    customers: "count",
    active_customers: "count",
    new_customers: "count",
    orders: "count",
    revenue: "money",
    profit: "money",
    top20_share: "share",
    gini: "share",
    refund_only_customers: "count",
    below_zero_customers: "count",
    at_zero_customers: "count",
  },
  "pareto-curve": {
    measure: measures,
    customers: "count",
    amount: "money",
    customer_share: "share",
    amount_share: "share",
    peak: "flag",
  },
  abc: {
    as_of: "day",
    preset: presets,
    measure: measures,
    class: classes,
    ...cell,
    orders: "count",
    profit: "money",
  },
  rfm: {...rfmCell, ...cell, orders: "count", profit: "money", recency_days: "number"},
  "rfm-thresholds": {
    scheme: schemes,
    axis: axes,
    score: "count",
    lowest: "money",
    highest: "money",
    customers: "count",
    suppressed: "flag",
  },
  "rfm-over-time": {as_of: "day", axis: axes, score: "count", ...cell},
  "rfm-segments": {as_of: "day", segment: "text", ...cell, orders: "count", profit: "money"},
  "rfm-bands": {as_of: "day", band: ["keep", "invest", "avoid"], ...cell, orders: "count", profit: "money"},
  concentration: {
    as_of: "day",
    measure: measures,
    customers: "count",
    top1_share: "share",
    top5_share: "share",
    top10_share: "share",
    top20_share: "share",
    gini: "share",
    hhi: "share",
    effective_customers: "number",
  },
  grid: {
    as_of: "day",
    stage: gridStages,
    personal: "count",
    company: "count",
    ...cell,
    profit: "money",
    stale_customers: "count",
  },
  wallet: {
    as_of: "day",
    stage: walletStages,
    ...cell,
    profit: "money",
    category_spend: "money",
    gap: "money",
  },
  "stage-cross": {grid_stage: gridStages, wallet_stage: walletStages, ...cell},
  inputs: {
    export: exportNames,
    present: "flag",
    files: "count",
    rows_read: "count",
    rows_used: "count",
    rows_rejected: "count",
    money_read: "money",
    money_used: "money",
    money_rejected: "money",
    first_day: "day",
    last_day: "day",
    hash: "text",
  },
  quality: {
    export: exportNames,
    reason: reasons,
    column: "text",
    rows: "count",
    money: "money",
    money_unread: "count",
    example: [],
  },
  ledger: {
    customers: "count",
    refund_only_customers: "count",
    below_zero_customers: "count",
    at_zero_customers: "count",
    prospects: "count",
    revenue: "money",
    profit: "money",
    orders: "count",
    customer_days: "count",
    first_day: "day",
    last_day: "day",
    lines_after_as_of: "count",
    uncosted_lines: "count",
  },
  settings: {key: "text", value: "text", changed: "flag"},
} satisfies Partial<Record<CubeName, Columns>>;

/** What the account team sees beside that: customers by name. */
const named = {
  ...aggregates,
  quality: {...aggregates.quality, example: "text"},
  "rfm-members": {
    ...rfmCell,
    customer_id: "id",
    name: "name",
    recency_days: "count",
    orders: "count",
    revenue: "money",
    profit: "money",
  },
  "stage-mismatches": {
    customer_id: "id",
    name: "name",
    grid_stage: gridStages,
    wallet_stage: walletStages,
    personal: "count",
    company: "count",
    share: "share",
    revenue: "money",
    kind: ["wallet_ahead", "relationship_ahead"],
  },
} satisfies Partial<Record<CubeName, Columns>>;

/**
 * Which columns of which cubes may leave the building, and what may stand in them: the one list. A cube that isn't on
 * an audience's list is not made for it; a column that isn't is not published; the finished site is held to it.
 */
export const audiences: Record<Audience, Partial<Record<CubeName | "search", Columns>>> = {
  executives: {...aggregates, search},
  "account-team": {...named, search},
  analysts: {...named, search},
};

/** Settings that say how files are read may name customers (`where = "id <> 'ACME'"`): for executives they stay here. */
export function maySeeSetting(audience: Audience, key: string): boolean {
  return audience !== "executives" || !exportNames.some((name) => key.startsWith(`${name}.`));
}
