import type {
  AbcClass,
  AbcPreset,
  AbcRow,
  Cubes,
  GridStage,
  Measure,
  Score,
  WalletStage,
} from "../../src/cubes.js";

/** One invented customer; money in cents over the window. */
export interface Customer {
  id: string;
  name: string;
  revenue: number;
  profit: number;
  orders: number;
  days: number;
  personal: Score | null;
  company: Score | null;
  share: number | null;
}

export const minimums: Cubes["report"]["grid_minimums"] = [
  {stage: "partner", personal: 5, company: 5},
  {stage: "advanced", personal: 4, company: 4},
  {stage: "middle", personal: 4, company: 3},
  {stage: "initial", personal: 3, company: 2},
  {stage: "nurturing", personal: 3, company: 1},
];

/** A number in [0, 1) that depends on its arguments alone. */
export function noise(i: number, salt: number): number {
  let x = Math.imul(i + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
  x = Math.imul(x ^ (x >>> 12), 0x297a2d39);
  return ((x ^ (x >>> 15)) >>> 0) / 2 ** 32;
}

const level = (x: number): Score => Math.min(5, Math.max(1, Math.ceil(x * 5))) as Score;

/** The customers at one date: `step` counts quarters back from the newest. */
export function customersAt(step: number): Customer[] {
  const n = 640 - step * 18;
  return Array.from({length: n}, (_, i) => {
    const scale = 1 - 0.021 * step + 0.03 * noise(step, 7);
    const refunded = noise(i, 1) < 0.03;
    const silent = noise(i, 2) < 0.18;
    const base = Math.round((2_100_000_000 * scale * (0.6 + 0.8 * noise(i, 3))) / (i + 6) ** 0.92);
    const revenue = silent ? 0 : refunded ? -Math.round(base / 6) : base;
    const margin = noise(i, 4) < 0.14 ? -0.35 * noise(i, 5) : 0.12 + 0.3 * noise(i, 5);
    const close = Math.min(0.999, Math.max(0, 0.9 - i / 900 + 0.5 * (noise(i, 6) - 0.5) - step * 0.006));
    const assessed = noise(i, 8) < 0.72;
    return {
      id: `C${String(i + 1).padStart(4, "0")}`,
      name: i % 2 ? `客户${i + 1}号贸易有限公司` : `Customer ${i + 1} & Sons Ltd`,
      revenue,
      profit: Math.round(revenue * margin),
      orders: silent ? 0 : 1 + Math.round((24 / (i + 9) ** 0.35) * noise(i, 9)),
      days: silent
        ? 366 + Math.round(500 * noise(i, 10))
        : Math.round(360 * noise(i, 10) ** 2 * (0.3 + i / n)),
      personal: assessed ? level(close) : null,
      company: assessed ? level(Math.max(0, close + 0.35 * (noise(i, 11) - 0.6))) : null,
      share: noise(i, 12) < 0.55 ? Math.min(1, Math.max(0, close + 0.5 * (noise(i, 13) - 0.5))) : null,
    };
  });
}

export const sum = <T>(rows: readonly T[], of: (row: T) => number): number =>
  rows.reduce((s, row) => s + of(row), 0);

export function gridStage(c: Customer): GridStage {
  if (c.personal === null || c.company === null) return "unassessed";
  return minimums.find((m) => c.personal! >= m.personal && c.company! >= m.company)?.stage ?? "pre";
}

export function walletStage(c: Customer): WalletStage {
  if (c.share === null) return "unknown";
  if (c.share === 0) return c.orders ? "interrupted" : "development";
  return c.share < 0.5 ? "initial" : c.share < 0.8 ? "stable" : "strategic";
}

/** ABC classes of the customers at a date, by both presets and both measures; seven refund-only customers stand outside. */
export function abc(as_of: string, customers: Customer[]): AbcRow[] {
  const rows: AbcRow[] = [];
  for (const preset of ["by-customers", "by-value"] as AbcPreset[])
    for (const measure of ["revenue", "profit"] as Measure[]) {
      const sorted = [...customers].sort((a, b) => b[measure] - a[measure] || (a.id < b.id ? -1 : 1));
      const positive = sum(sorted, (c) => Math.max(0, c[measure]));
      let before = 0;
      const classOf = (c: Customer, i: number): AbcClass => {
        const share = before / positive;
        before += Math.max(0, c[measure]);
        if (preset === "by-customers") {
          const n = sorted.length;
          return i < Math.ceil(0.2 * n) ? "A" : i < Math.ceil(0.9 * n) ? "B" : "C";
        }
        return c[measure] <= 0 ? "D" : share < 0.8 ? "A" : share < 0.95 ? "B" : "C";
      };
      const groups = new Map<AbcClass, Customer[]>();
      sorted.forEach((c, i) => {
        const k = classOf(c, i);
        groups.set(k, [...(groups.get(k) ?? []), c]);
      });
      for (const k of ["A", "B", "C", "D", "none"] as AbcClass[]) {
        const group = groups.get(k) ?? [];
        if (k === "D" && preset === "by-customers") continue;
        rows.push({
          as_of,
          preset,
          measure,
          class: k,
          customers: k === "none" ? 7 : group.length,
          orders: k === "none" ? 0 : sum(group, (c) => c.orders),
          revenue: k === "none" ? -84_150 : sum(group, (c) => c.revenue),
          profit: k === "none" ? -61_000 : sum(group, (c) => c.profit),
          suppressed: false,
        });
      }
    }
  return rows;
}
