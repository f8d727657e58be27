import {dayOf} from "../calendar.js";

/** A value for each day: straight lines between the given points (day, value; oldest first), level outside them. */
export function course(points: readonly (readonly [day: string, value: number])[]): (day: number) => number {
  const known = points.map(([day, value]) => [dayOf(day), value] as const);
  return (day) => {
    const next = known.findIndex(([at]) => at > day);
    if (next === 0) return known[0]![1];
    if (next === -1) return known.at(-1)![1];
    const [from, low] = known[next - 1]!;
    const [to, high] = known[next]!;
    return low + ((high - low) * (day - from)) / (to - from);
  };
}
