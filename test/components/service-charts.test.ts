import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import type {ChartOptions} from "../../src/components/charts/chart-options.js";
import {type FunnelStep, funnelBars as funnelBarsShape} from "../../src/components/charts/funnel-bars.js";
import {
  type SharePoint,
  shareIntervals as shareIntervalsShape,
} from "../../src/components/charts/share-intervals.js";
import {drawn} from "./drawn.js";
import {fixtureReport} from "./fixtures/report.js";

const funnelBars = drawn(funnelBarsShape);
const shareIntervals = drawn(shareIntervalsShape);
const options = (width: number, locale: "en" | "zh" = "en"): ChartOptions => ({
  document: new JSDOM("").window.document,
  width,
  locale,
  id: `chart-${width}`,
  label: "a chart",
  report: fixtureReport("analysts", 1),
});
const widths = [1080, 700, 516, 343];
const texts = (svg: SVGSVGElement): string[] =>
  [...svg.querySelectorAll("text")].map((t) => t.textContent ?? "");
const widthOf = (rect: Element): number => Number(rect.getAttribute("width"));

describe("a funnel's bars", () => {
  const steps: FunnelStep[] = [
    {key: "opened", name: "Opened", count: 100, text: "100", losses: [], lossText: ""},
    {
      key: "valid",
      name: "Valid",
      count: 60,
      text: "60  (60.0%)",
      losses: [{name: "not valid", count: 40, kind: "left"}],
      lossText: "40 not valid",
    },
    {key: "resolved", name: "Resolved", count: null, text: "", losses: [], lossText: "the rest suppressed"},
  ];
  it("begin at zero, are as long as what reached them, and have what did not behind them", () => {
    for (const width of widths) {
      const svg = funnelBars(steps, options(width));
      const rects = [...svg.querySelectorAll("rect")].filter((r) => r.querySelector("title"));
      expect(rects.map((r) => r.textContent)).toEqual(["Opened: 100", "Valid: 60  (60.0%)", "Not valid: 40"]);
      const [opened, valid, loss] = rects;
      // A drawing is exact to a hundredth of a pixel.
      expect(widthOf(valid!) / widthOf(opened!)).toBeCloseTo(0.6, 4);
      expect(widthOf(loss!) / widthOf(opened!)).toBeCloseTo(0.4, 4);
      expect(opened!.getAttribute("x")).toBe(valid!.getAttribute("x"));
      expect(Number(loss!.getAttribute("x"))).toBeCloseTo(
        Number(valid!.getAttribute("x")) + widthOf(valid!),
        1,
      );
      expect(svg.getAttribute("aria-label")).toBe("a chart");
    }
  });
  it("say what is suppressed, and draw nothing for it", () => {
    expect(texts(funnelBars(steps, options(343))).join("|")).toContain("Resolved  suppressed");
    expect(texts(funnelBars(steps, options(343, "zh"))).join("|")).toContain("已隐去");
  });
  it("stand for nothing at all", () => {
    const none = steps.map((s) => ({...s, count: 0, losses: []}));
    expect(funnelBars(none, options(700)).outerHTML).not.toContain("NaN");
  });
});

describe("shares with intervals", () => {
  const groups = [
    {key: "well", name: "In the limit"},
    {key: "poorly", name: "Late"},
  ];
  const series = [
    {key: "matched", name: "complained", colour: "class-a"},
    {key: "twin", name: "no complaint", colour: "same"},
  ];
  const points: SharePoint[] = [
    {group: "well", series: "matched", share: 0.5, low: 0.25, high: 0.75, text: "50% (5 of 10)"},
    {group: "well", series: "twin", share: null, low: 0, high: 0, text: "suppressed"},
    {group: "poorly", series: "matched", share: 1, low: 0.7, high: 1, text: "100% (9 of 9)"},
  ];
  it("draw a dot and a line for each share that is known, and words for each that isn't", () => {
    for (const width of widths) {
      const svg = shareIntervals(groups, series, points, null, options(width));
      expect(svg.querySelectorAll("circle")).toHaveLength(2);
      const [dot] = svg.querySelectorAll("circle");
      const lines = [...svg.querySelectorAll("line")].filter((l) =>
        l.getAttribute("stroke")?.includes("class-a"),
      );
      expect(lines).toHaveLength(2);
      const x = Number(dot!.getAttribute("cx"));
      expect((Number(lines[0]!.getAttribute("x1")) + Number(lines[0]!.getAttribute("x2"))) / 2).toBeCloseTo(
        x,
        1,
      );
      const words = texts(svg);
      expect(words).toContain("no complaint  suppressed");
      expect(words).toContain("no complaint  –");
      expect(words).toContain("In the limit");
    }
  });
  it("stand before the claimed range, and name the group where there is one series", () => {
    const one = points.filter((p) => p.series === "matched");
    const svg = shareIntervals(
      groups,
      series.slice(0, 1),
      one,
      {low: 0.7, high: 0.9, name: "claimed: 70–90%"},
      options(343),
    );
    const band = svg.querySelector("rect[fill^='url']")!;
    expect(widthOf(band)).toBeCloseTo((343 - 34) * 0.2, 2);
    expect(texts(svg)).toContain("In the limit  50% (5 of 10)");
    expect(texts(svg)).toContain("claimed: 70–90%");
  });
});
