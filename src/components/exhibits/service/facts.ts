import type {ComplaintOutcome, ComplaintTiming, SurveyStep} from "../../../cubes/service.js";
import {settingOf} from "../../settings-in-force.js";
import type {Site} from "../../site.js";

/** A sum that is not known where one of its parts isn't. */
export function total(parts: readonly (number | null)[]): number | null {
  return parts.reduce<number | null>((sum, x) => (sum === null || x === null ? null : sum + x), 0);
}

/** Whether rows tell of nobody at all; what is suppressed may be of somebody. */
export function isNobody(counts: readonly (number | null)[]): boolean {
  return counts.every((x) => x === 0);
}

/** Complaints of the window at a date: each is null where a part of it is suppressed. */
export interface ComplaintCounts {
  opened: number | null;
  valid: number | null;
  resolved: number | null;
  satisfied: number | null;
  still: number | null;
  /** Each outcome's own count; 0 where there is none. */
  of: (outcome: ComplaintOutcome) => number | null;
}

/** The funnel's counts at a date; null where no complaint was opened in its window. */
export function complaintsAt({cubes}: Site, as_of = cubes.report.as_of): ComplaintCounts | null {
  const rows = (cubes.find("complaint-outcomes") ?? []).filter((r) => r.as_of === as_of);
  if (rows.length === 0) return null;
  const of = (outcome: ComplaintOutcome): number | null => {
    const row = rows.find((r) => r.outcome === outcome);
    return row ? row.complaints : 0;
  };
  const told = (cubes.find("complaint-summary") ?? []).find((r) => r.as_of === as_of)?.complaints ?? null;
  const satisfied = total([
    of("satisfied_buying"),
    of("satisfied_gone"),
    of("satisfied_young"),
    of("satisfied_untold"),
  ]);
  // What is hidden at one end of the funnel may be known from the other, where no small cell lies between.
  const less = (whole: number | null, ...parts: (number | null)[]): number | null => {
    const gone = total(parts);
    return whole === null || gone === null ? null : whole - gone;
  };
  const valid = less(told, of("invalid")) ?? total([satisfied, of("unsatisfied"), of("unasked"), of("open")]);
  const resolved = less(valid, of("open")) ?? total([satisfied, of("unsatisfied"), of("unasked")]);
  return {
    opened: told,
    valid,
    resolved,
    satisfied: satisfied ?? less(resolved, of("unsatisfied"), of("unasked")),
    still: of("satisfied_buying"),
    of,
  };
}

/** Of satisfied complaints whose time is up, how many and how many were followed by buying; null where suppressed. */
export function satisfiedKept(site: Site, as_of?: string): {kept: number; of: number} | null {
  const at = complaintsAt(site, as_of);
  const [kept, gone] = [at?.of("satisfied_buying") ?? null, at?.of("satisfied_gone") ?? null];
  return kept === null || gone === null || kept + gone === 0 ? null : {kept, of: kept + gone};
}

/** Share of the complaints that were due (resolved, or open past the limit) and resolved within it; null where unknown. */
export function inLimitShare({cubes}: Site, as_of = cubes.report.as_of): number | null {
  const rows = (cubes.find("complaint-timing") ?? []).filter((r) => r.as_of === as_of);
  const of = (timing: ComplaintTiming): number | null => {
    const row = rows.find((r) => r.timing === timing);
    return row ? row.complaints : 0;
  };
  const due = total([of("in_limit"), of("late"), of("overdue")]);
  return due === null || due === 0 ? null : of("in_limit")! / due;
}

export const steps: readonly SurveyStep[] = ["sent", "responded", "analysed", "acted", "fed_back"];

/** Surveys of the window that reached each step at a date, and the step's own; null where there are none. */
export function surveysAt(
  {cubes}: Site,
  as_of = cubes.report.as_of,
): {step: SurveyStep; reached: number | null; ended: number | null}[] | null {
  const rows = (cubes.find("survey-loop") ?? []).filter((r) => r.as_of === as_of);
  if (rows.length === 0) return null;
  const ended = (step: SurveyStep): number | null => {
    const row = rows.find((r) => r.reached === step);
    return row ? row.surveys : 0;
  };
  return steps.map((step, i) => ({
    step,
    reached: total(steps.slice(i).map(ended)),
    ended: ended(step),
  }));
}

/** Share of the surveys sent whose loop was closed. */
export function closedShare(site: Site, as_of?: string): number | null {
  const at = surveysAt(site, as_of);
  const [sent, closed] = [at?.[0]?.reached ?? null, at?.at(-1)?.reached ?? null];
  return sent === null || closed === null || sent === 0 ? null : closed / sent;
}

/** Customers served below the level suggested, and those whose level is known, at the newest date. */
export function servedBelow({cubes}: Site): {below: number; known: number} | null {
  const cells = (cubes.find("service-levels") ?? []).filter((r) => r.delivered !== null);
  // The classes are larger groups than the levels: what is hidden in those may be told by these.
  const classes = cubes.find("service-classes") ?? [];
  const known = total(cells.map((r) => r.customers)) ?? total(classes.map((r) => r.known));
  const below =
    total(cells.filter((r) => r.suggested > r.delivered!).map((r) => r.customers)) ??
    total(classes.map((r) => r.below));
  return known === null || below === null || known === 0 ? null : {below, known};
}

/** The limit of complaints in hours. */
export const limitOf = (site: Site): number => settingOf(site, "service.complaint_limit_hours", 36);
