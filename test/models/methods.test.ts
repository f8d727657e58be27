import {group} from "d3";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {AgreementRow, MethodRow, MethodSummaryRow, RankingMethod} from "../../src/cubes/value.js";
import {Workshop} from "../warehouse/published.js";
import {sampleFolder} from "../warehouse/sample-folder.js";
import {dayNumber} from "./lifetime-value/purchase-summary.js";
import {type Purchase, purchasesOf, Scored} from "./scored.js";

const methods: RankingMethod[] = ["abc", "rfm", "clv", "last_spend", "recency"];
const sum = (values: number[]): number => values.reduce((all, value) => all + value, 0);

let workshop: Workshop;
let sampleData: string;
let sample: Scored;
beforeAll(async () => {
  workshop = new Workshop();
  sampleData = await sampleFolder();
  sample = await Scored.open(workshop, sampleData);
});
afterAll(() => workshop.remove());

interface Ranked {
  id: string;
  following: number;
  scores: Record<RankingMethod, number>;
  /** RFM's product, money, frequency and recency: the order in which equal products stand. */
  rfm: number[];
}

/** Customers known at a cut, by loops over the ledger; RFM's scores and the values still to come are the warehouse's. */
async function rankedAt(
  scored: Scored,
  cut: number,
  period: number,
  money: "revenue" | "profit",
): Promise<Ranked[]> {
  const ledger = group(await purchasesOf(scored), (p) => p.customer_id);
  const of = money === "profit" ? (p: Purchase) => p.profit : (p: Purchase) => p.amount;
  const at = `as_of = DATE '1970-01-01' + ${cut}`;
  const known = await scored.rows<{id: string; r: number; f: number; m: number; clv: number}>(
    `SELECT customer_id AS id, r, f, m, clv_future::DOUBLE AS clv
     FROM rfm JOIN lifetime_values USING (as_of, customer_id) WHERE ${at} ORDER BY customer_id`,
  );
  const [{from}] = (await scored.rows<{from: number}>(
    `SELECT DISTINCT (window_from - DATE '1970-01-01')::INTEGER AS "from" FROM as_of_dates WHERE ${at}`,
  )) as [{from: number}];
  return known.map(({id, r, f, m, clv}) => {
    const own = ledger.get(id)!;
    const between = (after: number, to: number) => own.filter((p) => p.day > after && p.day <= to);
    const window = between(from - 1, cut);
    const last = Math.max(...own.filter((p) => p.orders > 0 && p.day <= cut).map((p) => p.day));
    return {
      id,
      following: sum(between(cut, cut + period).map(of)),
      scores: {
        abc: sum(window.map(of)),
        rfm: r * f * m,
        clv,
        last_spend: sum(between(cut - period, cut).map((p) => p.amount)),
        recency: last - cut,
      },
      rfm: [r * f * m, sum(window.map((p) => p.amount)), sum(window.map((p) => p.orders)), last - cut],
    };
  });
}

/** Money to the hundredth of a cent, so that sums that ought to be equal are. */
const exact = (value: number): number => Math.round(value * 1e4);

function topOf(customers: Ranked[], key: (customer: Ranked) => number[]): Set<string> {
  const order = [...customers].sort((a, b) => {
    const [one, other] = [key(a), key(b)];
    const differs = one.findIndex((value, i) => exact(value) !== exact(other[i]!));
    return differs < 0 ? (a.id < b.id ? -1 : 1) : other[differs]! - one[differs]!;
  });
  return new Set(order.slice(0, Math.ceil(customers.length / 5)).map(({id}) => id));
}

const topBy = (customers: Ranked[], method: RankingMethod): Set<string> =>
  topOf(customers, (c) => (method === "rfm" ? c.rfm : [c.scores[method]]));

function share(customers: Ranked[], top: Set<string>): number {
  return (
    sum(customers.filter(({id}) => top.has(id)).map((c) => c.following)) /
    sum(customers.map((c) => c.following))
  );
}

/** Spearman by Pearson's formula over ranks that are counted. */
function spearman(one: number[], other: number[]): number {
  const ranks = (list: number[]) =>
    list.map(exact).map((a, _, all) => sum(all.map((b) => (b < a ? 1 : b === a ? 0.5 : 0))));
  const centred = (list: number[]) => ranks(list).map((rank) => rank - list.length / 2);
  const [x, y] = [centred(one), centred(other)];
  return (
    sum(x.map((value, i) => value * y[i]!)) /
    Math.sqrt(sum(x.map((value) => value ** 2)) * sum(y.map((value) => value ** 2)))
  );
}

describe("the methods compared on the sample business", () => {
  it("are what sorting and counting by hand gives, on profit and on revenue", async () => {
    const byRevenue = await Scored.open(workshop, sampleData, {measure: "revenue"});
    for (const [scored, money] of [
      [sample, "profit"],
      [byRevenue, "revenue"],
    ] as const) {
      const rows = await scored.cube<MethodRow>("methods");
      const cuts = [...new Set(rows.map(({cut}) => cut))];
      expect(cuts).toEqual(["2023-12-31", "2024-03-31", "2024-06-30", "2024-09-30", "2024-12-31"]);
      for (const cut of cuts) {
        const customers = await rankedAt(scored, dayNumber(cut), 365, money);
        const best = share(
          customers,
          topOf(customers, (c) => [c.following]),
        );
        for (const method of methods) {
          const row = rows.find((candidate) => candidate.cut === cut && candidate.method === method)!;
          expect(dayNumber(row.until) - dayNumber(cut)).toBe(365);
          expect(row.customers).toBe(customers.length);
          expect(row.captured).toBeCloseTo(share(customers, topBy(customers, method)), 10);
          expect(row.best_possible).toBeCloseTo(best, 10);
          expect(row.captured).toBeLessThanOrEqual(row.best_possible);
          const correlation = spearman(
            customers.map((c) => c.scores[method]),
            customers.map((c) => c.following),
          );
          expect(row.rank_correlation).toBeCloseTo(correlation, 10);
        }
      }
    }
  });

  it("agree at the newest cut as far as their tops share customers", async () => {
    const customers = await rankedAt(sample, dayNumber("2024-12-31"), 365, "profit");
    const rows = await sample.cube<AgreementRow>("method-agreement");
    expect(rows).toHaveLength(10);
    for (const {one, other, agreement} of rows) {
      const [a, b] = [topBy(customers, one), topBy(customers, other)];
      const both = [...a].filter((id) => b.has(id)).length;
      expect(agreement).toBeCloseTo(both / (a.size + b.size - both), 12);
    }
  });

  it("are summed up by mean, interval and wins", async () => {
    const rows = await sample.cube<MethodRow>("methods");
    const summary = await sample.cube<MethodSummaryRow>("method-summary");
    expect(summary.map(({method}) => method).sort()).toEqual([...methods].sort());
    const best = new Map<string, number>();
    for (const row of rows) best.set(row.cut, Math.max(best.get(row.cut) ?? -1, row.captured));
    for (const row of summary) {
      const own = rows.filter(({method}) => method === row.method);
      const captured = own.map((one) => one.captured);
      const mean = sum(captured) / 5;
      const error = Math.sqrt(sum(captured.map((value) => (value - mean) ** 2)) / 4 / 5);
      expect(row.cuts).toBe(5);
      expect(row.mean).toBeCloseTo(mean, 12);
      expect(row.low).toBeCloseTo(mean - 2.7764451 * error, 7);
      expect(row.high).toBeCloseTo(mean + 2.7764451 * error, 7);
      expect(row.wins).toBe(own.filter((one) => one.captured === best.get(one.cut)).length);
      expect(row.rank_correlation).toBeCloseTo(sum(own.map((one) => one.rank_correlation!)) / 5, 12);
    }
  });

  it("are not shown where their tops hold too few customers", async () => {
    expect(await sample.cube("methods", 85)).toHaveLength(25);
    expect(await sample.cube("methods", 86)).toHaveLength(20);
    expect(await sample.cube("methods", 101)).toEqual([]);
    expect(await sample.cube("method-summary", 101)).toEqual([]);
    expect(await sample.cube("method-agreement", 101)).toEqual([]);
  });
});

describe("methods at a cut", () => {
  const dayOf = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);
  const start = dayNumber("2024-01-10");
  const ledger = (days: number, extra: string[] = []): string => {
    const rows = Array.from({length: 400}, (_, i) => {
      const day = start + ((i * 7919) % days);
      return `c${(i * i) % 43},${dayOf(day)},${5 + ((i * 31) % 97)}`;
    });
    return `customer_id,ordered_on,amount\n${[...rows, `c1,${dayOf(start + days)},1`, ...extra].join("\n")}\n`;
  };
  const open = (transactions: string, options = {}) =>
    Scored.open(workshop, workshop.folder({"transactions.csv": transactions, "report.toml": ""}), options);

  it("know nothing of what follows", async () => {
    const later = Array.from({length: 60}, (_, i) => `c${i % 9},${dayOf(start + 650 + i)},${900 + i}`);
    const [before, after] = [await open(ledger(730)), await open(ledger(730, later))];
    const captured = (rows: MethodRow[]) => rows.map((row) => row.captured);
    const [one, other] = [await before.cube<MethodRow>("methods"), await after.cube<MethodRow>("methods")];
    expect(one.map(({cut, method}) => [cut, method])).toEqual(other.map(({cut, method}) => [cut, method]));
    expect(captured(one)).not.toEqual(captured(other));
    const agreement = await before.cube<AgreementRow>("method-agreement");
    expect(agreement).toHaveLength(10);
    expect(await after.cube("method-agreement")).toEqual(agreement);
  });

  it("are held against a year where the history has three such cuts, and a quarter where not", async () => {
    const periods = async (scored: Scored) => {
      const rows = await scored.cube<MethodRow>("methods");
      return [...new Set(rows.map(({cut, until}) => dayNumber(until) - dayNumber(cut)))];
    };
    expect(await periods(await open(ledger(1000)))).toEqual([365]);
    expect(await periods(await open(ledger(500)))).toEqual([91]);
    expect(await periods(await open(ledger(500), {period_days: 300}))).toEqual([91]);
    expect(await periods(await open(ledger(500), {period_days: 30}))).toEqual([30]);
    expect(await periods(await open(ledger(20)))).toEqual([]);
  });

  it("have no interval over two cuts", async () => {
    const scored = await open(ledger(250));
    const summary = await scored.cube<MethodSummaryRow>("method-summary");
    expect(summary).toHaveLength(5);
    for (const row of summary) {
      expect(row.cuts).toBeLessThan(3);
      expect([row.low, row.high]).toEqual([null, null]);
    }
  });

  it("are left out where the customers brought nothing afterwards", async () => {
    const refunds = Array.from({length: 43}, (_, i) => `c${i},${dayOf(start + 100)},-99999`);
    const all = await (await open(ledger(500))).cube<MethodRow>("methods");
    const rows = await (await open(ledger(500, refunds))).cube<MethodRow>("methods");
    expect(new Set(all.map(({cut}) => cut)).has("2024-03-31")).toBe(true);
    expect(new Set(rows.map(({cut}) => cut)).has("2024-03-31")).toBe(false);
    expect(rows.length).toBe(all.length - 5);
    expect(rows.every((row) => Number.isFinite(row.captured))).toBe(true);
  });
});
