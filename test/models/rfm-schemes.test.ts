import * as fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {RfmScheme} from "../../src/cubes.js";
import {type Published, publishFolder, scoreFolder, Workshop} from "../warehouse/published.js";
import {
  type CostedLine,
  costedCsv,
  costedLedgers,
  plain,
  type RfmSettings,
  type ScoredBuyer,
  type Scores,
  scoredAt,
  tomlOf,
} from "./rfm-oracle.js";

const schemes: readonly RfmScheme[] = ["together", "ntile", "nested", "fixed", "airline", "custom"];
const others = ["nested", "fixed", "airline", "custom"] as const;

let workshop: Workshop;
beforeAll(() => {
  workshop = new Workshop();
});
afterAll(() => workshop.remove());
describe("every scheme, on random ledgers", () => {
  const settings: readonly RfmSettings[] = [
    plain,
    {
      window: "all",
      value: "profit",
      bins: 10,
      fixed: {frequency: [1, 2, 4, 6], money: [100, 500, 1500, 4000]},
      custom: {recency: [30, 200]},
    },
    {window: 180, value: "quantity", bins: 7, fixed: {}, custom: {frequency: [0, 1], money: [1, 2.5, 4]}},
  ];
  interface Case {
    lines: CostedLine[];
    settings: RfmSettings;
    published: Published;
    dates: string[];
    byDate: Map<string, ScoredBuyer[]>;
  }
  let cases: Case[];
  const costedFolder = (lines: CostedLine[], rules: RfmSettings): string =>
    workshop.folder({"transactions.csv": costedCsv(lines), "report.toml": tomlOf(rules)});
  beforeAll(async () => {
    cases = [];
    const random = fc.sample(costedLedgers, {numRuns: settings.length, seed: 20_251_001});
    for (const [i, lines] of random.entries()) {
      const rules = settings[i]!;
      const published = await publishFolder(costedFolder(lines, rules));
      const {dates} = published.cube("report");
      const byDate = new Map(dates.map((day) => [day, scoredAt(lines, day, rules)]));
      cases.push({lines, settings: rules, published, dates, byDate});
    }
  });

  const columns = schemes.flatMap((s) =>
    ["r", "f", "m"].map((axis) =>
      s === "together" ? axis : s === "ntile" ? `${axis}_ntile` : `${axis}_${s}`,
    ),
  );

  it("is what plain loops over the lines give, at every as-of date", async () => {
    for (const {published, dates, byDate} of cases) {
      expect(dates.length).toBeGreaterThan(6);
      const rows = await published.query<Record<string, number | string>>(
        `SELECT as_of, customer_id, ${columns.join(", ")}, orders_24_months
         FROM scores JOIN rfm_schemes USING (as_of, customer_id, ${others.flatMap((s) => [`r_${s}`, `f_${s}`, `m_${s}`]).join(", ")})
         WHERE is_customer ORDER BY as_of, customer_id`,
      );
      const expected = dates.flatMap((day) =>
        byDate.get(day)!.map((buyer) => ({
          as_of: day,
          customer_id: buyer.customer,
          ...Object.fromEntries(columns.map((column, i) => [column, scoreAt(buyer, i)])),
          orders_24_months: buyer.orders24,
        })),
      );
      expect(rows).toEqual(expected);
    }
  });

  const scoreAt = (buyer: ScoredBuyer, column: number): number =>
    buyer.scores[schemes[Math.floor(column / 3)]!][column % 3]!;

  it("grows with the value within its group, and equal values share a score but in bins of equal size", async () => {
    for (const {published, dates, byDate} of cases) {
      const day = dates.at(-1)!;
      const told = await published.query<Record<string, number>>(
        `SELECT ${columns.join(", ")} FROM scores WHERE as_of = DATE '${day}' AND is_customer ORDER BY customer_id`,
      );
      const buyers = byDate.get(day)!.map((buyer, i) => ({
        buyer,
        scores: Object.fromEntries(
          schemes.map((s, k) => [s, columns.slice(3 * k, 3 * k + 3).map((c) => told[i]![c]!)]),
        ) as Record<RfmScheme, Scores>,
      }));
      for (const scheme of schemes) {
        for (const axis of [0, 1, 2] as const) {
          for (const a of buyers) {
            for (const b of buyers) {
              const alike =
                scheme !== "nested" ||
                a.scores.nested.slice(0, axis).join() === b.scores.nested.slice(0, axis).join();
              const [x, y] = [scoredValue(scheme, axis, a.buyer), scoredValue(scheme, axis, b.buyer)];
              const [p, q] = [a.scores[scheme][axis], b.scores[scheme][axis]];
              if (alike && ((x === y && p !== q && scheme !== "ntile") || (x < y && p > q)))
                throw new Error(`${scheme} ${axis}: ${x} gets ${p}, ${y} gets ${q}`);
            }
          }
        }
      }
    }
  });

  it("has cells that add up to the ledger, less those who only gave back", () => {
    for (const {lines, published, dates, byDate, settings: rules} of cases) {
      const buyers = byDate.get(dates.at(-1)!)!;
      const totals = ["revenue", "profit", "orders"] as const;
      for (const scheme of schemes) {
        const cells = published.cube("rfm").filter((row) => row.scheme === scheme);
        expect(new Set(cells.map(({r, f, m}) => `${r}${f}${m}`)).size).toBe(cells.length);
        expect(cells.reduce((all, row) => all + row.customers!, 0)).toBe(buyers.length);
        for (const total of totals) {
          const counted = cells.reduce((all, row) => all + row[total]!, 0);
          expect(counted).toBe(buyers.reduce((all, b) => all + b[total], 0));
        }
        for (const {r, f, m, customers, recency_days} of cells) {
          const cell = buyers.filter((b) => b.scores[scheme].join() === [r, f, m].join());
          expect(customers).toBe(cell.length);
          expect(recency_days).toBeCloseTo(cell.reduce((all, b) => all + b.recency, 0) / cell.length, 0.5);
        }
      }
      if (rules.window === "all") {
        const known = new Set(buyers.map((b) => b.customer));
        const refundOnly = lines.filter((line) => !known.has(line.customer));
        const cells = published.cube("rfm").filter((row) => row.scheme === "airline");
        const money = (part: readonly CostedLine[]): number => part.reduce((all, l) => all + l.cents, 0);
        expect(cells.reduce((all, row) => all + row.revenue!, 0) + money(refundOnly)).toBe(money(lines));
      }
    }
  });

  it("publishes the smallest and the largest value of each score", () => {
    for (const {published, dates, byDate} of cases) {
      const expected: Record<string, number[]> = {};
      for (const buyer of byDate.get(dates.at(-1)!)!) {
        for (const scheme of schemes) {
          for (const axis of [0, 1, 2] as const) {
            const key = `${scheme} ${"rfm"[axis]} ${buyer.scores[scheme][axis]}`;
            const value = shownOf(scheme, axis, buyer);
            const [low, high, n] = expected[key] ?? [value, value, 0];
            expected[key] = [Math.min(low!, value), Math.max(high!, value), n! + 1];
          }
        }
      }
      const rows = published.cube("rfm-thresholds");
      expect(
        Object.fromEntries(
          rows.map((row) => [
            `${row.scheme} ${row.axis} ${row.score}`,
            [row.lowest, row.highest, row.customers],
          ]),
        ),
      ).toEqual(expected);
      expect(rows).toHaveLength(Object.keys(expected).length);
    }
  });

  it("stays when all money is seven times as much, but where money has breaks in money, which then rises", async () => {
    const {lines, settings: rules, published} = cases[1]!;
    const dearer = lines.map((line) => ({
      ...line,
      cents: line.cents * 7,
      cost: line.cost === null ? null : line.cost * 7,
    }));
    const scaled = await scoreFolder(costedFolder(dearer, rules));
    const relative = columns.filter((column) => column !== "m_fixed" && column !== "m_airline");
    const still = `SELECT as_of, customer_id, ${relative.join(", ")} FROM scores WHERE is_customer ORDER BY as_of, customer_id`;
    expect(await scaled.query(still)).toEqual(await published.query(still));
    const rising = "SELECT m_fixed, m_airline FROM scores WHERE is_customer ORDER BY as_of, customer_id";
    const [before, after] = [
      await published.query<Record<string, number>>(rising),
      await scaled.query<Record<string, number>>(rising),
    ];
    for (const column of ["m_fixed", "m_airline"]) {
      expect(before.filter((row, i) => row[column]! > after[i]![column]!)).toEqual([]);
      expect(before.filter((row, i) => row[column]! < after[i]![column]!).length).toBeGreaterThan(0);
    }
  });

  it("doesn't know in which order the rows stand", async () => {
    const {lines, settings: rules, published} = cases[2]!;
    const shuffled = await scoreFolder(costedFolder(lines.toReversed(), rules));
    for (const table of ["rfm_schemes", "rfm_ranks"]) {
      const all = `FROM ${table} ORDER BY as_of, customer_id`;
      expect(await shuffled.query(all)).toEqual(await published.query(all));
    }
  });
});

/** What an axis of a scheme scores, more being better. */
function scoredValue(scheme: RfmScheme, axis: 0 | 1 | 2, buyer: ScoredBuyer): number {
  if (axis === 0) return -buyer.recency;
  if (axis === 1) return scheme === "airline" ? buyer.orders24 : buyer.orders;
  if (scheme !== "airline") return buyer.value;
  return buyer.orders24 === 0 ? 0 : buyer.amount24 / buyer.orders24;
}

/** The same as a threshold shows it: days, purchases, and cents or quantities to the nearest whole one. */
function shownOf(scheme: RfmScheme, axis: 0 | 1 | 2, buyer: ScoredBuyer): number {
  if (axis === 0) return buyer.recency;
  const value = scoredValue(scheme, axis, buyer);
  return Math.sign(value) * Math.round(Math.abs(value)) + 0;
}
