import type {RfmScheme, Score} from "../../src/cubes.js";
import type {Customer} from "./fixture-customers.js";

export type Scored = Customer & {r: Score; f: Score; m: Score};

/** Every scheme, as the cubes hold them. */
export const schemes: readonly RfmScheme[] = ["together", "ntile", "nested", "fixed", "airline", "custom"];

export const scores: readonly Score[] = [1, 2, 3, 4, 5];

type Rank = (c: Customer) => Score;

/** Equal parts of a group by a value, smallest first; equal values together, or parted by the id. */
function parts(group: readonly Customer[], of: (c: Customer) => number, n: number, together: boolean): Rank {
  const sorted = [...group].sort((a, b) => of(a) - of(b) || (a.id < b.id ? -1 : 1));
  const values = sorted.map(of);
  const places = new Map(sorted.map((c, i) => [c.id, Math.floor((n * i) / sorted.length)]));
  const breaks = Array.from(
    {length: n - 1},
    (_, i) => values[Math.floor(((i + 1) / n) * (values.length - 1))]!,
  );
  return (c) => (1 + (together ? breaks.filter((b) => of(c) > b).length : places.get(c.id)!)) as Score;
}

const above = (value: number, breaks: readonly number[]): Score =>
  (1 + breaks.filter((b) => value > b).length) as Score;

const days = (c: Customer): number => -c.days;
const orders = (c: Customer): number => c.orders;
const money = (c: Customer): number => c.revenue;

/** What M counts under a scheme: the airline takes the mean spend. */
export function moneyOf(scheme: RfmScheme): (c: Customer) => number {
  return scheme === "airline" ? (c) => (c.orders ? Math.round(c.revenue / c.orders) : 0) : money;
}

/** The customers with their three scores under a scheme. */
export function scored(customers: readonly Customer[], scheme: RfmScheme): Scored[] {
  const simple = (r: Rank, f: Rank, m: Rank): Scored[] =>
    customers.map((c) => ({...c, r: r(c), f: f(c), m: m(c)}));
  const five = (of: (c: Customer) => number, together = true): Rank => parts(customers, of, 5, together);
  switch (scheme) {
    case "together":
      return simple(five(days), five(orders), five(money));
    case "ntile":
      return simple(five(days, false), five(orders, false), five(money, false));
    case "fixed":
      return simple((c) => (6 - above(c.days, [7, 30, 60, 120])) as Score, five(orders), five(money));
    case "airline":
      return simple(
        (c) => (6 - above(c.days, [31, 92, 183, 365])) as Score,
        (c) => above(c.orders, [1, 5, 10, 23]),
        (c) => above(moneyOf("airline")(c), [50_000, 100_000, 300_000, 500_000]),
      );
    case "custom": {
      const three = (of: (c: Customer) => number): Rank => parts(customers, of, 3, true);
      return simple(three(days), three(orders), three(money));
    }
    case "nested": {
      const r = five(days);
      return scores.flatMap((i) => {
        const slice = customers.filter((c) => r(c) === i);
        const f = parts(slice, orders, 5, true);
        return scores.flatMap((k) => {
          const bar = slice.filter((c) => f(c) === k);
          const m = parts(bar, money, 5, true);
          return bar.map((c) => ({...c, r: i, f: k, m: m(c)}));
        });
      });
    }
  }
}
