import type {MovementRow} from "../cubes/value.js";
import type {Locale} from "../cubes.js";
import type {CubeReader} from "./cube-files.js";
import {count} from "./formats.js";
import {type Family, familyOf} from "./segments.js";

/** What the two ways of judging a move are called wherever one of their counts stands: each gives another. */
export const thresholdNames: Record<MovementRow["thresholds"], Record<Locale, string>> = {
  frozen: {en: "frozen thresholds", zh: "固定分界"},
  recomputed: {en: "recomputed thresholds", zh: "重算分界"},
};

/** Which way a customer moved, or that it came since. */
export type Direction = "up" | "same" | "down" | "new";

/**
 * Customers who moved one way, and their money at both dates. Where some moves are suppressed (`exact` is false) the
 * customers are the least they can be, and the money is null.
 */
export interface Moved {
  direction: Direction;
  customers: number;
  exact: boolean;
  money_before: number | null;
  money_after: number | null;
}

const metals = ["lead", "brass", "gold", "diamond"];
const families: readonly Family[] = ["lost", "fading", "growing", "best"];

/** How high a class stands in its model; segments of one family stand level. Null for what is no step, such as `arrived`. */
function stepOf(model: MovementRow["model"], name: string): number | null {
  const step = model === "metal" ? metals.indexOf(name) : families.indexOf(familyOf(name));
  return step < 0 ? null : step;
}

/**
 * The way a row's customers moved: who had only given back by the first day was no customer yet, and is new. What is no
 * step (a segment of the report's own) neither rises nor falls.
 */
export function directionOf(row: Pick<MovementRow, "model" | "from_class" | "to_class">): Direction {
  if (row.from_class === "arrived" || row.from_class === "none") return "new";
  const [from, to] = [stepOf(row.model, row.from_class), stepOf(row.model, row.to_class)];
  if (from === null || to === null || from === to) return "same";
  return to > from ? "up" : "down";
}

/** The first day of the span that is closest to a year, or the only one; null where there is no movement. */
export function yearSpan(rows: readonly MovementRow[]): string | null {
  return rows.map((r) => r.from).sort()[0] ?? null;
}

/** Customers and money by direction. */
export function movedBy(rows: readonly MovementRow[]): Moved[] {
  const sum = (group: readonly MovementRow[], of: "money_before" | "money_after"): number | null =>
    group.reduce<number | null>((s, r) => (s === null || r[of] === null ? null : s + r[of]), 0);
  return (["up", "same", "down", "new"] as const).map((direction) => {
    const group = rows.filter((r) => directionOf(r) === direction);
    return {
      direction,
      customers: group.reduce((s, r) => s + (r.customers ?? 0), 0),
      exact: group.every((r) => r.customers !== null),
      money_before: sum(group, "money_before"),
      money_after: sum(group, "money_after"),
    };
  });
}

/**
 * Customers and money by direction, who came in full where the headline figures tell it of the same days: the moves that
 * are suppressed hide whereto they came, not how many.
 */
export function movedIn(rows: readonly MovementRow[], cubes: CubeReader): Moved[] {
  const {as_of, window_from} = cubes.report;
  const [row] = rows;
  const sameDays = row !== undefined && row.to === as_of && nextDay(row.from) === window_from;
  const now = sameDays ? cubes.find("kpis")?.find((k) => k.role === "now" && k.as_of === as_of) : undefined;
  const came = now?.new_customers ?? null;
  return movedBy(rows).map((moved) =>
    moved.direction === "new" && !moved.exact && came !== null && came >= moved.customers
      ? {...moved, customers: came, exact: true}
      : moved,
  );
}

function nextDay(iso: string): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** How many moved: "58", "0", "at least 40", "some". */
export function howMany(moved: Pick<Moved, "customers" | "exact"> | undefined, locale: Locale): string {
  if (!moved) return locale === "zh" ? "0位" : "0";
  const n = count(moved.customers, locale);
  if (locale === "zh") return moved.exact ? `${n}位` : moved.customers === 0 ? "若干位" : `至少${n}位`;
  if (moved.exact) return n;
  return moved.customers === 0 ? "some" : `at least ${n}`;
}

/** The same within a sentence, where nobody is "none". */
export function howManyInWords(
  moved: Pick<Moved, "customers" | "exact"> | undefined,
  locale: Locale,
): string {
  const nobody = !moved || (moved.exact && moved.customers === 0);
  return nobody && locale === "en" ? "none" : howMany(moved, locale);
}
