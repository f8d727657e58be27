import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {rowsOf} from "../../loaders/database.js";
import {
  inOrder,
  type PurchaseModel,
  scoreLifetimes,
} from "../../loaders/models/lifetime-value/score-customers.js";
import {
  randomNumbers,
  type Simulated,
  simulateNbd,
  simulateParetoNbd,
} from "./lifetime-value/simulated-customers.js";

const newest = 900;
const dayOf = (n: number): string => `(DATE '2023-01-01' + ${n})`;

/** Simulated customers as a ledger: the first purchase at their age, the last at their recency, the rest anywhere between. */
function ledger({frequency, recencyDays, ageDays}: Simulated): string[] {
  const random = randomNumbers(6);
  return [...frequency].flatMap((x, i) => {
    const first = newest - ageDays[i]!;
    const days = new Set([first]);
    if (x > 0) days.add(first + recencyDays[i]!);
    while (days.size <= x) days.add(first + 1 + Math.floor(random() * recencyDays[i]!));
    return [...days].map(
      (day) => `('c${i}', ${dayOf(day)}, 1, ${10 + (((i % 7) + 1) * (5 + (day % 5))) / 2}, 0, 0)`,
    );
  });
}

let instance: DuckDBInstance;
let connection: DuckDBConnection;
beforeAll(async () => {
  instance = await DuckDBInstance.create(":memory:");
  connection = await instance.connect();
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

async function score(purchases: string[], model: PurchaseModel): Promise<void> {
  await connection.run(
    `CREATE OR REPLACE TABLE purchases (customer_id VARCHAR, day DATE, orders INTEGER, amount DECIMAL(24, 4),
       costed_profit DECIMAL(24, 4), uncosted_amount DECIMAL(24, 4));
     INSERT INTO purchases VALUES ${purchases.join(", ")};
     CREATE OR REPLACE TABLE as_of_dates AS
       SELECT ${dayOf(newest)} AS as_of, 'now' AS role UNION ALL SELECT ${dayOf(newest - 200)}, 'quarter_end';
     SET VARIABLE has_profit = false; SET VARIABLE margin = NULL::DECIMAL(6, 4);`,
  );
  await scoreLifetimes(connection, {
    minor_digits: 2,
    lifetime: {model, horizon_months: 12, discount_rate: 0.1, holdout_days: 250},
  });
}

interface FitRow {
  model: string;
  primary: boolean;
  ok: boolean;
  reason: string | null;
  warnings: string[];
}
const fits = (): Promise<FitRow[]> =>
  rowsOf<FitRow>(
    connection,
    `SELECT model, "primary", ok, reason, warnings FROM lifetime_fits
     WHERE as_of = (SELECT max(as_of) FROM lifetime_fits) AND model <> 'gamma-gamma' ORDER BY rowid`,
  );
const forecasts = async (): Promise<string[]> =>
  (
    await rowsOf<{forecast: string}>(connection, "SELECT DISTINCT forecast FROM lifetime_holdout ORDER BY 1")
  ).map(({forecast}) => forecast);

const population = {seed: 12, customers: 1500, youngestDays: 100, oldestDays: newest, unitDays: 7};
const everlasting = ledger(simulateNbd({r: 2, alpha: 8}, population));
const leaving = ledger(simulateParetoNbd({r: 0.6, alpha: 8, s: 0.7, beta: 15}, population));
const once = Array.from({length: 60}, (_, i) => `('c${i}', ${dayOf(i * 10)}, 1, ${10 + i}, 0, 0)`);

test("each model has the other with dropout behind it, and NBD behind both", () => {
  expect(inOrder("pareto-nbd")).toEqual(["pareto-nbd", "bg-nbd", "nbd"]);
  expect(inOrder("bg-nbd")).toEqual(["bg-nbd", "pareto-nbd", "nbd"]);
  expect(inOrder("nbd")).toEqual(["nbd", "pareto-nbd", "bg-nbd"]);
});

describe("where nobody leaves", () => {
  beforeAll(() => score(everlasting, "pareto-nbd"));

  test("both models with dropout are refused, with why, and NBD's figures are used", async () => {
    expect(await fits()).toEqual([
      {model: "pareto-nbd", primary: false, ok: false, reason: "boundary", warnings: []},
      {model: "bg-nbd", primary: false, ok: false, reason: "boundary", warnings: []},
      {model: "nbd", primary: true, ok: true, reason: null, warnings: ["no_dropout"]},
    ]);
  });

  test("each customer's expected purchases are NBD's, and nobody has a P(alive)", async () => {
    const [parameters] = await rowsOf<{r: number; alpha: number}>(
      connection,
      `SELECT max(estimate) FILTER (parameter = 'r') AS r, max(estimate) FILTER (parameter = 'alpha') AS alpha
       FROM lifetime_parameters WHERE model = 'nbd' AND as_of = ${dayOf(newest)}`,
    );
    const {r, alpha} = parameters!;
    const values = await rowsOf<{x: number; age: number; expected: number; alive: number | null}>(
      connection,
      `SELECT (count(*) - 1)::INTEGER AS x, (${dayOf(newest)} - min(day))::INTEGER AS age,
              any_value(expected_purchases) AS expected, any_value(p_alive) AS alive
       FROM purchases JOIN lifetime_values USING (customer_id) WHERE as_of = ${dayOf(newest)} GROUP BY customer_id`,
    );
    expect(values).toHaveLength(population.customers);
    const weeks = (12 * 30.436875) / 7;
    for (const {x, age, expected, alive} of values) {
      expect(expected).toBeCloseTo(((r + x) / (alpha + age / 7)) * weeks, 8);
      expect(alive).toBeNull();
    }
  });

  test("the holdout shows NBD beside the naive rate, and NBD errs less", async () => {
    expect(await forecasts()).toEqual(["naive", "nbd"]);
    const errors = await rowsOf<{forecast: string; rmse: number}>(
      connection,
      "SELECT forecast, rmse FROM lifetime_holdout WHERE frequency IS NULL ORDER BY forecast",
    );
    expect(errors[1]!.rmse).toBeLessThan(errors[0]!.rmse);
  });

  test("the sensitivity's chosen pair is the sum of the values", async () => {
    const [row] = await rowsOf<{same: boolean}>(
      connection,
      `SELECT (SELECT clv_future FROM lifetime_sensitivity WHERE chosen)
              = (SELECT sum(clv_future) FROM lifetime_values WHERE as_of = ${dayOf(newest)}) AS same`,
    );
    expect(row!.same).toBe(true);
  });
});

describe("where customers leave", () => {
  test("NBD takes no part", async () => {
    await score(leaving, "pareto-nbd");
    expect((await fits()).map(({model, primary}) => [model, primary])).toEqual([
      ["pareto-nbd", true],
      ["bg-nbd", false],
    ]);
    expect(await forecasts()).toEqual(["bg-nbd", "naive", "pareto-nbd"]);
  });

  test("NBD is used where the settings name it, with the others beside it", async () => {
    await score(leaving, "nbd");
    expect((await fits()).map(({model, primary}) => [model, primary])).toEqual([
      ["nbd", true],
      ["pareto-nbd", false],
      ["bg-nbd", false],
    ]);
    expect(await forecasts()).toEqual(["bg-nbd", "naive", "nbd", "pareto-nbd"]);
  });
});

test("where nobody came back all are refused, and the naive rate is left", async () => {
  await score(once, "bg-nbd");
  expect(await fits()).toEqual(
    ["bg-nbd", "pareto-nbd", "nbd"].map((model) => ({
      model,
      primary: model === "bg-nbd",
      ok: false,
      reason: "no_repeat_buyers",
      warnings: [],
    })),
  );
  const [row] = await rowsOf<{most: number}>(
    connection,
    "SELECT max(expected_purchases) AS most FROM lifetime_values",
  );
  expect(row!.most).toBe(0);
});
