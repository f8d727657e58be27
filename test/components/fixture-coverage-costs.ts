import type {CoverageCubes, WhalePoint} from "../../src/cubes/coverage.js";
import type {AbcClass} from "../../src/cubes.js";
import {grouped, hiding, type Seen} from "./fixture-coverage-customers.js";
import {sum} from "./fixture-customers.js";

function whale(all: readonly Seen[], measure: WhalePoint["measure"], smallest: number): WhalePoint[] {
  const value = (c: Seen): number => c.profit - (measure === "after" ? c.cost : 0);
  const ranked = [...all].sort((a, b) => value(b) - value(a));
  const total = sum(all, (c) => c.profit);
  let amount = 0;
  const points = ranked.map((c, i) => {
    amount += value(c);
    return {
      measure,
      customers: i + 1,
      amount,
      customer_share: (i + 1) / ranked.length,
      amount_share: amount / total,
      peak: false,
    };
  });
  const kept = points.filter((p) => p.customers % (8 * smallest) === 0 || p.customers === ranked.length);
  const best = kept.reduce((a, b) => (b.amount > a.amount ? b : a));
  return kept.map((p) => ({...p, peak: p === best}));
}

/** What it costs to serve the invented customers, and what may be spent on them. */
export function costsFixture(all: readonly Seen[], smallest: number): Partial<CoverageCubes> {
  const hide = hiding(smallest);
  return {
    "cost-to-serve": hide(
      "cost-to-serve",
      grouped(
        all,
        (c) => `${c.class}|${c.profit < c.cost ? "below" : "earns"}`,
        (key, group) => ({
          class: key.split("|")[0] as AbcClass,
          standing: key.split("|")[1] as "below" | "earns",
          customers: group.length,
          revenue: sum(group, (c) => c.revenue),
          profit: sum(group, (c) => c.profit),
          cost: sum(group, (c) => c.cost),
          suppressed: false,
        }),
      ),
    ),
    "whale-after-cost": [...whale(all, "before", smallest), ...whale(all, "after", smallest)],
    "budget-curve": (["revenue", "profit"] as const).flatMap((measure) => {
      const ranked = [...all].sort((a, b) => b[measure] - a[measure]);
      return Array.from({length: 100}, (_, i) => {
        const customers = Math.floor(((i + 1) * ranked.length + 50) / 100);
        return {
          measure,
          percent: i + 1,
          customers,
          amount: sum(ranked.slice(0, customers), (c) => c[measure]),
          public_customers: smallest > 1 && i < 99 ? null : Math.floor(customers / 10),
        };
      });
    }),
  };
}

/** Those who cost more than they bring, by name. */
export function costAccounts(all: readonly Seen[]): CoverageCubes["cost-accounts"] {
  return all
    .filter((c) => c.profit < c.cost)
    .sort((a, b) => a.profit - a.cost - (b.profit - b.cost))
    .slice(0, 20)
    .map((c) => ({
      customer_id: c.id,
      name: c.name,
      class: c.class,
      revenue: c.revenue,
      profit: c.profit,
      cost: c.cost,
    }));
}
