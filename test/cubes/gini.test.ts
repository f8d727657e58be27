import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {publishFolder, Workshop} from "../warehouse/published.js";

describe("gini", () => {
  let workshop: Workshop;
  beforeAll(() => {
    workshop = new Workshop();
  });
  afterAll(() => workshop.remove());

  /** Of a ledger on which each customer stands once, with one of the values. */
  const gini = async (values: readonly number[]): Promise<number | null> => {
    const lines = values.map((value, i) => `c${i},2025-01-05,${value}`);
    const published = await publishFolder(
      workshop.folder({"transactions.csv": `customer_id,ordered_on,amount\n${lines.join("\n")}\n`}),
    );
    return published.cube("kpis").find(({role}) => role === "now")!.gini;
  };

  it("is 0.462091 for ten incomes, as published", async () => {
    expect(await gini([541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261])).toBeCloseTo(
      0.462091,
      6,
    );
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
