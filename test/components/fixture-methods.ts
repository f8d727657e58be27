import type {RankingMethod} from "../../src/cubes/value.js";
import type {Cubes, Measure} from "../../src/cubes.js";
import {noise, sum} from "./fixture-customers.js";
import type {Dated} from "./fixture-rfm.js";

const methods: readonly RankingMethod[] = ["abc", "rfm", "clv", "last_spend", "recency"];
const level: Record<RankingMethod, number> = {
  abc: 0.665,
  rfm: 0.6,
  clv: 0.69,
  last_spend: 0.5,
  recency: 0.28,
};
const cuts = ["2024-03-31", "2024-06-30", "2024-09-30", "2024-12-31"];

/** The methods measured at four cuts, their means, and how far they agree. */
export function methodCubes(): Pick<Cubes, "methods" | "method-summary" | "method-agreement"> {
  const rows = cuts.flatMap((cut, i) =>
    methods.map((method, k) => ({
      cut,
      until: `${Number(cut.slice(0, 4)) + 1}${cut.slice(4)}`,
      method,
      customers: 586 + 18 * i,
      captured: level[method] + 0.07 * (noise(i, 60 + k) - 0.5),
      best_possible: 0.79 + 0.02 * noise(i, 70),
      rank_correlation: level[method] * 0.9 + 0.05 * noise(i, 80 + k),
    })),
  );
  const best = cuts.map((cut) =>
    rows.filter((r) => r.cut === cut).reduce((a, b) => (b.captured > a.captured ? b : a)),
  );
  return {
    methods: rows,
    "method-summary": methods.map((method) => {
      const mine = rows.filter((r) => r.method === method);
      const mean = sum(mine, (r) => r.captured) / mine.length;
      const spread = Math.sqrt(sum(mine, (r) => (r.captured - mean) ** 2) / (mine.length - 1));
      const half = (3.182 * spread) / Math.sqrt(mine.length);
      return {
        method,
        cuts: mine.length,
        mean,
        low: mean - half,
        high: mean + half,
        wins: best.filter((b) => b.method === method).length,
        rank_correlation: sum(mine, (r) => r.rank_correlation) / mine.length,
      };
    }),
    "method-agreement": methods.flatMap((one, i) =>
      methods
        .slice(i + 1)
        .map((other, k) => ({one, other, agreement: 0.75 - 0.12 * (i + k) + 0.1 * noise(i, 90 + k)})),
    ),
  };
}

/** How concentrated the money is at each date. */
export function concentrationCube(byDate: readonly Dated[]): Cubes["concentration"] {
  return byDate.flatMap(({as_of, customers}) =>
    (["revenue", "profit"] as Measure[]).map((measure) => {
      const values = customers.map((c) => c[measure]).sort((a, b) => b - a);
      const n = values.length;
      const total = sum(values, (x) => x);
      const positive = sum(values, (x) => Math.max(0, x));
      const top = (share: number): number =>
        sum(values.slice(0, Math.ceil(share * n - 1e-9)), (x) => x) / total;
      const hhi = sum(values, (x) => (Math.max(0, x) / positive) ** 2);
      const weighted = sum(values, (x) => x) ? values.reduce((s, x, i) => s + (n - 1 - 2 * i) * x, 0) : 0;
      return {
        as_of,
        measure,
        customers: n,
        top1_share: top(0.01),
        top5_share: top(0.05),
        top10_share: top(0.1),
        top20_share: top(0.2),
        gini: weighted / ((n - 1) * sum(values, Math.abs)),
        hhi,
        effective_customers: 1 / hhi,
      };
    }),
  );
}
