import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {threeLists} from "../../src/components/exhibits/three-lists.js";
import type {RfmRow} from "../../src/cubes.js";
import {fixtureCubes} from "./fixtures/cubes.js";
import {siteOf} from "./titled-marks.js";

type Score = RfmRow["r"];

const cubes = fixtureCubes("executives");
const primary = cubes.rfm.find((row) => row.scheme === cubes.report.primary_scheme)!;

/** The cells of each list's row, of RFM cells with so many customers. */
function listed(cells: readonly (readonly [r: Score, f: Score, m: Score, customers: number | null])[]) {
  const rfm = cells.map(([r, f, m, customers]) => ({
    ...primary,
    ...{r, f, m, customers, suppressed: customers === null},
    revenue: customers === null ? null : 100 * customers,
  }));
  const {document} = new JSDOM(threeLists(siteOf({...cubes, rfm}, "en")).text).window;
  return Object.fromEntries(
    ["key", "poor"].map((id) => {
      const row = document.querySelector(`#list-${id}`)!;
      return [id, [...row.querySelectorAll("td")].slice(-3).map((cell) => cell.textContent)];
    }),
  );
}

describe("the three lists", () => {
  it("tell the least that they hold where cells are hidden, and nothing where all of them are", () => {
    const {key, poor} = listed([
      [5, 5, 5, 14],
      [4, 4, 4, null],
      [1, 1, 1, null],
    ]);
    expect(key).toEqual(["at least 14", expect.stringMatching(/^at least \d/), "suppressed"]);
    expect(poor).toEqual(["suppressed", "suppressed", "suppressed"]);
  });

  it("tell all where none is hidden, and none as none", () => {
    const {key, poor} = listed([
      [5, 5, 5, 14],
      [4, 4, 4, 6],
    ]);
    expect(key![0]).toBe("20");
    expect(poor![0]).toBe("0");
  });
});
