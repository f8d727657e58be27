import type {Locale} from "../cubes.js";
import {count, difference, percent} from "./formats.js";

/** How a figure's change is told: in per cent of what it was, in percentage points, as a count, or as it is. */
export type ChangeKind = "relative" | "points" | "count" | "plain";

/** A change in words: "up 3.1 points", with its direction. */
export interface Change {
  direction: "up" | "down" | "same";
  text: string;
}

/** Nothing changed, or too little for the figure's decimals: Chinese tells the two apart. */
function sameWords(d: number, kind: ChangeKind, locale: Locale): string {
  if (locale === "en") return "unchanged";
  // Shares are quotients: equal ones may differ in their last bits.
  return Math.abs(d) < (kind === "count" ? 0.5 : 1e-12) ? "持平" : "基本持平";
}

/**
 * The change from `then` to `now`, or null where either is absent or the change can't be told (a share of nothing:
 * what was zero or below has no percentage).
 */
export function change(
  now: number | null | undefined,
  then: number | null | undefined,
  kind: ChangeKind,
  locale: Locale,
): Change | null {
  if (now === null || now === undefined || then === null || then === undefined) return null;
  if (kind === "relative" && then <= 0) return null;
  const d = kind === "relative" ? now / then - 1 : now - then;
  const size = Math.abs(d);
  const points = Number((size * 100).toFixed(1));
  const amount = {
    relative: () => percent(size, locale),
    points: () =>
      locale === "zh"
        ? `${points.toFixed(1)}个百分点`
        : `${points.toFixed(1)} ${points === 1 ? "point" : "points"}`,
    count: () => count(size, locale),
    plain: () => difference(size, now, locale),
  }[kind]();
  // What rounds to nothing is told as no change, not as "up 0.0%".
  if (!/[1-9]/.test(amount)) return {direction: "same", text: sameWords(d, kind, locale)};
  const direction = d > 0 ? "up" : "down";
  const verb = {en: {up: "up ", down: "down "}, zh: {up: "上升", down: "下降"}}[locale][direction];
  return {direction, text: verb + amount};
}
