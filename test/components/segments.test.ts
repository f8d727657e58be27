import {describe, expect, it} from "vitest";
import {segmentCells as loaderCells, standardSegments} from "../../loaders/models/segments.js";
import {familyOf, segmentCells, segmentOrder} from "../../src/components/segments.js";
import * as terms from "../../src/components/value-terms.js";

const sorted = (cells: readonly {r: number; f: number; segment: string}[]): string[] =>
  cells.map((c) => `${c.r}${c.f} ${c.segment}`).sort();

describe("the segments of the pages", () => {
  it("are those that customers are put into", () => {
    expect(sorted(segmentCells([]))).toEqual(sorted(loaderCells(standardSegments)));
  });
  it("are the report’s own where its settings have a table", () => {
    const own = {good: ["345x345"], rest: ["12x12345", "345x12"]};
    const settings = Object.entries(own).map(([name, cells]) => ({
      key: `rfm.segments.${name}`,
      value: cells.join(", "),
      changed: true,
    }));
    expect(sorted(segmentCells(settings))).toEqual(sorted(loaderCells(own)));
    expect(familyOf("good")).toBe("other");
    expect(terms.classLabel("rfm_segment", "good", "zh")).toBe("Good");
  });
  it("come from best to worst, the report’s own last", () => {
    expect(segmentOrder(["mine", "hibernating", "champions"])).toEqual(["champions", "hibernating", "mine"]);
  });
  it("all have words in both languages", () => {
    for (const name of Object.keys(standardSegments)) {
      expect(terms.segments[name]?.en).toBeTruthy();
      expect(terms.segments[name]?.zh).toMatch(/\p{Script=Han}/u);
    }
  });
});
