import {type AbcClass, abcClasses} from "../../../cubes.js";
import {count, daySpan, money} from "../../formats.js";
import type {Site} from "../../site.js";
import {classes} from "../../terms.js";
import {periodOf} from "./plan-rules.js";

/** The part's days in words: "1 January to 31 December 2025". */
export function spanOf(site: Site): string {
  const {from, to} = periodOf(site);
  return daySpan(from, to, site.locale);
}

export const classColours: Record<AbcClass, string> = {
  A: "class-a",
  B: "class-b",
  C: "class-c",
  D: "class-d",
  none: "same",
};

/** A cost of contacts in words: money, or points of relative cost where no money was given. */
export function contactCost(x: number, {cubes, locale}: Site): string {
  if (cubes.read("coverage-period").costs_in === "money") return money(x, cubes.report, locale);
  const points = count(Math.round(x), locale);
  return locale === "zh" ? `${points}点` : `${points} ${points === "1" ? "point" : "points"}`;
}

/** The classes that stand in some rows, best first. */
export function classesIn(rows: readonly {class: AbcClass}[]): AbcClass[] {
  return abcClasses.filter((name) => rows.some((r) => r.class === name));
}

/** What is said of those who had no contact at all. */
export function nothingHeld({locale}: Site): string {
  return locale === "zh" ? "期内没有互动。" : "There were no contacts.";
}

/** The sum of the numbers that are there. */
export const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((s, x) => s + (x ?? 0), 0);

/** A class of those who were contacted: without a class they are no customers. */
export function contactedClass(name: AbcClass, {locale}: Site): string {
  if (name !== "none") return classes[name][locale];
  return locale === "zh" ? "非客户" : "Not customers";
}
