import {describe, expect, it} from "vitest";
import {
  type PyramidLevel,
  pyramidBars as pyramidBarsShape,
} from "../../src/components/charts/pyramid-bars.js";
import {box} from "./box.js";
import {drawingOptions, itKeepsTheRules} from "./chart-rules.js";
import {drawn} from "./drawn.js";

const pyramidBars = drawn(pyramidBarsShape);
const level = (key: string, customers: number, money: number): PyramidLevel => ({
  key,
  name: key,
  colour: `metal-${key}`,
  customers: {share: customers, text: `${customers}  n`, title: `${key} customers`},
  money: {share: money, text: `${money}  m`, title: `${key} money`},
});
const levels = [level("diamond", 0.1, 0.6), level("gold", 0.3, 0.55), level("lead", 0.6, -0.15)];
const heads = {customers: "Customers", money: "Profit"};

describe("the pyramid", () => {
  itKeepsTheRules(
    {pyramid: (o) => pyramidBars(levels, heads, o)},
    [(o) => pyramidBars([], heads, o)],
    [1080, 700, 516, 343],
  );
  it("draws both sides from zero on one scale, and a loss to the other side of zero", () => {
    const svg = pyramidBars(levels, heads, drawingOptions("p"));
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
      const svg = pyramidBars(levels, heads, drawingOptions("p", width));
      const zero = box(svg, "gold customers").x + box(svg, "gold customers").width;
      expect(box(svg, "lead money").x - zero).toBeGreaterThan(50);
    }
  });
});
