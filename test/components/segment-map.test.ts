import {describe, expect, it} from "vitest";
import {segmentBlocks, segmentMap as segmentMapShape} from "../../src/components/charts/segment-map.js";
import {segmentCells} from "../../src/components/segments.js";
import {drawingOptions, itKeepsTheRules} from "./chart-rules.js";
import {drawn} from "./drawn.js";

const segmentMap = drawn(segmentMapShape);
const cells = segmentCells([]);
const labels = [...new Set(cells.map((c) => c.segment))].map((segment, i) => ({
  segment,
  lines: [segment, "12"],
  title: segment,
  suppressed: i === 3,
}));

describe("the map of segments", () => {
  itKeepsTheRules({map: (o) => segmentMap(cells, labels, o)}, [(o) => segmentMap([], [], o)]);
  it("covers each of the 25 cells once, whatever shape a segment has", () => {
    const own = segmentCells([
      {key: "rfm.segments.bent", value: "5x1, 4x12", changed: true},
      {key: "rfm.segments.rest", value: "5x2345, 4x345, 123x12345", changed: true},
    ]);
    for (const table of [cells, own]) {
      const seen = segmentBlocks(table).flatMap((b) => {
        const inside: string[] = [];
        for (let r = b.r1; r <= b.r2; r++)
          for (let f = b.f1; f <= b.f2; f++) inside.push(`${r}${f} ${b.segment}`);
        return inside;
      });
      expect(seen.sort()).toEqual(table.map((c) => `${c.r}${c.f} ${c.segment}`).sort());
    }
  });
  it("draws a segment as one field where it can, and hatches one that is suppressed", () => {
    expect(segmentBlocks(cells)).toHaveLength(10);
    const svg = segmentMap(cells, labels, drawingOptions("m"));
    expect(svg.querySelectorAll('g[fill="url(#m-hatch)"] rect, rect[fill="url(#m-hatch)"]')).toHaveLength(1);
  });
});
