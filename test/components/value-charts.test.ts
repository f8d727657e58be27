import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {aliveBars} from "../../src/components/charts/alive-bars.js";
import {capturedDots} from "../../src/components/charts/captured-dots.js";
import type {ChartOptions} from "../../src/components/charts/frame.js";
import {groupBars as groupBarsShape} from "../../src/components/charts/group-bars.js";
import {holdoutLines, holdoutPoints} from "../../src/components/charts/holdout-lines.js";
import {lifetimeParts} from "../../src/components/charts/lifetime-parts.js";
import {linesOverTime} from "../../src/components/charts/lines-over-time.js";
import {type MatrixCell, matrix} from "../../src/components/charts/matrix.js";
import {type DatedPart, partsOverTime, stackParts} from "../../src/components/charts/parts-over-time.js";
import {
  type PyramidLevel,
  pyramidBars as pyramidBarsShape,
} from "../../src/components/charts/pyramid-bars.js";
import {segmentBlocks, segmentMap as segmentMapShape} from "../../src/components/charts/segment-map.js";
import {textWidth} from "../../src/components/charts/text-width.js";
import {segmentCells} from "../../src/components/segments.js";
import {drawn} from "./drawn.js";
import {fixtureCubes} from "./fixture-cubes.js";

const pyramidBars = drawn(pyramidBarsShape);
const groupBars = drawn(groupBarsShape);
const segmentMap = drawn(segmentMapShape);
const cubes = fixtureCubes();
const {report} = cubes;
const options = (id: string, width = 1080, locale: "en" | "zh" = "en"): ChartOptions => ({
  document: new JSDOM("").window.document,
  width,
  locale,
  id,
  label: "a chart",
  report,
});
const cells = segmentCells([]);
const labels = [...new Set(cells.map((c) => c.segment))].map((segment, i) => ({
  segment,
  lines: [segment, "12"],
  title: segment,
  suppressed: i === 3,
}));
const level = (key: string, customers: number, money: number): PyramidLevel => ({
  key,
  name: key,
  colour: `metal-${key}`,
  customers: {share: customers, text: `${customers}  n`, title: `${key} customers`},
  money: {share: money, text: `${money}  m`, title: `${key} money`},
});
const levels = [level("diamond", 0.1, 0.6), level("gold", 0.3, 0.55), level("lead", 0.6, -0.15)];
const parts: DatedPart[] = ["2024-12-31", "2025-12-31"].flatMap((as_of) =>
  ["a", "b", "c"].map((part, i) => ({
    as_of,
    part,
    name: part,
    fill: "var(--up)",
    customers: [10, 30, 60][i]!,
  })),
);
const wholes = new Map([
  ["2024-12-31", 100],
  ["2025-12-31", 100],
]);
const lifetime = cubes["lifetime-values"].filter((r) => r.as_of === report.as_of);
const squares: MatrixCell[] = [
  {row: "x", column: "x", text: "5", title: "x to x: 5", colour: "same", strength: 0.5},
  {row: "x", column: "y", text: "", title: "x to y: suppressed", colour: null, strength: 0},
];
const sides = [
  {key: "x", name: "First"},
  {key: "y", name: "生命周期价值"},
];
const axes = {rows: "From", columns: "To"};
const line = {
  name: "top 20%",
  colour: "revenue",
  points: cubes.concentration
    .filter((r) => r.measure === "revenue")
    .map((r) => ({as_of: r.as_of, value: r.top20_share})),
};
const scale = {axis: String, exact: (x: number) => x.toFixed(2)};

const drawings: Record<string, (o: ChartOptions) => SVGSVGElement> = {
  map: (o) => segmentMap(cells, labels, o),
  pyramid: (o) => pyramidBars(levels, {customers: "Customers", money: "Profit"}, o),
  parts: (o) => partsOverTime(parts, wholes, o),
  lifetime: (o) => lifetimeParts(lifetime, o),
  alive: (o) => aliveBars(cubes["lifetime-alive"], o),
  holdout: (o) => holdoutLines(cubes["lifetime-holdout"], o),
  captured: (o) => capturedDots(cubes.methods, cubes["method-summary"], o),
  matrix: (o) => matrix(sides, sides, squares, axes, o),
  lines: (o) => linesOverTime([line], scale, o),
  groups: (o) =>
    groupBars(
      [
        {key: "a", name: "A", colour: "up"},
        {key: "b", name: "a name that is much too long to stand beside its bar", colour: null},
      ],
      [{key: "q", name: "Customers"}],
      [
        {group: "a", quantity: "q", share: 0.5, text: "50%", title: "a"},
        {group: "b", quantity: "q", share: null, text: "–", title: "b", suppressed: true},
      ],
      o,
    ),
};
const box = (svg: Element, title: string): {x: number; width: number} => {
  const rect = [...svg.querySelectorAll("rect")].find(
    (r) => r.querySelector("title")?.textContent === title,
  )!;
  return {x: Number(rect.getAttribute("x")), width: Number(rect.getAttribute("width"))};
};

describe("every chart of the value pages", () => {
  it("gives the same bytes each time, whatever was drawn before it", () => {
    const once = Object.entries(drawings).map(([id, draw]) => draw(options(id)).outerHTML);
    const again = Object.entries(drawings)
      .reverse()
      .map(([id, draw]) => draw(options(id)).outerHTML);
    expect(again.reverse()).toEqual(once);
  });
  it("is named, has no clip, no colour of its own and no number that is not one", () => {
    for (const width of [1080, 700, 516, 343])
      for (const locale of ["en", "zh"] as const)
        for (const [id, draw] of Object.entries(drawings)) {
          const svg = draw(options(id, width, locale));
          expect(svg.getAttribute("aria-label")).toBe("a chart");
          expect(svg.outerHTML, id).not.toMatch(/clip-path|NaN|undefined|Infinity/);
          for (const e of svg.querySelectorAll("[fill],[stroke]"))
            for (const name of ["fill", "stroke"])
              expect(e.getAttribute(name) ?? "none").toMatch(
                /^(none|currentColor|inherit|var\(--[\w-]+\)|url\(#[\w-]+\))$/,
              );
        }
  });
  it("reads no rows as a drawing without marks, not as an error", () => {
    const empty: ((o: ChartOptions) => SVGSVGElement)[] = [
      (o) => segmentMap([], [], o),
      (o) => pyramidBars([], {customers: "", money: ""}, o),
      (o) => partsOverTime([], new Map(), o),
      (o) => lifetimeParts([], o),
      (o) => aliveBars([], o),
      (o) => holdoutLines([], o),
      (o) => capturedDots([], [], o),
      (o) => matrix([], [], [], axes, o),
      (o) => linesOverTime([], scale, o),
      (o) => groupBars([], [], [], o),
    ];
    for (const draw of empty) expect(draw(options("empty")).outerHTML).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe("bars of groups", () => {
  const groups = ["most valuable (MVC)", "最有增长潜力客户（MGC）", "Migrators"].map((name, i) => ({
    key: String(i),
    name,
    colour: "up",
  }));
  const wide = ["93.3%  ¥13.4M", "−12.5%  −¥1,234.5万", "100.0%  561"];
  it("leave room for every label to the right, on a phone and beside another chart", () => {
    for (const width of [343, 516]) {
      for (const shares of [
        [0.933, -0.125, 1],
        [0.01, 0, 0.02],
        [1, 0.5, 0.25],
      ]) {
        const bars = shares.map((share, i) => ({
          group: String(i),
          quantity: "q",
          share,
          text: wide[i]!,
          title: `bar ${i}`,
        }));
        const svg = groupBars(groups, [{key: "q", name: "Profit"}], bars, options("g", width));
        const labels = [...svg.querySelectorAll("text")].filter((t) => wide.includes(t.textContent!));
        expect(labels).toHaveLength(3);
        for (const label of labels) {
          const end = Number(label.getAttribute("x")) + textWidth(label.textContent!) * 12;
          expect(end).toBeLessThanOrEqual(width);
        }
        expect(Math.max(...shares.map((_, i) => box(svg, `bar ${i}`).width))).toBeGreaterThan(width * 0.15);
      }
    }
  });
});

describe("the map of segments", () => {
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
    const svg = drawings.map!(options("m"));
    expect(svg.querySelectorAll('g[fill="url(#m-hatch)"] rect, rect[fill="url(#m-hatch)"]')).toHaveLength(1);
  });
});

describe("the pyramid", () => {
  it("draws both sides from zero on one scale, and a loss to the other side of zero", () => {
    const svg = drawings.pyramid!(options("p"));
    const [customers, profit] = [box(svg, "gold customers"), box(svg, "gold money")];
    // A drawing is exact to a hundredth of a pixel.
    expect(customers.width).toBeCloseTo((profit.width * 0.3) / 0.55, 1);
    const [lead, gold] = [box(svg, "lead money"), box(svg, "gold money")];
    expect(lead.x + lead.width).toBeCloseTo(gold.x, 1);
    expect(box(svg, "lead customers").x + box(svg, "lead customers").width).toBeCloseTo(
      customers.x + customers.width,
      1,
    );
  });
  it("keeps bars clear of the levels’ names at every width", () => {
    for (const width of [1080, 516, 343]) {
      const svg = drawings.pyramid!(options("p", width));
      const zero = box(svg, "gold customers").x + box(svg, "gold customers").width;
      expect(box(svg, "lead money").x - zero).toBeGreaterThan(50);
    }
  });
});

describe("parts over time", () => {
  it("fill each date from the top, and leave open what is suppressed", () => {
    const blocks = stackParts(parts, wholes).filter((b) => b.as_of === "2025-12-31");
    expect(blocks.map((b) => [b.from, b.to].map((x) => Number(x.toFixed(6))))).toEqual([
      [0.9, 1],
      [0.6, 0.9],
      [0, 0.6],
    ]);
    const hidden = parts.map((p) => (p.part === "b" ? {...p, customers: null} : p));
    expect(Math.min(...stackParts(hidden, wholes).map((b) => b.from))).toBeCloseTo(0.3, 9);
    expect(partsOverTime(hidden, wholes, options("t")).outerHTML).toContain("url(#t-hatch)");
  });
});

describe("lifetime value in ten parts", () => {
  it("stacks value so far and value to come, each as long as it is", () => {
    const svg = drawings.lifetime!(options("l"));
    const first = lifetime.find((r) => r.part === 1)!;
    const rects = [...svg.querySelectorAll("rect")].filter((r) => r.textContent?.startsWith("1st tenth"));
    const [historic, future] = rects.map((r) => Number(r.getAttribute("width")));
    expect(historic! / future!).toBeCloseTo(first.clv_historic! / first.clv_future!, 4);
  });
});

describe("the holdout", () => {
  it("has what came once, whatever the number of forecasts", () => {
    const points = holdoutPoints(cubes["lifetime-holdout"]);
    expect(points.filter((p) => p.of === "actual")).toHaveLength(8);
    expect(new Set(points.map((p) => p.of))).toEqual(new Set(["actual", "bg-nbd", "pareto-nbd", "naive"]));
  });
});

describe("the matrix", () => {
  it("hatches a suppressed square, says so, and writes no number on it", () => {
    const svg = drawings.matrix!(options("x"));
    const hatched = [...svg.querySelectorAll("rect")].filter((r) => r.textContent?.endsWith("suppressed"));
    expect(hatched).toHaveLength(1);
    expect((hatched[0]!.closest("[fill]") ?? hatched[0]!).getAttribute("fill")).toBe("url(#x-hatch)");
  });
  it("breaks long Chinese heads, which have no spaces, instead of letting them overlap", () => {
    const five = ["a", "b", "c", "d", "e"].map((key) => ({key, name: "生命周期价值"}));
    const svg = matrix(five, five, [], axes, options("x", 343, "zh"));
    const heads = [...svg.querySelectorAll("text")].filter((t) => t.querySelectorAll("tspan").length > 1);
    expect(heads.length).toBeGreaterThanOrEqual(5);
  });
});

describe("the matrix on a phone", () => {
  const rows = ["complaints of the rival’s service", "weak"].map((name) => ({key: name, name}));
  const columns = ["development", "initial cooperation", "stable", "strategic", "interrupted", "unknown"].map(
    (name) => ({key: name, name}),
  );
  const textsAt = (width: number) =>
    [...matrix(rows, columns, [], axes, options("m", width)).querySelectorAll("text")].map(
      (t) => t.textContent,
    );
  it("numbers heads that would run into each other, with a key that names them all", () => {
    const texts = textsAt(343);
    expect(texts).toEqual(expect.arrayContaining(["1", "2", "3", "4", "5", "6"]));
    expect(texts.join(" ").replaceAll("\u00a0", " ")).toMatch(
      /1 development\s+2 initial cooperation\s.*6 unknown/,
    );
    expect(textsAt(1080)).not.toContain("1");
  });
  it("puts names of lines that are too long above their squares, so that none is cut off", () => {
    const svg = matrix(rows, columns, [], axes, options("m", 343));
    const name = [...svg.querySelectorAll("text")].find((t) => t.textContent === rows[0]!.name)!;
    const x = Number(/translate\((-?[\d.]+)/.exec(name.getAttribute("transform") ?? "")?.[1]);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(name.closest("[text-anchor]")?.getAttribute("text-anchor")).not.toBe("end");
  });
});

describe("what the methods captured", () => {
  it("puts the best mean first and marks the best possible", () => {
    const svg = drawings.captured!(options("c"));
    expect(svg.textContent).toMatch(/best possible: \d/);
    expect(svg.textContent!.indexOf("Lifetime value")).toBeLessThan(
      svg.textContent!.indexOf("Recency alone"),
    );
  });
});
