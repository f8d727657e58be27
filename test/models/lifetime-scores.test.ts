import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {fitBgNbd} from "../../loaders/models/lifetime-value/bg-nbd.js";
import {expectedSpend, fitGammaGamma} from "../../loaders/models/lifetime-value/gamma-gamma.js";
import {discounted, monthDays, within} from "../../loaders/models/lifetime-value/horizon.js";
import {purchasesOf as forecastOf} from "../../loaders/models/lifetime-value/lifetime-value.js";
import {fitParetoNbd} from "../../loaders/models/lifetime-value/pareto-nbd.js";
import {groupOf, groupPurchases, week} from "../../loaders/models/lifetime-value/purchase-groups.js";
import {dayNumber, summarise} from "../../loaders/models/lifetime-value/purchase-summary.js";
import {makeSample} from "../../loaders/sample/make-sample.js";
import type {
  AliveRow,
  HoldoutRow,
  LifetimeModelRow,
  LifetimeValueRow,
  RetentionRow,
  SensitivityRow,
} from "../../src/value-cubes.js";
import {Workshop} from "../warehouse/published.js";
import {cdnowFile, hasCdnow} from "./lifetime-value/cdnow.js";
import {type Purchase, purchasesOf, Scored} from "./scored.js";

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
let sampleFolder: string;
let sample: Scored;
beforeAll(async () => {
  workshop = new Workshop();
  sampleFolder = join(workshop.root, "sample");
  await makeSample({out: sampleFolder});
  sample = await Scored.open(workshop, sampleFolder);
});
afterAll(() => workshop.remove());

/** Lifetime values at a day by plain loops over the ledger; profit throughout. */
function valuesAt(ledger: readonly Purchase[], asOf: number, model: "bg-nbd" | "pareto-nbd") {
  const known = ledger.filter(({day}) => day <= asOf);
  const visits = known.filter(({orders}) => orders > 0);
  const summaries = summarise(
    visits.map(({customer_id, day, amount}) => ({customer: customer_id, day, amount})),
    asOf,
  );
  const means = summaries.map(({customer, frequency, recencyDays, ageDays}) => {
    const first = asOf - ageDays;
    const after = known.filter((p) => p.customer_id === customer && p.day > first);
    expect(recencyDays).toBeLessThanOrEqual(ageDays);
    return frequency > 0 ? sum(after.map(({amount}) => amount)) / frequency : null;
  });
  const columns = {
    frequency: summaries.map((row) => row.frequency),
    recencyDays: summaries.map((row) => row.recencyDays),
    ageDays: summaries.map((row) => row.ageDays),
  };
  const groups = groupPurchases(columns, week);
  const group = groupOf(groups, columns);
  const fit = model === "bg-nbd" ? fitBgNbd(groups) : fitParetoNbd(groups);
  const plain = forecastOf(fit, groups, within((36 * monthDays) / 7));
  const worth = forecastOf(fit, groups, discounted({periods: 36, annualRate: 0.1}, week));
  const spend = fitGammaGamma({frequency: columns.frequency, meanSpend: means.map((mean) => mean ?? 0)});
  if (!spend.ok) throw new Error(spend.reason);
  const existing = new Set(summaries.map(({customer}) => customer));
  const theirs = known.filter(({customer_id}) => existing.has(customer_id));
  const everyones = sum(theirs.map(({profit}) => profit)) / sum(theirs.map(({amount}) => amount));
  return new Map(
    summaries.map(({customer, frequency}, i) => {
      const own = theirs.filter(({customer_id}) => customer_id === customer);
      const historic = sum(own.map(({profit}) => profit));
      const revenue = sum(own.map(({amount}) => amount));
      const expected = expectedSpend(spend.parameters, frequency, Math.max(means[i] ?? 0, 0))!;
      const prior = 3 * spend.meanSpend;
      const margin = Math.max(
        -1,
        Math.min(1, (historic + prior * everyones) / (Math.max(revenue, 0) + prior)),
      );
      const future = worth.purchases[group[i]!]! * expected * margin;
      return [
        customer,
        {
          alive: plain.alive![group[i]!]!,
          purchases: plain.purchases[group[i]!]!,
          expected,
          margin,
          historic,
          future,
        },
      ];
    }),
  );
}

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
    const again = await Scored.open(workshop, sampleFolder, {
      lifetime: {horizon_months: 60, discount_rate: 0.05},
    });
    const [other] = await again.rows<{total: string}>(`SELECT sum(clv_future) AS total ${newest}`);
    const under = table.find((row) => row.horizon_months === 60 && row.discount_rate === 0.05)!;
    // Each customer's value is rounded to the cent, and grows with the horizon.
    expect(Math.abs(under.clv_future - cents(other!.total))).toBeLessThan(3 * Number(total!.n));
    const own = await Scored.open(workshop, sampleFolder, {
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
    const alone = await Scored.open(workshop, sampleFolder, {threads: 1});
    const many = await Scored.open(workshop, sampleFolder, {threads: 4});
    const expected = await sample.everything();
    expect(await alone.everything()).toBe(expected);
    expect(await many.everything()).toBe(expected);
  });
});

describe("what comes later", () => {
  it("changes nothing at a past date", async () => {
    const [head, ...lines] = (await readFile(join(sampleFolder, "transactions.csv"), "utf8"))
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

describe("lifetime values of odd ledgers", () => {
  const odd: Record<string, string[]> = {
    "one customer, one day": ["a,2024-03-05,10"],
    "one customer, often": ["a,2024-03-05,10", "a,2024-05-01,20", "a,2025-01-01,30"],
    "nobody came back": Array.from({length: 60}, (_, i) => `c${i},2024-0${1 + (i % 9)}-11,${i}`),
    "all on one day": Array.from({length: 60}, (_, i) => `c${i % 50},2024-03-05,${i + 1}`),
    "refunds alone beside one order": ["a,2024-03-05,10", "b,2024-03-06,-4", "b,2024-04-06,-4"],
    "more given back than bought": [
      "a,2024-03-05,10",
      "a,2024-03-09,5",
      "a,2024-03-10,-90",
      "b,2024-06-30,1",
    ],
    "nothing was paid": Array.from({length: 90}, (_, i) => `c${i % 40},2024-0${1 + (i % 9)}-11,0`),
    "huge money": Array.from({length: 90}, (_, i) => `c${i % 40},2024-0${1 + (i % 9)}-11,${i}99999999`),
  };
  for (const [name, lines] of Object.entries(odd)) {
    it(`are finite numbers: ${name}`, async () => {
      for (const cost of [false, true]) {
        const rows = lines.map((line) => (cost ? `${line},3` : line));
        const head = `customer_id,ordered_on,amount${cost ? ",cost" : ""}`;
        const folder = workshop.folder({
          "transactions.csv": `${[head, ...rows].join("\n")}\n`,
          "report.toml": "",
        });
        const scored = await Scored.open(workshop, folder);
        const values = await scored.rows<Value>(allValues);
        const [existing] = await scored.rows<{n: string}>(
          `SELECT count(*) AS n FROM scores WHERE is_customer`,
        );
        expect(values).toHaveLength(Number(existing!.n));
        for (const row of values) {
          const figures = [row.expected_purchases, row.expected_spend, row.margin, row.clv, row.clv_future];
          for (const figure of figures) expect(figure !== null && Number.isFinite(Number(figure))).toBe(true);
          expect(row.p_alive === null || (row.p_alive >= 0 && row.p_alive <= 1)).toBe(true);
          expect(Math.abs(row.margin)).toBeLessThanOrEqual(1);
        }
        const fits = await scored.cube<LifetimeModelRow>("lifetime-models");
        expect(fits.every((row) => row.ok || row.reason !== null)).toBe(true);
        const total = (await scored.cube<SensitivityRow>("lifetime-sensitivity")).find((row) => row.chosen)!;
        const now = values.filter((row) => row.as_of === values.at(-1)!.as_of);
        expect(total.clv_future).toBe(sum(now.map((row) => cents(row.clv_future))));
      }
    });
  }
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
