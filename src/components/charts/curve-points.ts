import type {Locale, ParetoPoint} from "../../cubes.js";
import {percent} from "../formats.js";
import {areFew, headsOf} from "../top-customers.js";

/** The first point at or beyond a share of customers; points are whole customers, so it is ⌈share × n⌉ of them. */
export function pointAt(points: readonly ParetoPoint[], share: number): ParetoPoint | undefined {
  return points.find((p) => p.customer_share >= share - 1e-9);
}

/** The share of customers at a point of a curve in hundredths, as marks write it where it is no whole one. */
export function pointPart(share: number): number {
  return Math.round(10_000 * share) / 100;
}

/** The part of the customers that is spoken of as the largest. */
export const top = 0.2;

/** The point that tells what the top fifth bring, and the share of customers that it stands for. */
interface TopPoint extends ParetoPoint {
  /** Whether it is ⌈0.2 × n⌉ customers exactly; where small steps are suppressed, the next step stands for it. */
  exact: boolean;
}

/** The point at one fifth of customers, or the next step within five points of it; null where there is none. */
export function topPoint(points: readonly ParetoPoint[]): TopPoint | null {
  const all = points.at(-1)?.customers ?? 0;
  const point = pointAt(points, top);
  if (!point) return null;
  const exact = point.customers === headsOf(top, all);
  // Of few customers whole ones are more than a fifth: they are counted.
  if (point.customer_share > top + 0.05 && !(exact && areFew(all))) return null;
  return {...point, exact};
}

/**
 * The share that a top point stands for, in words: "20%", or its own where it is not exact or of few customers, of whom whole
 * ones are no fifth.
 */
export function topShare(point: TopPoint, locale: Locale): string {
  return point.exact && point.customer_share < top + 0.01 ? "20%" : percent(point.customer_share, locale);
}

/** A point of the curve and the share of customers that it stands for, in words. */
export interface Step {
  point: ParetoPoint;
  who: string;
  /** The hundredths of customers that it stands at, whole ones where it is exactly so many. */
  hundredths: number;
}

/**
 * The points at each twentieth of customers, for readers who go along the curve. A curve of fewer points, since some are
 * suppressed or it is of few customers, gives those that it has near them.
 */
export function steps(points: readonly ParetoPoint[], locale: Locale): Step[] {
  const all = points.at(-1)?.customers ?? 0;
  const found = new Map<number, Step>();
  for (let k = 1; k <= 20; k++) {
    const point = pointAt(points, k / 20);
    if (!point || point.customer_share > (k + 0.5) / 20 || found.has(point.customers)) continue;
    const exact = point.customers === headsOf(k / 20, all);
    found.set(point.customers, {
      point,
      who: exact ? `${5 * k}%` : percent(point.customer_share, locale),
      hundredths: exact ? 5 * k : pointPart(point.customer_share),
    });
  }
  return [...found.values()];
}
