import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import type {ColumnTable} from "arquero";
import {describe, expect, it} from "vitest";
import {checkPage} from "../../loaders/own/check-definition.js";
import {definePage} from "../../loaders/own/page.js";
import {type Exhibit, exhibit} from "../../src/components/exhibits/exhibit.js";
import {html} from "../../src/components/html.js";
import type {DrawOwn} from "../../src/components/own/drawing.js";
import {readDrawings} from "../../src/components/own/drawings.js";
import {ownDrawn, rowTable} from "../../src/components/own/own-drawn.js";
import {drawingDocument, type Site} from "../../src/components/site.js";
import type {OwnPageRow, OwnRow} from "../../src/cubes/own.js";
import type {Locale} from "../../src/cubes.js";
import {fixtureReport} from "../components/fixtures/report.js";

const part = {
  kind: "text",
  label: {en: "Class", zh: "类别"},
  values: {A: {en: "Class A", zh: "A类"}, none: {en: "no class", zh: "未分类"}},
} as const;
const definition = definePage({
  title: {en: "Which?", zh: "哪些？"},
  about: {en: "By class.", zh: "按类别。"},
  audiences: ["analysts"],
  columns: {
    part,
    month: {kind: "day", label: {en: "Month", zh: "月份"}},
    lost: {kind: "count", label: {en: "Lost customers", zh: "流失客户数"}},
    revenue: {kind: "money", label: {en: "Revenue", zh: "收入"}},
  },
  chart: ["bars", "part", "lost"],
  draw: ({table, plot, write}) => ({
    marks: [
      plot.barX(
        table.filter((d) => d.lost > 0),
        {
          x: "revenue",
          y: "part",
          fill: "part",
          title: (d) => `${write.part(d.part)}: ${write.revenue(d.revenue)}`,
        },
      ),
    ],
  }),
});
const page: OwnPageRow = {
  slug: "which",
  kind: "page",
  title: definition.title,
  about: definition.about,
  sql: null,
  columns: Object.entries(definition.columns).map(([name, {kind, label}]) => ({
    name,
    kind,
    label,
    values:
      name === "part" ? Object.entries(part.values).map(([value, words]) => ({value, label: words})) : [],
  })),
  chart: [...definition.chart],
};
const rows: OwnRow[] = [
  {part: "A", month: "2025-11-01", lost: 2, revenue: 1_234_500},
  {part: "none", month: "2026-01-01", lost: 5, revenue: 500_000},
  {part: null, month: "2026-01-01", lost: 0, revenue: null},
];

function drawnBy(draw: DrawOwn | Error, locale: Locale = "en"): {svgs: SVGSVGElement[]; figure: HTMLElement} {
  const report = fixtureReport("analysts", 1);
  const document = drawingDocument();
  const site = {cubes: {report, has: () => true}, locale, document} as unknown as Site;
  const house: Exhibit = {
    id: "own-which",
    title: "Lost customers by class",
    subtitle: "By class.",
    says: "Says.",
    draw: () => {
      throw new Error("the house draws nothing here");
    },
    twin: html``,
  };
  const figure = document.createElement("div");
  figure.innerHTML = exhibit({...house, ...ownDrawn(draw, page, rows, site)}, site).text;
  return {svgs: [...figure.querySelectorAll("svg")], figure};
}
const texts = (svg: SVGSVGElement): string[] =>
  [...svg.querySelectorAll("text")].map((text) => text.textContent!);
const titles = (svg: SVGSVGElement): string[] =>
  [...svg.querySelectorAll("title")].map((title) => title.textContent!);
const own = definition.draw as unknown as DrawOwn;

describe("the table of a drawing", () => {
  it("holds days as dates and money in whole units, in the order of the columns", () => {
    const table = rowTable(page, rows, {minor_digits: 2});
    expect(table.columnNames()).toEqual(["part", "month", "lost", "revenue"]);
    expect(table.objects()).toEqual([
      {part: "A", month: new Date("2025-11-01"), lost: 2, revenue: 12_345},
      {part: "none", month: new Date("2026-01-01"), lost: 5, revenue: 5000},
      {part: null, month: new Date("2026-01-01"), lost: 0, revenue: null},
    ]);
  });
  it("has its columns where the query gave no rows", () => {
    const none: ColumnTable = rowTable(page, [], {minor_digits: 0});
    expect([none.numRows(), none.columnNames()]).toEqual([0, ["part", "month", "lost", "revenue"]]);
  });
});

describe("a drawing of one's own", () => {
  it("is drawn at each width, with marks to go through, in the report's words, units and colours", () => {
    const {svgs} = drawnBy(own);
    expect(svgs.map((svg) => svg.getAttribute("width"))).toEqual(["1080", "700", "343"]);
    for (const svg of svgs) {
      expect(titles(svg)).toEqual(["Class A: ¥12,345.00", "no class: ¥5,000.00"]);
      expect(texts(svg)).toEqual(expect.arrayContaining(["Class A", "no class", "Revenue (CNY) →"]));
      expect(texts(svg).filter((text) => /^¥\d/.test(text)).length).toBeGreaterThan(1);
      expect([...svg.querySelectorAll("rect")].map((bar) => bar.getAttribute("fill"))).toEqual([
        "var(--class-a)",
        "var(--class-c)",
      ]);
      expect(svg.getAttribute("role")).toBe("img");
      expect(svg.getAttribute("aria-label")).toBe("Lost customers by class. Says.");
      expect(svg.outerHTML).not.toMatch(/NaN|undefined|#[0-9a-f]{6}\b/i);
    }
    const [chinese] = drawnBy(own, "zh").svgs;
    expect(titles(chinese!)).toEqual(["A类: ¥12,345.00", "未分类: ¥5,000.00"]);
    expect(texts(chinese!)).toEqual(expect.arrayContaining(["A类", "收入（CNY） →"]));
  });
  it("gives the figure its title and a legend, and has references of its own in each drawing", () => {
    const draw: DrawOwn = ({table, plot, aq, locale}) => ({
      title: {en: "Money by month", zh: "按月金额"}[locale],
      color: {legend: true},
      marks: [
        plot.dot(table.orderby(aq.desc("month")), {x: "month", y: "revenue", stroke: "part", clip: true}),
      ],
    });
    const {figure, svgs} = drawnBy(draw, "zh");
    expect(figure.querySelector(".chart-title")!.textContent).toBe("按月金额");
    expect([...figure.querySelectorAll(".legend li")].map((item) => item.textContent)).toEqual([
      "A类",
      "未分类",
      "未知",
    ]);
    expect([...figure.querySelectorAll(".swatch")].map((swatch) => swatch.className)).toEqual([
      "swatch class-a",
      "swatch class-c",
      "swatch class-b",
    ]);
    const ids = svgs.flatMap((svg) => [...svg.querySelectorAll("[id*=-part-]")].map(({id}) => id));
    expect(ids).toEqual(["wide", "middle", "narrow"].map((width) => `own-which-${width}-part-1`));
    for (const id of ids) expect(figure.innerHTML).toContain(`url(#${id})`);
    // Plot writes the days of a time axis in English.
    expect(svgs.flatMap(texts).join(" ")).toMatch(/2026年/);
    expect(svgs.flatMap(texts).join(" ")).not.toMatch(/[A-Z][a-z]{2}\b/);
    expect(drawnBy(draw, "zh").figure.innerHTML).toBe(figure.innerHTML);
  });
  it("leaves to the analyst what the analyst says", () => {
    const draw: DrawOwn = ({table, plot}) => ({
      marginLeft: 90,
      x: {label: "mine", tickFormat: () => "t"},
      color: {range: ["red", "blue"]},
      marks: [plot.barX(table, {x: "revenue", y: "part", fill: "part"})],
    });
    const [svg] = drawnBy(draw).svgs;
    expect(texts(svg!)).toEqual(expect.arrayContaining(["mine →", "t"]));
    expect(svg!.innerHTML).toContain('fill="red"');
  });
  const slips: [string, DrawOwn | Error, RegExp][] = [
    ["what it throws", () => nobody(), /which\.ts: draw: nobody is here/],
    [
      "that it returns nothing",
      (() => undefined) as never,
      /which\.ts: draw: returns no options of Plot\.plot/,
    ],
    ["that it couldn't be read", new Error("unexpected }"), /which\.ts: draw: unexpected }/],
    [
      "a legend in colours that the report doesn't have",
      ({table, plot}) => ({
        color: {legend: true, range: ["red"]},
        marks: [plot.dot(table, {x: "lost", y: "revenue", fill: "part"})],
      }),
      /which\.ts: draw: color\.legend: names the report's own colours/,
    ],
  ];
  for (const [what, draw, said] of slips)
    it(`tells with its file ${what}`, () => expect(() => drawnBy(draw)).toThrow(said));
});

function nobody(): never {
  throw new Error("nobody is here");
}

describe("drawings in definitions", () => {
  it("are read by their pages' names, and one that can't be read stops none of the others", async () => {
    const folder = mkdtempSync(join(tmpdir(), "guanxi-drawings-"));
    try {
      mkdirSync(join(folder, "pages"));
      const write = (name: string, text: string): void => writeFileSync(join(folder, "pages", name), text);
      write("a.ts", "export default {draw: () => ({marks: []})};");
      write("b.ts", "export default {};");
      write("c.ts", 'throw new Error("half done");');
      write("d.sql", "SELECT 1");
      const read = await readDrawings(pathToFileURL(`${join(folder, "pages")}/`));
      expect([...read.keys()]).toEqual(["a", "c"]);
      expect(read.get("a")).toBeTypeOf("function");
      expect(read.get("c")).toMatchObject({message: "half done"});
    } finally {
      rmSync(folder, {recursive: true});
    }
  });
  it("are none where analysts have added no page", async () =>
    expect((await readDrawings(pathToFileURL(`${tmpdir()}/no-such-folder/`))).size).toBe(0));
  it("are functions, or refused by their key", () => {
    expect(checkPage("p.ts", definition).draw).toBe(definition.draw);
    expect(() => checkPage("p.ts", {...definition, draw: {marks: []}})).toThrow(
      "p.ts: draw: must be a function: draw: ({table, plot}) => ({marks: […]})",
    );
  });
});
