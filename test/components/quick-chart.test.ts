import {beforeAll, describe, expect, it} from "vitest";
import {firstChoice, mostDrawn, quickMarks} from "../../src/components/workbench/quick-chart.js";
import type {QueryResult} from "../../src/components/workbench/result.js";
import {drawnQuickly} from "./quick-drawing.js";
import {workbenchEngine} from "./workbench-engine.js";

let ask: (sql: string) => QueryResult;

beforeAll(async () => {
  ({ask} = await workbenchEngine());
});

const all = (svg: SVGSVGElement, selector: string): Element[] => [...svg.querySelectorAll(selector)];
const titles = (svg: SVGSVGElement): (string | null)[] => all(svg, "title").map((title) => title.textContent);
/** The bars of a drawing. */
const inked = "[fill='var(--link)'] rect, rect[fill='var(--link)']";
const at = (element: Element | undefined, name: string): number => Number(element!.getAttribute(name));

describe("the quick chart", () => {
  it("draws bars from zero, as long as their numbers, to both sides", () => {
    const result = ask("SELECT * FROM (VALUES ('up', 30), ('down', -10), ('none', NULL)) AS v(name, n)");
    const drawing = drawnQuickly(result, firstChoice(result)!);
    const [up, down] = all(drawing, inked);
    expect(at(up, "width") / at(down, "width")).toBeCloseTo(3, 2);
    expect(at(up, "x")).toBeCloseTo(at(down, "x") + at(down, "width"), 1);
    expect(titles(drawing)).toEqual(["up: 30", "down: −10"]);
    expect(drawing.textContent).toContain("none");
    expect(drawing.getAttribute("role")).toBe("img");
    expect(drawing.getAttribute("aria-label")).toBe("n by name: all 3 rows");
  });
  it("draws dots for two columns of numbers, and days along time", () => {
    const result = ask("SELECT i::INTEGER AS a, i * i AS b FROM range(1, 6) AS r(i)");
    const choice = firstChoice(result)!;
    expect(choice).toEqual({x: 0, y: 1, mark: "dots"});
    const xs = all(drawnQuickly(result, choice), "circle").map((c) => at(c, "cx"));
    expect(xs).toHaveLength(5);
    expect(xs[2]! - xs[1]!).toBeCloseTo(xs[1]! - xs[0]!, 1);
    const days = ask(
      "SELECT * FROM (VALUES (DATE '2025-01-01', 1), ('2025-01-02', 2), ('2025-01-04', 3)) AS v(d, n)",
    );
    const along = all(drawnQuickly(days, {x: 0, y: 1, mark: "dots"}), "circle").map((c) => at(c, "cx"));
    expect((along[2]! - along[1]!) / (along[1]! - along[0]!)).toBeCloseTo(2, 1);
  });
  it("draws many days as a line in their order, with a mark to go to on each", () => {
    const months = ask(
      "SELECT (DATE '2020-01-01' + to_months(i::INTEGER))::DATE AS month, i AS n FROM range(60) AS r(i) ORDER BY hash(i)",
    );
    const choice = firstChoice(months)!;
    expect(choice).toEqual({x: 0, y: 1, mark: "line"});
    const drawing = drawnQuickly(months, choice);
    const [path] = all(drawing, "[stroke='var(--link)'] path");
    const xs = path!
      .getAttribute("d")!
      .match(/[\d.]+(?=,)/g)!
      .map(Number);
    expect(xs).toHaveLength(60);
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    expect(titles(drawing)).toContain("2024-12-01: 59");
  });
  it("counts a column in a histogram, each value once", () => {
    const result = ask("SELECT i % 10 AS n FROM range(5000) AS r(i)");
    const choice = firstChoice(result)!;
    expect(choice).toEqual({x: 0, y: 0, mark: "histogram"});
    const drawing = drawnQuickly(result, choice);
    const counts = titles(drawing).map((title) => Number(title!.split(": ")[1]!.replace(",", "")));
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(5000);
    expect(all(drawing, inked)).toHaveLength(counts.length);
    expect(drawing.getAttribute("aria-label")).toBe("How often n takes which values: all 5,000 rows");
  });
  it("stops at the rows that it can show, and chooses nothing where there is no number", () => {
    const many = ask("SELECT i::VARCHAR AS name, i FROM range(5000) AS r(i)");
    expect(titles(drawnQuickly(many, firstChoice(many)!))).toHaveLength(mostDrawn.bars);
    expect(all(drawnQuickly(many, {x: 1, y: 1, mark: "dots"}), "circle")).toHaveLength(mostDrawn.dots);
    expect(firstChoice(ask("SELECT 'a' AS a, DATE '2025-01-01' AS b"))).toBeNull();
    const nothing = ask("SELECT 1 AS a, 2 AS b WHERE false");
    for (const mark of quickMarks)
      expect(titles(drawnQuickly(nothing, {x: 0, y: 1, mark})), mark).toEqual([]);
  });
  it("draws one value, and values that are all alike, inside its frame at every width", () => {
    for (const sql of ["SELECT 5 AS a, 7 AS b", "SELECT 0 AS a, 0 AS b FROM range(3)"]) {
      const result = ask(sql);
      for (const mark of quickMarks)
        for (const width of [280, 1080])
          for (const element of all(drawnQuickly(result, {x: 0, y: 1, mark}, width), "circle, rect"))
            for (const name of ["cx", "cy", "x", "y", "width"])
              if (element.hasAttribute(name)) expect(Number.isFinite(at(element, name))).toBe(true);
    }
  });
  it("names a row of words by its place in the drawing's axis, however often the name stands there", () => {
    const result = ask("SELECT * FROM (VALUES ('same', 1), ('same', 2)) AS v(name, n)");
    expect(titles(drawnQuickly(result, firstChoice(result)!))).toEqual(["same: 1", "same: 2"]);
  });
});
