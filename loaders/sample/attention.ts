import {type Account, yearlySpend} from "./account.js";
import {dayOf} from "./calendar.js";
import {Random} from "./random.js";

/** How the sales team sorts its accounts: nearly a third are key, a fifth small. */
export type Tier = "key" | "regular" | "small";

/** What the sales team gives one account. */
export interface Attention {
  tier: Tier;
  /** Its effort as a multiple of what the tier gets: near 1, far below at a neglected key account. */
  factor: number;
  /** The effort on a day, 0 to 1 of the account's own. */
  on: (day: number) => number;
}

/** Expected yearly spend from which an account is key, and below which it is small, in yuan. */
const keyFrom = 120_000;
const smallBelow = 22_000;

/** Contacts are recorded here and there since 2023, mostly in 2024, and all since 2025. */
const recordedSince = dayOf("2023-01-01");
const recordedMostlySince = dayOf("2024-01-01");
const recordedAllSince = dayOf("2025-01-01");

export function tierOf(account: Account): Tier {
  const spend = yearlySpend(account);
  if (account.story !== null || spend >= keyFrom) return "key";
  return spend < smallBelow ? "small" : "regular";
}

/**
 * Effort goes to large accounts, but not only: some key accounts are neglected and some small ones pampered. It begins
 * before the first order, goes on for some months after a dropout that nobody has noticed, and then nearly ends.
 */
export function attentionTo(account: Account, seed: number): Attention {
  const random = new Random(seed, account.index, "attention");
  const tier = tierOf(account);
  const spread = Math.exp(0.5 * random.normal() - 0.08);
  const odd = random.uniform();
  const noticed = account.churned + random.between(60, 240);
  const courted = recordedSince + random.uniform() * 900;
  const {story, acquired, churned} = account;
  if (story !== null) return {tier, factor: 1, on: (day) => recorded(day) * story.attention(day)};
  const factor =
    tier === "key" && odd < 0.18 ? 0.25 * spread : tier === "small" && odd < 0.15 ? 4 * spread : spread;
  if (account.type === "prospect") {
    return {tier, factor, on: (day) => (day < courted ? 0 : 0.4 * recorded(day))};
  }
  const on = (day: number) => {
    if (day < acquired - 120) return 0;
    if (day < acquired) return 0.5 * recorded(day);
    if (day < churned) return recorded(day);
    return (day < noticed ? 0.6 : 0.08) * recorded(day);
  };
  return {tier, factor, on};
}

function recorded(day: number): number {
  if (day < recordedSince) return 0;
  if (day < recordedMostlySince) return 0.06;
  return day < recordedAllSince ? 0.75 : 1;
}

/** The first day on which any contact is recorded. */
export const firstRecorded = recordedSince;
