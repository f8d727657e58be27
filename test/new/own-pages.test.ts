import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {JSDOM} from "jsdom";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {checkLanguages, withoutHiddenPages} from "../../loaders/own/own-sources.js";
import {drawBlock} from "../../src/components/blocks.js";
import {openCubes} from "../../src/components/cube-files.js";
import {type CrossChoice, crossView} from "../../src/components/own/model-cross.js";
import {header} from "../../src/components/shell.js";
import {drawingDocument} from "../../src/components/site.js";
import type {OwnColumn, OwnModelRow, OwnPageRow, OwnRow} from "../../src/cubes/own.js";
import type {Locale} from "../../src/cubes.js";
import {fixtureCubes, writeFixtureCubes} from "../components/fixtures/cubes.js";

const folder = mkdtempSync(join(tmpdir(), "guanxi-own-pages-"));
const before = process.env.GUANXI_CUBES;
const column = (name: string, kind: OwnColumn["kind"], en: string, zh: string): OwnColumn => ({
  name,
  kind,
  label: {en, zh},
  values: [],
});
const region = column("region", "text", "Region", "地区");
const lost = column("lost", "count", "Lost customers", "流失客户数");
const spent = column("spent", "money", "Spent", "金额");
const share = column("share", "share", "Share", "占比");
const words = {en: "Lost: no longer bought.", zh: "流失：不再购买。"};
const page: OwnPageRow = {
  slug: "regions-lost",
  kind: "page",
  title: {en: "Which regions?", zh: "哪些地区？"},
  about: words,
  sql: "SELECT 1 < 2",
  columns: [region, column("day", "day", "Day", "日期"), lost, spent, share],
  chart: ["bars", "region", "lost", "spent"],
};
const rows: OwnRow[] = [
  {region: "East <b>", day: "2025-09-30", lost: 4, spent: -100, share: 0.5},
  {region: null, day: "2025-12-31", lost: 9, spent: 250000, share: 0.25},
];
const model: OwnPageRow = {
  slug: "order-trend",
  kind: "model",
  title: {en: "Order trend", zh: "订单趋势"},
  about: words,
  sql: null,
  columns: [
    {
      ...column("class", "text", "Order trend", "订单趋势"),
      values: [
        {value: "up", label: {en: "Up", zh: "升"}},
        {value: "down", label: {en: "Down", zh: "降"}},
      ],
    },
  ],
  chart: [],
};
const cell = (of: Partial<OwnModelRow>): OwnModelRow => ({
  as_of: "2025-12-31",
  crossing: "all",
  value: "",
  class: "up",
  customers: 10,
  revenue: 1000,
  profit: 100,
  suppressed: false,
  ...of,
});
const verdicts = [
  cell({}),
  cell({class: "down", customers: 30, revenue: 3000}),
  cell({crossing: "abc", value: "A", customers: 4}),
  cell({crossing: "abc", value: "B", customers: 6}),
  cell({crossing: "abc", value: "B", class: "down", customers: 30, revenue: 3000}),
];

beforeAll(() => {
  writeFixtureCubes(folder, {...fixtureCubes(), "own-pages": [page, model]});
  writeFileSync(join(folder, "regions-lost.json"), JSON.stringify(rows));
  writeFileSync(join(folder, "order-trend.json"), JSON.stringify(verdicts));
  process.env.GUANXI_CUBES = folder;
});
afterAll(() => {
  rmSync(folder, {recursive: true});
  if (before === undefined) delete process.env.GUANXI_CUBES;
  else process.env.GUANXI_CUBES = before;
});

const draw = (directive: string, locale: Locale = "en"): Document =>
  new JSDOM(drawBlock(directive, {cubes: openCubes(folder), locale, document: drawingDocument()}).text).window
    .document;

describe("an own page's directives", () => {
  it("draw the chart that the definition names, or another that the page names", () => {
    const bars = draw("own-chart regions-lost");
    expect(bars.querySelector(".chart-title")!.textContent).toBe("Lost customers by region");
    expect(bars.querySelector(".says")!.textContent).toBe(
      "Lost customers: not known has the most, 9 of 13 in all.",
    );
    expect(bars.querySelectorAll(".drawing.wide rect[fill='var(--up)']")).toHaveLength(4);
    const lines = draw("own-chart regions-lost lines day lost", "zh");
    expect(lines.querySelector(".says")!.textContent).toBe("流失客户数：2025年9月末为4，2025年末为9。");
    expect(draw("own-chart regions-lost matrix region day spent").querySelectorAll("svg")).toHaveLength(3);
  });
  it("say what a drawing leaves out below it, and not in the headline", () => {
    const many = Array.from({length: 30}, (_, i): OwnRow => ({...rows[0]!, region: `R${i}`, lost: i}));
    writeFileSync(join(folder, "regions-lost.json"), JSON.stringify(many));
    const largest = "Lost customers: R29 has the most, 29 of 435 in all.";
    expect(draw("own-chart regions-lost").querySelector(".says")!.textContent).toBe(
      `${largest} The drawing has the first 24 of 30; the table has all.`,
    );
    expect(draw("own-headline regions-lost").querySelector("h1")!.textContent).toBe(largest);
    writeFileSync(join(folder, "regions-lost.json"), "[]");
    expect(draw("own-chart regions-lost").body.textContent).toContain(
      "The query gives no rows for this data.",
    );
    expect(draw("own-headline regions-lost").querySelector("h1")!.textContent).toContain(
      "there are no figures",
    );
    writeFileSync(join(folder, "regions-lost.json"), JSON.stringify(rows));
  });
  it("say what is wrong with a chart's columns", () => {
    expect(() => draw("own-chart regions-lost bars lost region")).toThrow("bars take a column of groups");
    expect(() => draw("own-chart regions-lost bars place lost")).toThrow("regions-lost has no column place");
    expect(() => draw("own-chart nothing")).toThrow("there is no own page nothing; there are regions-lost");
  });
  it("write every row in the units of its columns, escaped, with the rows as a file", () => {
    const table = draw("own-table regions-lost");
    expect(
      [...table.querySelectorAll("tbody tr")].map((row) => [...row.children].map((c) => c.textContent)),
    ).toEqual([
      ["East <b>", "30 September 2025", "4", "−¥1.00", "50.00%"],
      ["not known", "31 December 2025", "9", "¥2,500.00", "25.00%"],
    ]);
    expect(table.querySelector("a[download]")!.getAttribute("href")).toBe("./data/regions-lost.json");
    expect(draw("own-table regions-lost", "zh").querySelector("a[download]")!.getAttribute("href")).toBe(
      "../data/regions-lost.json",
    );
  });
  it("show the query to those who have it", () => {
    expect(draw("own-method regions-lost").querySelector("code")!.textContent).toBe("SELECT 1 < 2");
    expect(draw("own-method order-trend").querySelector("code")).toBeNull();
  });
});

describe("an own model's page", () => {
  it("says its first class at the newest date", () => {
    expect(draw("own-headline order-trend").querySelector("h1")!.textContent).toBe(
      "Up: 10 customers (25.0%) with 25.0% of revenue.",
    );
    expect(draw("own-headline order-trend", "zh").querySelector("h1")!.textContent).toBe(
      "升：10位客户（25.0%），占收入的25.0%。",
    );
  });
  const view = (choice: Partial<CrossChoice>) =>
    crossView(
      verdicts,
      {class: "", by: "abc", as_of: "2025-12-31", ...choice},
      {page: model, report: fixtureCubes().report, locale: "en"},
    );
  it("counts the chosen class within the other model's", () => {
    expect(view({}).says).toBe("All customers: 40, most of them Class B, 36 (90.0%).");
    expect(view({class: "up"}).says).toBe("Up: 10, most of them Class B, 6 (60.0%).");
    expect(view({class: "none"}).says).toBe("No class: no customers.");
    expect(view({by: "region", as_of: "2025-09-30"}).says).toContain("shown at the newest date alone");
  });
  it("has all classes in its table whatever is chosen", () => {
    const cells = (choice: Partial<CrossChoice>): (string | null)[] =>
      [...new JSDOM(view(choice).twin.text).window.document.querySelectorAll("tbody tr:last-child > *")].map(
        (c) => c.textContent,
      );
    expect(cells({}).slice(0, 4)).toEqual(["Class B", "6", "30", "36"]);
    expect(cells({class: "up"})).toEqual(cells({}));
  });
});

describe("own pages in the frame", () => {
  it("stand in a part of their own, in both languages, and lead to the other", () => {
    const {document} = new JSDOM(header({title: null, path: "/zh/regions-lost"})).window;
    const part = [...document.querySelectorAll("nav.pages > ul > li")].at(-1)!;
    expect(part.querySelector(".part")!.textContent).toBe("自建页面");
    expect([...part.querySelectorAll("a")].map((a) => a.getAttribute("href"))).toEqual([
      "/zh/regions-lost",
      "/zh/order-trend",
    ]);
    expect(document.querySelector("a.language")!.getAttribute("href")).toBe("/regions-lost");
  });
});

describe("the sources of own pages", () => {
  const source = (path: string, text: string) => ({path, bytes: Buffer.from(text)});
  const both = (zh: string) => [
    source("src/regions-lost.md", "{{own-chart regions-lost}}\n## Rows {#rows}\n"),
    source("src/zh/regions-lost.md", zh),
    source("src/order-trend.md", ""),
    source("src/zh/order-trend.md", ""),
  ];
  it("have the same directives and heading ids in both languages", () => {
    expect(() => checkLanguages(both("{{own-chart regions-lost}}\n## 各行 {#rows}\n"), folder)).not.toThrow();
    expect(() => checkLanguages(both("{{own-chart regions-lost}}\n## 各行\n"), folder)).toThrow(
      "src/zh/regions-lost.md: has nothing where src/regions-lost.md has {#rows}",
    );
    expect(() => checkLanguages(both("").slice(2), folder)).toThrow(
      "src/regions-lost.md: there is no such page",
    );
  });
  it("are left out where the audience's publication doesn't hold the page", () => {
    const project = mkdtempSync(join(tmpdir(), "guanxi-own-project-"));
    try {
      const pages = join(project, "loaders/own/pages");
      mkdirSync(pages, {recursive: true});
      for (const name of ["regions-lost", "secret"]) writeFileSync(join(pages, `${name}.ts`), "");
      const sources = [
        "src/index.md",
        "src/regions-lost.md",
        "src/secret.md",
        "src/zh/secret.md",
        "src/data/secret.json.ts",
      ];
      const left = withoutHiddenPages(
        sources.map((path) => source(path, "")),
        project,
        folder,
      );
      expect(left.map(({path}) => path)).toEqual(["src/index.md", "src/regions-lost.md"]);
    } finally {
      rmSync(project, {recursive: true});
    }
  });
});
