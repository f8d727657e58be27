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
  customers: {share: customers, text: `${customers}  n`, exact: `${customers}`},
  money: {share: money, text: `${money}  m`, exact: `${money}`},
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
    const [customers, profit] = [box(svg, "gold, Customers: 0.3"), box(svg, "gold, Profit: 0.55")];
    // A drawing is exact to a hundredth of a pixel.
    expect(customers.width).toBeCloseTo((profit.width * 0.3) / 0.55, 1);
    const [lead, gold] = [box(svg, "lead, Profit: -0.15"), box(svg, "gold, Profit: 0.55")];
    expect(lead.x + lead.width).toBeCloseTo(gold.x, 1);
    expect(box(svg, "lead, Customers: 0.6").x + box(svg, "lead, Customers: 0.6").width).toBeCloseTo(
      customers.x + customers.width,
      1,
    );
  });
  it("keeps bars clear of the levels’ names at every width", () => {
    for (const width of [1080, 516, 343]) {
      const svg = pyramidBars(levels, heads, drawingOptions("p", width));
      const zero = box(svg, "gold, Customers: 0.3").x + box(svg, "gold, Customers: 0.3").width;
      expect(box(svg, "lead, Profit: -0.15").x - zero).toBeGreaterThan(50);
    }
  });
});
