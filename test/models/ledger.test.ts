import * as fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {publishFolder, Workshop} from "../warehouse/published.js";
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

// A ledger is too long to print: the seed and the number of the run find it again.
const reporter = <T>(result: fc.RunDetails<T>): void => {
  if (result.failed)
    throw new Error(`run ${result.numRuns} with seed ${result.seed}`, {cause: result.errorInstance});
};
const runs = {numRuns: 4, seed: 20_251_231, endOnFailure: true, reporter};
const lastDay = (lines: readonly Line[]): string =>
  lines
    .map(({day}) => day)
    .sort()
    .at(-1)!;
const cents = (money: string): number => Math.round(Number(money) * 100);
const score = (value: number | null): number[] => (value === null ? [] : [value]);

describe("scores of random ledgers", () => {
  let workshop: Workshop;
  beforeAll(() => {
    workshop = new Workshop();
  });
  afterAll(() => workshop.remove());

  const folderOf = (lines: readonly Line[], settings: string): string =>
    workshop.folder({"transactions.csv": csvOf(lines), "report.toml": settings});

  for (const window of ["all", 365] as const) {
    it(`are what plain loops over the lines give, at every as-of date, with window ${window}`, async () => {
      await fc.assert(
        fc.asyncProperty(ledgers, async (lines) => {
          const published = await publishFolder(folderOf(lines, `window = ${JSON.stringify(window)}`));
          const dates = datesOf(lines, lastDay(lines));
          const scores = await published.query<ScoreRow>("FROM scores ORDER BY as_of, customer_id");
          const expected = dates.flatMap((asOf) =>
            verdictsAt(lines, asOf, window).map((verdict) => ({asOf, ...verdict})),
          );
          expect(published.cube("report").dates).toEqual(dates);
          expect(scores.map(comparable)).toEqual(expected);
          const now = expected.filter(({asOf}) => asOf === dates.at(-1));
          checkConcentration(published.cube("kpis").find(({role}) => role === "now")!, now);
        }),
        runs,
      );
    });
  }

  it("add up to the ledger in every cube, and end their curves at exactly 1", async () => {
    await fc.assert(
      fc.asyncProperty(ledgers, async (lines) => {
        const published = await publishFolder(folderOf(lines, 'window = "all"'));
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
          const rows = published
            .cube("rfm-over-time")
            .filter((row) => row.axis === axis && row.as_of === asOf);
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
      }),
      {...runs, numRuns: 3},
    );
  });

  it("grow with the value, and equal values never part under `together`", async () => {
    await fc.assert(
      fc.asyncProperty(ledgers, async (lines) => {
        const published = await publishFolder(folderOf(lines, "window = 365"));
        const rows = (await published.query<ScoreRow>("FROM scores WHERE is_customer")).map(comparable);
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
      }),
      {...runs, numRuns: 2},
    );
  });

  it("stay when all money is seven times as much, or the rows stand in another order", async () => {
    await fc.assert(
      fc.asyncProperty(ledgers, fc.infiniteStream(fc.nat()), async (lines, keys) => {
        const published = await publishFolder(folderOf(lines, ""));
        const scaled = await publishFolder(
          folderOf(
            lines.map((line) => ({...line, cents: line.cents * 7})),
            "",
          ),
        );
        const classes = `SELECT as_of, customer_id, r, f, m, r_ntile, f_ntile, m_ntile, abc_customers_revenue, abc_value_revenue
                         FROM scores ORDER BY as_of, customer_id`;
        expect(await scaled.query(classes)).toEqual(await published.query(classes));
        const mixed = lines
          .map((line) => ({line, key: keys.next().value as number}))
          .sort((a, b) => a.key - b.key)
          .map(({line}) => line);
        const shuffled = await publishFolder(folderOf(mixed, ""));
        expect(withoutHashes(shuffled.bytes())).toEqual(withoutHashes(published.bytes()));
      }),
      {...runs, numRuns: 2},
    );
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
