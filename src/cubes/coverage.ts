import type {AbcClass} from "../cubes.js";

// Visits, channels, cost to serve, touchpoints, budget; money, days and nulls as in cubes.ts.

export type PlanRole = "sales" | "manager" | "marketing_director" | "general_manager";
export type PlanKind = "visit" | "call";
export type Standing = "under" | "within" | "over" | "not_due";
export type Need = "information" | "service" | "unknown";
export type GoalState = "reached" | "not_reached" | "overdue" | "open";
export type LifePhase = "prospect" | "acquisition" | "growth" | "maturity" | "inactive";

/** What the part's figures rest on: one record. Counts of contacts are of those held in the period, unless it says otherwise. */
export interface CoveragePeriodCube {
  /** The period that ends on the as-of date, and the first day in it of which the export tells; null without contacts. */
  period_from: string;
  contacts_from: string | null;
  /** Existing customers at the as-of date. */
  customers: number;
  /** Of these, without an order in the report's window; null where too few to tell. */
  without_order: number | null;
  /** Whether the visit plan asks for visits there too. */
  due_without_order: boolean;
  contacts: number;
  /** Of these: without a role, a time of day, a content; and with accounts that are no customers. */
  without_role: number;
  without_time: number;
  without_content: number;
  with_others: number;
  /** What a contact's cost is stated in. */
  costs_in: "units" | "money";
  effect_days: number;
  touchpoint_reach: number;
  /** What it cost to serve everyone in the period, and that of accounts that are no customers; null without `costs`. */
  cost_to_serve: number | null;
  cost_of_others: number | null;
  /** Existing customers without any cost in the period. */
  uncosted_customers: number | null;
  /** Existing customers that cost more to serve than the profit they bring; null where either is missing. */
  below_customers: number | null;
}

/** The visit plan at each as-of date, by class and who goes how; only lines with a minimum. */
export interface VisitComplianceRow {
  as_of: string;
  class: AbcClass;
  role: PlanRole;
  kind: PlanKind;
  customers: number | null;
  /** Contacts due, held, and held up to what was due: compliance is met over due. */
  due: number | null;
  held: number | null;
  met: number | null;
  /** Contacts above the plan's maximum. */
  over_contacts: number | null;
  /** Planned for a day that passed and never held; called off. */
  planned: number | null;
  cancelled: number | null;
  suppressed: boolean;
}

/** Accounts below, within and above the plan, at the newest date. */
export interface VisitStandingRow {
  class: AbcClass;
  role: PlanRole;
  kind: PlanKind;
  standing: Standing;
  customers: number | null;
  suppressed: boolean;
}

/** Class A accounts that got less than their plan, class C accounts that got more; only where names may be seen. */
export interface VisitAccountRow {
  list: "under" | "over";
  customer_id: string;
  name: string | null;
  class: AbcClass;
  due: number;
  met: number;
  held: number;
  over_contacts: number;
  revenue: number;
  profit: number | null;
}

/** Contacts held in the period, parted in three ways. `cost` is in minor units of money, or in units. */
export interface ContactMixRow {
  by: "channel" | "content" | "initiated_by";
  class: AbcClass;
  value: string;
  customers: number | null;
  contacts: number | null;
  cost: number | null;
  suppressed: boolean;
}

/** When contacts were held; only those whose hour is known. Monday is 1. */
export interface ContactHourRow {
  weekday: number;
  hour: number;
  customers: number | null;
  contacts: number | null;
  suppressed: boolean;
}

/** What each class gets and gives in the period: everyone who exists, with or without a contact. */
export interface EffortRow {
  class: AbcClass;
  customers: number | null;
  contacts: number | null;
  cost: number | null;
  revenue: number | null;
  profit: number | null;
  suppressed: boolean;
}

/** Accounts whose profit covers what it cost to serve them, and those that cost more, by class. */
export interface CostToServeRow {
  class: AbcClass;
  standing: "earns" | "below";
  customers: number | null;
  revenue: number | null;
  profit: number | null;
  cost: number | null;
  suppressed: boolean;
}

/** Accounts that cost more to serve than they bring, the largest loss first; only where names may be seen. */
export interface CostAccountRow {
  customer_id: string;
  name: string | null;
  class: AbcClass;
  revenue: number;
  profit: number;
  cost: number;
}

/** A point of the profit curve before and after cost to serve, largest first; shares are of the profit before it. */
export interface WhalePoint {
  measure: "before" | "after";
  customers: number;
  amount: number;
  customer_share: number;
  amount_share: number;
  peak: boolean;
}

/** A touchpoint that the settings want, and how it should be run where they say so. */
export interface TouchpointPlanRow {
  touchpoint: number;
  information: boolean;
  service: boolean;
  name_en: string;
  name_zh: string;
  behaviour_en: string | null;
  behaviour_zh: string | null;
  staff_en: string | null;
  staff_zh: string | null;
  facilities_en: string | null;
  facilities_zh: string | null;
  tools_en: string | null;
  tools_zh: string | null;
  standards_en: string | null;
  standards_zh: string | null;
}

/** Accounts reached at each touchpoint for each need, prospects too; 0 stands for contacts at none of them. */
export interface TouchpointRow {
  touchpoint: number;
  need: Need;
  customers: number | null;
  contacts: number | null;
  /** Of these, begun by the customer. */
  begun_by_customer: number | null;
  suppressed: boolean;
}

/** Contacts with a goal, by what became of it at the as-of date. */
export interface ContactGoalRow {
  class: AbcClass;
  state: GoalState;
  customers: number | null;
  contacts: number | null;
  suppressed: boolean;
}

/** What accounts bought in the days before and after their last contact of a kind; a description, no effect. */
export interface ContactEffectRow {
  outcome: "reached" | "not_reached" | "no_goal";
  customers: number | null;
  before: number | null;
  after: number | null;
  suppressed: boolean;
}

export interface LifecycleRow {
  phase: LifePhase;
  customers: number | null;
  revenue: number | null;
  profit: number | null;
  /** Contacts held with them in the period; null without `interactions`. */
  contacts: number | null;
  suppressed: boolean;
}

/**
 * Customers ranked by what they brought in the window, at each whole per cent of them (rounded to a customer): exact,
 * without names. Points that lie fewer than the smallest cell apart are left out.
 */
export interface BudgetPoint {
  measure: "revenue" | "profit";
  percent: number;
  customers: number;
  amount: number;
  /** Of these, accounts of a public industry; null between the ends where small cells are suppressed. */
  public_customers: number | null;
}

/** The cubes of this part, by name. */
export interface CoverageCubes {
  "coverage-period": CoveragePeriodCube;
  "visit-compliance": VisitComplianceRow[];
  "visit-standing": VisitStandingRow[];
  "visit-accounts": VisitAccountRow[];
  "contact-mix": ContactMixRow[];
  "contact-hours": ContactHourRow[];
  effort: EffortRow[];
  "cost-to-serve": CostToServeRow[];
  "cost-accounts": CostAccountRow[];
  "whale-after-cost": WhalePoint[];
  "touchpoint-plan": TouchpointPlanRow[];
  touchpoints: TouchpointRow[];
  "contact-goals": ContactGoalRow[];
  "contact-effect": ContactEffectRow[];
  lifecycle: LifecycleRow[];
  "budget-curve": BudgetPoint[];
}
