import {describe, expect, it} from "vitest";
import {aliveBars as aliveBarsShape} from "../../src/components/charts/alive-bars.js";
import {capturedDots as capturedDotsShape} from "../../src/components/charts/captured-dots.js";
import type {ChartOptions} from "../../src/components/charts/chart-options.js";
import {holdoutLines as holdoutLinesShape, holdoutPoints} from "../../src/components/charts/holdout-lines.js";
import {lifetimeParts as lifetimePartsShape} from "../../src/components/charts/lifetime-parts.js";
import {textWidth} from "../../src/components/charts/text-width.js";
import {drawingOptions, itKeepsTheRules} from "./chart-rules.js";
import {drawn} from "./drawn.js";
import {fixtureCubes} from "./fixtures/cubes.js";

const aliveBars = drawn(aliveBarsShape);
const lifetimeParts = drawn(lifetimePartsShape);
const capturedDots = drawn(capturedDotsShape);
const holdoutLines = drawn(holdoutLinesShape);
const cubes = fixtureCubes();
const lifetime = cubes["lifetime-values"].filter((r) => r.as_of === cubes.report.as_of);

const drawings: Record<string, (o: ChartOptions) => SVGSVGElement> = {
  lifetime: (o) => lifetimeParts(lifetime, o),
  alive: (o) => aliveBars(cubes["lifetime-alive"], o),
  holdout: (o) => holdoutLines(cubes["lifetime-holdout"], o),
  captured: (o) => capturedDots(cubes.methods, cubes["method-summary"], o),
};

describe("every chart of the value pages", () => {
  itKeepsTheRules(
    drawings,
    [
      (o) => lifetimeParts([], o),
      (o) => aliveBars([], o),
      (o) => holdoutLines([], o),
      (o) => capturedDots([], [], o),
    ],
    [1080, 700, 516, 343],
  );
});

describe("how many are still customers", () => {
  it("keeps the ends of the axis inside the drawing", () => {
    for (const width of [1080, 700, 516, 343]) {
      const texts = [...drawings.alive!(drawingOptions("a", width)).querySelectorAll("text")];
      for (const [words, anchor] of [
        ["0%", "start"],
        ["100%", "end"],
      ]) {
        const tick = texts.find((t) => t.textContent === words)!;
        expect([words, tick.getAttribute("text-anchor")]).toEqual([words, anchor]);
        const x = Number(tick.getAttribute("x"));
        expect(x >= 0 && x <= width).toBe(true);
      }
    }
  });
});

describe("lifetime value in ten parts", () => {
  it("stacks value so far and value to come, each as long as it is", () => {
    const svg = drawings.lifetime!(drawingOptions("l"));
    const first = lifetime.find((r) => r.part === 1)!;
    const rects = [...svg.querySelectorAll("rect")].filter((r) => r.textContent?.startsWith("1st tenth"));
    const [historic, future] = rects.map((r) => Number(r.getAttribute("width")));
    // A drawing is exact to a hundredth of a pixel.
    expect(historic! / future!).toBeCloseTo(first.clv_historic! / first.clv_future!, 3);
  });
});

describe("the axis of lifetime value", () => {
  const wide = lifetime.map((r) => ({
    ...r,
    clv_historic: r.below_zero ? -8e8 : 3.7e9 / (r.part ?? 1),
    clv_future: 0,
  }));
  const numbers = (e: Element, ...names: string[]): number[] => names.map((n) => Number(e.getAttribute(n)));
  it("is as long as the longest bar needs with its number, and its values keep apart", () => {
    for (const locale of ["en", "zh"] as const)
      for (const width of [1080, 700, 516, 343]) {
        const svg = lifetimeParts(wide, drawingOptions("l", width, locale));
        const rects = [...svg.querySelectorAll("rect[data-mark], rect")].filter((r) =>
          r.querySelector("title"),
        );
        const end = Math.max(...rects.map((r) => numbers(r, "x", "width").reduce((a, b) => a + b)));
        const label = [...svg.querySelectorAll("text")].find(
          (t) => Math.abs(numbers(t, "x")[0]! - end - 6) < 0.1,
        )!;
        const last = end + 6 + textWidth(label.textContent!) * 12;
        expect(last).toBeLessThanOrEqual(width);
        expect(last).toBeGreaterThan(width - 40);
        const [head] = svg.querySelectorAll('g[font-variant="tabular-nums"]');
        const places = [...head!.querySelectorAll("text")].map((t) => ({
          x: numbers(t, "x")[0]!,
          half: textWidth(t.textContent!) * 6,
        }));
        places.slice(1).forEach(({x, half}, i) => {
          expect(x - half).toBeGreaterThan(places[i]!.x + places[i]!.half + 6);
        });
      }
  });
  it("leaves room for the longest name beside it", () => {
    for (const locale of ["en", "zh"] as const) {
      const svg = lifetimeParts(wide, drawingOptions("l", 343, locale));
      const names = [...svg.querySelectorAll('text[text-anchor="end"]')];
      expect(names).toHaveLength(wide.length);
      for (const name of names)
        expect(numbers(name, "x")[0]! - textWidth(name.textContent!) * 12).toBeGreaterThanOrEqual(0);
    }
  });
});

describe("the holdout", () => {
  it("shows before each name at a line's end how that line is drawn, and keeps names apart within the drawing", () => {
    for (const width of [1080, 700, 343]) {
      const svg = holdoutLines(cubes["lifetime-holdout"], drawingOptions("h", width));
      const ends = [...svg.querySelectorAll('g[text-anchor="start"] text')];
      expect(ends.map((t) => t.textContent!.replace(/ [\d.]+$/, "")).sort()).toEqual(
        ["BG/NBD", "Pareto/NBD", "naive rate", "what came"].sort(),
      );
      const at = ends.map((t) => Number(t.getAttribute("y"))).sort((a, b) => a - b);
      at.slice(1).forEach((y, i) => {
        expect(y - at[i]!).toBeGreaterThanOrEqual(16.9);
      });
      for (const text of ends) {
        const sample = text.previousElementSibling!;
        const path = [...svg.querySelectorAll("path")].find(
          (p) => p.getAttribute("stroke") === sample.getAttribute("stroke"),
        )!;
        for (const look of ["stroke-width", "stroke-dasharray"])
          expect(sample.getAttribute(look)).toBe(path.getAttribute(look));
        expect(Number(sample.getAttribute("x2"))).toBeLessThan(Number(text.getAttribute("x")));
        expect(
          Number(text.getAttribute("x")) + textWidth(text.textContent!) * (width < 460 ? 12 : 13),
        ).toBeLessThanOrEqual(width);
      }
    }
  });
  it("has what came once, whatever the number of forecasts", () => {
    const points = holdoutPoints(cubes["lifetime-holdout"]);
    expect(points.filter((p) => p.of === "actual")).toHaveLength(8);
    expect(new Set(points.map((p) => p.of))).toEqual(new Set(["actual", "bg-nbd", "pareto-nbd", "naive"]));
  });
});

describe("what the methods captured", () => {
  it("puts the best mean first and marks the best in hindsight", () => {
    const svg = drawings.captured!(drawingOptions("c"));
    expect(svg.textContent).toMatch(/best in hindsight, mean: \d/);
    expect(svg.textContent!.indexOf("Lifetime value")).toBeLessThan(
      svg.textContent!.indexOf("Recency alone"),
    );
  });
  it("has a scale with marks from end to end over all that is drawn, below 0% and above 100% too", () => {
    const rows = cubes.methods.map((r) => ({...r, captured: r.captured * 1.6 - 0.7, best_possible: 1.25}));
    const summary = cubes["method-summary"].map((s) => ({...s, low: -0.3, high: 1.3}));
    for (const width of [1080, 700, 343])
      for (const locale of ["en", "zh"] as const) {
        const svg = capturedDots(rows, summary, drawingOptions("c", width, locale), true);
        const marks = [...svg.querySelectorAll("text")]
          .filter((t) => /^−?\d+%$/.test(t.textContent!) && t.closest("[font-variant]"))
          .map((t) => Number(t.getAttribute("x")));
        const drawnAt = [...svg.querySelectorAll("circle, line")].flatMap((e) =>
          ["cx", "x1", "x2"].flatMap((name) => (e.hasAttribute(name) ? Number(e.getAttribute(name)) : [])),
        );
        expect(Math.min(...marks)).toBe(Math.min(...drawnAt));
        expect(Math.max(...marks)).toBe(Math.max(...drawnAt));
        expect(svg.textContent).toContain(
          locale === "zh"
            ? "全部客户中其后最高的20%，均值：125%"
            : "the 20% of all that then brought most, mean: 125%",
        );
      }
  });
});
