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

const pyramids = ["metal", "hsbc", "chase", "value_type"];
const pyramidLevels = [
  ...["diamond", "gold", "brass", "lead"],
  ...["A", "B", "C", "D", "E", "F", "G"],
  ...["blue", "green", "red", "transfer", "exit", "other"],
  ...["mvc", "mgc", "below_zero", "migrator"],
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

const rankingMethods = ["abc", "rfm", "clv", "last_spend", "recency"];
const lifetimeModels = ["bg-nbd", "pareto-nbd", "gamma-gamma"];
const guards = [
  "few_customers",
  "no_repeat_buyers",
  "not_converged",
  "boundary",
  "correlated_money",
  "q_at_most_1",
  "one_time_alive",
];

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
  "spend-parts": {
    part: ["head", "decile", "tercile"],
    number: "count",
    ...cell,
    orders: "count",
    profit: "money",
  },
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
  pyramid: {as_of: "day", pyramid: pyramids, level: pyramidLevels, ...cell, profit: "money", clv: "money"},
  movement: {
    model: ["rfm_segment", "metal"],
    from: "day",
    to: "day",
    thresholds: ["frozen", "recomputed"],
    from_class: "text",
    to_class: "text",
    customers: "count",
    money_before: "money",
    money_after: "money",
    suppressed: "flag",
  },
  actions: {
    model: "text",
    class: "text",
    "action.en": "text",
    "action.zh": "text",
    "reason.en": "text",
    "reason.zh": "text",
    approver: "text",
    "approver.en": "text",
    "approver.zh": "text",
    origin: ["sourced", "chosen", "settings"],
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
  "lifetime-models": {
    as_of: "day",
    model: lifetimeModels,
    primary: "flag",
    ok: "flag",
    reason: guards,
    log_likelihood: "number",
    customers: "count",
    "warnings[]": guards,
    correlation: "number",
  },
  "lifetime-parameters": {
    as_of: "day",
    model: lifetimeModels,
    parameter: ["r", "alpha", "a", "b", "s", "beta", "p", "q", "v"],
    estimate: "number",
    standard_error: "number",
    low: "number",
    high: "number",
  },
  "lifetime-values": {
    as_of: "day",
    part: "count",
    below_zero: "flag",
    customers: "count",
    p_alive: "share",
    expected_purchases: "number",
    clv_historic: "money",
    clv_future: "money",
    clv: "money",
    suppressed: "flag",
  },
  "lifetime-alive": {...cell, bin: "count", clv_future: "money"},
  "lifetime-holdout": {
    calibration_end: "day",
    holdout_end: "day",
    frequency: "count",
    and_above: "flag",
    customers: "count",
    forecast: ["bg-nbd", "pareto-nbd", "naive"],
    actual: "number",
    expected: "number",
    mae: "number",
    rmse: "number",
  },
  "lifetime-sensitivity": {
    horizon_months: "count",
    discount_rate: "share",
    clv_future: "money",
    chosen: "flag",
  },
  "lifetime-retention": {
    as_of: "day",
    margin: "money",
    retention: "share",
    discount_rate: "share",
    value: "money",
  },
  methods: {
    cut: "day",
    until: "day",
    method: rankingMethods,
    customers: "count",
    captured: "share",
    best_possible: "share",
    rank_correlation: "number",
  },
  "method-summary": {
    method: rankingMethods,
    cuts: "count",
    mean: "share",
    low: "share",
    high: "share",
    wins: "count",
    rank_correlation: "number",
  },
  "method-agreement": {one: rankingMethods, other: rankingMethods, agreement: "share"},
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
  "pyramid-members": {
    pyramid: pyramids,
    level: pyramidLevels,
    customer_id: "id",
    name: "name",
    revenue: "money",
    profit: "money",
    clv: "money",
    p_alive: "share",
    loyalty: "share",
    value: "share",
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
