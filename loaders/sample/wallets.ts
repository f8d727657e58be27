import type {Account} from "./account.js";
import {dayOf, isoDate} from "./calendar.js";
import {population} from "./population.js";
import type {Line} from "./purchases.js";
import {Random} from "./random.js";
import type {Story} from "./stories/story.js";

/** What one account bought in our category from everyone in the 12 months that end on a day. */
interface Wallet {
  as_of: string;
  /** In cents. */
  category_spend: number;
  basis: "survey" | "estimate" | "filing";
}

const closings = [
  "2022-12-31",
  "2023-06-30",
  "2023-12-31",
  "2024-06-30",
  "2024-12-31",
  "2025-06-30",
  "2025-12-31",
];
/** Each closing with the day before its 12 months, and the day before its 365: they differ in leap years. */
const periods = closings.map((closing) => {
  const end = dayOf(closing);
  const aYearBefore = `${Number(closing.slice(0, 4)) - 1}${closing.slice(4)}`;
  return {end, before: [dayOf(aYearBefore), end - 365] as const};
});

/**
 * The wallet figures of one account, oldest first; none for about four accounts in ten.
 *
 * The spend is ours divided by an intended share, rounded up to the cent, so that the share that is read back is never
 * above the intended one and never above 100%. Where we sold nothing in the period the spend is what the account
 * would be expected to buy. A period that ends below zero for us, after refunds, has no share and is left out.
 */
export function walletsOf(account: Account, lines: Line[], seed: number): Wallet[] {
  if (account.story !== null) return scripted(account.story, lines);
  const random = new Random(seed, account.index, "wallets");
  if (!random.chance(account.type === "prospect" ? 0.75 : 0.62)) return [];
  const basis = random.pick(["survey", "survey", "estimate", "estimate", "filing"] as const);
  const step = random.chance(0.3) ? 1 : 2;
  const first = 2 * random.whole(0, 3) - (random.chance(0.25) ? 1 : 0);
  const perYear = 365 * account.lambda * (population.p / account.nu) * 100;
  let share = 0.08 + 0.92 * account.closeness + 0.22 * random.normal();
  const wallets: Wallet[] = [];
  for (let k = Math.max(0, first); k < periods.length; k += step) {
    const {end, before} = periods[k]!;
    // The larger of the two readings of "a year" keeps the share at or below the intended one under both.
    const ours = Math.max(...before.map((day) => spentBetween(lines, day, end)));
    const intended = thousandths(share, basis);
    const elsewhere = Math.ceil(perYear * random.between(0.5, 1.5)) + 100_000;
    if (ours >= 0) {
      const category_spend = ours === 0 ? elsewhere : Math.ceil((ours * 1000) / intended);
      wallets.push({as_of: isoDate(end), category_spend, basis});
    }
    // Few go on asking what an account buys that has stopped buying here.
    if (account.churned < before[1] && random.chance(0.65)) break;
    share += 0.03 + 0.09 * random.normal();
  }
  return wallets;
}

/** The figures of a story, which asks its customer. */
function scripted(story: Story, lines: Line[]): Wallet[] {
  return story.wallets.map(([as_of, percent]) => {
    const {end, before} = periods[closings.indexOf(as_of)]!;
    const ours = Math.max(...before.map((day) => spentBetween(lines, day, end)));
    return {as_of, category_spend: Math.ceil((ours * 100) / percent), basis: "survey"};
  });
}

/** Our share in thousandths, from 3% to 100%. An estimate is in steps of five points, as people estimate. */
function thousandths(share: number, basis: Wallet["basis"]): number {
  const step = basis === "estimate" ? 50 : 1;
  return Math.min(1000, Math.max(basis === "estimate" ? 50 : 30, Math.round((share * 1000) / step) * step));
}

/** Net amount of the lines after `before` and up to `end`, in cents. */
function spentBetween(lines: Line[], before: number, end: number): number {
  let sum = 0;
  for (const line of lines) if (line.day > before && line.day <= end) sum += line.amount;
  return sum;
}
