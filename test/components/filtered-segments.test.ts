import {describe, expect, it} from "vitest";
import {markCounts, tablesOf} from "../../src/components/drill/mark-counts.js";
import {noFilter} from "../../src/components/filter/filter.js";
import type {FilterTable} from "../../src/components/filter/filter-table.js";
import {filteredCubes} from "../../src/components/filter/filtered-cubes.js";
import {scoreFigures} from "../../src/components/filter/live-figures/scores.js";
import {fixtureCubes} from "./fixtures/cubes.js";
import {siteOf} from "./titled-marks.js";

describe("the segments of an executives' filter", () => {
  it("are told, on the map and in the panel, where the cells that they are made of are not", () => {
    const {report, settings} = fixtureCubes("executives");
    const filter = {...noFilter, as_of: report.dates.at(-2)!};
    const one = (cells: FilterTable["cells"], customers: number): FilterTable => ({
      key: [0],
      cells,
      measures: Object.fromEntries(
        ["customers", "active_customers", "new_customers", "orders", "revenue", "profit"].map((name) => [
          name,
          [customers],
        ]),
      ),
    });
    const {tables, exhibit} = scoreFigures()["segment-map"]!;
    expect(tablesOf.segment).toEqual(tables);
    const known = {segments: one({segment: ["champions"]}, 33), totals: one({}, 44)};
    const cubes = filteredCubes(report, settings, known, filter)(tables);
    expect(exhibit({...siteOf(fixtureCubes("executives"), "en"), cubes}, null).says).toMatch(
      /^The segment “champions” is 75.0% of customers/,
    );
    expect(markCounts({kind: "segment", code: "champions"}, cubes).customers).toBe(33);
  });
});

describe("a share in the panel of a wallet stage", () => {
  it("is of the accounts in the stages, without those who only gave back", () => {
    const cubes = fixtureCubes();
    const [row] = cubes.wallet.filter(({as_of}) => as_of === cubes.report.as_of);
    const wallet = [
      {...row!, stage: "stable", customers: 30},
      {...row!, stage: "unknown", customers: 70},
      {...row!, stage: "none", customers: 4},
    ];
    const reader = {...siteOf(cubes, "en").cubes, read: () => wallet as never};
    expect(markCounts({kind: "wallet", code: "stable"}, reader)).toMatchObject({
      share_customers: 0.3,
      whole_customers: 100,
    });
  });
});
