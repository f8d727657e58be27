import * as fc from "fast-check";

/** One line of a ledger, money in cents. */
export interface Line {
  customer: string;
  day: string;
  order: string | null;
  cents: number;
  quantity: number;
}

/** What a customer has come to by a date, by plain loops over the lines. */
export interface Verdict {
  customer: string;
  isCustomer: boolean;
  recency: number;
  orders: number;
  cents: number;
  rfm: number[];
  ntile: number[];
  byCustomers: string;
  byValue: string;
}

const dayNumber = (day: string): number => Date.parse(day) / 86_400_000;
const dayOf = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);

/** Ledgers with refunds, losses, ties, orders of several lines and days, and lines without an order. */
export const ledgers: fc.Arbitrary<Line[]> = fc
  .array(
    fc.record({
      customer: fc.integer({min: 0, max: 45}).map((n) => `c${n}`),
      day: fc.integer({min: dayNumber("2023-01-15"), max: dayNumber("2025-06-20")}).map(dayOf),
      order: fc.option(
        fc.integer({min: 0, max: 90}).map((n) => `o${n}`),
        {freq: 3},
      ),
      cents: fc.oneof(
        {weight: 3, arbitrary: fc.integer({min: -9_999, max: 80_000})},
        {weight: 2, arbitrary: fc.constantFrom(0, 1000, 2000, 5000, -1000, -2000)},
      ),
      quantity: fc.constantFrom(1, 1, 1, 2, -1),
    }),
    {minLength: 120, maxLength: 260},
  )
  .filter((lines) => visitsOf(lines).length > 0);

export function csvOf(lines: readonly Line[]): string {
  const rows = lines.map(({customer, day, order, cents, quantity}) =>
    [customer, day, order ?? "", (cents / 100).toFixed(2), quantity].join(","),
  );
  return `customer_id,ordered_on,order_id,amount,quantity\n${rows.join("\n")}\n`;
}

/** Orders that are no refund, each on its first day; where a line has no order, its day is one. */
export function visitsOf(lines: readonly Line[]): {customer: string; day: string}[] {
  const first = new Map<string, {customer: string; day: string}>();
  for (const {customer, day, order, cents, quantity} of lines) {
    if (cents < 0 || quantity < 0) continue;
    const key = `${customer} ${order ?? `on ${day}`}`;
    const known = first.get(key);
    if (!known || day < known.day) first.set(key, {customer, day});
  }
  return [...first.values()];
}

/** The dates of the report: its last day and the last eight quarter ends before it. */
export function datesOf(lines: readonly Line[], asOf: string): string[] {
  const firstVisit = visitsOf(lines)
    .map(({day}) => day)
    .sort()[0]!;
  const ends: string[] = [];
  for (let year = 2030; year >= 2000; --year) {
    for (const end of ["12-31", "09-30", "06-30", "03-31"]) {
      const day = `${year}-${end}`;
      if (day < asOf && day >= firstVisit && ends.length < 8) ends.push(day);
    }
  }
  return [...ends.reverse(), asOf];
}

/** Everyone on the ledger by `asOf`, with RFM under both tie policies and ABC under both presets, by customer. */
export function verdictsAt(lines: readonly Line[], asOf: string, windowDays: number | "all"): Verdict[] {
  const from = windowDays === "all" ? "0000" : dayOf(dayNumber(asOf) - windowDays + 1);
  const past = lines.filter(({day}) => day <= asOf);
  // An order's first day is known from all of its lines, whenever one looks.
  const visits = visitsOf(lines).filter(({day}) => day <= asOf);
  const all = [...new Set(past.map(({customer}) => customer))].sort().map((customer) => {
    const own = visits.filter((v) => v.customer === customer).map(({day}) => day);
    const last = own.sort().at(-1) ?? "";
    return {
      customer,
      isCustomer: own.length > 0,
      recency: own.length > 0 ? dayNumber(asOf) - dayNumber(last) : Number.NaN,
      orders: own.filter((day) => day >= from).length,
      cents: past
        .filter((l) => l.customer === customer && l.day >= from)
        .reduce((sum, l) => sum + l.cents, 0),
    };
  });
  const customers = all.filter((c) => c.isCustomer);
  const axes = [
    customers.map((c) => -c.recency),
    customers.map((c) => c.orders),
    customers.map((c) => c.cents),
  ];
  // Fewer days are better: the fifth with the fewest gets 5, and a value on a break belongs to the better side.
  const days = togetherScores(customers.map((c) => c.recency)).map((score) => 6 - score);
  const together = [days, togetherScores(axes[1]!), togetherScores(axes[2]!)];
  const ntiles = axes.map((values) =>
    ntileScores(
      values,
      customers.map((c) => c.customer),
    ),
  );
  const abc = abcOf(customers);
  return all.map((c) => {
    const i = customers.indexOf(c);
    return {
      ...c,
      rfm: i < 0 ? [] : together.map((scores) => scores[i]!),
      ntile: i < 0 ? [] : ntiles.map((scores) => scores[i]!),
      byCustomers: abc.get(c.customer)?.byCustomers ?? "none",
      byValue: abc.get(c.customer)?.byValue ?? "none",
    };
  });
}

/** One more than the number of type-7 quintile breaks (Hyndman and Fan 1996) that lie below the value. */
function togetherScores(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const breaks = [1, 2, 3, 4].map((fifth) => {
    const whole = Math.floor(((sorted.length - 1) * fifth) / 5);
    const part = ((sorted.length - 1) * fifth) % 5;
    const [low, high] = [sorted[whole]!, sorted[Math.min(whole + 1, sorted.length - 1)]!];
    return {low, high, part};
  });
  // In whole fifths, so that no rounding decides: value > low + (high - low) × part / 5.
  return values.map(
    (value) => 1 + breaks.filter(({low, high, part}) => 5 * (value - low) > (high - low) * part).length,
  );
}

function ntileScores(values: readonly number[], names: readonly string[]): number[] {
  const order = values
    .map((_, i) => i)
    .sort((a, b) => values[a]! - values[b]! || (names[a]! < names[b]! ? -1 : 1));
  const scores: number[] = [];
  const [size, larger] = [Math.floor(values.length / 5), values.length % 5];
  let place = 0;
  for (let bin = 1; bin <= 5; ++bin) {
    for (let k = 0; k < size + (bin <= larger ? 1 : 0); ++k) scores[order[place++]!] = bin;
  }
  return scores;
}

function abcOf(
  customers: readonly {customer: string; cents: number}[],
): Map<string, {byCustomers: string; byValue: string}> {
  const ranked = [...customers].sort((a, b) => b.cents - a.cents || (a.customer < b.customer ? -1 : 1));
  const positive = ranked.reduce((sum, c) => sum + Math.max(0, c.cents), 0);
  const [a, ab] = [Math.ceil(ranked.length / 5), Math.ceil((9 * ranked.length) / 10)];
  const classes = new Map<string, {byCustomers: string; byValue: string}>();
  let before = 0;
  ranked.forEach(({customer, cents}, i) => {
    const byValue =
      cents <= 0 ? "D" : 100 * before < 80 * positive ? "A" : 100 * before < 95 * positive ? "B" : "C";
    classes.set(customer, {byCustomers: i < a ? "A" : i < ab ? "B" : "C", byValue});
    before += cents;
  });
  return classes;
}

/** Mean absolute difference over twice the mean of the absolute values, pair by pair (no sorting, no ranks). */
export function giniByPairs(values: readonly number[]): number {
  let differences = 0;
  for (const a of values) for (const b of values) differences += Math.abs(a - b);
  const absolute = values.reduce((sum, v) => sum + Math.abs(v), 0);
  return differences / (2 * values.length * absolute);
}
