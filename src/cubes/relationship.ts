import type {GridStage, Score, WalletStage} from "../cubes.js";

// The cubes of the 25-grid and the share of wallet; money, days and nulls as in cubes.ts.

/** The minimum of the next stage that is not met; `none` at the highest stage. */
export type Binding = "personal" | "company" | "both" | "none";

/** The axis that is ahead of the other by more than the next stage asks: personal, company, or neither. */
export type Lean = "person" | "thin" | "balanced";

/** The 25-grid at each as-of date. Levels, binding and lean are null for `unassessed`. */
export interface GridRow {
  as_of: string;
  stage: GridStage;
  personal: Score | null;
  company: Score | null;
  binding: Binding | null;
  lean: Lean | null;
  customers: number | null;
  revenue: number | null;
  profit: number | null;
  /** Of these, whose newest assessment is older than the setting. */
  stale_customers: number | null;
  suppressed: boolean;
}

/** A band of ages in days: `from_days` up to and with `to_days`; null where it is open. Bands count from 1, youngest first. */
export interface AgeBand {
  band: number;
  from_days: number;
  to_days: number | null;
}

/** How old the newest assessments are, by grid stage, at the newest date. */
export interface AssessmentAgeRow extends AgeBand {
  stage: GridStage;
  customers: number | null;
  revenue: number | null;
  profit: number | null;
  suppressed: boolean;
}

/** The largest accounts by revenue that lean on one axis; only for audiences that may see names. */
export interface RelianceAccountRow {
  lean: Exclude<Lean, "balanced">;
  customer_id: string;
  name: string | null;
  stage: GridStage;
  personal: Score;
  company: Score;
  binding: Binding;
  assessed_on: string;
  revenue: number;
  profit: number | null;
}

/** The largest accounts by revenue with a stale assessment; only for audiences that may see names. */
export interface StaleAssessmentRow {
  customer_id: string;
  name: string | null;
  stage: GridStage;
  assessed_on: string;
  days_ago: number;
  revenue: number;
}

/** Share-of-wallet stages at each as-of date. */
export interface WalletRow {
  as_of: string;
  stage: WalletStage;
  customers: number | null;
  /** In the report's window. */
  revenue: number | null;
  profit: number | null;
  /** In each figure's own period: bought from everyone, bought from us, and the part of it that others got. */
  category_spend: number | null;
  ours: number | null;
  gap: number | null;
  suppressed: boolean;
}

/** How old the wallet figures are, by wallet stage, at the newest date. */
export interface WalletAgeRow extends AgeBand {
  stage: WalletStage;
  customers: number | null;
  category_spend: number | null;
  gap: number | null;
  suppressed: boolean;
}

/** The gap by a way of parting customers, at the newest date; only customers whose gap is known take part. */
export interface WalletSegmentRow {
  dimension: "abc" | "rfm_segment" | "region" | "industry";
  /** A group of its own, the smaller ones together, or those without a value. */
  part: "named" | "others" | "unknown";
  /** Null where `part` is not `named`. */
  name: string | null;
  customers: number | null;
  category_spend: number | null;
  ours: number | null;
  gap: number | null;
  suppressed: boolean;
}

/** The accounts with the largest gap; only for audiences that may see names. */
export interface WalletAccountRow {
  customer_id: string;
  name: string | null;
  stage: WalletStage;
  share: number;
  figure_on: string;
  days_ago: number;
  basis: string | null;
  category_spend: number;
  ours: number;
  gap: number;
}

/** The breadth of contacts of each wallet stage at the newest date. */
export interface ContactPatternRow {
  stage: WalletStage;
  customers: number | null;
  /** Of these, met in the stretch that counts; the two means are theirs. */
  met_customers: number | null;
  departments: number | null;
  people: number | null;
  /** Of all of the stage, visited of late by a manager or higher. */
  senior_customers: number | null;
  suppressed: boolean;
}

/** Stable and strategic accounts without a regular senior visit; only for audiences that may see names. */
export interface SeniorVisitRow {
  customer_id: string;
  name: string | null;
  stage: WalletStage;
  share: number;
  /** The last such visit ever; null where there was none. */
  senior_visit_on: string | null;
  revenue: number;
}

/** The two stage models crossed, at the newest date. */
export interface StageCrossRow {
  grid_stage: GridStage;
  wallet_stage: WalletStage;
  customers: number | null;
  revenue: number | null;
  suppressed: boolean;
}

/** Accounts whose two stages disagree; only for audiences that may see names. */
export interface StageMismatchRow {
  customer_id: string;
  name: string | null;
  grid_stage: GridStage;
  wallet_stage: WalletStage;
  personal: Score;
  company: Score;
  share: number;
  revenue: number;
  kind: "wallet_ahead" | "relationship_ahead";
}

/** The cubes of both stage models, by name. */
export interface RelationshipCubes {
  grid: GridRow[];
  "assessment-ages": AssessmentAgeRow[];
  "reliance-accounts": RelianceAccountRow[];
  "stale-assessments": StaleAssessmentRow[];
  wallet: WalletRow[];
  "wallet-ages": WalletAgeRow[];
  "wallet-segments": WalletSegmentRow[];
  "wallet-accounts": WalletAccountRow[];
  "contact-pattern": ContactPatternRow[];
  "senior-visits": SeniorVisitRow[];
  "stage-cross": StageCrossRow[];
  "stage-mismatches": StageMismatchRow[];
}
