import * as fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type Published, publishFolder, scoreFolder, Workshop} from "../warehouse/published.js";
import {csvOf, datesOf, giniByPairs, type Line, ledgers, type Verdict, verdictsAt} from "./ledger-oracle.js";

interface ScoreRow {
  as_of: string;
  customer_id: string;
  is_customer: boolean;
  recency_days: string | null;
  orders: number;
  revenue: string;
  r: number | null;
  f: number | null;
  m: number | null;
  r_ntile: number | null;
  f_ntile: number | null;
  m_ntile: number | null;
  abc_customers_revenue: string;
  abc_value_revenue: string;
}

const lastDay = (lines: readonly Line[]): string =>
  lines
    .map(({day}) => day)
    .sort()
    .at(-1)!;
const cents = (money: string): number => Math.round(Number(money) * 100);
const score = (value: number | null): number[] => (value === null ? [] : [value]);

describe("scores of random ledgers", () => {
  interface Case {
    lines: Line[];
    window: "all" | 365;
    published: Published;
    dates: string[];
    scores: ScoreRow[];
  }
  const random = fc.sample(ledgers, {numRuns: 6, seed: 20_251_231});
  let workshop: Workshop;
  let cases: Case[];
  beforeAll(async () => {
    workshop = new Workshop();
    cases = [];
    for (const [i, lines] of random.entries()) {
      const window = i % 2 === 0 ? "all" : 365;
      const published = await publishFolder(folderOf(lines, `window = ${JSON.stringify(window)}`));
      const scores = await published.query<ScoreRow>("FROM scores ORDER BY as_of, customer_id");
      cases.push({lines, window, published, dates: datesOf(lines, lastDay(lines)), scores});
    }
  });
  afterAll(() => workshop.remove());

  const folderOf = (lines: readonly Line[], settings: string): string =>
    workshop.folder({"transactions.csv": csvOf(lines), "report.toml": settings});

  it("are what plain loops over the lines give, at every as-of date, with a window and without", () => {
    for (const {lines, window, published, dates, scores} of cases) {
      const expected = dates.flatMap((asOf) =>
        verdictsAt(lines, asOf, window).map((verdict) => ({asOf, ...verdict})),
      );
      expect(published.cube("report").dates).toEqual(dates);
      expect(scores.map(comparable)).toEqual(expected);
      const now = expected.filter(({asOf}) => asOf === dates.at(-1));
      checkConcentration(published.cube("kpis").find(({role}) => role === "now")!, now);
    }
  });

  it("add up to the ledger in every cube, and end their curves at exactly 1", () => {
    const whole = cases.filter(({window}) => window === "all");
    expect(whole).toHaveLength(3);
    for (const {lines, published} of whole) {
      const total = lines.reduce((sum, line) => sum + line.cents, 0);
      const now = verdictsAt(lines, lastDay(lines), "all");
      const sum = (rows: {revenue: number | null}[]): number =>
        rows.reduce((all, row) => all + row.revenue!, 0);
      const refundOnly = now.filter((v) => !v.isCustomer);
      const outside = refundOnly.reduce((all, v) => all + v.cents, 0);
      const asOf = lastDay(lines);
      for (const scheme of ["together", "ntile"]) {
        const cells = published.cube("rfm").filter((row) => row.scheme === scheme);
        expect(sum(cells) + outside).toBe(total);
        expect(cells.reduce((all, row) => all + row.customers!, 0)).toBe(now.length - refundOnly.length);
      }
      for (const preset of ["by-customers", "by-value"]) {
        const classes = published.cube("abc").filter((row) => row.preset === preset && row.as_of === asOf);
        expect(sum(classes)).toBe(total);
        expect(classes.reduce((all, row) => all + row.customers!, 0)).toBe(now.length);
      }
      for (const axis of ["r", "f", "m"]) {
        const rows = published.cube("rfm-over-time").filter((row) => row.axis === axis && row.as_of === asOf);
        expect(sum(rows) + outside).toBe(total);
      }
      expect(sum(published.cube("grid").filter((row) => row.as_of === asOf))).toBe(total);
      expect(sum(published.cube("wallet").filter((row) => row.as_of === asOf))).toBe(total);
      expect(sum(published.cube("stage-cross"))).toBe(total);
      expect(published.cube("ledger").revenue).toBe(total);
      if (total > 0) {
        const curve = published.cube("pareto-curve");
        expect(curve.at(-1)).toMatchObject({
          customers: now.length,
          amount: total,
          customer_share: 1,
          amount_share: 1,
        });
        expect(curve.filter(({peak}) => peak)).toHaveLength(1);
        const highest = Math.max(...curve.map(({amount}) => amount));
        expect(curve.find(({peak}) => peak)!.amount).toBe(highest);
      }
    }
  });

  it("grow with the value, and equal values never part under `together`", () => {
    for (const {scores} of cases) {
      const rows = scores.filter((row) => row.is_customer).map(comparable);
      for (const a of rows) {
        for (const b of rows) {
          if (a.asOf !== b.asOf) continue;
          const values = [
            [-a.recency, -b.recency],
            [a.orders, b.orders],
            [a.cents, b.cents],
          ] as const;
          values.forEach(([x, y], axis) => {
            if (x === y && a.rfm[axis] !== b.rfm[axis])
              throw new Error(`${a.customer} and ${b.customer} part`);
            if (x < y && (a.rfm[axis]! > b.rfm[axis]! || a.ntile[axis]! > b.ntile[axis]!)) {
              throw new Error(`${a.customer} is above ${b.customer} on axis ${axis}`);
            }
          });
        }
      }
    }
  });

  it("stay when all money is seven times as much", async () => {
    const classes = `SELECT as_of, customer_id, r, f, m, r_ntile, f_ntile, m_ntile, abc_customers_revenue, abc_value_revenue
                     FROM scores ORDER BY as_of, customer_id`;
    for (const {lines, window, published} of cases.slice(0, 2)) {
      const dearer = lines.map((line) => ({...line, cents: line.cents * 7}));
      const scaled = await scoreFolder(folderOf(dearer, `window = ${JSON.stringify(window)}`));
      expect(await scaled.query(classes)).toEqual(await published.query(classes));
    }
  });

  it("stay, and all cubes with them, when the rows stand in another order", async () => {
    for (const [i, {lines, window, published}] of cases.slice(0, 2).entries()) {
      const [keys] = fc.sample(fc.array(fc.nat(), {minLength: lines.length, maxLength: lines.length}), {
        numRuns: 1,
        seed: i,
      });
      const mixed = lines
        .map((line, at) => ({line, key: keys![at]!}))
        .sort((a, b) => a.key - b.key)
        .map(({line}) => line);
      expect(mixed).not.toEqual(lines);
      const shuffled = await publishFolder(folderOf(mixed, `window = ${JSON.stringify(window)}`));
      expect(withoutHashes(shuffled.bytes())).toEqual(withoutHashes(published.bytes()));
    }
  });
});

function comparable(row: ScoreRow): Verdict & {asOf: string} {
  return {
    asOf: row.as_of,
    customer: row.customer_id,
    isCustomer: row.is_customer,
    recency: row.recency_days === null ? Number.NaN : Number(row.recency_days),
    orders: Number(row.orders),
    cents: cents(row.revenue),
    rfm: [row.r, row.f, row.m].flatMap(score),
    ntile: [row.r_ntile, row.f_ntile, row.m_ntile].flatMap(score),
    byCustomers: row.abc_customers_revenue,
    byValue: row.abc_value_revenue,
  };
}

function checkConcentration(
  kpi: {
    top20_share: number | null;
    gini: number | null;
    revenue: number;
    below_zero_customers: number | null;
  },
  now: readonly Verdict[],
): void {
  const values = now.map((v) => v.cents).sort((a, b) => b - a);
  const total = values.reduce((sum, v) => sum + v, 0);
  expect(kpi.revenue).toBe(total);
  expect(kpi.below_zero_customers).toBe(values.filter((v) => v < 0).length);
  expect(kpi.gini).toBeCloseTo(giniByPairs(values), 10);
  if (total <= 0) expect(kpi.top20_share).toBeNull();
  else {
    const top = values.slice(0, Math.ceil(values.length / 5)).reduce((sum, v) => sum + v, 0);
    expect(kpi.top20_share).toBeCloseTo(top / total, 10);
  }
}

/** The two places where the bytes of the file itself are named. */
function withoutHashes(bytes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(bytes).map(([name, text]) => [
      name,
      text.replace(/"(input_hash|hash)":"[0-9a-f]+"/g, '"$1":"…"'),
    ]),
  );
}
