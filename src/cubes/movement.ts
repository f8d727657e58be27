import type {GridStage, WalletStage} from "../cubes.js";

// Movement between as-of dates; money, days and nulls as in cubes.ts.

/** The models whose classes customers move between; ABC is the primary preset on the primary measure. */
export const movementModels = ["grid_stage", "wallet_stage", "metal", "rfm_segment", "abc"] as const;
export type MovementModel = (typeof movementModels)[number];
export type StageModel = "grid_stage" | "wallet_stage";

/**
 * Which way a customer moved by the model's own order of classes. What is no class (unassessed, unknown, none, prospect)
 * is neither above nor below one: who leaves it `came` into sight, who ends there was `lost` from sight. `new` was not
 * known on the first day.
 */
export const movementDirections = ["up", "same", "down", "came", "lost", "new"] as const;
export type MovementDirection = (typeof movementDirections)[number];

/**
 * Customers who went from one class to another between two as-of dates, each date by its own thresholds, with their
 * money in the window before each. Over all rows of a pair the customers of `to_class` are those of the class at `to`,
 * and so for `from_class` but for `arrived`, who were not known then.
 */
export interface ClassMovementRow {
  model: MovementModel;
  from: string;
  to: string;
  from_class: string;
  to_class: string;
  direction: MovementDirection;
  customers: number | null;
  revenue_before: number | null;
  revenue_after: number | null;
  profit_before: number | null;
  profit_after: number | null;
  suppressed: boolean;
}

/**
 * The same for every pair of dates, as columns: the lists of names, then one number per row and column. `model`, `from`,
 * `to`, `from_class`, `to_class` and `direction` count from 0 in `models`, `dates`, `classes` and `directions`; the two
 * profits are empty lists where there is no profit. Only for audiences that may see small numbers.
 */
export interface ClassMovementColumns {
  models: MovementModel[];
  dates: string[];
  classes: string[];
  directions: MovementDirection[];
  model: number[];
  from: number[];
  to: number[];
  from_class: number[];
  to_class: number[];
  direction: number[];
  customers: number[];
  revenue_before: number[];
  revenue_after: number[];
  profit_before: number[];
  profit_after: number[];
}

/** All who rose, or regressed, over a pair of `class-movement`, with their money; null where they are too few to be shown. */
export interface ClassMovementWayRow {
  model: MovementModel;
  from: string;
  to: string;
  direction: "up" | "down";
  customers: number | null;
  revenue_before: number | null;
  revenue_after: number | null;
  profit_before: number | null;
  profit_after: number | null;
}

/** Who moved over about a year, the largest change of money first, up and down apart; only with names. */
export interface ClassMoverRow {
  model: "metal" | StageModel;
  direction: "up" | "down";
  from: string;
  to: string;
  customer_id: string;
  name: string | null;
  from_class: string;
  to_class: string;
  /** The first as-of date after `from` at which the new class was seen. */
  seen_on: string;
  /** Profit of the window, or revenue where there is no profit. */
  money_before: number;
  money_after: number;
  /** How many moved this way in all. */
  movers: number;
}

export type IntervalSpan = "quarter" | "year";

/** How often accounts regressed from a stage, over intervals that don't overlap. Null where it may not be told. */
export interface StageRegressionRow {
  model: StageModel;
  span: IntervalSpan;
  stage: GridStage | WalletStage;
  step: number;
  intervals: number;
  /** Accounts at the stage at an interval's start, summed over the intervals. */
  customers: number | null;
  /** Of these, looked at again within the interval: a stage can move only then. */
  seen: number | null;
  regressed: number | null;
}

/** Whether the rate of regression falls with the stage: see loaders/models/stage-regressions.sql. */
export interface StageTrendRow {
  model: StageModel;
  span: IntervalSpan;
  intervals: number;
  seen: number | null;
  accounts: number | null;
  regressed: number | null;
  /** Cochran-Armitage; below zero where higher stages regress less. */
  z: number | null;
  /** The same with each account's observations taken together. */
  z_clustered: number | null;
}

/** The cubes of this part, by name. */
export interface MovementCubes {
  "class-movement": ClassMovementRow[];
  "class-movement-ways": ClassMovementWayRow[];
  "class-movement-pairs": ClassMovementColumns;
  "class-movers": ClassMoverRow[];
  "stage-regressions": StageRegressionRow[];
  "stage-trends": StageTrendRow[];
}
