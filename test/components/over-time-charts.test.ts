import {describe, expect, it} from "vitest";
import type {ChartOptions} from "../../src/components/charts/chart-options.js";
import {
  classesOverTime as classesOverTimeShape,
  classPoints,
} from "../../src/components/charts/classes-over-time.js";
import {
  type DatedLine,
  linesOverTime as linesOverTimeShape,
} from "../../src/components/charts/lines-over-time.js";
import {
  type DatedPart,
  partsOverTime as partsOverTimeShape,
  stackParts,
} from "../../src/components/charts/parts-over-time.js";
import {periodBars as periodBarsShape} from "../../src/components/charts/period-bars.js";
import {
  scoresOverTime as scoresOverTimeShape,
  stackScores,
} from "../../src/components/charts/scores-over-time.js";
import {sparkLine as sparkLineShape} from "../../src/components/charts/spark-line.js";
import {
  type StageCount,
  stackStages,
  stagesOverTime as stagesOverTimeShape,
} from "../../src/components/charts/stages-over-time.js";
import {day, percent} from "../../src/components/formats.js";
import {drawingOptions, itKeepsTheRules} from "./chart-rules.js";
import {drawn} from "./drawn.js";
import {fixtureCubes} from "./fixtures/cubes.js";

const classesOverTime = drawn(classesOverTimeShape);
const linesOverTime = drawn(linesOverTimeShape);
const partsOverTime = drawn(partsOverTimeShape);
const periodBars = drawn(periodBarsShape);
const scoresOverTime = drawn(scoresOverTimeShape);
const sparkLine = drawn(sparkLineShape);
const stagesOverTime = drawn(stagesOverTimeShape);
const cubes = fixtureCubes();
const {report} = cubes;
const wholes = new Map(cubes.kpis.map((k) => [k.as_of, k.customers]));
const abc = cubes.abc.filter((r) => r.preset === "by-value" && r.measure === "profit");
const scores = cubes["rfm-over-time"];
const scale = {axis: String, exact: (x: number) => x.toFixed(2)};
const line: DatedLine = {
  name: "top 20%",
  colour: "revenue",
  points: cubes.concentration
    .filter((r) => r.measure === "revenue")
    .map((r) => ({as_of: r.as_of, value: r.top20_share})),
};
const spark = cubes.kpis
  .filter((k) => k.role === "quarter_end" || k.role === "now")
  .map((k) => ({as_of: k.as_of, value: k.revenue}))
  .sort((a, b) => a.as_of.localeCompare(b.as_of));
const parts: DatedPart[] = ["2024-12-31", "2025-12-31"].flatMap((as_of) =>
  ["a", "b", "c"].map((part, i) => ({
    as_of,
    part,
    name: part,
    fill: "var(--up)",
    customers: [10, 30, 60][i]!,
  })),
);
const hundred = new Map([
  ["2024-12-31", 100],
  ["2025-12-31", 100],
]);
const stages = ["low", "middle", "high"];
const counts: StageCount[] = ["2025-06-30", "2025-09-30", "2025-12-31"].flatMap((as_of, i) =>
  stages.map((stage, j) => ({
    as_of,
    stage,
    name: stage,
    step: j === 0 ? 1 : j === 1 ? "lost" : null,
    customers: [4, 7, 11][j]! + i,
  })),
);
const periods = ["Q1", "Q2"].map((name, i) => ({name, revenue: 5000 - 8000 * i, profit: 1000}));

const titles = (svg: Element): string[] => [...svg.querySelectorAll("title")].map((t) => t.textContent ?? "");
const number = (e: Element, name: string): number => Number(e.getAttribute(name));
/** The rectangle, or the circle, that bears a title. */
const mark = (svg: Element, title: string): Element =>
  [...svg.querySelectorAll("title")].find((t) => t.textContent === title)!.parentElement!;

const drawings: Record<string, (o: ChartOptions) => SVGSVGElement> = {
  classes: (o) => classesOverTime(abc, "profit", o),
  lines: (o) => linesOverTime([line], scale, o),
  parts: (o) => partsOverTime(parts, hundred, o),
  scores: (o) => scoresOverTime(scores, wholes, o),
  stages: (o) => stagesOverTime(counts, stages, o),
  periods: (o) => periodBars(periods, o),
  spark: (o) => sparkLine(spark, String, o),
};

describe("every chart over time", () => {
  itKeepsTheRules(
    drawings,
    [
      (o) => classesOverTime([], "revenue", o),
      (o) => linesOverTime([], scale, o),
      (o) => partsOverTime([], new Map(), o),
      (o) => scoresOverTime([], new Map(), o),
      (o) => stagesOverTime([], [], o),
      (o) => periodBars([], o),
      (o) => sparkLine([], String, o),
    ],
    [1080, 700, 516, 343],
  );
  it("names the newest month", () => {
    for (const name of ["classes", "lines", "parts", "scores", "stages"])
      for (const [locale, month] of [
        ["en", "Dec 2025"],
        ["zh", "2025年12月"],
      ] as const)
        expect(drawings[name]!(drawingOptions("t", 343, locale)).textContent, name).toContain(month);
  });
});

describe("lines over time", () => {
  it("have a circle for each value, as high as it is, with its words", () => {
    const svg = linesOverTime([line], {...scale, highest: 1}, drawingOptions("l"));
    expect(titles(svg)).toEqual(
      line.points.map((p) => `top 20%, ${day(p.as_of, "en")}: ${p.value!.toFixed(2)}`),
    );
    const [zero, one] = ["0", "1"].map((t) =>
      number([...svg.querySelectorAll("text")].find((e) => e.textContent === t)!, "y"),
    );
    for (const [i, circle] of [...svg.querySelectorAll("circle")].entries())
      expect(number(circle, "cy")).toBeCloseTo(zero! + (one! - zero!) * line.points[i]!.value!, 1);
  });
  it("leave a gap where there is no value, and say nothing there", () => {
    const points = line.points.map((p, i) => (i === 2 ? {...p, value: null} : p));
    const svg = linesOverTime([{...line, points}], scale, drawingOptions("l"));
    expect(titles(svg)).toHaveLength(line.points.length - 1);
    expect(svg.querySelector("path[d]:not(defs *)")!.getAttribute("d")!.match(/M/g)).toHaveLength(2);
  });
  it("are named at the last point that is known, where the newest has no value", () => {
    const points = line.points.map((p, i) => (i === line.points.length - 1 ? {...p, value: null} : p));
    const last = points.at(-2)!;
    const svg = linesOverTime([{...line, points}], scale, drawingOptions("l"));
    const named = [...svg.querySelectorAll("text")].find(
      (t) => t.textContent === `top 20% ${last.value!.toFixed(2)}`,
    )!;
    const circle = [...svg.querySelectorAll("circle")].find((c) =>
      c.textContent?.includes(day(last.as_of, "en")),
    )!;
    expect(number(named, "x")).toBeCloseTo(number(circle, "cx") + 10, 1);
    expect(number(named, "y")).toBeCloseTo(number(circle, "cy"), 1);
  });
  it("keep names at their ends apart and above the months, in the order of their values", () => {
    const many = ["a", "b", "c", "d"].map((name, i) => ({
      ...line,
      name,
      points: line.points.map((p) => ({...p, value: i / 100})),
    }));
    const large = {...line, name: "large", points: line.points.map((p) => ({...p, value: 9}))};
    const svg = linesOverTime([...many, large], scale, drawingOptions("l"));
    const ys = ["large 9.00", "d 0.03", "c 0.02", "b 0.01", "a 0.00"].map((text) =>
      number([...svg.querySelectorAll("text")].find((t) => t.textContent === text)!, "y"),
    );
    for (const [i, y] of ys.entries()) if (i > 0) expect(y - ys[i - 1]!).toBeGreaterThanOrEqual(17);
    const months = [...svg.querySelectorAll("text")].find((t) => t.textContent === "Dec 2025")!;
    expect(number(months, "y") - ys.at(-1)!).toBeGreaterThan(12);
  });
});

describe("classes over time", () => {
  it("say each class's share at each date, also below zero", () => {
    const rows = abc.map((r) => (r.class === "D" ? {...r, profit: -Math.abs(r.profit!) - 1} : r));
    const svg = classesOverTime(rows, "profit", drawingOptions("c"));
    const points = classPoints(rows, "profit");
    expect(points.some((p) => p.share! < 0)).toBe(true);
    expect(titles(svg).sort()).toEqual(
      points.map((p) => `Class ${p.class}, ${day(p.as_of, "en")}: ${percent(p.share!, "en")}`).sort(),
    );
    expect(svg.querySelectorAll('path[stroke="var(--class-d)"]')).toHaveLength(1);
  });
});

describe("scores over time", () => {
  it("say how many customers have each score, and are as high as their share", () => {
    const svg = drawings.scores!(drawingOptions("t"));
    const steps = stackScores(scores, wholes).filter((s) => s.share > 0);
    expect(titles(svg)).toHaveLength(steps.length);
    const names = {r: "Recency", f: "Frequency", m: "Money"};
    for (const s of steps) {
      const title = `${names[s.axis]} ${s.score}, ${day(s.as_of, "en")}: ${s.customers} customers, ${percent(s.share, "en")}`;
      // Bars are 242 pixels high here; a hair of one parts the scores.
      expect(Math.abs(number(mark(svg, title), "height") + 1 - 242 * s.share), title).toBeLessThan(1);
    }
  });
  it("leave open what suppressed scores hold instead of spreading it over the others", () => {
    const rows = scores.filter((r) => r.as_of === report.as_of && r.axis === "f");
    const hidden = rows.map((r) => (r.score === 5 ? {...r, customers: null, suppressed: true} : r));
    const kept = stackScores(rows, wholes).filter((s) => s.score < 5);
    expect(stackScores(hidden, wholes)).toEqual(kept);
    const svg = scoresOverTime(hidden, wholes, drawingOptions("t"));
    const open = svg.querySelectorAll('rect[fill="url(#t-hatch)"]');
    expect([...open].map((r) => r.textContent)).toEqual(["Frequency, 31 December 2025: suppressed"]);
  });
});

describe("stages over time", () => {
  it("stack to the number of customers at each date", () => {
    const wallet = cubes.wallet.filter((r) => r.as_of === report.as_of);
    const blocks = stackStages(
      wallet.map(({as_of, stage, customers}) => ({as_of, stage, name: stage, step: null, customers})),
      wallet.map((r) => r.stage),
    );
    expect(blocks.at(-1)?.to).toBe(640);
    expect(blocks[0]?.from).toBe(0);
  });
  it("say each stage's customers, lowest at the bottom, as high as they are many", () => {
    const svg = drawings.stages!(drawingOptions("s"));
    expect(titles(svg)).toEqual(counts.map((c) => `${c.name}, ${day(c.as_of, "en")}: ${c.customers}`));
    const last = stages.map((stage) => {
      const {customers} = counts.find((c) => c.stage === stage && c.as_of === report.as_of)!;
      return {customers: customers!, rect: mark(svg, `${stage}, 31 December 2025: ${customers}`)};
    });
    // The axis ends at 30 customers, 268 pixels up; a hair of one parts the stages.
    for (const {customers, rect} of last)
      expect(number(rect, "height")).toBeCloseTo((268 / 30) * customers! - 1, 1);
    const ys = last.map(({rect}) => number(rect, "y"));
    expect(ys).toEqual([...ys].sort((a, b) => b - a));
    expect(last.map(({rect}) => rect.getAttribute("fill"))).toEqual([
      "var(--stage-1)",
      "var(--class-d)",
      "url(#s-hatch)",
    ]);
  });
  it("draw nothing for a suppressed stage", () => {
    const hidden = counts.map((c) => (c.stage === "middle" ? {...c, customers: null} : c));
    const told = titles(stagesOverTime(hidden, stages, drawingOptions("s")));
    expect(told).toHaveLength(6);
    expect(told.join()).not.toContain("middle");
  });
});

describe("parts over time", () => {
  it("fill each date from the top, and leave open what is suppressed", () => {
    const blocks = stackParts(parts, hundred).filter((b) => b.as_of === "2025-12-31");
    expect(blocks.map((b) => [b.from, b.to].map((x) => Number(x.toFixed(6))))).toEqual([
      [0.9, 1],
      [0.6, 0.9],
      [0, 0.6],
    ]);
    const hidden = parts.map((p) => (p.part === "b" ? {...p, customers: null} : p));
    expect(Math.min(...stackParts(hidden, hundred).map((b) => b.from))).toBeCloseTo(0.3, 9);
    const svg = partsOverTime(hidden, hundred, drawingOptions("t"));
    expect(svg.querySelectorAll('rect[fill="url(#t-hatch)"]')).toHaveLength(2);
    expect(titles(svg)).not.toContain("b, 31 December 2025: 30 (30.0%)");
  });
  it("say each part's customers and share, and name the parts beside the newest date", () => {
    const svg = drawings.parts!(drawingOptions("t"));
    expect(titles(svg)).toEqual(
      parts.map((p) => `${p.name}, ${day(p.as_of, "en")}: ${p.customers} (${p.customers}.0%)`),
    );
    const texts = [...svg.querySelectorAll("text")].map((t) => t.textContent);
    expect(texts).toEqual(expect.arrayContaining(["a 10.0%", "b 30.0%", "c 60.0%"]));
  });
});

describe("the small line", () => {
  it("marks and says its newest value, and leaves out what is older than two years", () => {
    const old = {as_of: "2019-12-31", value: 10 * Math.max(...spark.map((p) => p.value!))};
    const svg = sparkLine([old, ...spark], String, drawingOptions("s", 190));
    expect(svg.outerHTML).toBe(sparkLine(spark, String, drawingOptions("s", 190)).outerHTML);
    const newest = spark.at(-1)!;
    expect(titles(svg)).toEqual([`${day(newest.as_of, "en")}: ${newest.value}`]);
    const circle = svg.querySelector("circle")!;
    expect(number(circle, "cx")).toBeGreaterThan(170);
  });
});

describe("periods", () => {
  it("hang below zero where money was given back", () => {
    const svg = drawings.periods!(drawingOptions("p"));
    const [up, down] = [...svg.querySelectorAll('rect[fill="var(--historic)"]')];
    expect(number(down!, "y")).toBeCloseTo(number(up!, "y") + number(up!, "height"), 1);
    expect(number(up!, "height") / number(down!, "height")).toBeCloseTo(5 / 3, 2);
  });
});
