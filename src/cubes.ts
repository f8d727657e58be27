/**
 * The cubes: what leaves the warehouse for the pages. Each type is written once, here, and shared by the loader
 * that makes the cube and the charts and sentences that read it.
 *
 * Money is an integer count of minor units (cents) of the report's currency. A day is an ISO date, "2025-12-31".
 * A measure is null where it is suppressed (too few customers for this audience) or where the exports can't give it
 * (no cost: no profit). `suppressed` tells the two apart.
 */

import type {ComputationCubes} from "./cubes/computation.js";
import type {CoverageCubes} from "./cubes/coverage.js";
import type {EvidenceCubes} from "./cubes/evidence.js";
import type {MovementCubes} from "./cubes/movement.js";
import type {OwnCubes} from "./cubes/own.js";
import type {RelationshipCubes} from "./cubes/relationship.js";
import type {ServiceCubes} from "./cubes/service.js";
import type {ValueCubes} from "./cubes/value.js";
import type {WarningCubes} from "./cubes/warning.js";

export type * from "./cubes/evidence.js";
export type * from "./cubes/relationship.js";

export type Locale = "en" | "zh";
export type Audience = "executives" | "account-team" | "analysts";
export type Measure = "revenue" | "profit";
export type AbcPreset = "by-customers" | "by-value";
export type AbcClass = "A" | "B" | "C" | "D" | "none";
/** How a customer's r, f and m are found; see loaders/models/rfm.sql and rfm-schemes.sql. */
export type RfmScheme = "together" | "ntile" | "nested" | "fixed" | "airline" | "custom";
export type Score = 1 | 2 | 3 | 4 | 5;
export type GridStage = "partner" | "advanced" | "middle" | "initial" | "nurturing" | "pre" | "unassessed";
/** `none` is who only gave back: neither a prospect nor a customer, and counted beside the stages. */
export type WalletStage =
  | "strategic"
  | "stable"
  | "initial"
  | "development"
  | "interrupted"
  | "unknown"
  | "none";
export const exportNames = [
  "transactions",
  "customers",
  "relationships",
  "wallets",
  "interactions",
  "complaints",
  "surveys",
  "events",
  "costs",
] as const;
export type ExportName = (typeof exportNames)[number];

/** Lowest to highest; what is not a stage comes last. */
export const gridStages: readonly GridStage[] = [
  "nurturing",
  "initial",
  "middle",
  "advanced",
  "partner",
  "pre",
  "unassessed",
];
export const walletStages: readonly WalletStage[] = [
  "development",
  "initial",
  "stable",
  "strategic",
  "interrupted",
  "unknown",
];
/** What an account may stand in: the stages, and beside them none. */
export const walletPlaces: readonly WalletStage[] = [...walletStages, "none"];
export const abcClasses: readonly AbcClass[] = ["A", "B", "C", "D", "none"];

/** What the whole report is about: one record, on every page. */
export interface ReportCube {
  title: Record<Locale, string>;
  audience: Audience;
  /** Fewest customers that a published cell may hold; 1 where nothing is suppressed. */
  smallest_cell: number;
  currency: string;
  /** Decimal digits of the currency's minor unit: 2 for cents. */
  minor_digits: number;
  as_of: string;
  /** All as-of dates, oldest first; the last one is `as_of`. */
  dates: string[];
  window: "all" | {days: number};
  /** First day inside the window at `as_of`; the first day of the data where the window is all. */
  window_from: string;
  /** First day of the data. */
  first_day: string;
  has_profit: boolean;
  exports: Record<ExportName, boolean>;
  primary_scheme: RfmScheme;
  /** What M counts; with quantity RFM is RFA, and M's thresholds are quantities and not money. */
  rfm_value: "revenue" | "profit" | "quantity" | "points";
  primary_abc_preset: AbcPreset;
  primary_abc_measure: Measure;
  grid_levels: {
    personal: Record<Locale, string[]>;
    company: Record<Locale, string[]>;
  };
  /** Least personal and company level (1 to 5) of each stage, highest stage first. */
  grid_minimums: {stage: GridStage; personal: number; company: number}[];
  wallet_thresholds: {stable: number; strategic: number};
  /** The stage model that filters use. */
  filter_stage: "wallet" | "grid";
  stale_after_days: number;
  /** What the publisher calls regions, industries and categories of the exports; null: as the export has it. */
  names: {text: string; en: string | null; zh: string | null}[];
  /** Hash over exports, settings and code: what this report was made from. */
  input_hash: string;
  sample: boolean;
}

/** Headline figures, one row per day on which they are stated. */
export interface KpiRow {
  as_of: string;
  /** `now`; the same window ending 3 and 12 calendar months earlier; or one of the past quarter ends. */
  role: "now" | "quarter_ago" | "year_ago" | "quarter_end";
  /** Customers that exist: a first order that is no refund, on or before the day. */
  customers: number;
  /** Of these, with an order in the window. */
  active_customers: number | null;
  /** Of these, whose first order ever falls in the window. */
  new_customers: number | null;
  orders: number;
  revenue: number;
  profit: number | null;
  /** Share of revenue brought by the top 20% of all customers on the ledger; null where revenue is not positive. */
  top20_share: number | null;
  /** Gini of revenue over all customers on the ledger, normalised for negatives; null where undefined. */
  gini: number | null;
  /** Never bought, only gave back: outside classes and cells, counted here. */
  refund_only_customers: number | null;
  below_zero_customers: number | null;
  at_zero_customers: number | null;
}

/** One point of the cumulative curve, largest customer first. Points are steps of whole customers. */
export interface ParetoPoint {
  measure: Measure;
  /** Customers up to and including this point. */
  customers: number;
  /** Their money together. */
  amount: number;
  /** `customers` over all customers on the curve, and `amount` over the total; the last is exactly 1. */
  customer_share: number;
  amount_share: number;
  /** The highest point of the curve (above 1 where some customers lose money). */
  peak: boolean;
}

/** Classes at each as-of date. The sum over classes (with `none`) is the ledger. */
export interface AbcRow {
  as_of: string;
  preset: AbcPreset;
  measure: Measure;
  class: AbcClass;
  customers: number | null;
  orders: number | null;
  revenue: number | null;
  profit: number | null;
  suppressed: boolean;
}

/** The 125 cells at the newest date, under every scheme; r, f and m are 5 = best. Empty cells are left out. */
export interface RfmRow {
  scheme: RfmScheme;
  r: Score;
  f: Score;
  m: Score;
  customers: number | null;
  orders: number | null;
  revenue: number | null;
  profit: number | null;
  /** Mean days since the last purchase. */
  recency_days: number | null;
  suppressed: boolean;
}

/** What each score means: the smallest and largest value that got it. Days for r, orders for f, money for m. */
export interface RfmThresholdRow {
  scheme: RfmScheme;
  axis: "r" | "f" | "m";
  score: Score;
  lowest: number | null;
  highest: number | null;
  customers: number | null;
  suppressed: boolean;
}

/** Score totals at each as-of date, for the change over time. */
export interface RfmOverTimeRow {
  as_of: string;
  axis: "r" | "f" | "m";
  score: Score;
  customers: number | null;
  revenue: number | null;
  suppressed: boolean;
}

/** The largest customers of each cell, by revenue; only for audiences that may see names. */
export interface RfmMemberRow {
  scheme: RfmScheme;
  r: Score;
  f: Score;
  m: Score;
  customer_id: string;
  name: string | null;
  recency_days: number;
  orders: number;
  revenue: number;
  profit: number | null;
}

/** A region or an industry that a filter offers; `place` is its number in the files of filters, without a name that of all others, or of those not known. */
export interface FilterValueRow {
  dimension: "region" | "industry";
  place: number;
  name: string | null;
}

/** Every cube by name: the file `data/<name>.json` that a page may read. */
export interface Cubes
  extends ValueCubes,
    RelationshipCubes,
    MovementCubes,
    WarningCubes,
    ServiceCubes,
    CoverageCubes,
    OwnCubes,
    EvidenceCubes,
    ComputationCubes {
  report: ReportCube;
  "filter-values": FilterValueRow[];
  kpis: KpiRow[];
  "pareto-curve": ParetoPoint[];
  abc: AbcRow[];
  rfm: RfmRow[];
  "rfm-thresholds": RfmThresholdRow[];
  "rfm-over-time": RfmOverTimeRow[];
  "rfm-members": RfmMemberRow[];
}

export type CubeName = keyof Cubes;
