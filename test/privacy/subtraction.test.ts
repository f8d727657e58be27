import {join} from "node:path";
import * as d3 from "d3";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {determined} from "../../loaders/cubes/determined.js";
import {makeSample} from "../../loaders/sample/make-sample.js";
import type {TableName} from "../../src/components/filter/tables.js";
import {publishWhole, Workshop} from "../warehouse/published.js";
import {leaksOf} from "./attack.js";
import {type Told, Truth, tables} from "./told.js";
import {toldByCubes} from "./told-by-cubes.js";
import {toldByRfm} from "./told-by-rfm.js";

const smallest = 5;
const under = ["region", "industry", "class", "stage", "rfm", "grid", "pareto"];
const totals = ["totals", "totals-over-time"] as const;
const curves: TableName[] = [...totals, "abc", "abc-over-time", "pareto", "concentration", "budget-curve"];
/** Value types overlap, as kinds and stages of one customer's events do: none of them is part of another. */
const overlapping: TableName[] = ["pyramids", "opportunities", "alerts", "methods"];

describe.each([
  {seed: 40, customers: 40},
  {seed: 120, customers: 120},
])("a site for executives of $customers accounts", ({seed, customers}) => {
  let workshop: Workshop;
  let truth: Truth;
  let told: Told[];
  beforeAll(async () => {
    workshop = new Workshop();
    const folder = join(workshop.root, "sample");
    await makeSample({out: folder, customers, seed});
    truth = await Truth.open(await publishWhole(folder, "executives"), folder);
    told = [];
    for (const name of tables) told.push(...(await truth.toldBy(name)));
  });
  afterAll(() => {
    truth.close();
    workshop.remove();
  });
  const dates = (): string[] => [truth.dates.at(-1)!, truth.dates.at(-3)!];

  it("is read rightly: every count is of those whom the warehouse has there, and of enough", () => {
    const counts = told.filter(({measure}) => measure === "customers");
    expect(counts.length).toBeGreaterThan(1000);
    expect(counts.filter(({people, value}) => people.length !== value)).toEqual([]);
    expect(counts.filter(({value}) => value > 0 && value < smallest)).toEqual([]);
  });

  it("tells no money of a few by curves, classes, parts and shares of one order, at any date", async () => {
    const known = await toldByCubes(truth);
    expect(known.length).toBeGreaterThan(50);
    // As the attacker sees them they add up: to a unit of rounding.
    expect(known.filter(({value}) => Math.abs(value) > 2)).toEqual([]);
    for (const as_of of truth.dates)
      for (const measure of ["revenue", "profit"]) {
        const sums = known.filter((one) => one.as_of === as_of && one.measure === measure);
        expect([
          as_of,
          measure,
          determined(
            sums.map(({people}) => people),
            smallest,
          ),
        ]).toEqual([as_of, measure, []]);
      }
  });

  it.each(under)(
    "tells no money of a few by curves and classes under one %s and under none",
    async (dimension) => {
      const primary = truth.published.cube("report").primary_abc_measure;
      for (const as_of of dates())
        for (const measure of ["revenue", "profit"] as const) {
          // Classes by the other measure are another order.
          const own = told.filter(
            ({table, source}) => !table.startsWith("abc") || source.includes(`"${measure}"`),
          );
          const related =
            (dimension === "class" && measure === primary) ||
            (dimension === "pareto" && measure === "revenue");
          const family = {tables: curves, under: dimension, measure, as_of, related};
          expect([as_of, measure, await leaksOf(truth, own, family, smallest)]).toEqual([as_of, measure, []]);
        }
    },
  );

  it.each(under)(
    "tells no money of a few by any table's cells and sums under one %s and under none",
    async (dimension) => {
      const leaks: unknown[] = [];
      for (const name of tables.filter((table) => !overlapping.includes(table)))
        for (const measure of ["revenue", "profit"] as const) {
          const family = {tables: [name, ...totals], under: dimension, measure, as_of: truth.dates.at(-1)!};
          for (const people of await leaksOf(truth, told, family, smallest))
            leaks.push([name, measure, people]);
        }
      expect(leaks).toEqual([]);
    },
  );

  it("tells no money of a few by segments and bands, the cells that they are made of, and R, F and M over time", async () => {
    const names = ["rfm", "segments", "rfm-bands", ...totals];
    const files = told.filter(({table}) => names.includes(table));
    // Whoever is in a slice of R may be chosen.
    const slices = files.filter(({table, under}) => under === "rfm" && totals.includes(table as never));
    const known = [...files, ...slices.map((one) => ({...one, key: 0})), ...(await toldByRfm(truth))];
    const counts = known.filter(({measure}) => measure === "customers");
    expect(counts.filter(({people, value}) => people.length !== value)).toEqual([]);
    const money = known.filter(({measure}) => measure === "revenue" || measure === "profit");
    const together = d3.groups(money, ({as_of, measure, key}) => `${as_of} ${measure} ${key}`);
    expect(together.length).toBeGreaterThan(100);
    // Not all has to go for it.
    const isOfAll = ({table, key, as_of}: Told): boolean =>
      table === "segments" && key === 0 && as_of === dates()[1];
    if (customers > 40) expect(known.filter(isOfAll).length).toBeGreaterThan(5);
    const leaks: unknown[] = [];
    for (const [at, sums] of together) {
      const buying = await truth.withMoney(sums[0]!.as_of);
      const groups = sums.map(({people}) => people.filter((one) => buying.has(one)));
      leaks.push(...determined(groups, smallest).map((people) => [at, people]));
    }
    expect(leaks).toEqual([]);
  });

  it("tells nothing of few who only gave back, neither as a count nor between two totals", async () => {
    const [only] = await truth.query<{n: number}>(
      "SELECT count(*)::INTEGER AS n FROM scores WHERE is_refund_only AND as_of IN (FROM left_out)",
    );
    expect(only).toEqual({n: 0});
    for (const row of truth.published.cube("kpis"))
      expect(
        row.refund_only_customers === null ||
          row.refund_only_customers === 0 ||
          row.refund_only_customers >= smallest,
      ).toBe(true);
  });
});

describe("what is told", () => {
  it("is found to tell a few by what is added and taken away", () => {
    const few = (told: number[][]): number[][] => determined(told, 5);
    expect(
      few([
        [1, 2, 3, 4, 5, 6],
        [1, 2, 3, 4, 5],
      ]),
    ).toEqual([[6]]);
    const table = [
      [1, 2, 3, 4, 5, 6, 7, 8, 9],
      [5, 6, 7, 8, 9],
      [1, 5],
      [2, 6],
      [3, 7],
      [4, 8],
    ];
    expect(few(table)).toContainEqual([9]);
    expect(few(table)).toContainEqual([1, 2, 3, 4]);
    expect(
      few([
        [1, 2, 3, 4, 5, 6],
        [5, 6, 7, 8, 9, 10],
      ]),
    ).toEqual([]);
  });
});
