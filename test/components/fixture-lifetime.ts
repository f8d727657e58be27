import type {Cubes} from "../../src/cubes.js";
import {type Customer, noise, sum} from "./fixture-customers.js";
import type {Dated, Hide} from "./fixture-rfm.js";

type LifetimeCube =
  | "lifetime-models"
  | "lifetime-parameters"
  | "lifetime-values"
  | "lifetime-alive"
  | "lifetime-holdout"
  | "lifetime-sensitivity"
  | "lifetime-retention";

interface Valued {
  c: Customer;
  alive: number;
  purchases: number;
  historic: number;
  future: number;
}

/** Weights of horizons in months and of rates a year, so that the table of judgements moves as it should. */
const horizonWeight: Record<number, number> = {12: 0.45, 24: 0.77, 36: 1, 60: 1.28};
const rateWeight: Record<string, number> = {"0.05": 1.06, "0.1": 1, "0.15": 0.95};

function valued(customers: readonly Customer[]): Valued[] {
  return customers.map((c, i) => {
    const alive = Math.min(0.998, Math.max(0.004, 1 - c.days / 420 + 0.18 * (noise(i, 30) - 0.5)));
    const purchases = alive * (0.4 + c.orders * 1.9);
    return {
      c,
      alive,
      purchases,
      historic: c.profit * 3,
      future: Math.round(alive * Math.max(0, c.profit) * 2.1),
    };
  });
}

const average = (rows: readonly Valued[], of: (v: Valued) => number): number =>
  sum(rows, of) / Math.max(1, rows.length);

function tenths(as_of: string, customers: readonly Customer[]): Cubes["lifetime-values"] {
  const rows = valued(customers).sort(
    (a, b) => b.historic + b.future - a.historic - a.future || (a.c.id < b.c.id ? -1 : 1),
  );
  const above = rows.filter((v) => v.historic + v.future >= 0);
  const part = (group: Valued[], n: number | null): Cubes["lifetime-values"][number] => ({
    as_of,
    part: n,
    below_zero: n === null,
    customers: group.length,
    p_alive: average(group, (v) => v.alive),
    expected_purchases: average(group, (v) => v.purchases),
    clv_historic: sum(group, (v) => v.historic),
    clv_future: sum(group, (v) => v.future),
    clv: sum(group, (v) => v.historic + v.future),
    suppressed: false,
  });
  const tenth = (n: number): Valued[] =>
    above.filter((_, i) => Math.floor((10 * i) / above.length) === n - 1);
  return [
    ...Array.from({length: 10}, (_, i) => part(tenth(i + 1), i + 1)),
    part(
      rows.filter((v) => v.historic + v.future < 0),
      null,
    ),
  ];
}

/** The cubes of lifetime value: fits, parts, P(alive), holdout, judgement and baseline. */
export function lifetimeCubes(byDate: readonly Dated[], hide: Hide): Pick<Cubes, LifetimeCube> {
  const {as_of, customers} = byDate.at(-1)!;
  const rows = valued(customers);
  const total = sum(rows, (v) => v.future);
  const models = [
    {
      model: "bg-nbd" as const,
      primary: true,
      parameters: {r: 0.61, alpha: 5.82, a: 0.44, b: 2.91},
      ll: -18_212.4,
    },
    {
      model: "pareto-nbd" as const,
      primary: false,
      parameters: {r: 0.66, alpha: 6.3, s: 0.38, beta: 19.4},
      ll: -18_198.1,
    },
    {model: "gamma-gamma" as const, primary: true, parameters: {p: 5.1, q: 3.4, v: 1_240}, ll: -9_871.2},
  ];
  const forecast = {"bg-nbd": 0.93, "pareto-nbd": 0.96, naive: 1.34};
  return {
    "lifetime-models": models.map(({model, primary, ll}) => ({
      as_of,
      model,
      primary,
      ok: true,
      reason: null,
      log_likelihood: ll,
      customers: model === "gamma-gamma" ? 402 : customers.length,
      warnings: model === "bg-nbd" ? ["one_time_alive"] : model === "gamma-gamma" ? ["correlated_money"] : [],
      correlation: model === "gamma-gamma" ? 0.34 : null,
    })),
    "lifetime-parameters": models.flatMap(({model, parameters}) =>
      Object.entries(parameters).map(([parameter, estimate]) => ({
        as_of,
        model,
        parameter,
        estimate,
        standard_error: estimate * 0.11,
        low: estimate * 0.8,
        high: estimate * 1.24,
      })),
    ),
    "lifetime-values": byDate.flatMap((d) => tenths(d.as_of, d.customers)).map(hide),
    "lifetime-alive": Array.from({length: 10}, (_, bin) => {
      const group = rows.filter((v) => Math.min(9, Math.floor(v.alive * 10)) === bin);
      return hide({
        bin,
        customers: group.length,
        revenue: sum(group, (v) => v.c.revenue),
        clv_future: sum(group, (v) => v.future),
        suppressed: false,
      });
    }),
    "lifetime-holdout": (["bg-nbd", "pareto-nbd", "naive"] as const).flatMap((name, k) => {
      const lines = Array.from({length: 8}, (_, frequency) => {
        const actual = 0.22 + 0.52 * frequency + 0.08 * noise(frequency, 40);
        return {
          calibration_end: "2024-12-31",
          holdout_end: as_of,
          frequency,
          and_above: frequency === 7,
          customers: Math.round(210 / (frequency + 1)),
          forecast: name,
          actual,
          expected:
            actual * forecast[name] +
            (name === "naive"
              ? 0.11 * frequency - 0.3 * Number(frequency === 0)
              : 0.05 * noise(frequency, 41 + k)),
          mae: null,
          rmse: null,
        };
      }).map((l) => ({...l, expected: Math.max(0, l.expected)}));
      return [
        ...lines,
        {
          calibration_end: "2024-12-31",
          holdout_end: as_of,
          frequency: null,
          and_above: false,
          customers: sum(lines, (l) => l.customers),
          forecast: name,
          actual: Math.round(sum(lines, (l) => l.customers * l.actual)),
          expected: sum(lines, (l) => l.customers * l.expected),
          mae: {"bg-nbd": 0.81, "pareto-nbd": 0.79, naive: 1.12}[name],
          rmse: {"bg-nbd": 1.52, "pareto-nbd": 1.5, naive: 2.31}[name],
        },
      ];
    }),
    "lifetime-sensitivity": [12, 24, 36, 60].flatMap((horizon_months) =>
      [0.05, 0.1, 0.15].map((discount_rate) => ({
        horizon_months,
        discount_rate,
        clv_future: Math.round(total * horizonWeight[horizon_months]! * rateWeight[String(discount_rate)]!),
        chosen: horizon_months === 36 && discount_rate === 0.1,
      })),
    ),
    "lifetime-retention": byDate.slice(-5).map((d, i) => ({
      as_of: d.as_of,
      margin: Math.round(sum(d.customers, (c) => c.profit) / d.customers.length),
      retention: 0.71 + 0.012 * i,
      discount_rate: 0.1,
      value: Math.round(
        ((sum(d.customers, (c) => c.profit) / d.customers.length) * (0.71 + 0.012 * i)) /
          (1.1 - 0.71 - 0.012 * i),
      ),
    })),
  };
}
