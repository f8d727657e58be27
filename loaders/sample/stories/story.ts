import type {Complaint} from "../complaints.js";
import type {EventKind} from "../events.js";
import {course} from "./course.js";

type StoryName = "sliding_back" | "complaint_kept" | "seller_left" | "small_grew";

/**
 * One account whose years follow a script instead of the population's process, so that a reader of the sample finds it
 * on every page and a test can tell what must be found. Courses give a factor for each day of the history.
 */
export interface Story {
  name: StoryName;
  /** Which customer it is: low, so that small samples hold it. */
  index: number;
  /** What happens, in one sentence, for `truth.json`. */
  summary: string;
  /** The day of its first order, and how many years it was known before. */
  acquired: string;
  yearsKnown: number;
  /** At factor 1: orders a day, and yuan at list price an order. */
  lambda: number;
  orderValue: number;
  closeness: number;
  pace: (day: number) => number;
  size: (day: number) => number;
  /** First and last day of stretches without an order. */
  silences: readonly (readonly [from: string, to: string])[];
  /** Held back or full effort of ours, 0 to 1. */
  attention: (day: number) => number;
  contacts: number;
  /** The day its seller left, if one did. */
  handover?: string;
  assessments: readonly (readonly [assessed_on: string, personal: number, company: number])[];
  /** Our share of its wallet in per cent, by the day of the figure. */
  wallets: readonly (readonly [as_of: string, share: number])[];
  complaints: readonly Complaint[];
  events: readonly (readonly [occurred_on: string, kind: EventKind, en: string, zh: string])[];
  /** Perceived less expected in its surveys. */
  surveyGap: (day: number) => number;
}

/** A factor that is always 1. */
export const steady = course([["2021-01-01", 1]]);
