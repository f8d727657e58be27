import type {PlanKind, PlanRole} from "../../../cubes/coverage.js";
import {settingText} from "../../settings-in-force.js";
import type {Site} from "../../site.js";

export const plannedClasses = ["A", "B", "C"] as const;
type PlannedClass = (typeof plannedClasses)[number];

const spans: Record<string, {en: string; zh: string}> = {
  month: {en: "a month", zh: "每月"},
  quarter: {en: "a quarter", zh: "每季"},
  "half-year": {en: "a half-year", zh: "每半年"},
  year: {en: "a year", zh: "每年"},
};

/** What the settings ask of one line for one class: "2–3 a month"; "as needed"; null where they ask for nothing. */
export function planRule(site: Site, name: PlannedClass, role: PlanRole, kind: PlanKind): string | null {
  const zh = site.locale === "zh";
  const key = `coverage.plan.${name}.${role}_${kind}`;
  if (settingText(site, key) === "as needed") return zh ? "有必要时" : "as needed";
  const least = settingText(site, `${key}.min`);
  if (least === null) return null;
  const most = settingText(site, `${key}.max`) ?? least;
  const times = most === least ? least : `${least}–${most}`;
  const span = spans[settingText(site, `${key}.per`) ?? "month"] ?? spans.month!;
  return zh ? `${span.zh}${times}次` : `${times} ${span.en}`;
}

/** Totals of the period; null where those whom a filter leaves are too few to be shown of. */
export function totalsOf({cubes}: Site): Record<"customers" | "contacts" | "without_time", number | null> {
  return cubes.read("coverage-period");
}

/** The days that visits, channels and costs are counted over, in words. */
export function periodOf({cubes}: Site): {from: string; to: string} {
  return {from: cubes.read("coverage-period").period_from, to: cubes.report.as_of};
}
