import {expect, it} from "vitest";
import type {ChartOptions} from "../../src/components/charts/chart-options.js";
import {drawingDocument} from "../../src/components/site.js";
import {fixtureReport} from "./fixtures/report.js";

/** What a chart is told in tests. */
export function drawingOptions(id: string, width = 1080, locale: "en" | "zh" = "en"): ChartOptions {
  return {
    document: drawingDocument(),
    width,
    locale,
    id,
    label: "a chart",
    report: fixtureReport("analysts", 1),
  };
}

type Draw = (options: ChartOptions) => SVGSVGElement;

/** Tests that hold for every chart: `empty` are the same charts without rows. */
export function itKeepsTheRules(
  drawings: Record<string, Draw>,
  empty: readonly Draw[],
  widths: readonly number[] = [1080, 700, 343],
): void {
  it("gives the same bytes each time, whatever was drawn before it", () => {
    const once = Object.entries(drawings).map(([id, draw]) => draw(drawingOptions(id)).outerHTML);
    const again = Object.entries(drawings)
      .reverse()
      .map(([id, draw]) => draw(drawingOptions(id)).outerHTML);
    expect(again.reverse()).toEqual(once);
  });
  it("is named, has no clip, no colour of its own and no number that is not one", () => {
    for (const width of widths)
      for (const locale of ["en", "zh"] as const)
        for (const [id, draw] of Object.entries(drawings)) {
          const svg = draw(drawingOptions(id, width, locale));
          expect(svg.getAttribute("aria-label")).toBe("a chart");
          expect(["img", "group"]).toContain(svg.getAttribute("role"));
          expect(svg.outerHTML, id).not.toMatch(/clip-path|NaN|undefined|Infinity/);
          for (const e of svg.querySelectorAll("[fill],[stroke]"))
            for (const name of ["fill", "stroke"])
              expect(e.getAttribute(name) ?? "none").toMatch(
                /^(none|currentColor|inherit|var\(--[\w-]+\)|url\(#[\w-]+\))$/,
              );
        }
  });
  it("reads no rows as a drawing without marks, not as an error", () => {
    for (const draw of empty)
      expect(draw(drawingOptions("empty")).outerHTML).not.toMatch(/NaN|undefined|Infinity/);
  });
}
