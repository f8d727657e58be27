import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {acceptedKeys, acceptedOfProduct, singleKey} from "../../src/components/filter/accepted-keys.js";
import {brushCells, brushOf, brushText, parseBrush} from "../../src/components/filter/brush.js";
import {groupOf, wholeGroups} from "../../src/components/filter/brush-groups.js";
import {brushWords} from "../../src/components/filter/brush-words.js";
import {dimensions, type Filter, noFilter} from "../../src/components/filter/filter.js";
import {cellsUnder, type FilterTable} from "../../src/components/filter/filter-table.js";
import {rankedCurve} from "../../src/components/filter/ranked-curve.js";

interface Person {
  region: number;
  industry: number;
  class: number;
  stage: number;
  cell: number;
  amount: number;
}

const person = fc.record({
  region: fc.integer({min: 0, max: 8}),
  industry: fc.integer({min: 0, max: 8}),
  class: fc.integer({min: 0, max: 4}),
  stage: fc.integer({min: 0, max: 6}),
  cell: fc.integer({min: 1, max: 4}),
  amount: fc.integer({min: -500, max: 5000}),
});
const place = (most: number) => fc.option(fc.integer({min: 0, max: most}));
const filter: fc.Arbitrary<Filter> = fc.record({
  region: place(8),
  industry: place(8),
  class: place(4),
  stage: place(6),
  as_of: fc.constant(null),
  brush: fc.constant(null),
});

function tableOf(people: readonly Person[]): FilterTable {
  return {
    key: Uint16Array.from(people, (p) => ((p.region * 9 + p.industry) * 5 + p.class) * 7 + p.stage),
    cells: {cell: Int32Array.from(people, (p) => p.cell), odd: people.map((p) => p.cell % 2 === 1)},
    measures: {customers: people.map(() => 1), amount: people.map((p) => p.amount)},
  };
}

describe("filters", () => {
  it("give the sums over just the customers that fit", () => {
    fc.assert(
      fc.property(fc.array(person, {maxLength: 60}), filter, (people, chosen) => {
        const fitting = people.filter((p) =>
          dimensions.every((d) => chosen[d] === null || chosen[d] === p[d]),
        );
        const table = tableOf(people);
        const cells = cellsUnder(table, acceptedOfProduct(chosen));
        for (const cell of [1, 2, 3, 4]) {
          const own = fitting.filter((p) => p.cell === cell);
          const found = cells.find((c) => c.cell.cell === cell);
          expect(found?.cell).toEqual(own.length > 0 ? {cell, odd: cell % 2 === 1} : undefined);
          expect(found?.sums.customers ?? 0).toBe(own.length);
          expect(found?.sums.amount ?? 0).toBe(own.reduce((sum, p) => sum + p.amount, 0));
        }
        const all = cellsUnder(table, acceptedOfProduct(chosen), true);
        expect(all.length).toBe(new Set(people.map((p) => p.cell)).size);
      }),
    );
  });

  it("take every key without a choice, and none twice over the values of a dimension", () => {
    expect(acceptedOfProduct(noFilter).every((byte) => byte === 1)).toBe(true);
    for (const [dimension, values] of [
      ["region", 9],
      ["industry", 9],
      ["class", 5],
      ["stage", 7],
    ] as const) {
      const times = new Uint8Array(acceptedOfProduct(noFilter).length);
      for (let value = 0; value < values; value++)
        acceptedOfProduct({...noFilter, [dimension]: value}).forEach((byte, key) => {
          times[key]! += byte;
        });
      expect(times.every((n) => n === 1)).toBe(true);
    }
  });

  it("keep what is suppressed or unknown null, and know one key where filters are set singly", () => {
    const table: FilterTable = {
      key: [0, 103, 103],
      cells: {cell: [1, 1, 2]},
      measures: {customers: [9, 7, null]},
    };
    expect(singleKey({...noFilter, region: 3})).toBe(103);
    expect(singleKey(noFilter)).toBe(0);
    expect(cellsUnder(table, acceptedKeys({...noFilter, region: 3}, executives))).toEqual([
      {cell: {cell: 1}, sums: {customers: 7}},
      {cell: {cell: 2}, sums: {customers: null}},
    ]);
  });
});

const minimums = [
  {stage: "partner" as const, personal: 5, company: 5},
  {stage: "nurturing" as const, personal: 2, company: 2},
];
const executives = {audience: "executives" as const, grid_minimums: minimums};
const team = {audience: "account-team" as const, grid_minimums: minimums};
const brush = fc
  .constantFrom("rfm" as const, "grid" as const, "pareto" as const)
  .chain((on) => fc.subarray([...brushCells[on]], {minLength: 1}).map((cells) => brushOf(on, cells)!));

describe("a brush", () => {
  it("reads back from the address what it wrote there", () => {
    fc.assert(
      fc.property(brush, (chosen) => {
        expect(parseBrush(brushText(chosen))).toEqual(chosen);
      }),
    );
    expect(brushText(brushOf("pareto", [3, 1, 2])!)).toBe("pareto:1-3");
  });

  it("is none where the address names no part that exists", () => {
    for (const text of [
      null,
      "",
      "rfm",
      "rfm:",
      "rfm:600",
      "grid:66",
      "pareto:0",
      "pareto:5-1",
      "age:3",
      "rfm:1-999999999",
    ])
      expect(parseBrush(text)).toBe(null);
    expect(parseBrush("rfm:556-561.111")).toEqual({on: "rfm", cells: [111]});
  });

  it("takes the keys of its parts, and for executives whole groups of them", () => {
    fc.assert(
      fc.property(brush, (chosen) => {
        const taken = (report: typeof team | typeof executives): number[] =>
          [...acceptedKeys({...noFilter, brush: chosen}, report).entries()].flatMap(([key, byte]) =>
            byte ? key : [],
          );
        expect(taken(team)).toEqual([...chosen.cells]);
        const groups = new Set(chosen.cells.map((cell) => groupOf(chosen.on, cell, executives)));
        expect(new Set(taken(executives))).toEqual(groups);
        const whole = wholeGroups(chosen, executives);
        expect(chosen.cells.every((cell) => whole.cells.includes(cell))).toBe(true);
        expect(new Set(whole.cells.map((cell) => groupOf(chosen.on, cell, executives)))).toEqual(groups);
        expect(wholeGroups(whole, executives)).toEqual(whole);
      }),
    );
  });
});

describe("the words of what is chosen in a chart", () => {
  it("put neighbours together, and name whole slices of R", () => {
    const said = (text: string, locale: "en" | "zh" = "en"): string => brushWords(parseBrush(text)!, locale);
    expect(said("rfm:544-545.554-555")).toBe("RFM cells 544, 545, 554, 555");
    expect(said(`rfm:${brushCells.rfm.filter((cell) => cell > 400).join(".")}.111`)).toBe(
      "RFM cells R4–5, 111",
    );
    expect(said("grid:33-35.43-45.53-55")).toBe("personal × company level 3–5 × 3–5");
    expect(said("grid:0.12.44-45.54-55", "zh")).toBe("个人×公司关系 未评估、1 × 2、4–5 × 4–5");
    expect(said("pareto:1-20")).toBe("the top 20% of customers by revenue");
  });
});

describe("a curve ranked anew from bins", () => {
  it("ends at everyone's money, and says the top fifth to within half a point", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({min: 0, max: 12, noNaN: true}), {minLength: 400, maxLength: 400}),
        (logs) => {
          const amounts = logs.map((x) => Math.round(100 * Math.exp(x))).sort((a, b) => b - a);
          const bins = new Map<number, {customers: number; amount: number}>();
          for (const amount of amounts) {
            const at = 500 + (amount === 0 ? 0 : 1 + Math.floor(2 * Math.log2(amount)));
            const bin = bins.get(at) ?? {customers: 0, amount: 0};
            bins.set(at, {customers: bin.customers + 1, amount: bin.amount + amount});
          }
          const curve = rankedCurve(
            [...bins].map(([bin, sums]) => ({cell: {bin}, sums})),
            false,
          );
          const total = amounts.reduce((sum, x) => sum + x, 0);
          expect(curve.at(-1)).toMatchObject({
            customers: 400,
            amount: total,
            customer_share: 1,
            amount_share: 1,
          });
          const top = curve.find((p) => p.customers === 80)!;
          const exact = amounts.slice(0, 80).reduce((sum, x) => sum + x, 0) / total;
          expect(Math.abs(top.amount_share - exact)).toBeLessThan(0.005);
        },
      ),
      {numRuns: 50},
    );
  });

  it("marks the peak of a curve that falls back, and says nothing where the total is not positive", () => {
    const bins = [
      {cell: {bin: 520}, sums: {customers: 2, amount: 900}},
      {cell: {bin: 490}, sums: {customers: 1, amount: -100}},
    ];
    expect(rankedCurve(bins, false).map((p) => [p.customers, p.amount, p.peak])).toEqual([
      [1, 450, false],
      [2, 900, true],
      [3, 800, false],
    ]);
    expect(rankedCurve(bins.slice(1), false)).toEqual([]);
  });

  it("has no digit at an estimated point that an estimate doesn't have, and passes no exact one with it", () => {
    const of = (customers: number, amount: number) => ({cell: {bin: 540}, sums: {customers, amount}});
    const points = rankedCurve(
      [of(10, 12_345_678), {cell: {bin: 520}, sums: {customers: 5, amount: 4321}}],
      false,
    );
    expect(points.map((p) => [p.customers, p.amount, p.peak])).toEqual([
      [3, expect.any(Number), false],
      [10, 12_345_678, false],
      [15, 12_349_999, true],
    ]);
    expect(points[0]!.amount % 10_000).toBe(0);
    const flat = rankedCurve([of(1, 99_999_999), {cell: {bin: 502}, sums: {customers: 5, amount: 6}}], false);
    expect(flat.map((p) => [p.customers, p.amount, p.peak])).toEqual([
      [1, 99_999_999, false],
      [2, 100_000_000, false],
      [6, 100_000_005, true],
    ]);
  });
});
