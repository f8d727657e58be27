import * as fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {ConcentrationRow} from "../../src/cubes/value.js";
import type {HandTables} from "../models/hand-tables.js";
import {giniByPairs} from "../models/ledger-oracle.js";
import {type CostedLine, costedCsv, costedLedgers} from "../models/rfm-oracle.js";
import {type Published, publishFolder, Workshop} from "../warehouse/published.js";
import {cubeTables} from "./cube-tables.js";

const tops = [
  ["top1_share", 1],
  ["top5_share", 5],
  ["top10_share", 10],
  ["top20_share", 20],
] as const;
const sum = (values: readonly number[]): number => values.reduce((all, v) => all + v, 0);

describe("concentration", () => {
  let workshop: Workshop;
  let lines: CostedLine[];
  let published: Published;
  let tables: HandTables;
  beforeAll(async () => {
    workshop = new Workshop();
    [lines] = fc.sample(costedLedgers, {numRuns: 1, seed: 20_251_005}) as [CostedLine[]];
    published = await publishFolder(
      workshop.folder({"transactions.csv": costedCsv(lines), "report.toml": 'window = "all"\n'}),
    );
    tables = await cubeTables(published);
  });
  afterAll(() => {
    tables.close();
    workshop.remove();
  });

  /** Of as many customers, each with one of the values, where groups below the smallest cell are not told. */
  const of = async (values: readonly number[], smallest = 1): Promise<ConcentrationRow> => {
    const as_of = "2025-01-05";
    await tables.fill(
      "scores",
      values.map((revenue, i) => ({
        as_of,
        customer_id: `c${i}`,
        is_customer: true,
        is_refund_only: false,
        revenue,
      })),
    );
    await tables.set({smallest_cell: String(smallest)});
    const rows = await tables.cube<ConcentrationRow>("concentration");
    expect(rows.map(({measure}) => measure)).toEqual(["revenue"]);
    return rows[0]!;
  };

  it("is that of ten incomes, as published", async () => {
    const row = await of([541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261]);
    expect(row.gini).toBeCloseTo(0.462091, 6);
    expect(row.hhi).toBeCloseTo(0.184081, 6);
    expect(row.effective_customers).toBeCloseTo(1 / 0.184081, 4);
    expect(row.top10_share).toBeCloseTo(22_261 / 66_586, 12);
    expect(row.top20_share).toBeCloseTo((22_261 + 11_904) / 66_586, 12);
    // A hundredth of ten customers is a tenth of one, and counts as one.
    expect(row.top1_share).toBe(row.top10_share);
  });

  it("is spread over all where many bring the same, however small their shares", async () => {
    const row = await of(Array.from({length: 3001}, () => 0.5));
    expect(row.gini).toBe(0);
    expect(row.effective_customers).toBeCloseTo(3001, 6);
    expect(row.top1_share).toBeCloseTo(31 / 3001, 12);
    expect(row.top20_share).toBeCloseTo(601 / 3001, 12);
  });

  it("has a Gini below 1 and shares above 1 where others lose, and an HHI of the gains alone", async () => {
    const row = await of([40, 11, 4, 2, -7, -10, -15]);
    expect(row.gini).toBeCloseTo(0.69983949, 8);
    expect(row.top1_share).toBeCloseTo(40 / 25, 12);
    expect(row.top20_share).toBeCloseTo(51 / 25, 12);
    expect(row.hhi).toBeCloseTo((40 ** 2 + 11 ** 2 + 4 ** 2 + 2 ** 2) / 57 ** 2, 12);
  });

  it("has no shares where all comes to nothing or less, and no HHI where nobody gains", async () => {
    expect(await of([10, -10])).toMatchObject({
      top1_share: null,
      top20_share: null,
      gini: 0.5,
      hhi: 1,
      effective_customers: 1,
    });
    expect(await of([0, -10])).toMatchObject({top20_share: null, hhi: null, effective_customers: null});
    expect(await of([0, 0])).toMatchObject({customers: 2, top1_share: null, gini: null, hhi: null});
  });

  it("tells no share of fewer customers than the smallest cell", async () => {
    const row = await of(
      Array.from({length: 41}, (_, i) => i + 1),
      5,
    );
    expect(row).toMatchObject({top1_share: null, top5_share: null});
  });

  it("tells a share up to a place that may be told to the last digit, else to the per cent, and of too few not at all", async () => {
    const values = Array.from({length: 100}, (_, i) => i + 1);
    const tell = (places: string): Promise<void> =>
      tables.set({}).then(async () => {
        await tables.rows(`CREATE OR REPLACE TEMP TABLE told_ends AS
          SELECT DATE '2025-01-05' AS as_of, 'revenue' AS measure, unnest([${places}]::BIGINT[]) AS place`);
      });
    await tell("0, 10, 100");
    const top = (first: number): number => sum(values.slice(-first)) / sum(values);
    const row = await of(values, 5);
    expect(row.top10_share).toBeCloseTo(top(10), 12);
    expect(row.top20_share).toBe(Math.round(100 * top(20)) / 100);
    expect(row.top20_share).not.toBeCloseTo(top(20), 6);
    expect((await of(values.slice(0, 99), 5)).top20_share).toBeNull();
    await tell("0");
  });

  it("is what plain loops over the lines give, at every as-of date, for revenue and for profit", async () => {
    const told = published.cube("concentration");
    const {dates} = published.cube("report");
    expect(told.map(({as_of, measure}) => `${as_of} ${measure}`)).toEqual(
      dates.flatMap((day) => [`${day} revenue`, `${day} profit`]),
    );
    const rows = told.map((row): [ConcentrationRow, number[]] => [
      row,
      valuesAt(lines, row.as_of, row.measure),
    ]);
    for (const [row, values] of rows) {
      const total = sum(values);
      expect(row.customers).toBe(values.length);
      for (const [key, percent] of tops) {
        const top = sum(values.slice(0, Math.ceil((percent * values.length) / 100)));
        if (total <= 0) expect(row[key]).toBeNull();
        else expect(row[key]).toBeCloseTo(top / total, 10);
      }
      expect(row.gini).toBeCloseTo(giniByPairs(values), 10);
      const gains = values.filter((v) => v > 0);
      const hhi = sum(gains.map((v) => (v / sum(gains)) ** 2));
      expect(row.hhi).toBeCloseTo(hhi, 12);
      expect(row.effective_customers).toBeCloseTo(1 / hhi, 8);
    }
    expect(rows.filter(([, values]) => values.some((v) => v < 0)).length).toBeGreaterThan(rows.length / 2);
  });
});

/** What each customer on the ledger has brought by a date, in cents, largest first. */
function valuesAt(lines: readonly CostedLine[], asOf: string, measure: "revenue" | "profit"): number[] {
  const byCustomer = new Map<string, number>();
  for (const {customer, day, cents, cost} of lines) {
    if (day > asOf) continue;
    const value = measure === "revenue" ? cents : cost === null ? 0 : cents - cost;
    byCustomer.set(customer, (byCustomer.get(customer) ?? 0) + value);
  }
  return [...byCustomer.values()].sort((a, b) => b - a);
}
