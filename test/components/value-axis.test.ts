import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {clearPlace} from "../../src/components/charts/clear-place.js";
import {apart} from "../../src/components/charts/end-labels.js";
import {toElement} from "../../src/components/charts/shape.js";
import {valueAxis} from "../../src/components/charts/value-axis.js";
import {drawingOptions} from "./chart-rules.js";

const plane = {left: 40, right: 300, top: 10, bottom: 210};
const {document} = drawingOptions("v");

describe("the axis of values", () => {
  it("lays the least at the floor and the most at the top, and writes round values where they lie", () => {
    const axis = valueAxis([-20, 80], plane, (v) => `${v}%`);
    expect([axis.y(-20), axis.y(80), axis.y(30)]).toEqual([210, 10, 110]);
    const grid = toElement(axis.grid, document);
    const texts = [...grid.querySelectorAll("text")].map((t) => [t.textContent, Number(t.getAttribute("y"))]);
    expect(texts).toEqual([
      ["-20%", 210],
      ["0%", 170],
      ["20%", 130],
      ["40%", 90],
      ["60%", 50],
      ["80%", 10],
    ]);
    const zero = toElement(axis.zero, document);
    expect([zero.getAttribute("y1"), zero.getAttribute("y2")]).toEqual(["170", "170"]);
  });
  it("writes no value twice where a format can't tell them apart, and each where it is", () => {
    const grid = toElement(valueAxis([0, 2], plane, (v) => String(Math.round(v))).grid, document);
    const texts = [...grid.querySelectorAll("text")].map((t) => [t.textContent, Number(t.getAttribute("y"))]);
    expect(texts).toEqual([
      ["0", 210],
      ["1", 110],
      ["2", 10],
    ]);
  });
  it("ends in a written value at or beyond the highest mark and the lowest", () => {
    const mark = fc.double({min: 0.001, max: 1e6, noNaN: true});
    fc.assert(
      fc.property(mark, fc.oneof(fc.constant(0), mark), (high, under) => {
        const axis = valueAxis([-under, high], plane, String);
        const grid = toElement(axis.grid, document);
        const places = [...grid.querySelectorAll("text")].map((t) => Number(t.getAttribute("y")));
        expect(Math.min(...places)).toBeCloseTo(plane.top, 6);
        expect(Math.max(...places)).toBeCloseTo(plane.bottom, 6);
        expect(axis.y(high)).toBeGreaterThanOrEqual(plane.top - 1e-6);
        expect(axis.y(-under)).toBeLessThanOrEqual(plane.bottom + 1e-6);
      }),
    );
  });
  it("has a floor where all is zero", () => {
    const axis = valueAxis([0, 0], plane, String);
    expect(axis.y(0)).toBe(210);
  });
});

describe("the place of a word at a line", () => {
  const size = {width: 80, height: 16};
  const corner: [number, number][] = [
    [40, 210],
    [150, 60],
    [300, 200],
  ];
  it("is the nearest on its side that no line runs through", () => {
    const above = clearPlace([150, 60], size, "above", [corner], plane);
    expect(above).toEqual({x: 150, y: 44});
    const below = clearPlace([150, 60], size, "below", [corner], plane);
    const edge = (x: number): number =>
      x < 150 ? 60 + ((150 - x) * 150) / 110 : 60 + ((x - 150) * 140) / 150;
    for (const x of [below.x - 40, below.x + 40]) expect(below.y - 8).toBeGreaterThan(edge(x));
  });
  it("is on the other side where its own has no room, and beside the point where none has", () => {
    const low: [number, number][] = [
      [40, 200],
      [300, 200],
    ];
    expect(clearPlace([150, 200], size, "below", [low], plane).y).toBeLessThan(200);
    const full: [number, number][][] = Array.from({length: 40}, (_, i) => [
      [40, 10 + 5 * i],
      [300, 10 + 5 * i],
    ]);
    expect(clearPlace([150, 100], size, "above", full, plane)).toEqual({x: 150, y: 84});
  });
});

describe("labels at the ends of lines", () => {
  const heights = fc.array(fc.double({min: 0, max: 200, noNaN: true}), {maxLength: 10});
  it("are a line of type apart, in the order of what they name, and not below the floor", () => {
    fc.assert(
      fc.property(heights, (wanted) => {
        const at = apart(wanted, 200);
        const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
        for (const [n, i] of order.entries()) {
          expect(at[i]).toBeLessThanOrEqual(200);
          if (n > 0) expect(at[i]! - at[order[n - 1]!]!).toBeGreaterThanOrEqual(17 - 1e-9);
        }
      }),
    );
  });
  it("stay where they are wanted when nothing is in the way", () => {
    expect(apart([150, 20, 90], 200)).toEqual([150, 20, 90]);
  });
  it("give way downwards, and upwards at the floor", () => {
    expect(apart([100, 102], 200)).toEqual([100, 117]);
    expect(apart([195, 198, 200], 200)).toEqual([166, 183, 200]);
  });
});
