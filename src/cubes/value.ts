import type {Locale, Measure} from "../cubes.js";

// The cubes of the value models (RFM's classes, concentration, lifetime value, pyramids, the methods measured); money,
// days and nulls as in cubes.ts.

export type RfmBand = "keep" | "invest" | "avoid";
/** NBD knows no dropout: it stands in where the other two are refused. */
export type PurchaseModel = "bg-nbd" | "pareto-nbd" | "nbd";
export type Metal = "diamond" | "gold" | "brass" | "lead";
/** HSBC's seven groups: A top, B large or middling of low loyalty, C of low value, D small, E potential, F inactive, G suspect. */
export type HsbcGroup = "A" | "B" | "C" | "D" | "E" | "F" | "G";
export type ChaseGroup = "blue" | "green" | "red" | "transfer" | "exit" | "other";
/** Flags, not exclusive: most valuable, most growable, below zero, migrating. */
export type ValueType = "mvc" | "mgc" | "below_zero" | "migrator";
export type RankingMethod = "abc" | "rfm" | "clv" | "last_spend" | "recency";

/** The named segments of R x F at each as-of date, or the three bands of the R x F x M rank. */
export interface RfmSegmentRow {
  as_of: string;
  segment: string;
  customers: number | null;
  orders: number | null;
  revenue: number | null;
  profit: number | null;
  suppressed: boolean;
}

export interface RfmBandRow extends Omit<RfmSegmentRow, "segment"> {
  band: RfmBand;
}

/** Customers ranked by spend: the head that makes up 20% of sales (1; the others are 2), deciles and terciles, 1 = largest. */
export interface SpendPartRow extends Omit<RfmSegmentRow, "as_of" | "segment"> {
  part: "head" | "decile" | "tercile";
  number: number;
}

/** Who moved between two as-of dates: customers and their money at both. who did not exist on the first day is `arrived`. */
export interface MovementRow {
  model: "rfm_segment" | "metal";
  from: string;
  to: string;
  /** `frozen`: both days are scored with the first day's thresholds; `recomputed`: each with its own. */
  thresholds: "frozen" | "recomputed";
  from_class: string;
  to_class: string;
  customers: number | null;
  money_before: number | null;
  money_after: number | null;
  suppressed: boolean;
}

/** How concentrated the money is at each as-of date, over all customers on the ledger. Null where it is undefined. */
export interface ConcentrationRow {
  as_of: string;
  measure: Measure;
  customers: number;
  top1_share: number | null;
  top5_share: number | null;
  top10_share: number | null;
  top20_share: number | null;
  gini: number | null;
  /** Herfindahl–Hirschman index over the positive shares, 0 to 1, and 1 over it: that many equal customers. */
  hhi: number | null;
  effective_customers: number | null;
}

/** Revenue and profit by product category in the window's months, at the newest date. */
export interface CategoryRow {
  category: string;
  customers: number | null;
  revenue: number | null;
  profit: number | null;
  suppressed: boolean;
}

/** One fitted model at one as-of date, or why it was refused. Times are in weeks. */
export interface LifetimeModelRow {
  as_of: string;
  model: PurchaseModel | "gamma-gamma";
  primary: boolean;
  ok: boolean;
  reason: string | null;
  log_likelihood: number | null;
  customers: number;
  /** Guards that stand beside the fit: `few_customers`, `one_time_alive`, `correlated_money`, `q_at_most_1`. */
  warnings: string[];
  /** Gamma-Gamma: corr(frequency, money). */
  correlation: number | null;
}

export interface LifetimeParameterRow {
  as_of: string;
  model: PurchaseModel | "gamma-gamma";
  parameter: string;
  estimate: number;
  standard_error: number;
  low: number;
  high: number;
}

/** Customers in ten equal parts by lifetime value at each as-of date, 1 = the highest; `below_zero` stands apart. */
export interface LifetimeValueRow {
  as_of: string;
  part: number | null;
  below_zero: boolean;
  customers: number | null;
  /** Means over the part: P(alive), expected purchases over the horizon. */
  p_alive: number | null;
  expected_purchases: number | null;
  clv_historic: number | null;
  clv_future: number | null;
  clv: number | null;
  suppressed: boolean;
}

/** Customers by P(alive) at the newest date, in ten bins of 0.1; `bin` 0 is [0, 0.1). */
export interface AliveRow {
  bin: number;
  customers: number | null;
  revenue: number | null;
  clv_future: number | null;
  suppressed: boolean;
}

/** The holdout panel: fitted up to `calibration_end`, held against what came until `holdout_end`. */
export interface HoldoutRow {
  calibration_end: string;
  holdout_end: string;
  /** Repeat purchases in the calibration period; null is the line of totals. */
  frequency: number | null;
  and_above: boolean;
  customers: number;
  forecast: PurchaseModel | "naive";
  /** Purchases per customer (totals in the line of totals). */
  actual: number;
  expected: number;
  mae: number | null;
  rmse: number | null;
}

/** The future value of all customers under other horizons and discount rates: the judgement in the figure. */
export interface SensitivityRow {
  horizon_months: number;
  discount_rate: number;
  clv_future: number;
  chosen: boolean;
}

/** The retention formula beside the model: margin x r / (1 + d - r), per year. */
export interface RetentionRow {
  as_of: string;
  margin: number;
  retention: number;
  discount_rate: number;
  value: number | null;
}

/** Every pyramid's levels; hsbc, chase and value types at the newest date alone, since they use undated columns. */
export interface PyramidRow {
  as_of: string;
  pyramid: "metal" | "hsbc" | "chase" | "value_type";
  level: string;
  customers: number | null;
  revenue: number | null;
  profit: number | null;
  clv: number | null;
  suppressed: boolean;
}

/** The parts of HSBC's two scores for one account; only for audiences that may see names. 0 to 1, null where unknown. */
export interface PyramidMemberRow {
  pyramid: "metal" | "hsbc" | "chase" | "value_type";
  level: string;
  customer_id: string;
  name: string | null;
  revenue: number;
  profit: number | null;
  clv: number | null;
  p_alive: number | null;
  loyalty: number | null;
  value: number | null;
}

/** One method at one past cut: its top 20% against the money of the period that followed. */
export interface MethodRow {
  cut: string;
  until: string;
  method: RankingMethod;
  customers: number;
  /** Share of the following period's money that the method's top 20% brought. */
  captured: number;
  /** The most that any 20% could have brought. */
  best_possible: number;
  /** Spearman's rank correlation between the method's score and the money that followed. */
  rank_correlation: number | null;
  /** Under a filter alone: how many of those chosen are in the top, which is that of all customers. */
  taken?: number;
}

/** Over all cuts: mean captured share with a 95% interval, and how often the method was the best. */
export interface MethodSummaryRow {
  method: RankingMethod;
  cuts: number;
  mean: number;
  low: number | null;
  high: number | null;
  wins: number;
  rank_correlation: number | null;
}

/** How far two methods' top 20% are the same customers, at the newest cut: shared over either's number. */
export interface AgreementRow {
  one: RankingMethod;
  other: RankingMethod;
  agreement: number;
}

/** A suggestion for a class, with who would approve it and why. */
export interface ActionRow {
  model: string;
  class: string;
  action: Record<Locale, string>;
  reason: Record<Locale, string>;
  /** Drafts (price rises, cut benefits, exits) need an approver. */
  approver: Record<Locale, string> | null;
  /** `sourced` from the literature, `chosen` by us, or the reader's own (`settings`). */
  origin: "sourced" | "chosen" | "settings";
}

/** The value models' cubes by name. */
export interface ValueCubes {
  "rfm-segments": RfmSegmentRow[];
  "rfm-bands": RfmBandRow[];
  "spend-parts": SpendPartRow[];
  movement: MovementRow[];
  concentration: ConcentrationRow[];
  categories: CategoryRow[];
  "lifetime-models": LifetimeModelRow[];
  "lifetime-parameters": LifetimeParameterRow[];
  "lifetime-values": LifetimeValueRow[];
  "lifetime-alive": AliveRow[];
  "lifetime-holdout": HoldoutRow[];
  "lifetime-sensitivity": SensitivityRow[];
  "lifetime-retention": RetentionRow[];
  pyramid: PyramidRow[];
  "pyramid-members": PyramidMemberRow[];
  methods: MethodRow[];
  "method-summary": MethodSummaryRow[];
  "method-agreement": AgreementRow[];
  actions: ActionRow[];
}
