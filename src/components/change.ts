import type {Locale} from "../cubes.js";
import {count, difference, percent} from "./formats.js";

/** How a figure's change is told: in per cent of what it was (as a factor, where it is ten times that or more), in percentage points, as a count, or as it is. */
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

/** From this many times what it was, a change is told as a factor and not in per cent; from `mostTimes`, as no number. */
const manyTimes = 10;
const mostTimes = 100;

/** A relative change in words, without its sign. */
function relativeWords(d: number, locale: Locale): {en: string; zh: string} | null {
  const times = d + 1;
  if (d < 0 && -d >= manyTimes - 1) {
    const beyond = percent(manyTimes - 1, locale);
    return {en: `down more than ${beyond}`, zh: `下降超过${beyond}`};
  }
  if (times < manyTimes) return null;
  if (times > mostTimes) return {en: `up more than ${mostTimes}-fold`, zh: `增至${mostTimes}倍以上`};
  const n = count(Math.round(times), locale);
  return {en: `up ${n}-fold`, zh: `增至${n}倍`};
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
  const beyond = kind === "relative" ? relativeWords(d, locale) : null;
  if (beyond) return {direction: d > 0 ? "up" : "down", text: beyond[locale]};
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
