import type {WalletStage} from "../cubes.js";

// Alerts, their backtest, customer types, opportunities, churn; money, days and nulls as in cubes.ts.

export const signals = [
  "silence",
  "unlikely_return",
  "spend_drop",
  "category_dropped",
  "volume_up_revenue_flat",
  "complaint_overdue",
  "assessment_falling",
  "wallet_falling",
  "one_contact",
  "assessment_stale",
] as const;
export const alertPhases = ["warning", "control", "recovery"] as const;
export const rankings = ["by_chance", "by_money", "by_silence", "by_silence_money", "by_alive"] as const;
export const ruleSets = ["lapse_warning", "any_anomaly"] as const;
export const customerTypes = ["most_valuable", "most_growable", "pre_churn", "negative", "other"] as const;
export const opportunityKinds = [
  "new_product",
  "purchasing_timing",
  "personnel_change",
  "product_quality",
  "service_complaints",
  "weak_relationship",
  "deteriorated_relationship",
  "cost_reduction",
] as const;
export const opportunityFits = ["use", "wait", "guard", "open"] as const;

export type Signal = (typeof signals)[number];
export type AlertPhase = (typeof alertPhases)[number];
export type Ranking = (typeof rankings)[number];
export type BacktestRule = Signal | AlertPhase | Ranking | (typeof ruleSets)[number];
export type CustomerType = (typeof customerTypes)[number];
export type OpportunityKind = (typeof opportunityKinds)[number];
export type OpportunityFit = (typeof opportunityFits)[number];

/** Accounts with a sign, by the phase of the account, at each as-of date. An account with two signs stands in two rows. */
export interface AlertRow {
  as_of: string;
  signal: Signal;
  phase: AlertPhase;
  customers: number | null;
  at_stake: number | null;
  /** Money at stake x chance of no order within the horizon. */
  at_risk: number | null;
  suppressed: boolean;
}

/** Each account once, by phase; `none` are those with an order of late and no sign. */
export interface AlertAccountRow extends Omit<AlertRow, "signal" | "phase"> {
  phase: AlertPhase | "none";
}

/** The accounts with the most money at risk at the newest date, a row per sign; only for audiences that may see names. */
export interface AlertListRow {
  place: number;
  customer_id: string;
  name: string | null;
  phase: AlertPhase;
  at_stake: number;
  chance: number | null;
  at_risk: number;
  signal: Signal;
  /** By how much; the unit depends on the signal. */
  size: number;
  since: string;
  /** What it is about: the categories dropped, the number of complaints. */
  detail: string | null;
}

/** The ten accounts with the most money at risk; only for audiences that may see names. */
export interface TopAlertRow extends Omit<AlertListRow, "signal" | "size" | "detail"> {
  signals: Signal[];
}

/** A past date at which the warning was put to the test. */
export interface BacktestCutRow {
  cut: string;
  until: string;
  /** Whose last order lay within the horizon before the cut. */
  customers: number;
  lapses: number | null;
  /** With a sign of a lapse. */
  warned: number | null;
  at_stake: number;
  lost: number | null;
}

/** A rule over all cuts: pooled shares with a 95% interval over the cuts. */
export interface BacktestRuleRow {
  rule: BacktestRule;
  cuts: number;
  alerts: number | null;
  /** Share of the warned who lapsed. */
  precision: number | null;
  precision_low: number | null;
  precision_high: number | null;
  /** Share of the lapsed who were warned of. */
  recall: number | null;
  /** Precision over the share of all customers who lapsed at the same cuts. */
  lift: number | null;
  /** Share of the lapsed customers' money at stake. */
  money: number | null;
  /** Share of the warned whose spend fell by half or more, with those who lapsed. */
  fell: number | null;
  /** Mean days from the cut to the day on which the caught had been silent for a whole horizon. */
  lead_days: number | null;
  /** Of as many customers, the longest silent first: precision, share of the money; and how far the rule is ahead. */
  same_precision: number | null;
  same_money: number | null;
  ahead_low: number | null;
  ahead_high: number | null;
  money_ahead_low: number | null;
  money_ahead_high: number | null;
  suppressed: boolean;
}

/** Of all lapses, and of the money lost with them, the share among the first `part` twentieths of each ranking. */
export interface BacktestCurveRow {
  rule: Ranking;
  part: number;
  caught: number;
  money: number;
}

export interface CustomerTypeRow {
  type: CustomerType;
  customers: number | null;
  revenue: number | null;
  profit: number | null;
  suppressed: boolean;
}

/** Opportunity events of late by the account's stage of share of wallet at the newest date. */
export interface OpportunityRow {
  kind: OpportunityKind;
  stage: WalletStage;
  fit: OpportunityFit;
  /** Accounts with such an event. */
  customers: number | null;
  events: number | null;
  suppressed: boolean;
}

/** The newest opportunities by name. */
export interface OpportunityListRow {
  customer_id: string;
  name: string | null;
  kind: OpportunityKind;
  occurred_on: string;
  note: string | null;
  stage: WalletStage;
  fit: OpportunityFit;
}

/** Of those with an order in the year before the last one, who had none in the last. Years of 365 days. */
export interface ChurnRow {
  as_of: string;
  customers: number;
  revenue: number;
  lost: number | null;
  revenue_lost: number | null;
  /** Mean cost to serve of a customer in a year; null without costs. */
  keeping_cost: number | null;
}

/** The cubes of this part, by name. */
export interface WarningCubes {
  alerts: AlertRow[];
  "alert-accounts": AlertAccountRow[];
  "alert-list": AlertListRow[];
  "top-alerts": TopAlertRow[];
  "backtest-cuts": BacktestCutRow[];
  "backtest-rules": BacktestRuleRow[];
  "backtest-curve": BacktestCurveRow[];
  "customer-types": CustomerTypeRow[];
  opportunities: OpportunityRow[];
  "opportunity-list": OpportunityListRow[];
  churn: ChurnRow[];
}
