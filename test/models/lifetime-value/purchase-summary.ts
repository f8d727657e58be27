/**
 * One customer in the terms of the buy-till-you-die models (Fader, Hardie and Lee 2005, section 2): x, t_x and T. Days
 * are whole days since any fixed day; `dayNumber` counts them from 1970-01-01.
 */
interface PurchaseSummary {
  customer: string;
  /** Repeat purchases x: days with a purchase after the first one. Several purchases on a day count once. */
  frequency: number;
  /** t_x: days from the first to the last purchase (not days since); 0 for one-time buyers. */
  recencyDays: number;
  /** T: days from the first purchase to the end of the observation. */
  ageDays: number;
  /** Mean money of the repeat purchases (days merged); null for one-time buyers. */
  meanRepeatAmount: number | null;
}

export interface Purchase {
  customer: string;
  day: number;
  amount?: number;
}

const dayInMilliseconds = 86_400_000;

/** Whole days from 1970-01-01 to an ISO date such as "2015-02-07". Throws a RangeError where it is no such day. */
export function dayNumber(iso: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : Number.NaN;
  if (!Number.isFinite(time) || new Date(time).toISOString().slice(0, 10) !== iso)
    throw new RangeError(`"${iso}" is not a day such as 2015-02-07`);
  return time / dayInMilliseconds;
}

/**
 * Summary of each customer at the end of the day `end`, in order of first appearance. Purchases after `end` are not
 * seen, nor are customers whose first purchase is later. Refunds and cancellations are not purchases: leave them out.
 */
export function summarise(purchases: Iterable<Purchase>, end: number): PurchaseSummary[] {
  const customers = new Map<string, Map<number, number>>();
  for (const {customer, day, amount = 0} of purchases) {
    if (!Number.isInteger(day))
      throw new RangeError(`day ${day} of customer ${customer} is not a whole number`);
    if (day > end) continue;
    const days = customers.get(customer);
    if (days) days.set(day, (days.get(day) ?? 0) + amount);
    else customers.set(customer, new Map([[day, amount]]));
  }
  return [...customers].map(([customer, days]) => {
    const sorted = [...days].sort(([a], [b]) => a - b);
    const first = sorted[0]![0];
    const repeats = sorted.slice(1);
    const spent = repeats.reduce((total, [, amount]) => total + amount, 0);
    return {
      customer,
      frequency: repeats.length,
      recencyDays: sorted.at(-1)![0] - first,
      ageDays: end - first,
      meanRepeatAmount: repeats.length ? spent / repeats.length : null,
    };
  });
}

/** Days with a purchase in (from, to] of each of `customers`: what the holdout is compared with. */
export function countPurchaseDays(
  purchases: Iterable<Purchase>,
  customers: readonly string[],
  from: number,
  to: number,
): Float64Array {
  const days = new Map<string, Set<number>>(customers.map((customer) => [customer, new Set()]));
  for (const {customer, day} of purchases) if (day > from && day <= to) days.get(customer)?.add(day);
  return Float64Array.from(customers, (customer) => days.get(customer)!.size);
}
