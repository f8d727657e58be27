import type * as fc from "fast-check";
import type {RfmScheme} from "../../src/cubes.js";
import {type Line, ledgers, visitsOf} from "./ledger-oracle.js";

/** A line with its cost in cents, where it has one. */
export interface CostedLine extends Line {
  cost: number | null;
}

/** The settings that decide scores; breaks of money in whole units of the currency. */
export interface RfmSettings {
  window: number | "all";
  value: "revenue" | "profit" | "quantity";
  bins: number;
  fixed: {frequency?: number[]; money?: number[]};
  custom: {recency?: number[]; frequency?: number[]; money?: number[]};
}

export type Scores = [number, number, number];

/** What an existing customer has done by a date; money in cents. */
export interface Buyer {
  customer: string;
  last: string;
  recency: number;
  orders: number;
  revenue: number;
  profit: number;
  quantity: number;
  /** What M counts: one of the three before. */
  value: number;
  orders24: number;
  amount24: number;
}

export interface ScoredBuyer extends Buyer {
  scores: Record<RfmScheme, Scores>;
}

export const plain: RfmSettings = {window: 365, value: "revenue", bins: 3, fixed: {}, custom: {}};

/** Ledgers with costs, some unknown, with money up to 4,000 and ties in odd cents. */
export const costedLedgers: fc.Arbitrary<CostedLine[]> = ledgers.map((lines) =>
  lines.map((line, i) => {
    const cents = line.cents > 0 ? line.cents * 5 + 1 : line.cents * 5;
    return {...line, cents, cost: i % 7 === 3 ? null : Math.trunc(cents * 0.6) + (i % 5) * 700};
  }),
);

export function costedCsv(lines: readonly CostedLine[]): string {
  const money = (cents: number | null): string => (cents === null ? "" : (cents / 100).toFixed(2));
  const rows = lines.map(({customer, day, order, cents, quantity, cost}) =>
    [customer, day, order ?? "", money(cents), quantity, money(cost)].join(","),
  );
  return `customer_id,ordered_on,order_id,amount,quantity,cost\n${rows.join("\n")}\n`;
}

/** The same settings as a report.toml, with more lines under `[rfm]`. */
export function tomlOf({window, value, bins, fixed, custom}: RfmSettings, more = ""): string {
  const table = (name: string, keys: object): string =>
    `[rfm.${name}]\n${Object.entries(keys)
      .map(([key, breaks]) => `${key} = ${JSON.stringify(breaks)}\n`)
      .join("")}`;
  return `window = ${JSON.stringify(window)}\n[rfm]\nvalue = "${value}"\n${more}\n${table("fixed", fixed)}${table("custom", {bins, ...custom})}`;
}

/** The day that many calendar months before; where the month has no such day, its last. */
export function monthsBefore(day: string, months: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const all = year * 12 + month - 1 - months;
  const [y, m] = [Math.floor(all / 12), (all % 12) + 1];
  const leap = y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0);
  const longest = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1]!;
  return `${y}-${String(m).padStart(2, "0")}-${String(Math.min(date, longest)).padStart(2, "0")}`;
}

/** A type-7 quantile (Hyndman and Fan 1996) as the two values it lies between and how many parts of the way. */
interface Break {
  low: number;
  high: number;
  part: number;
  parts: number;
}

export function breaksOf(values: readonly number[], parts: number): Break[] {
  const sorted = [...values].sort((a, b) => a - b);
  const breaks: Break[] = [];
  for (let i = 1; i < parts; ++i) {
    const whole = Math.floor(((sorted.length - 1) * i) / parts);
    const part = ((sorted.length - 1) * i) % parts;
    breaks.push({
      low: sorted[whole]!,
      high: sorted[Math.min(whole + 1, sorted.length - 1)]!,
      part,
      parts,
    });
  }
  return breaks;
}

/** How many breaks a whole number lies above, in whole numbers all the way. */
export function above(value: number, breaks: readonly Break[]): number {
  return breaks.filter(({low, high, part, parts}) => parts * (value - low) > (high - low) * part).length;
}

const dayNumber = (day: string): number => Date.parse(day) / 86_400_000;
const sum = (values: readonly number[]): number => values.reduce((all, v) => all + v, 0);

export function buyersAt(lines: readonly CostedLine[], asOf: string, settings: RfmSettings): Buyer[] {
  const from = settings.window === "all" ? "0000" : dayNumber(asOf) - settings.window + 1;
  const inWindow = (day: string): boolean => from === "0000" || dayNumber(day) >= Number(from);
  const after = monthsBefore(asOf, 24);
  const visits = visitsOf(lines).filter(({day}) => day <= asOf);
  return [...new Set(visits.map(({customer}) => customer))].sort().map((customer) => {
    const days = visits
      .filter((v) => v.customer === customer)
      .map(({day}) => day)
      .sort();
    const own = lines.filter((line) => line.customer === customer && line.day <= asOf);
    const counted = own.filter(({day}) => inWindow(day));
    const last = days.at(-1)!;
    const totals = {
      revenue: sum(counted.map(({cents}) => cents)),
      profit: sum(counted.map(({cents, cost}) => (cost === null ? 0 : cents - cost))),
      quantity: sum(counted.map(({quantity}) => quantity)),
    };
    return {
      customer,
      last,
      recency: dayNumber(asOf) - dayNumber(last),
      orders: days.filter(inWindow).length,
      ...totals,
      value: totals[settings.value],
      orders24: days.filter((day) => day > after).length,
      amount24: sum(own.filter(({day}) => day > after).map(({cents}) => cents)),
    };
  });
}

/** Every existing customer at a date under every scheme, by loops over the lines; in the order of their ids. */
export function scoredAt(lines: readonly CostedLine[], asOf: string, settings: RfmSettings): ScoredBuyer[] {
  const buyers = buyersAt(lines, asOf, settings);
  const unit = settings.value === "quantity" ? 1 : 100;
  const inParts = (of: (b: Buyer) => number, parts: number, among = buyers) => {
    const breaks = breaksOf(among.map(of), parts);
    return (b: Buyer): number => above(of(b), breaks);
  };
  const byOwn = (of: (b: Buyer) => number, breaks: number[] | undefined, scale = 1) =>
    breaks &&
    ((b: Buyer): number => breaks.filter((x) => of(b) > (scale === 1 ? x : Math.round(x * scale))).length);
  const [days, orders, value] = [
    (b: Buyer) => b.recency,
    (b: Buyer) => b.orders,
    (b: Buyer) => b.value,
  ] as const;
  const fifths = [inParts(days, 5), inParts(orders, 5), inParts(value, 5)] as const;
  const together = (b: Buyer): Scores => [5 - fifths[0](b), 1 + fifths[1](b), 1 + fifths[2](b)];

  const nestedF = new Map<Buyer, number>();
  const nestedM = new Map<Buyer, number>();
  for (let r = 1; r <= 5; ++r) {
    const alike = buyers.filter((b) => together(b)[0] === r);
    const within = inParts(orders, 5, alike);
    for (const b of alike) nestedF.set(b, 1 + within(b));
    for (let f = 1; f <= 5; ++f) {
      const cell = alike.filter((b) => nestedF.get(b) === f);
      const among = inParts(value, 5, cell);
      for (const b of cell) nestedM.set(b, 1 + among(b));
    }
  }

  const {fixed, custom, bins} = settings;
  const fixedF = byOwn(orders, fixed.frequency) ?? fifths[1];
  const fixedM = byOwn(value, fixed.money, unit) ?? fifths[2];
  const fixedR = ({recency}: Buyer): number =>
    recency <= 7 ? 5 : recency <= 30 ? 4 : recency <= 60 ? 3 : recency <= 120 ? 2 : 1;
  const ownR = byOwn(days, custom.recency) ?? inParts(days, bins);
  const ownF = byOwn(orders, custom.frequency) ?? inParts(orders, bins);
  const ownM = byOwn(value, custom.money, unit) ?? inParts(value, bins);
  const most = (custom.recency?.length ?? bins - 1) + 1;
  const ntiles = [(b: Buyer) => -b.recency, orders, value].map((of) => evenParts(buyers, of, 5));
  return buyers.map((b) => ({
    ...b,
    scores: {
      together: together(b),
      ntile: ntiles.map((part) => part.get(b)!) as Scores,
      nested: [together(b)[0], nestedF.get(b)!, nestedM.get(b)!],
      fixed: [fixedR(b), 1 + fixedF(b), 1 + fixedM(b)],
      airline: airline(b, asOf),
      custom: [most - ownR(b), 1 + ownF(b), 1 + ownM(b)],
    },
  }));
}

/** Parts of equal size from the smallest value up, the first ones larger by one; equal values by customer. */
export function evenParts(
  buyers: readonly Buyer[],
  of: (b: Buyer) => number,
  parts: number,
): Map<Buyer, number> {
  const sorted = [...buyers].sort((a, b) => of(a) - of(b) || (a.customer < b.customer ? -1 : 1));
  const found = new Map<Buyer, number>();
  let place = 0;
  for (let part = 1; part <= parts; ++part) {
    const size = Math.floor(buyers.length / parts) + (part <= buyers.length % parts ? 1 : 0);
    for (let k = 0; k < size; ++k) found.set(sorted[place++]!, part);
  }
  return found;
}

function airline({last, orders24, amount24}: Buyer, asOf: string): Scores {
  const since = [1, 3, 6, 12].filter((months) => last < monthsBefore(asOf, months)).length;
  const often = [2, 6, 11, 24].filter((least) => orders24 >= least).length;
  const much = [500, 1000, 3000, 5000].filter((b) => orders24 > 0 && amount24 > b * 100 * orders24).length;
  return [5 - since, 1 + often, 1 + much];
}
