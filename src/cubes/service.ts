import type {AbcClass} from "../cubes.js";

// Service levels, complaints, surveys; money, days and nulls as in cubes.ts. "In the window" is the report's window.

/** What became of a complaint; the outcomes part the complaints. See loaders/models/complaint-status.sql. */
export type ComplaintOutcome =
  | "invalid"
  | "open"
  | "unsatisfied"
  | "unasked"
  | "satisfied_untold"
  | "satisfied_young"
  | "satisfied_gone"
  | "satisfied_buying";
/** Against the limit: resolved in it or late; open past it or still in time. */
export type ComplaintTiming = "in_limit" | "late" | "overdue" | "in_time";
export type Handling = "well" | "poorly" | "unasked" | "unresolved";
export type Buying = "buying" | "gone" | "young" | "untold";
export type ComplaintCause = "goods" | "service" | "customer" | "unknown";
export type ComplaintDetail =
  | "quality"
  | "specification"
  | "tolerance"
  | "fault"
  | "attitude"
  | "manner"
  | "skill"
  | "misuse"
  | "expectation"
  | "unknown";
export type SurveyStep = "sent" | "responded" | "analysed" | "acted" | "fed_back";
/** Level delivered: 0 where a complaint is open past its limit; null where nothing is on record. */
export type Delivered = 0 | 1 | 2 | 3 | 4 | 5;

interface Cell {
  /** Customers that the row is about: what small cells are judged by. */
  customers: number | null;
  suppressed: boolean;
}

/** Complaints opened in the window by what became of them, at each as-of date. */
export interface ComplaintOutcomeRow extends Cell {
  as_of: string;
  outcome: ComplaintOutcome;
  complaints: number | null;
}

/** The same complaints by the limit. */
export interface ComplaintTimingRow extends Cell {
  as_of: string;
  timing: ComplaintTiming;
  complaints: number | null;
}

/** One row per as-of date: how many in the window, how long they took. Null where too few. */
export interface ComplaintSummaryRow {
  as_of: string;
  complaints: number | null;
  /** Customers who complained in the window. */
  complainants: number | null;
  /** Hours to resolve, of those resolved by then. */
  median_hours: number | null;
  p90_hours: number | null;
  /** Complaints that nobody judged valid or not: taken as valid. */
  not_judged: number | null;
}

/** Complaints opened in each quarter of the as-of dates' span, by the limit, at the newest date; missed is late or overdue. */
export interface ComplaintQuarterRow extends Cell {
  quarter: string;
  timing: "in_limit" | "missed" | "in_time";
  complaints: number | null;
}

/** Hours to resolve of those of the window, in bands: `from` <= hours < `to` (null: no end); the limit parts two bands. */
export interface ComplaintTimeRow extends Cell {
  band: number;
  from_hours: number;
  to_hours: number | null;
  complaints: number | null;
}

/** Complaints of the window by cause and detail. The three counts are null where too few customers are in or out of them. */
export interface ComplaintCauseRow extends Cell {
  cause: ComplaintCause;
  detail: ComplaintDetail;
  complaints: number | null;
  valid: number | null;
  in_limit: number | null;
  satisfied: number | null;
  compensation: number | null;
  /** Revenue in the window of the customers who complained. */
  revenue: number | null;
}

/** Customers with a valid complaint, each by its newest whose buying can be told. */
export interface ComplaintKeptRow extends Cell {
  handling: Handling;
  buying: Buying;
}

/** Buying before and after a complaint, and of as many customers without one who were alike. */
export interface ComplaintAftermathRow extends Cell {
  handling: Handling;
  side: "matched" | "twin";
  /** Bought at least once in the days after; null where too few did or didn't. */
  bought: number | null;
  orders_before: number | null;
  orders_after: number | null;
  revenue_before: number | null;
  revenue_after: number | null;
}

/** The newest date: customers by level suggested and delivered. */
export interface ServiceLevelRow extends Cell {
  suggested: number;
  delivered: Delivered | null;
  revenue: number | null;
  profit: number | null;
}

/** The newest date: customers by class and level delivered. */
export interface ServiceDepthRow extends Cell {
  class: AbcClass;
  delivered: Delivered | null;
  revenue: number | null;
}

/** The newest date: what else each class gets. Counts are null where too few customers are in or out of them. */
export interface ServiceClassRow extends Cell {
  class: AbcClass;
  below: number | null;
  known: number | null;
  complainants: number | null;
  median_hours: number | null;
  in_limit_share: number | null;
  invited: number | null;
  took_part: number | null;
}

/** Customers whose service lies furthest below what is suggested; only for audiences that may see names. */
export interface ServiceGapRow {
  customer_id: string;
  name: string | null;
  class: AbcClass;
  suggested: number;
  because: "stage" | "influence" | "class" | "no_order" | "everyone";
  delivered: Delivered;
  gap: number;
  revenue: number;
  profit: number | null;
}

/** Surveys sent in the window by the last step reached, at each as-of date. */
export interface SurveyLoopRow extends Cell {
  as_of: string;
  reached: SurveyStep;
  surveys: number | null;
}

/** The newest date: customers' newest answers by perceived less expected, in seven bins; 0 is about as expected. */
export interface SurveyDifferenceRow extends Cell {
  class: AbcClass;
  bin: -3 | -2 | -1 | 0 | 1 | 2 | 3;
  /** How many points of the scale a bin is wide. */
  width: number;
}

/** Customers by whether they were satisfied (perceived at or above expected) and whether they bought again. */
export interface SurveyRepurchaseRow extends Cell {
  satisfied: boolean;
  buying: Buying;
}

/** Griffin's three loyalties of the customers whose newest answer tells of the latter two. */
export interface LoyaltyRow extends Cell {
  behavioural: boolean;
  intentional: boolean;
  emotional: boolean;
  revenue: number | null;
}

/** The cubes of this part, by name. */
export interface ServiceCubes {
  "complaint-outcomes": ComplaintOutcomeRow[];
  "complaint-timing": ComplaintTimingRow[];
  "complaint-summary": ComplaintSummaryRow[];
  "complaint-quarters": ComplaintQuarterRow[];
  "complaint-times": ComplaintTimeRow[];
  "complaint-causes": ComplaintCauseRow[];
  "complaint-kept": ComplaintKeptRow[];
  "complaint-aftermath": ComplaintAftermathRow[];
  "service-levels": ServiceLevelRow[];
  "service-depth": ServiceDepthRow[];
  "service-classes": ServiceClassRow[];
  "service-gaps": ServiceGapRow[];
  "survey-loop": SurveyLoopRow[];
  "survey-differences": SurveyDifferenceRow[];
  "survey-repurchase": SurveyRepurchaseRow[];
  loyalty: LoyaltyRow[];
}
