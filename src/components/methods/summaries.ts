import type {MethodRow, MethodSummaryRow, RankingMethod} from "../../cubes/value.js";
import type {CubeReader} from "../cube-files.js";

/** The methods in the order in which they stand where none is better. */
export const rankingMethods: readonly RankingMethod[] = ["abc", "rfm", "clv", "last_spend", "recency"];

/** Student's 97.5% points for three cuts to eight; there are at most eight past quarter ends. */
const student = [
  4.302652729911275, 3.182446305284263, 2.776445105198655, 2.570581835636314, 2.446911848791681,
  2.3646242510103,
];

/**
 * The methods over their cuts, best mean first: as the cube says, and under a filter, which has no such cube, worked out
 * from the cuts in the same way (loaders/cubes/method-summary.sql). No rank correlation is known there.
 */
export function methodSummaries(cubes: CubeReader): MethodSummaryRow[] {
  const summaries = cubes.find("method-summary") ?? ofCuts(cubes.find("methods") ?? []);
  return [...summaries].sort(
    (a, b) => b.mean - a.mean || rankingMethods.indexOf(a.method) - rankingMethods.indexOf(b.method),
  );
}

function ofCuts(rows: readonly MethodRow[]): MethodSummaryRow[] {
  const best = new Map<string, number>();
  for (const {cut, captured} of rows) best.set(cut, Math.max(best.get(cut) ?? captured, captured));
  return rankingMethods.flatMap((method) => {
    const own = rows.filter((row) => row.method === method);
    const n = own.length;
    if (n === 0) return [];
    const mean = own.reduce((sum, {captured}) => sum + captured, 0) / n;
    const squares = own.reduce((sum, {captured}) => sum + (captured - mean) ** 2, 0);
    const t = student[n - 3];
    const off = t === undefined ? null : t * Math.sqrt(squares / (n - 1) / n);
    return [
      {
        method,
        cuts: n,
        mean,
        low: off === null ? null : mean - off,
        high: off === null ? null : mean + off,
        wins: own.filter(({cut, captured}) => captured === best.get(cut)).length,
        rank_correlation: null,
      },
    ];
  });
}
