import type {GridStage, Score, WalletStage} from "../cubes.js";

// The cubes of the 25-grid and the share of wallet; money, days and nulls as in cubes.ts.

/** The 25-grid at each as-of date. Levels are null for `unassessed`. */
export interface GridRow {
  as_of: string;
  stage: GridStage;
  personal: Score | null;
  company: Score | null;
  customers: number | null;
  revenue: number | null;
  profit: number | null;
  /** Of these, whose newest assessment is older than the setting. */
  stale_customers: number | null;
  suppressed: boolean;
}

export interface WalletRow {
  as_of: string;
  stage: WalletStage;
  customers: number | null;
  revenue: number | null;
  profit: number | null;
  /** What these customers bought in our category from everyone, and the part of it that others got. */
  category_spend: number | null;
  gap: number | null;
  suppressed: boolean;
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
  wallet: WalletRow[];
  "stage-cross": StageCrossRow[];
  "stage-mismatches": StageMismatchRow[];
}
