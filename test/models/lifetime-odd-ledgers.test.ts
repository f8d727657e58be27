import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {LifetimeModelRow, SensitivityRow} from "../../src/cubes/value.js";
import {Workshop} from "../warehouse/published.js";
import {Scored} from "./scored.js";

interface Value {
  as_of: string;
  p_alive: number | null;
  expected_purchases: number;
  expected_spend: number;
  margin: number;
  clv_future: string;
  clv: string;
}

const allValues = "FROM lifetime_values ORDER BY as_of, customer_id";
const sum = (values: number[]): number => values.reduce((all, value) => all + value, 0);
const cents = (money: string): number => Math.round(Number(money) * 100);

let workshop: Workshop;
beforeAll(() => {
  workshop = new Workshop();
});
afterAll(() => workshop.remove());

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
