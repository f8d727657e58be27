import type {Binding, GridRow, Lean, RelationshipCubes} from "../../src/cubes/relationship.js";
import {gridStages, walletStages} from "../../src/cubes.js";
import {type Customer, gridStage, minimums, noise, sum, walletStage} from "./fixture-customers.js";
import {scores} from "./fixture-scores.js";

type Hide = <T extends {customers: number | null; suppressed: boolean}>(row: T) => T;

/** What the next stage asks of two levels that the account does not have, and which axis is further ahead than asked. */
function standing(personal: number, company: number): {binding: Binding; lean: Lean} {
  const rising = [...minimums].reverse();
  const met = rising.map((m) => personal >= m.personal && company >= m.company);
  const next = rising[met.lastIndexOf(true) + 1];
  if (!next) return {binding: "none", lean: "balanced"};
  const [short, thin] = [personal < next.personal, company < next.company];
  const asked = next.personal - next.company;
  return {
    binding: short && thin ? "both" : short ? "personal" : "company",
    lean:
      personal > company && personal - company > asked
        ? "person"
        : company > personal && company - personal > -asked
          ? "thin"
          : "balanced",
  };
}

const bandsOf = (days: readonly number[]) =>
  [...days, null].map((to_days, i) => ({
    band: i + 1,
    from_days: i === 0 ? 0 : days[i - 1]! + 1,
    to_days,
  }));

const spendOf = (c: Customer): number => (c.share ? Math.round(Math.max(0, c.revenue) / c.share) : 0);
const oursOf = (c: Customer): number => (c.share ? Math.max(0, c.revenue) : 0);
const gapOf = (c: Customer): number => spendOf(c) - oursOf(c);
const dayBefore = (days: number): string => {
  const date = new Date(Date.UTC(2025, 11, 31));
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
};
const ageOf = (c: Customer): number => Math.floor(520 * noise(Number(c.id.slice(1)), 31) ** 2);

/** The cubes of the 25-grid and the share of wallet over the invented customers. */
export function relationshipCubes(
  byDate: readonly {as_of: string; customers: Customer[]}[],
  hide: Hide,
  named: boolean,
): Partial<RelationshipCubes> {
  const now = byDate.at(-1)!.customers;
  const grid = byDate.flatMap((d) =>
    gridStages.flatMap((stage) => {
      const levels = stage === "unassessed" ? [null] : scores;
      return levels.flatMap((personal) =>
        levels.flatMap((company): GridRow[] => {
          const group = d.customers.filter(
            (c) =>
              gridStage(c) === stage &&
              (stage === "unassessed" || (c.personal === personal && c.company === company)),
          );
          const at =
            personal === null || company === null ? {binding: null, lean: null} : standing(personal, company);
          return group.length === 0
            ? []
            : [
                hide({
                  as_of: d.as_of,
                  stage,
                  personal,
                  company,
                  ...at,
                  customers: group.length,
                  revenue: sum(group, (c) => c.revenue),
                  profit: sum(group, (c) => c.profit),
                  stale_customers: stage === "unassessed" ? 0 : Math.floor(group.length / 4),
                  suppressed: false,
                }),
              ];
        }),
      );
    }),
  );
  const assessed = now.filter((c) => c.personal !== null);
  const figured = now.filter((c) => c.share !== null);
  const aged = <Stage>(
    customers: Customer[],
    stages: readonly Stage[],
    of: (c: Customer) => Stage,
    days: readonly number[],
  ) =>
    stages.flatMap((stage) =>
      bandsOf(days).flatMap((band) => {
        const group = customers.filter(
          (c) =>
            of(c) === stage &&
            ageOf(c) >= band.from_days &&
            (band.to_days === null || ageOf(c) <= band.to_days),
        );
        return group.length ? [{stage, ...band, group}] : [];
      }),
    );
  const largest = [...now].sort((a, b) => b.revenue - a.revenue || (a.id < b.id ? -1 : 1));
  const id = (c: Customer) => ({customer_id: c.id, name: c.name});
  const regions = ["North", "South", "East", null];
  const segments = (["abc", "rfm_segment", "region", "industry"] as const).flatMap((dimension) => {
    const names =
      dimension === "abc"
        ? ["A", "B", "C"]
        : dimension === "rfm_segment"
          ? ["champions", "at_risk", "hibernating"]
          : regions;
    return names.map((name, i) => {
      const group = figured.filter((c) => Number(c.id.slice(1)) % names.length === i);
      return hide({
        dimension,
        part: name === null ? ("unknown" as const) : ("named" as const),
        name,
        customers: group.length,
        category_spend: sum(group, spendOf),
        ours: sum(group, oursOf),
        gap: sum(group, gapOf),
        suppressed: false,
      });
    });
  });
  const cubes: RelationshipCubes = {
    grid,
    "assessment-ages": aged(assessed, gridStages, gridStage, [90, 180, 365]).map(({group, ...row}) =>
      hide({
        ...row,
        customers: group.length,
        revenue: sum(group, (c) => c.revenue),
        profit: sum(group, (c) => c.profit),
        suppressed: false,
      }),
    ),
    "reliance-accounts": (["person", "thin"] as const).flatMap((lean) =>
      largest
        .filter((c) => c.personal !== null && standing(c.personal, c.company!).lean === lean)
        .slice(0, 20)
        .map((c) => ({
          lean,
          ...id(c),
          stage: gridStage(c),
          personal: c.personal!,
          company: c.company!,
          binding: standing(c.personal!, c.company!).binding,
          assessed_on: dayBefore(ageOf(c)),
          revenue: c.revenue,
          profit: c.profit,
        })),
    ),
    "stale-assessments": largest
      .filter((c) => c.personal !== null && ageOf(c) > 180)
      .slice(0, 20)
      .map((c) => ({
        ...id(c),
        stage: gridStage(c),
        assessed_on: dayBefore(ageOf(c)),
        days_ago: ageOf(c),
        revenue: c.revenue,
      })),
    wallet: byDate.flatMap((d) =>
      walletStages.map((stage) => {
        const group = d.customers.filter((c) => walletStage(c) === stage);
        const known = stage !== "unknown";
        return hide({
          as_of: d.as_of,
          stage,
          customers: group.length,
          revenue: sum(group, (c) => c.revenue),
          profit: sum(group, (c) => c.profit),
          category_spend: known ? sum(group, spendOf) : null,
          ours: known ? sum(group, oursOf) : null,
          gap: known ? sum(group, gapOf) : null,
          suppressed: false,
        });
      }),
    ),
    "wallet-ages": aged(figured, walletStages, walletStage, [180, 365, 730]).map(({group, ...row}) =>
      hide({
        ...row,
        customers: group.length,
        category_spend: sum(group, spendOf),
        gap: sum(group, gapOf),
        suppressed: false,
      }),
    ),
    "wallet-segments": segments,
    "wallet-accounts": [...figured]
      .sort((a, b) => gapOf(b) - gapOf(a) || (a.id < b.id ? -1 : 1))
      .slice(0, 20)
      .map((c) => ({
        ...id(c),
        stage: walletStage(c),
        share: c.share!,
        figure_on: dayBefore(ageOf(c)),
        days_ago: ageOf(c),
        basis: Number(c.id.slice(1)) % 2 ? "survey" : "estimate",
        category_spend: spendOf(c),
        ours: oursOf(c),
        gap: gapOf(c),
      })),
    "contact-pattern": walletStages.map((stage, i) => {
      const group = now.filter((c) => walletStage(c) === stage);
      return hide({
        stage,
        customers: group.length,
        met_customers: Math.floor(group.length * 0.6),
        departments: 1 + 0.4 * i,
        people: 1.2 + 0.5 * i,
        senior_customers: Math.floor(group.length * 0.3),
        suppressed: false,
      });
    }),
    "senior-visits": largest
      .filter((c) => ["stable", "strategic"].includes(walletStage(c)) && ageOf(c) > 100)
      .slice(0, 20)
      .map((c, i) => ({
        ...id(c),
        stage: walletStage(c),
        share: c.share!,
        senior_visit_on: i % 3 ? dayBefore(200 + i) : null,
        revenue: c.revenue,
      })),
    "stage-cross": gridStages.flatMap((g) =>
      walletStages.flatMap((w) => {
        const group = now.filter((c) => gridStage(c) === g && walletStage(c) === w);
        return group.length
          ? [
              hide({
                grid_stage: g,
                wallet_stage: w,
                customers: group.length,
                revenue: sum(group, (c) => c.revenue),
                suppressed: false,
              }),
            ]
          : [];
      }),
    ),
    "stage-mismatches": largest.flatMap((c) => {
      if (c.share === null || c.personal === null) return [];
      const low = ["pre", "nurturing"].includes(gridStage(c));
      const high = ["partner", "advanced"].includes(gridStage(c));
      if (low ? c.share < 0.5 : !high || c.share >= 0.5) return [];
      return [
        {
          ...id(c),
          grid_stage: gridStage(c),
          wallet_stage: walletStage(c),
          personal: c.personal,
          company: c.company!,
          share: c.share,
          revenue: c.revenue,
          kind: low ? ("wallet_ahead" as const) : ("relationship_ahead" as const),
        },
      ];
    }),
  };
  if (named) return cubes;
  const byName: string[] = [
    "reliance-accounts",
    "stale-assessments",
    "wallet-accounts",
    "senior-visits",
    "stage-mismatches",
  ];
  return Object.fromEntries(Object.entries(cubes).filter(([name]) => !byName.includes(name)));
}
