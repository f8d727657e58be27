/**
 * The arithmetic of a gift budget: tiers of customers, largest first, each with a cost a head. Pure, and used by the
 * build, the browser and the tests alike. Money is in any one unit; shares are in whole per cents of the customers.
 */

/** One tier: its share of all customers in per cent, and what is spent on each of its customers. */
export interface Tier {
  share: number;
  cost: number;
}

/** What the first so many customers brought together; the curve's points are exact and rise in customers. */
export interface CurvePoint {
  customers: number;
  amount: number;
  /** Of these, public accounts; null where that may not be told. */
  public_customers?: number | null;
}

/** A tier worked out. */
export interface TierResult extends Tier {
  /** Customers before the tier, and in it. */
  before: number;
  heads: number;
  total: number;
  /** What its customers brought; null where the curve has no point at one of its ends. */
  value: number | null;
  /** Value covered for each unit spent; null where nothing is spent, or the value is not known. */
  valuePerUnit: number | null;
  publicCustomers: number | null;
  /** Whether its cost a head is above the cap for a recipient, and above what public officials may get. */
  aboveCap: boolean;
  abovePublicLimit: boolean;
}

export interface Plan {
  tiers: TierResult[];
  customers: number;
  total: number;
  /** Total over all customers; 0 where there are none. */
  perHead: number;
}

interface Limits {
  /** Most that one recipient may get; none where it is left out. */
  cap?: number;
  publicLimit?: number;
}

/** The most tiers a plan may have. */
export const mostTiers = 6;

/**
 * What is wrong with some tiers, as a code; null where nothing is.
 * `shares` where they are no whole per cents from 1 that add up to 100, `costs` where one is no number from 0.
 */
export function planFault(tiers: readonly Tier[]): "tiers" | "shares" | "costs" | null {
  if (tiers.length === 0 || tiers.length > mostTiers) return "tiers";
  if (!tiers.every((t) => Number.isInteger(t.share) && t.share >= 1)) return "shares";
  if (tiers.reduce((sum, t) => sum + t.share, 0) !== 100) return "shares";
  if (!tiers.every((t) => Number.isFinite(t.cost) && t.cost >= 0)) return "costs";
  return null;
}

/** The customers among the first `percent` of all: half a customer is rounded up, so that tiers add up to everyone. */
export function headsUpTo(percent: number, customers: number): number {
  return Math.floor((percent * customers + 50) / 100);
}

/**
 * Works a plan out over a number of customers ranked by the curve.
 *
 * @throws Error where `planFault` finds one
 */
export function planBudget(
  tiers: readonly Tier[],
  customers: number,
  curve: readonly CurvePoint[] = [],
  {cap, publicLimit}: Limits = {},
): Plan {
  const fault = planFault(tiers);
  if (fault) throw new Error(`a plan's ${fault} are wrong: ${JSON.stringify(tiers)}`);
  const at = new Map(curve.map((p) => [p.customers, p]));
  const none: CurvePoint = {customers: 0, amount: 0, public_customers: 0};
  const point = (n: number): CurvePoint | undefined => (n === 0 ? none : at.get(n));
  let share = 0;
  const results = tiers.map((tier): TierResult => {
    const before = headsUpTo(share, customers);
    share += tier.share;
    const heads = headsUpTo(share, customers) - before;
    const [from, to] = [point(before), point(before + heads)];
    const value = heads === 0 ? 0 : from && to ? to.amount - from.amount : null;
    const total = heads * tier.cost;
    const [some, more] = [from?.public_customers ?? null, to?.public_customers ?? null];
    return {
      ...tier,
      before,
      heads,
      total,
      value,
      valuePerUnit: value === null || total === 0 ? null : value / total,
      publicCustomers: heads === 0 ? 0 : some === null || more === null ? null : more - some,
      aboveCap: cap !== undefined && tier.cost > cap,
      abovePublicLimit: publicLimit !== undefined && tier.cost > publicLimit,
    };
  });
  const total = results.reduce((sum, t) => sum + t.total, 0);
  return {tiers: results, customers, total, perHead: customers === 0 ? 0 : total / customers};
}

/**
 * The cost a head of one tier at which the plan costs as much as another total: 160 for the source's letter, where plan 2
 * leaves 800 of 1,000 customers to it and plan 1 costs 200,000. Null where the tier holds nobody; below zero where the
 * other tiers alone cost more.
 */
export function breakEven(plan: Plan, tier: number, against: number): number | null {
  const one = plan.tiers[tier];
  if (!one || one.heads === 0) return null;
  return (against - (plan.total - one.total)) / one.heads;
}

/** What a reader has entered: the tiers, what customers are ranked by, and the cap. */
export interface BudgetState {
  tiers: Tier[];
  by: "revenue" | "profit";
  cap: number | null;
}

/** A state as the query of an address: `tiers=4x1000-16x200-80x0&by=profit&cap=500`. */
export function budgetQuery({tiers, by, cap}: BudgetState): string {
  const text = tiers.map((t) => `${t.share}x${t.cost}`).join("-");
  return `tiers=${text}&by=${by}${cap === null ? "" : `&cap=${cap}`}`;
}

/** The state that a query holds; null where it holds none, or a wrong one. */
export function parseBudget(query: string): BudgetState | null {
  const given = new URLSearchParams(query);
  const tiers = (given.get("tiers") ?? "").split("-").map((part) => {
    const [, share, cost] = /^(\d{1,3})x(\d{1,9}(?:\.\d{1,4})?)$/.exec(part) ?? [];
    return {share: Number(share), cost: Number(cost)};
  });
  if (planFault(tiers)) return null;
  const cap = given.get("cap");
  if (cap !== null && !/^\d{1,9}(\.\d{1,4})?$/.test(cap)) return null;
  return {
    tiers,
    by: given.get("by") === "profit" ? "profit" : "revenue",
    cap: cap === null ? null : Number(cap),
  };
}
