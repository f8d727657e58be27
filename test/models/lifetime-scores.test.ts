import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {
  AliveRow,
  HoldoutRow,
  LifetimeModelRow,
  LifetimeValueRow,
  RetentionRow,
  SensitivityRow,
} from "../../src/cubes/value.js";
import {Workshop} from "../warehouse/published.js";
import {sampleFolder} from "../warehouse/sample-folder.js";
import {valuesAt} from "./lifetime-oracle.js";
import {cdnowFile, hasCdnow} from "./lifetime-value/cdnow.js";
import {dayNumber} from "./lifetime-value/purchase-summary.js";
import {purchasesOf, Scored} from "./scored.js";

interface Value {
  as_of: string;
  customer_id: string;
  p_alive: number | null;
  expected_purchases: number;
  expected_spend: number;
  margin: number;
  clv_historic: string;
  clv_future: string;
  clv: string;
}

const allValues = "FROM lifetime_values ORDER BY as_of, customer_id";
const sum = (values: number[]): number => values.reduce((all, value) => all + value, 0);
const cents = (money: string): number => Math.round(Number(money) * 100);

let workshop: Workshop;
let sampleData: string;
let sample: Scored;
beforeAll(async () => {
  workshop = new Workshop();
  sampleData = await sampleFolder();
  sample = await Scored.open(workshop, sampleData);
});
afterAll(() => workshop.remove());

describe("lifetime values of the sample business", () => {
  it("are what plain loops and the published formulas give, at the newest date and at a past one", async () => {
    const ledger = await purchasesOf(sample);
    for (const asOf of ["2024-12-31", "2025-12-31"]) {
      const expected = valuesAt(ledger, dayNumber(asOf), "pareto-nbd");
      const values = await sample.rows<Value>(
        `${allValues.replace(" ORDER", ` WHERE as_of = '${asOf}' ORDER`)}`,
      );
      expect(values.map((row) => row.customer_id).sort()).toEqual([...expected.keys()].sort());
      for (const row of values) {
        const by = expected.get(row.customer_id)!;
        expect(row.p_alive).toBeCloseTo(by.alive, 10);
        expect(row.expected_purchases).toBeCloseTo(by.purchases, 8);
        // The fit of a flat likelihood stops a hair apart where sums of money were rounded otherwise.
        expect(row.expected_spend / by.expected).toBeCloseTo(1, 6);
        expect(row.margin).toBeCloseTo(by.margin, 7);
        expect(Number(row.clv_historic)).toBeCloseTo(by.historic, 3);
        expect(Math.abs(Number(row.clv_future) - by.future)).toBeLessThan(
          0.0051 + 1e-6 * Math.abs(by.future),
        );
        expect(Number(row.clv)).toBeCloseTo(Number(row.clv_historic) + Number(row.clv_future), 3);
      }
    }
  });

  it("take another model where the settings' own is refused, and the settings' own everywhere else", async () => {
    const fits = await sample.cube<LifetimeModelRow>("lifetime-models");
    for (const asOf of new Set(fits.map((row) => row.as_of))) {
      const purchase = fits.filter((row) => row.as_of === asOf && row.model !== "gamma-gamma");
      const own = purchase.find(({model}) => model === "pareto-nbd")!;
      const other = purchase.find(({model}) => model === "bg-nbd");
      expect(purchase.filter(({primary}) => primary)).toHaveLength(1);
      expect(own.primary).toBe(own.ok || !other!.ok);
      expect(own.reason === null).toBe(own.ok);
      if (asOf === "2025-12-31") expect(other).toBeDefined();
    }
  });

  it("add up in every cube to the customers' own, to the cent", async () => {
    const values = await sample.rows<Value>(allValues);
    const parts = await sample.cube<LifetimeValueRow>("lifetime-values");
    for (const asOf of new Set(values.map((row) => row.as_of))) {
      const rows = parts.filter((row) => row.as_of === asOf);
      const own = values.filter((row) => row.as_of === asOf);
      expect(sum(rows.map((row) => row.customers!))).toBe(own.length);
      for (const measure of ["clv_historic", "clv_future", "clv"] as const)
        expect(sum(rows.map((row) => row[measure]!))).toBe(sum(own.map((row) => cents(row[measure]))));
      const positive = rows.filter((row) => !row.below_zero);
      expect(positive.map(({part}) => part)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      expect(sum(rows.filter((row) => row.below_zero).map((row) => row.customers!))).toBe(
        own.filter((row) => Number(row.clv) < 0).length,
      );
    }
    const newest = values.filter((row) => row.as_of === "2025-12-31");
    const alive = await sample.cube<AliveRow>("lifetime-alive");
    expect(sum(alive.map((row) => row.customers!))).toBe(newest.length);
    expect(sum(alive.map((row) => row.clv_future!))).toBe(sum(newest.map((row) => cents(row.clv_future))));
  });

  it("are the chosen pair of the sensitivity, whose other pairs are what those settings would give", async () => {
    const table = await sample.cube<SensitivityRow>("lifetime-sensitivity");
    expect(table).toHaveLength(12);
    const newest = "FROM lifetime_values WHERE as_of = (SELECT max(as_of) FROM lifetime_values)";
    const [total] = await sample.rows<{total: string; n: string}>(
      `SELECT sum(clv_future) AS total, count(*) AS n ${newest}`,
    );
    expect(table.filter(({chosen}) => chosen)).toEqual([
      {horizon_months: 36, discount_rate: 0.1, clv_future: cents(total!.total), chosen: true},
    ]);
    const again = await Scored.open(workshop, sampleData, {
      lifetime: {horizon_months: 60, discount_rate: 0.05},
    });
    const [other] = await again.rows<{total: string}>(`SELECT sum(clv_future) AS total ${newest}`);
    const under = table.find((row) => row.horizon_months === 60 && row.discount_rate === 0.05)!;
    // Each customer's value is rounded to the cent, and grows with the horizon.
    expect(Math.abs(under.clv_future - cents(other!.total))).toBeLessThan(3 * Number(total!.n));
    const own = await Scored.open(workshop, sampleData, {
      lifetime: {horizon_months: 30, discount_rate: 0.08},
    });
    const wider = await own.cube<SensitivityRow>("lifetime-sensitivity");
    expect(wider).toHaveLength(20);
    expect(wider.filter(({chosen}) => chosen)).toHaveLength(1);
  });

  it("stand beside a retention formula that plain loops give, too", async () => {
    const ledger = await purchasesOf(sample);
    const rows = await sample.cube<RetentionRow>("lifetime-retention");
    expect(rows.length).toBeGreaterThan(4);
    for (const row of rows) {
      const asOf = dayNumber(row.as_of);
      const buyers = (from: number, to: number) =>
        new Set(ledger.filter((p) => p.orders > 0 && p.day > from && p.day <= to).map((p) => p.customer_id));
      const before = buyers(asOf - 730, asOf - 365);
      const lately = buyers(asOf - 365, asOf);
      const retention = [...before].filter((id) => lately.has(id)).length / before.size;
      const profit = sum(ledger.filter((p) => p.day > asOf - 365 && p.day <= asOf).map((p) => p.profit));
      expect(row.retention).toBe(retention);
      expect(Math.abs(row.margin - (100 * profit) / lately.size)).toBeLessThan(0.51);
      expect(Math.abs(row.value! - (row.margin * retention) / (1.1 - retention))).toBeLessThan(3);
    }
  });

  it("and all tables beside them are the same bytes every time, whatever the number of threads", async () => {
    const alone = await Scored.open(workshop, sampleData, {threads: 1});
    const many = await Scored.open(workshop, sampleData, {threads: 4});
    const expected = await sample.everything();
    expect(await alone.everything()).toBe(expected);
    expect(await many.everything()).toBe(expected);
  });
});

describe("what comes later", () => {
  it("changes nothing at a past date", async () => {
    const [head, ...lines] = (await readFile(join(sampleData, "transactions.csv"), "utf8"))
      .trim()
      .split("\n");
    const at = head!.split(",").indexOf("ordered_on");
    const kept = lines.filter((line) => line.split(",")[at]! <= "2024-12-31");
    expect(kept.length).toBeLessThan(lines.length);
    const folder = workshop.folder({
      "transactions.csv": `${[head, ...kept].join("\n")}\n`,
      "report.toml": "as_of = 2024-12-31",
    });
    const short = await Scored.open(workshop, folder);
    const past = "FROM lifetime_values WHERE as_of <= DATE '2024-12-31' ORDER BY as_of, customer_id";
    const since = past.replace("WHERE", "WHERE as_of >= DATE '2023-12-31' AND");
    expect(await short.rows(since)).toEqual(await sample.rows(since));
  });

  it("changes what is held out, and not what was forecast", async () => {
    const ledger = (extra: string) => {
      const rows = Array.from({length: 60}, (_, i) => {
        const days = Array.from({length: 1 + (i % 6)}, (_, k) => 1 + ((i * 37 + k * 61 + k * k * 7) % 700));
        return [...new Set(days)].map((day) => `c${i},${dayOf(day)},${10 + ((i * 7 + day) % 90)}`);
      });
      return `customer_id,ordered_on,amount\n${rows.flat().join("\n")}\nc0,${dayOf(1)},5\nc1,${dayOf(900)},5\n${extra}`;
    };
    const open = (extra: string) =>
      Scored.open(workshop, workshop.folder({"transactions.csv": ledger(extra), "report.toml": ""}));
    const more = Array.from({length: 12}, (_, i) => `c${i % 4},${dayOf(800 + i)},999\n`).join("");
    const [one, other] = [await open(""), await open(more)];
    const before = await one.cube<HoldoutRow>("lifetime-holdout");
    const after = await other.cube<HoldoutRow>("lifetime-holdout");
    expect(before[0]!.holdout_end).toBe(dayOf(900));
    expect(before[0]!.calibration_end).toBe(dayOf(900 - Math.floor(899 / 3)));
    expect(before.length).toBeGreaterThan(3);
    expect(after.map((row) => row.expected)).toEqual(before.map((row) => row.expected));
    const total = (rows: HoldoutRow[]) => rows.find((row) => row.frequency === null)!.actual;
    expect(total(after)).toBe(total(before) + 12);
  });
});

const dayOf = (number: number): string =>
  new Date(Date.UTC(2022, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);

describe("the holdout panel", () => {
  it("adds up to its totals, and joins the lines that hold too few customers", async () => {
    for (const smallest of [1, 40, 100]) {
      const rows = await sample.cube<HoldoutRow>("lifetime-holdout", smallest);
      for (const forecast of ["bg-nbd", "pareto-nbd", "naive"]) {
        const own = rows.filter((row) => row.forecast === forecast);
        const total = own.find((row) => row.frequency === null)!;
        const bins = own.filter((row) => row.frequency !== null);
        expect(bins.every((row) => row.customers >= smallest)).toBe(true);
        expect(sum(bins.map((row) => row.customers))).toBe(total.customers);
        expect(sum(bins.map((row) => row.customers * row.actual))).toBeCloseTo(total.actual, 8);
        expect(sum(bins.map((row) => row.customers * row.expected))).toBeCloseTo(total.expected, 8);
        expect(bins.filter((row) => row.and_above)).toEqual([bins.at(-1)]);
        expect(total.mae! <= total.rmse!).toBe(true);
      }
    }
  });
});

describe.skipIf(!(hasCdnow && existsSync(cdnowFile)))("the benchmark ledger through the warehouse", () => {
  it("gives the published fits at the end of its calibration", async () => {
    const folder = workshop.folder({
      "report.toml": `as_of = 1997-09-30
[transactions]
files = ${JSON.stringify(cdnowFile)}
delimiter = "whitespace"
header = false
names = ["master", "customer_id", "ordered_on", "cds", "amount"]
date_format = "%Y%m%d"
`,
    });
    const scored = await Scored.open(workshop, folder);
    const parameters = await scored.rows<{model: string; estimate: number}>(
      "FROM lifetime_parameters WHERE as_of = DATE '1997-09-30' ORDER BY model, place",
    );
    const of = (model: string) => parameters.filter((row) => row.model === model).map((row) => row.estimate);
    const near = (found: number[], published: number[]): void => {
      for (const [i, estimate] of found.entries())
        expect(Math.abs(estimate / published[i]! - 1)).toBeLessThan(0.003);
    };
    expect(of("bg-nbd")).toHaveLength(4);
    near(of("bg-nbd"), [0.243, 4.414, 0.793, 2.426]);
    near(of("pareto-nbd"), [0.553, 10.578, 0.606, 11.669]);
    near(of("gamma-gamma"), [6.25, 3.74, 15.44]);
    const likelihoods = await scored.rows<{log_likelihood: number}>(
      "FROM lifetime_fits WHERE as_of = DATE '1997-09-30' ORDER BY model",
    );
    near(
      likelihoods.map((row) => row.log_likelihood),
      [-9582.429, -4055.918, -9594.976],
    );
  });
});
