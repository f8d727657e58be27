import {describe, expect, it} from "vitest";
import {type MatrixCell, matrix as matrixShape} from "../../src/components/charts/matrix.js";
import {drawingOptions, itKeepsTheRules} from "./chart-rules.js";
import {drawn} from "./drawn.js";

const matrix = drawn(matrixShape);
const squares: MatrixCell[] = [
  {row: "x", column: "x", text: "5", title: "x to x: 5", colour: "same", strength: 0.5},
  {row: "x", column: "y", text: "", title: "x to y: suppressed", colour: null, strength: 0},
];
const sides = [
  {key: "x", name: "First"},
  {key: "y", name: "生命周期价值"},
];
const axes = {rows: "From", columns: "To"};

describe("the matrix", () => {
  itKeepsTheRules(
    {matrix: (o) => matrix(sides, sides, squares, axes, o)},
    [(o) => matrix([], [], [], axes, o)],
    [1080, 700, 516, 343],
  );
  it("hatches a suppressed square, says so, and writes no number on it", () => {
    const svg = matrix(sides, sides, squares, axes, drawingOptions("x"));
    const hatched = [...svg.querySelectorAll("rect")].filter((r) => r.textContent?.endsWith("suppressed"));
    expect(hatched).toHaveLength(1);
    expect((hatched[0]!.closest("[fill]") ?? hatched[0]!).getAttribute("fill")).toBe("url(#x-hatch)");
  });
  it("breaks long Chinese heads, which have no spaces, instead of letting them overlap", () => {
    const five = ["a", "b", "c", "d", "e"].map((key) => ({key, name: "生命周期价值"}));
    const svg = matrix(five, five, [], axes, drawingOptions("x", 343, "zh"));
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
    [...matrix(rows, columns, [], axes, drawingOptions("m", width)).querySelectorAll("text")].map(
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
  it("gives heads their own short form where they have one, also on a narrow page", () => {
    const levels = ["not known", "0 complaint past its limit", "1 resolve complaints", "2 standardised"];
    const short = ["?", "0", "1", "2"];
    const more = [...levels, "3 personalised", "4 attacking", "5 strategic"];
    const sides = more.map((name, i) => ({key: name, name, short: short[i] ?? name[0]!}));
    for (const width of [343, 700]) {
      const texts = [...matrix(rows, sides, [], axes, drawingOptions("m", width)).querySelectorAll("text")];
      const said = texts.map((t) => t.textContent!.replaceAll("\u00a0", " "));
      expect(said).toEqual(expect.arrayContaining(["?", "0", "1", "2", "3", "4", "5"]));
      expect(said.join(" ")).toMatch(/\? not known {3}0 complaint past its limit\s/);
      expect(said.join(" ")).not.toContain("2 0 complaint");
    }
  });
  it("keeps heads of several words clear of each other", () => {
    const ages = ["up to 180 days", "181 to 365 days", "366 to 730 days", "over 730 days"];
    const stages = ["Initial cooperation", "Stable"].map((name) => ({key: name, name}));
    const svg = matrix(
      stages,
      ages.map((name) => ({key: name, name})),
      [],
      {rows: "", columns: ""},
      drawingOptions("m", 343),
    );
    const heads = [...svg.querySelectorAll("text")].filter((t) => t.querySelector("tspan"));
    const [first, second] = heads.map((t) => Number(t.getAttribute("x")));
    const lines = heads.flatMap((t) => [...t.querySelectorAll("tspan")].map((l) => l.textContent!));
    expect(lines.join(" ")).toBe(ages.join(" "));
    for (const text of lines) expect(text.length * 0.52 * 12, text).toBeLessThan(second! - first! - 5);
  });
  it("puts names of lines that are too long above their squares, so that none is cut off", () => {
    const svg = matrix(rows, columns, [], axes, drawingOptions("m", 343));
    const name = [...svg.querySelectorAll("text")].find((t) => t.textContent === rows[0]!.name)!;
    expect(Number(name.getAttribute("x"))).toBeGreaterThan(0);
    expect(name.closest("[text-anchor]")?.getAttribute("text-anchor")).not.toBe("end");
  });
});
