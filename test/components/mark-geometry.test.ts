import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {type Box, type Direction, nearestMark, nextMark} from "../../src/components/browser/mark-geometry.js";

const directions: readonly Direction[] = ["left", "right", "up", "down"];

const bar = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
  dot: false,
});
const dot = (x: number, y: number, colours = ""): Box => ({...bar(x - 3, y - 3, 6, 6), dot: true, colours});

/** The places that arrow keys lead to one after the other. */
function walk(boxes: readonly Box[], from: number, ...keys: Direction[]): (number | null)[] {
  let at = from;
  return keys.map((key) => {
    const next = nextMark(boxes, at, key);
    at = next ?? at;
    return next;
  });
}

function reached(boxes: readonly Box[]): Set<number> {
  const known = new Set([0, boxes.length - 1]);
  for (const from of known)
    for (const direction of directions) {
      const next = nextMark(boxes, from, direction);
      if (next !== null) known.add(next);
    }
  return known;
}

describe("an arrow key", () => {
  it("keeps to the row and the column of cells, and stops at their end", () => {
    const cells = [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => bar(40 * column, 30 * row, 38, 28)));
    expect(walk(cells, 0, "right", "right", "right")).toEqual([1, 2, null]);
    expect(walk(cells, 8, "up", "left", "up", "up")).toEqual([5, 4, 1, null]);
  });

  it("goes down bars that begin at one line, and from none of them to a longer one beside it", () => {
    const bars = [bar(0, 0, 200, 20), bar(0, 30, 80, 20), bar(0, 60, 140, 20)];
    expect(walk(bars, 0, "down", "down", "down")).toEqual([1, 2, null]);
    for (const i of [0, 1, 2]) expect(walk(bars, i, "right")).toEqual([null]);
  });

  it("goes along the parts of a bar, and between bars to the part that lies across", () => {
    const parts = [bar(0, 0, 50, 20), bar(50, 0, 150, 20), bar(0, 30, 120, 20), bar(120, 30, 80, 20)];
    expect(walk(parts, 0, "right", "down", "left", "up")).toEqual([1, 3, 2, 0]);
  });

  it("goes along a steep line from day to day, and up and down within a day", () => {
    const high = [10, 150, 12].map((y, i) => dot(100 * i, y, "dark"));
    const low = [190, 160, 180].map((y, i) => dot(100 * i, y, "light"));
    expect(walk([...high, ...low], 0, "right", "right", "down", "left")).toEqual([1, 2, 5, 4]);
  });

  it("leaves no line for a point that another has in between", () => {
    const line = [dot(0, 10, "dark"), dot(100, 12, "dark"), dot(200, 12, "dark")];
    const other = [dot(0, 90, "light"), dot(150, 12, "light"), dot(200, 90, "light")];
    expect(walk([...line, ...other], 0, "right", "right")).toEqual([1, 2]);
  });

  it("goes along level lines that stand one above the other", () => {
    const [high, low] = ["dark", "light"].map((colour, k) =>
      [0, 1, 2].map((i) => dot(100 * i, 80 * k, colour)),
    );
    expect(walk([...high!, ...low!], 0, "right", "right", "down", "left", "up")).toEqual([1, 2, 5, 4, 1]);
  });

  it("goes through points that stand in rows from row to row", () => {
    const points = [dot(120, 0), dot(30, 30), dot(80, 60), dot(200, 60)];
    expect(walk(points, 0, "down", "down", "right")).toEqual([1, 2, 3]);
  });

  it("reaches each of several points that stand in the same place", () => {
    const points = [dot(0, 50), dot(100, 50), dot(100, 50), dot(100, 50.4), dot(200, 20)];
    expect(reached(points).size).toBe(points.length);
  });

  it("reaches every point of lines over time, wherever they lie", () => {
    const lines = fc.array(fc.array(fc.integer({min: 0, max: 400}), {minLength: 6, maxLength: 6}), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(lines, (values) => {
        const points = values.flatMap((line, of) => line.map((y, i) => dot(80 * i, y, String(of))));
        expect(reached(points).size).toBe(points.length);
      }),
    );
  });

  it("is undone by the opposite key in cells", () => {
    const cells = [...Array(5).keys()].flatMap((r) =>
      [...Array(4).keys()].map((c) => bar(50 * c, 40 * r, 49, 39)),
    );
    fc.assert(
      fc.property(fc.nat(19), fc.constantFrom(...directions), (from, direction) => {
        const back = ({left: "right", right: "left", up: "down", down: "up"} as const)[direction];
        const next = nextMark(cells, from, direction);
        if (next !== null) expect(nextMark(cells, next, back)).toBe(from);
      }),
    );
  });
});

describe("a pointer", () => {
  it("counts for the nearest small mark within sixteen pixels", () => {
    const marks = [dot(0, 0), dot(20, 0), bar(0, 100, 300, 60), bar(400, 100, 3, 60)];
    expect(nearestMark(marks, 9, 0)).toBe(0);
    expect(nearestMark(marks, 11, 0)).toBe(1);
    expect(nearestMark(marks, 0, 17)).toBeNull();
    expect(nearestMark(marks, 150, 95)).toBeNull();
    expect(nearestMark(marks, 415, 130)).toBe(3);
  });
});
