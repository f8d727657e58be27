import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Shape} from "../../src/components/charts/shape.js";
import {
  dateLabels,
  namedDates,
  type TimeAxis,
  timeBands,
  timePoints,
} from "../../src/components/charts/time-axis.js";
import {drawingOptions} from "./chart-rules.js";

const quarters = (years: number): string[] =>
  Array.from({length: years}, (_, i) => 2026 - years + i).flatMap((y) =>
    ["03-31", "06-30", "09-30", "12-31"].map((d) => `${y}-${d}`),
  );
const words = (of: Shape): string[] =>
  of.children.flatMap((c) =>
    typeof c === "string" ? [] : c.tag === "text" ? [String(c.children[0])] : words(c),
  );

describe("the axis of time", () => {
  it("sets points as far apart as the days between them, bars at one distance", () => {
    const days = ["2025-12-31", "2025-01-01", "2025-01-11", "2025-12-31"];
    const points = timePoints(days, [100, 464]);
    expect(points.dates).toEqual(["2025-01-01", "2025-01-11", "2025-12-31"]);
    expect(points.dates.map(points.x)).toEqual([100, 110, 464]);
    const bars = timeBands(days, [0, 300], 0);
    expect(bars.dates.map(bars.start)).toEqual([0, 100, 200]);
    expect(bars.bar).toBe(100);
    expect(bars.dates.map(bars.x)).toEqual([50, 150, 250]);
  });
  it("puts a single date in the middle and takes none at all", () => {
    expect(timePoints(["2025-12-31"], [0, 100]).x("2025-12-31")).toBe(50);
    expect(timePoints([], [0, 100]).dates).toEqual([]);
    expect(timeBands([], [0, 100], 0.1).dates).toEqual([]);
  });
  it("names the same months below bars and below points", () => {
    const [days, options] = [quarters(3), drawingOptions("t", 700)];
    const bars = dateLabels(timeBands(days, [40, 640], 0.18), 200, options);
    expect(words(bars)).toEqual(["Dec 2023", "Dec 2024", "Dec 2025"]);
    expect(words(dateLabels(timePoints(days, [40, 640]), 200, options))).toEqual(words(bars));
    expect(words(dateLabels(timeBands(days, [40, 640], 0.18), 200, drawingOptions("t", 700, "zh")))).toEqual([
      "2023年12月",
      "2024年12月",
      "2025年12月",
    ]);
  });
  it("names all of a few dates, years of many, and the ends where there is room for no more", () => {
    const named = (days: readonly string[], length: number): string[] =>
      namedDates(timeBands(days, [0, length], 0), 80);
    expect(named(quarters(1), 1000)).toEqual(quarters(1));
    expect(named(quarters(1), 200)).toEqual(["2025-03-31", "2025-12-31"]);
    expect(named(quarters(1), 80)).toEqual(["2025-12-31"]);
    expect(named(quarters(4), 600)).toEqual(["2022-12-31", "2023-12-31", "2024-12-31", "2025-12-31"]);
    expect(named(quarters(8), 600)).toEqual(["2019-12-31", "2021-12-31", "2023-12-31", "2025-12-31"]);
    expect(named(quarters(8), 200)).toEqual(["2018-03-31", "2025-12-31"]);
    expect(named([], 200)).toEqual([]);
  });
  it("always names the newest, and never two that would touch", () => {
    const day = fc
      .integer({min: 0, max: 4000})
      .map((n) => new Date(Date.UTC(2015, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        fc.uniqueArray(day, {minLength: 1, maxLength: 40}),
        fc.integer({min: 50, max: 1080}),
        fc.boolean(),
        (days, length, bars) => {
          const axis: TimeAxis = bars ? timeBands(days, [0, length], 0.1) : timePoints(days, [0, length]);
          const named = namedDates(axis, 70);
          expect(named.at(-1)).toBe(axis.dates.at(-1));
          for (const [i, d] of named.entries())
            if (i > 0) expect(axis.x(d) - axis.x(named[i - 1]!)).toBeGreaterThanOrEqual(70);
        },
      ),
    );
  });
  it("keeps names inside the panel that they stand below", () => {
    const labels = dateLabels(
      timeBands(quarters(4), [0, 200], 0.1),
      100,
      drawingOptions("t", 1080),
      [0, 200],
    );
    const xs = labels.children.flatMap((c) =>
      typeof c === "object" && c.tag === "text" ? [Number(c.attributes.x)] : [],
    );
    expect(xs).toHaveLength(2);
    expect(xs[0]).toBeGreaterThan(25);
    expect(xs[1]).toBeLessThan(175);
  });
});
