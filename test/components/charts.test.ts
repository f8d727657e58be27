import {describe, expect, it} from "vitest";
import type {ChartOptions} from "../../src/components/charts/chart-options.js";
import {
  classShares,
  classSharesChart as classSharesChartShape,
} from "../../src/components/charts/class-shares.js";
import {pointAt, topPoint} from "../../src/components/charts/curve-points.js";
import {heatStep} from "../../src/components/charts/heat.js";
import {paretoCurve as paretoCurveShape} from "../../src/components/charts/pareto-curve.js";
import {allCells, rfmSlices as rfmSlicesShape} from "../../src/components/charts/rfm-slices.js";
import {stageCross as stageCrossShape} from "../../src/components/charts/stage-cross.js";
import {squares, stageGrid as stageGridShape} from "../../src/components/charts/stage-grid.js";
import {textWidth} from "../../src/components/charts/text-width.js";
import {walletBars as walletBarsShape} from "../../src/components/charts/wallet-bars.js";
import {paretoSays} from "../../src/components/exhibits/pareto-curve.js";
import {drawingOptions, itKeepsTheRules} from "./chart-rules.js";
import {drawn} from "./drawn.js";
import {fixtureCubes} from "./fixtures/cubes.js";

const rfmSlices = drawn(rfmSlicesShape);
const paretoCurve = drawn(paretoCurveShape);
const classSharesChart = drawn(classSharesChartShape);
const stageGrid = drawn(stageGridShape);
const stageCross = drawn(stageCrossShape);
const walletBars = drawn(walletBarsShape);
const cubes = fixtureCubes();
const few = fixtureCubes("executives");
const {report} = cubes;
const newest = cubes.abc.filter((r) => r.as_of === report.as_of);
const pick = (preset: string, measure: string): typeof newest =>
  newest.filter((r) => r.preset === preset && r.measure === measure);
const grid = cubes.grid.filter((r) => r.as_of === report.as_of);
const wallet = cubes.wallet.filter((r) => r.as_of === report.as_of);
const titles = (svg: Element): string[] => [...svg.querySelectorAll("title")].map((t) => t.textContent ?? "");
const drawings: Record<string, (o: ChartOptions) => SVGSVGElement> = {
  pareto: (o) => paretoCurve(cubes["pareto-curve"], o),
  classes: (o) => classSharesChart(pick("by-value", "profit"), o),
  slices: (o) =>
    rfmSlices(
      cubes.rfm.filter((r) => r.scheme === "together"),
      "together",
      "customers",
      640,
      o,
    ),
  grid: (o) => stageGrid(grid, o),
  wallet: (o) => walletBars(wallet, o),
  cross: (o) => stageCross(cubes["stage-cross"], 640, o),
};

describe("every chart", () => {
  itKeepsTheRules(drawings, [
    (o) => paretoCurve([], o),
    (o) => classSharesChart([], o),
    (o) => rfmSlices([], "together", "customers", 0, o),
    (o) => stageGrid([], o),
    (o) => walletBars([], o),
    (o) => stageCross([], 0, o),
  ]);
});

describe("the Pareto curve", () => {
  it("marks the first point at or beyond one fifth of customers", () => {
    const points = cubes["pareto-curve"].filter((p) => p.measure === "revenue");
    expect(pointAt(points, 0.2)?.customers).toBe(128);
    expect(topPoint(points)).toMatchObject({customers: 128, exact: true});
    expect(
      titles(drawings.pareto!(drawingOptions("p"))).some((t) => t.startsWith("Revenue: 128 customers")),
    ).toBe(true);
  });
  it("has room above 100% for the peak of the whale curve", () => {
    const svg = drawings.pareto!(drawingOptions("p"));
    expect(svg.textContent).toMatch(/Profit peaks at 121%/);
    expect(svg.textContent).toContain("120%");
  });
  it("says its own share where the step at one fifth is not given, and nothing where none is near", () => {
    const points = cubes["pareto-curve"].filter((p) => p.measure === "revenue");
    const thin = points.filter((p) => p.customers !== 128);
    expect(topPoint(thin)).toMatchObject({customers: 136, exact: false});
    expect(paretoCurve(thin, drawingOptions("p")).textContent).toContain("the top 21.3% bring");
    expect(topPoint(points.slice(-1))).toBeNull();
    expect(paretoCurve(points.slice(-1), drawingOptions("p")).textContent).not.toContain("the top");
  });
  it("counts the largest of few customers, of whom whole ones are no fifth", () => {
    const few = Array.from({length: 22}, (_, n) => ({
      ...cubes["pareto-curve"].find((p) => p.measure === "revenue")!,
      ...{
        customers: n,
        customer_share: n / 21,
        amount: n * 100,
        amount_share: Math.min(1, n / 7),
        peak: false,
      },
    }));
    const svg = paretoCurve(few, drawingOptions("p"));
    expect(svg.textContent).toContain("the top 5 bring 71.4%");
    expect(svg.textContent).not.toContain("20%)");
    expect(titles(svg)).toContain("Revenue: 5 of 21 customers (23.8%), ¥5.00, 71.4%");
    expect(paretoSays(few, "en")).toBe("The 5 largest of 21 customers (23.8%) bring 71.4% of revenue.");
    expect(paretoSays(few, "zh")).toBe("21位客户中最大的5位（23.8%）带来71.4%的收入。");
  });
  it("draws no profit where costs are unknown", () => {
    const svg = paretoCurve(
      cubes["pareto-curve"].filter((p) => p.measure === "revenue"),
      drawingOptions("p"),
    );
    expect(svg.outerHTML).not.toContain("--profit");
  });
});

describe("shares by class", () => {
  it("add up to one over the classes, those outside left aside", () => {
    const shares = classShares(pick("by-value", "revenue"), true);
    for (const of of ["customers", "revenue", "profit"])
      expect(shares.filter((s) => s.of === of).reduce((sum, s) => sum + s.share!, 0)).toBeCloseTo(1, 12);
  });
  it("start at zero, grow with the share and have each class in its colour", () => {
    const shares = classShares(pick("by-value", "revenue"), true);
    const svg = classSharesChart(pick("by-value", "revenue"), drawingOptions("c"));
    const bars = [...svg.querySelectorAll("rect")].filter((r) => r.querySelector("title"));
    expect(bars).toHaveLength(shares.length);
    const at = (name: string): Element => bars.find((b) => b.textContent?.startsWith(name))!;
    const [a, b] = [at("Class A, Share of revenue"), at("Class B, Share of revenue")];
    expect(a.getAttribute("x")).toBe(b.getAttribute("x"));
    const share = (c: string): number => shares.find((s) => s.of === "revenue" && s.class === c)!.share!;
    // A drawing is exact to a hundredth of a pixel.
    expect(Number(a.getAttribute("width"))).toBeCloseTo(
      (Number(b.getAttribute("width")) * share("A")) / share("B"),
      1,
    );
    for (const k of ["A", "B", "C", "D"])
      expect(at(`Class ${k}, Share of customers`).getAttribute("fill")).toBe(
        `var(--class-${k.toLowerCase()})`,
      );
  });
  it("tell a suppressed class from one without cost", () => {
    const rows = pick("by-value", "revenue");
    const hidden = rows.map((r) =>
      r.class === "D" ? {...r, customers: null, revenue: null, profit: null, suppressed: true} : r,
    );
    expect(classShares(hidden, true).every((s) => s.share === null)).toBe(true);
    expect(classSharesChart(hidden, drawingOptions("c")).textContent).toContain("Suppressed");
    expect(classShares(rows, false).some((s) => s.of === "profit")).toBe(false);
  });
});

describe("the RFM slices", () => {
  const rows = cubes.rfm.filter((r) => r.scheme === "together");
  it("link every cell that holds customers to its row, and name what it holds", () => {
    const svg = drawings.slices!(drawingOptions("s"));
    const links = [...svg.querySelectorAll("a")];
    expect(links).toHaveLength(rows.length);
    for (const row of rows) {
      const link = links.find((a) => a.getAttribute("href") === `#cell-${row.r}${row.f}${row.m}`);
      expect(link?.getAttribute("aria-label")).toMatch(
        new RegExp(`^R${row.r} F${row.f} M${row.m}: ${row.customers} customers?,`),
      );
    }
  });
  it("take shares of all customers, also where cells are suppressed", () => {
    const cells = allCells(
      few.rfm.filter((r) => r.scheme === "together"),
      "customers",
      640,
    );
    const cell = cells.find((c) => c.row !== null && c.row.customers !== null)!;
    expect(cell.share).toBe(cell.row!.customers! / 640);
    expect(cells).toHaveLength(125);
  });
  it("hatch what is suppressed and write no number on it", () => {
    const hidden = few.rfm.filter((r) => r.scheme === "together");
    const svg = rfmSlices(hidden, "together", "customers", 640, drawingOptions("s"));
    const hatched = [...svg.querySelectorAll('rect[fill="url(#s-hatch)"]')];
    expect(hatched).toHaveLength(hidden.filter((r) => r.suppressed).length);
    expect(hatched.length).toBeGreaterThan(0);
    expect(hatched.every((r) => r.textContent?.endsWith("suppressed"))).toBe(true);
  });
  it("keep one colour for one share", () => {
    expect([0, 0.001, 0.01, 0.02, 0.05, 0.2].map(heatStep)).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

describe("stages", () => {
  it("fill the 25 squares with 10 below nurturing, 3 nurturing, 6 initial, 2 middle, 3 advanced and 1 partner", () => {
    const counts: Record<string, number> = {};
    for (const s of squares([], report.grid_minimums)) counts[s.stage] = (counts[s.stage] ?? 0) + 1;
    expect(counts).toEqual({pre: 10, nurturing: 3, initial: 6, middle: 2, advanced: 3, partner: 1});
  });
  it("write each square's customers, and discs by area", () => {
    const svg = drawings.grid!(drawingOptions("g"));
    const circles = [...svg.querySelectorAll("circle")];
    expect(circles).toHaveLength(grid.filter((r) => r.stage !== "unassessed").length);
    const [one, two] = [circles[0]!, circles[1]!].map((c) => ({
      r: Number(c.getAttribute("r")),
      n: Number(/: (\d+) accounts/.exec(c.textContent ?? "")?.[1]),
    }));
    // A drawing is exact to a hundredth of a pixel.
    expect(one!.r).toBeCloseTo(two!.r * Math.sqrt(one!.n / two!.n), 1);
  });
  it("keep each disc below the line of its square's number and name, and a name within its square", () => {
    for (const locale of ["en", "zh"] as const)
      for (const width of [1080, 700, 516, 343]) {
        const svg = stageGrid(grid, drawingOptions("g", width, locale));
        for (const square of [...svg.querySelectorAll("g")].filter((g) => g.querySelector("circle"))) {
          const number = (e: Element | null, name: string): number => Number(e!.getAttribute(name));
          const [rect, disc] = [square.querySelector("rect"), square.querySelector("circle")];
          const words = [...square.querySelectorAll("text")];
          expect(words.length).toBeGreaterThan(0);
          for (const text of words)
            expect(number(disc, "cy") - number(disc, "r")).toBeGreaterThan(number(text, "y") + 5);
          expect(number(disc, "cy") + number(disc, "r")).toBeLessThan(
            number(rect, "y") + number(rect, "height"),
          );
          const [told, name] = words;
          if (name)
            expect(number(name, "x") - textWidth(name.textContent!) * 13).toBeGreaterThan(
              number(told!, "x") + textWidth(told!.textContent!) * 13,
            );
        }
      }
  });
  it("keep a level's Chinese name on one line where it fits, and the axis's name below the longest", () => {
    const at = (name: string) => {
      const options = drawingOptions("g", 516, "zh");
      const {personal, company} = options.report.grid_levels;
      const zh = [...personal.zh.slice(0, 4), name];
      const report = {...options.report, grid_levels: {company, personal: {...personal, zh}}};
      const all = [...stageGrid(grid, {...options, report}).querySelectorAll("text")];
      const head = all.find((t) => t.textContent === name)!;
      const axis = all.find((t) => t.textContent?.endsWith("→"))!;
      return {
        lines: [...head.querySelectorAll("tspan")].map((l) => l.textContent),
        gap: Number(axis.getAttribute("y")) - Number(head.getAttribute("y")),
      };
    };
    expect(at("价值观一致").lines).toEqual([]);
    const two = at("价值观念完全一致");
    expect(two.lines).toEqual(["价值观念", "完全一致"]);
    expect(two.gap).toBeGreaterThanOrEqual(at("价值观一致").gap + 16);
  });
  it("name one customer and its revenue in a square", () => {
    const one = {...grid.find((r) => r.stage !== "unassessed")!, customers: 1, revenue: 15_597_583};
    const titled = (locale: "en" | "zh") => titles(stageGrid([one], {...drawingOptions("g"), locale})).join();
    expect(titled("en")).toContain(": 1 account, revenue ¥155,975.83");
    expect(titled("zh")).toContain("：1位客户，收入¥155,975.83");
  });
  it("hatch below nurturing, and stages have the steps of the ramp", () => {
    const svg = drawings.grid!(drawingOptions("g"));
    expect(svg.querySelectorAll('rect[fill="url(#g-hatch)"]')).toHaveLength(10);
    expect(svg.querySelectorAll('rect[fill="var(--stage-5)"]')).toHaveLength(1);
  });
  it("say that the gap of an unknown wallet is not known", () => {
    expect(drawings.wallet!(drawingOptions("w")).textContent).toContain("not known");
  });
  it("name the model with the stage, since both know an initial one", () => {
    expect(
      titles(drawings.cross!(drawingOptions("x"))).some((t) =>
        t.startsWith("Grid: initial × Wallet: initial cooperation"),
      ),
    ).toBe(true);
  });
});
