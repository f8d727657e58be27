import type {Account} from "./account.js";
import type {Attention, Tier} from "./attention.js";
import {dayOf, historyDays, minutesOfDay} from "./calendar.js";
import type {Complaint} from "./complaints.js";
import type {Interaction} from "./interactions.js";
import {decimal} from "./money.js";
import type {Line} from "./purchases.js";
import {Random} from "./random.js";
import type {Cell} from "./write-csv.js";

/** Booked by the year at first, by the quarter since 2024. */
const quarters = ["01-01", "04-01", "07-01", "10-01"];
const periods = [
  ...[2021, 2022, 2023].map((year) => ({name: `${year}`, from: dayOf(`${year}-01-01`)})),
  ...[2024, 2025].flatMap((year) =>
    quarters.map((day, k) => ({name: `${year}-Q${k + 1}`, from: dayOf(`${year}-${day}`)})),
  ),
].map((period, k, all) => ({...period, to: (all[k + 1]?.from ?? historyDays) - 1}));

/** The period of each day of the history. */
const periodOfDay = new Uint8Array(historyDays);
for (const [k, {from, to}] of periods.entries()) periodOfDay.fill(k, from, to + 1);

/** Before most contacts were recorded the cost of visiting was booked by tier, in cents a day. */
const bookedByTier: Record<Tier, number> = {key: 2800, regular: 600, small: 380};
const recordedByQuarter = dayOf("2024-01-01");

/** Freight and packing, in cents an order, and as a share of what was sold; service by complaint and by share. */
const freight = {order: 8000, share: 0.012};
const service = {complaint: 260_000, share: 0.006};

/**
 * The rows of `costs` of one account, without its id: what it cost to serve it, by period and kind. Visits cost what
 * the contacts that were held cost, logistics follow the orders, service the complaints, and rebates (to key accounts,
 * at the end of a year) what was bought. Periods that cost nothing have no row.
 */
export function costsOf(
  account: Account,
  attention: Attention,
  lines: Line[],
  interactions: Interaction[],
  complaints: Complaint[],
  seed: number,
): Cell[][] {
  const random = new Random(seed, account.index, "costs");
  const dear = Math.exp(0.25 * random.normal());
  const rebate = attention.tier === "key" && random.chance(0.6) ? random.between(0.005, 0.03) : 0;
  const sums = () => new Float64Array(periods.length);
  const [visits, logistics, served, sold] = [sums(), sums(), sums(), sums()];
  for (const {moment, channel, status} of interactions) {
    const day = Math.floor(moment / minutesOfDay);
    if (day < recordedByQuarter || status === "planned" || status === "cancelled") continue;
    visits[periodOfDay[day]!]! += channel.cost * 100;
  }
  periods.forEach(({from, to}, k) => {
    if (from < recordedByQuarter) visits[k] = bookedVisits(account, attention, from, to);
  });
  let order = "";
  for (const line of lines) {
    const k = periodOfDay[line.day]!;
    if (line.order !== order) logistics[k]! += freight.order;
    order = line.order;
    sold[k]! += line.amount;
  }
  for (const {opened, compensation} of complaints) {
    served[periodOfDay[Math.floor(opened / minutesOfDay)]!]! += service.complaint + (compensation ?? 0);
  }
  const rows: Cell[][] = [];
  const add = (k: number, kind: string, cents: number) => {
    if (cents >= 1) rows.push([periods[k]!.name, decimal(Math.round(cents)), kind]);
  };
  periods.forEach(({name}, k) => {
    const amount = Math.max(0, sold[k]!);
    add(k, "visits", visits[k]! * dear);
    add(k, "logistics", (logistics[k]! + freight.share * amount) * dear);
    add(k, "service", served[k]! + service.share * amount);
    if (name.endsWith("Q4"))
      add(
        k,
        "rebates",
        rebate *
          Math.max(
            0,
            sold.slice(k - 3, k + 1).reduce((a, b) => a + b),
          ),
      );
    else if (name.length === 4) add(k, "rebates", rebate * amount);
  });
  return rows;
}

function bookedVisits(account: Account, {tier, factor}: Attention, from: number, to: number): number {
  if (account.type === "prospect") return 0;
  const days = Math.min(to + 1, account.churned + 90) - Math.max(from, account.acquired - 60);
  return Math.max(0, days) * bookedByTier[tier] * factor * (account.story?.attention(from) ?? 1);
}
