import {describe, expect, it} from "vitest";
import type {OwnModelRow} from "../../src/cubes/own.js";
import {cubesOf, model, openOwnWarehouse, page} from "./own-warehouse.js";

openOwnWarehouse();

const half = `SELECT as_of, customer_id, CASE WHEN revenue < 3 THEN 'low' WHEN revenue < 30 THEN 'high' END AS half FROM scores`;

describe("an own model", () => {
  it("is counted by class at each date, and within the classes of the other models", async () => {
    const rows = (await cubesOf({models: [model(half)]})).half as unknown as OwnModelRow[];
    const newest = (crossing: string): [string, string, number | null][] =>
      rows
        .filter((row) => row.as_of === "2025-12-31" && row.crossing === crossing)
        .map((row) => [row.value, row.class, row.customers]);
    expect(newest("all")).toEqual([
      ["", "high", 27],
      ["", "low", 3],
      ["", "none", 10],
    ]);
    expect(newest("abc")).toEqual([
      ["A", "high", 7],
      ["A", "low", 3],
      ["B", "high", 20],
      ["B", "none", 10],
    ]);
    expect(newest("region").map(([value]) => value)).toEqual(["R0", "R0", "R1", "R1", "R2"]);
    expect(newest("industry").every(([value]) => value === "~unknown")).toBe(true);
    const earlier = rows.filter((row) => row.as_of === "2025-09-30");
    expect(new Set(earlier.map(({crossing}) => crossing))).toEqual(
      new Set(["all", "abc", "wallet_stage", "grid_stage", "segment"]),
    );
    // Each crossing parts the same customers and the same money.
    for (const crossing of ["abc", "segment", "region"]) {
      const mine = rows.filter((row) => row.as_of === "2025-12-31" && row.crossing === crossing);
      expect(mine.reduce((n, row) => n + row.customers!, 0)).toBe(40);
    }
  });
  it("gives executives its classes alone, without small ones", async () => {
    const rows = (await cubesOf({models: [model(half, "half", ["executives"])]}, "executives"))
      .half as unknown as OwnModelRow[];
    expect(new Set(rows.map(({crossing}) => crossing))).toEqual(new Set(["all"]));
    expect(rows.filter((row) => row.as_of === "2025-12-31").map((row) => [row.class, row.customers])).toEqual(
      [
        ["high", 27],
        ["low", null],
        ["none", null],
      ],
    );
  });
  it("is a column of scores for own pages", async () => {
    const sql = `SELECT half AS region, count(*) AS customers, sum(revenue) AS spent FROM scores WHERE as_of = DATE '2025-12-31' GROUP BY half ORDER BY half NULLS LAST`;
    const {mine} = await cubesOf({models: [model(half)], pages: [page(sql)]});
    expect(mine!.map(({region, customers}) => [region, customers])).toEqual([
      ["high", 27],
      ["low", 3],
      [null, 10],
    ]);
  });
  const faults: [string, string, string][] = [
    [
      "another column",
      half.replace("AS half", "AS third"),
      "half.sql: gives the columns as_of, customer_id, third",
    ],
    [
      "a class that isn't declared",
      half.replace("'high'", "'top'"),
      'half.sql: gives the class "top" (customer C10 at 2025-09-30)',
    ],
    [
      "two rows of a customer",
      `${half} UNION ALL ${half}`,
      "half.sql: gives customer C0 2 rows at 2025-09-30",
    ],
    [
      "a date that isn't an as-of date",
      "SELECT as_of - 1 AS as_of, customer_id, 'low' AS half FROM scores WHERE customer_id = 'C1'",
      "C1 a row at 2025-09-29, where scores has none",
    ],
    ["a mistake in its query", "SELECT as_of,\n nobody FROM scores", "half.sql:2:2: binder error"],
  ];
  for (const [fault, sql, said] of faults)
    it(`is refused with its file for ${fault}`, () =>
      expect(cubesOf({models: [model(sql)]})).rejects.toThrow(said));
  it("takes no name that a table or the workbench has", async () => {
    await expect(cubesOf({models: [model(half, "region")]})).rejects.toThrow(
      "the table accounts has a column region",
    );
    await expect(cubesOf({models: [model(half, "orders")]})).rejects.toThrow(
      "the workbench has a column orders",
    );
  });
});
