import {describe, expect, it} from "vitest";
import {groupBars as groupBarsShape} from "../../src/components/charts/group-bars.js";
import {textWidth} from "../../src/components/charts/text-width.js";
import {box} from "./box.js";
import {drawingOptions, itKeepsTheRules} from "./chart-rules.js";
import {drawn} from "./drawn.js";

const groupBars = drawn(groupBarsShape);

describe("bars of groups", () => {
  itKeepsTheRules(
    {
      groups: (o) =>
        groupBars(
          [
            {key: "a", name: "A", colour: "up"},
            {key: "b", name: "a name that is much too long to stand beside its bar", colour: null},
          ],
          [{key: "q", name: "Customers"}],
          [
            {group: "a", quantity: "q", share: 0.5, text: "50%", exact: "a"},
            {group: "b", quantity: "q", share: null, text: "–", exact: "b", suppressed: true},
          ],
          o,
        ),
    },
    [(o) => groupBars([], [], [], o)],
    [1080, 700, 516, 343],
  );
  it("draw a reference where a bar of its value would end, in each of its panels, and name it within the drawing", () => {
    const signs = ["Silent", "Falling"].map((name) => ({key: name, name, colour: "up"}));
    const reference = {share: 0.2, text: "at random 20%"};
    const quantities = ["a", "b"].map((key) => ({key, name: key, reference}));
    const bars = quantities.flatMap(({key}) => [
      {group: "Silent", quantity: key, share: 0.2, text: "20%", exact: "20%"},
      {group: "Falling", quantity: key, share: 0.1, text: "10%", exact: "10%"},
    ]);
    for (const width of [1080, 700, 343]) {
      const svg = groupBars(signs, quantities, bars, drawingOptions("g", width));
      const lines = [...svg.querySelectorAll("line[stroke-dasharray]")];
      expect(lines).toHaveLength(2);
      lines.forEach((line, i) => {
        const {x, width: long} = box(svg, `Silent, ${"ab"[i]}: 20%`);
        if (width === 343 || i === 0) expect(Number(line.getAttribute("x1"))).toBeCloseTo(x + long, 1);
      });
      const names = [...svg.querySelectorAll("text")].filter((t) => t.textContent === reference.text);
      expect(names).toHaveLength(2);
      for (const name of names)
        expect(
          Number(name.getAttribute("x")) + textWidth(reference.text) * (width < 460 ? 6 : 6.5),
        ).toBeLessThanOrEqual(width);
      expect(Number(svg.getAttribute("height"))).toBeGreaterThan(Number(names[1]!.getAttribute("y")) + 6);
    }
  });
  it("write names that are too long for one line beside their bars in two, and above them only where two are too few", () => {
    const bars = (name: string, width: number) => {
      const svg = groupBars(
        [
          {key: "g", name, colour: "up"},
          {key: "h", name: "Short", colour: "up"},
        ],
        [{key: "q", name: "Gap"}],
        [
          {group: "g", quantity: "q", share: 1, text: "12", exact: "12"},
          {group: "h", quantity: "q", share: 0.5, text: "6", exact: "6"},
        ],
        drawingOptions("g", width),
      );
      const texts = [...svg.querySelectorAll("text")].map((t) => t.textContent);
      return {texts, height: Number(svg.getAttribute("height"))};
    };
    for (const [name, lines, width] of [
      ["Silent beyond its own rhythm", ["Silent beyond", "its own rhythm"], 700],
      ["Silent beyond its own rhythm", ["Silent beyond", "its own rhythm"], 343],
      ["工程机械与轨道交通装备制造企业客户", ["工程机械与轨道交通", "装备制造企业客户"], 343],
    ] as const) {
      const {texts, height} = bars(name, width);
      expect(texts.slice(1, 3)).toEqual(lines);
      expect(height).toBeLessThan(
        bars("No such word is short enough for two lines beside its bar", width).height,
      );
    }
  });
  it("cut a name that is wider than the drawing, which its bar still says in full", () => {
    const name = "Guangdong–Hong Kong–Macao Greater Bay Area and adjoining provinces";
    const bar = {group: "g", quantity: "q", share: 1, text: "¥11.1M", exact: "¥11.1M"};
    for (const width of [343, 516]) {
      const svg = groupBars(
        [{key: "g", name, colour: "up"}],
        [{key: "q", name: "Gap"}],
        [bar],
        drawingOptions("g", width),
      );
      for (const text of svg.querySelectorAll("text"))
        expect(Number(text.getAttribute("x")) + textWidth(text.textContent!) * 12).toBeLessThanOrEqual(width);
      expect(box(svg, `${name}, Gap: ¥11.1M`).width).toBeGreaterThan(0);
    }
  });
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
          exact: `bar ${i}`,
        }));
        const svg = groupBars(groups, [{key: "q", name: "Profit"}], bars, drawingOptions("g", width));
        const labels = [...svg.querySelectorAll("text")].filter((t) => wide.includes(t.textContent!));
        expect(labels).toHaveLength(3);
        for (const label of labels) {
          const end = Number(label.getAttribute("x")) + textWidth(label.textContent!) * 12;
          expect(end).toBeLessThanOrEqual(width);
        }
        expect(
          Math.max(...shares.map((_, i) => box(svg, `${groups[i]!.name}, Profit: bar ${i}`).width)),
        ).toBeGreaterThan(width * 0.15);
      }
    }
  });
});
