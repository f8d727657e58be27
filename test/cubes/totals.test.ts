import {DuckDBInstance} from "@duckdb/node-api";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {computeCubes} from "../../loaders/cubes/compute.js";
import {parseSettings} from "../../loaders/settings.js";
import {scoreFolder, Workshop} from "../warehouse/published.js";

const lines = Array.from({length: 40}, (_, i) => `c${i % 9},2025-0${1 + (i % 9)}-10,${10 + i}.25`);

describe("computing cubes", () => {
  let workshop: Workshop;
  beforeAll(() => {
    workshop = new Workshop();
  });
  afterAll(() => workshop.remove());

  /** Spoils a finished warehouse with one statement and computes the cubes over it. */
  const computeAfter = async (spoil: string): Promise<unknown> => {
    const folder = workshop.folder({
      "transactions.csv": `customer_id,ordered_on,amount\n${lines.join("\n")}\nback,2025-01-10,-3\n`,
    });
    const {warehouse} = await scoreFolder(folder);
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    try {
      await connection.run(
        `ATTACH '${warehouse}' AS made (READ_ONLY); COPY FROM DATABASE made TO memory; DETACH made`,
      );
      await connection.run(spoil);
      return await computeCubes(connection, parseSettings(""), "analysts", "0".repeat(16));
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  };

  it("goes through where the scores are the ledger's", async () => {
    expect(Object.keys((await computeAfter("SELECT 1")) as object)).toContain("rfm");
  });

  for (const [what, spoil] of [
    ["a cent too much", "UPDATE scores SET revenue = revenue + 0.01 WHERE customer_id = 'c1'"],
    [
      "a hundredth of a cent too much",
      "UPDATE scores SET revenue = revenue + 0.0001 WHERE customer_id = 'c1'",
    ],
    ["an order too many", "UPDATE scores SET orders = orders + 1 WHERE customer_id = 'c1'"],
    ["a customer too few", "DELETE FROM scores WHERE customer_id = 'c8'"],
    ["a customer without a cell", "UPDATE scores SET m = NULL WHERE customer_id = 'c1'"],
    ["a customer without a class", "UPDATE scores SET abc_value_revenue = 'E' WHERE customer_id = 'c1'"],
  ] as const) {
    it(`fails for ${what}`, async () => {
      await expect(computeAfter(spoil)).rejects.toThrow(/totals don't agree with the ledger/);
    });
  }
});
