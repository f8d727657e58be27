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
