import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {KpiRow} from "../../src/cubes.js";
import type {HandTables} from "../models/hand-tables.js";
import {type Published, publishFolder, Workshop} from "../warehouse/published.js";
import {cubeTables} from "./cube-tables.js";

const day = "2025-01-05";
const incomes = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261];

describe("gini", () => {
  let workshop: Workshop;
  let published: Published;
  let tables: HandTables;
  beforeAll(async () => {
    workshop = new Workshop();
    // A ledger on which each customer stands once.
    const lines = incomes.map((income, i) => `c${i},${day},${income}`);
    published = await publishFolder(
      workshop.folder({"transactions.csv": `customer_id,ordered_on,amount\n${lines.join("\n")}\n`}),
    );
    tables = await cubeTables(published);
  });
  afterAll(() => {
    tables.close();
    workshop.remove();
  });

  /** Of as many customers, each with one of the values. */
  const gini = async (values: readonly number[]): Promise<number | null> => {
    await tables.fill(
      "activity",
      values.map((revenue, i) => ({
        as_of: day,
        customer_id: `c${i}`,
        first_order_on: day,
        orders: 1,
        revenue,
      })),
    );
    const rows = await tables.cube<KpiRow>("kpis");
    expect(rows.map(({role, customers}) => [role, customers])).toEqual([["now", values.length]]);
    return rows[0]!.gini;
  };

  it("is 0.462091 for ten incomes, as published", async () => {
    expect(await gini(incomes)).toBeCloseTo(0.462091, 6);
    expect(published.cube("kpis").find(({role}) => role === "now")!.gini).toBeCloseTo(0.462091, 6);
  });

  it("is normalised where some values are negative", async () => {
    expect(await gini([-7, -15, 11, -10, 2, 4, 40])).toBeCloseTo(0.69983949, 8);
  });

  it("is 0 where all are equal, (n - 1) / n where one has all, and nothing where all are zero", async () => {
    expect(await gini([5, 5, 5])).toBe(0);
    expect(await gini([0, 0, 0, 9])).toBe(0.75);
    expect(await gini([0, 0])).toBeNull();
  });
});
