import {readdirSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {JSDOM} from "jsdom";
import {beforeAll, describe, expect, it} from "vitest";
import {ownNames} from "../../loaders/own/discover.js";
import {footer, header} from "../../src/components/shell.js";
import {sitePages} from "../../src/components/site-map.js";
import {cubesInUse, pageHtml, pageSource} from "./drawn-page.js";
import {fixtureCubes} from "./fixtures/cubes.js";

const useCubes = cubesInUse();

const slugs = sitePages.map((p) => p.slug);
/** What an analyst has added here. */
const own = ownNames(fileURLToPath(new URL("../../loaders/own", import.meta.url)));
const every = [...slugs, ...slugs.map((s) => `zh/${s}`)];

const rendered = new Map<string, string>();

beforeAll(() => {
  useCubes(fixtureCubes());
  for (const path of every) rendered.set(path, pageHtml(path));
});

describe("the pages", () => {
  it("have the same directives and heading ids in both languages, in the same order", () => {
    const shape = (path: string): string[] => pageSource(path).match(/^\{\{.*\}\}$|\{#[\w-]+\}$/gm) ?? [];
    for (const slug of slugs) expect(shape(slug).length).toBeGreaterThan(4);
    for (const slug of [...slugs, ...own]) expect(shape(`zh/${slug}`)).toEqual(shape(slug));
    const source = new URL("../../src/", import.meta.url);
    const list = (url: URL): string[] =>
      readdirSync(url)
        .filter((f) => f.endsWith(".md"))
        .sort();
    expect(list(new URL("zh/", source))).toEqual(list(source));
    expect(list(source)).toEqual([...slugs, ...own].map((s) => `${s}.md`).sort());
  });
  // Each is parsed once: that takes longer than to render it.
  it.each(every)(
    "%s is wrapped in its language and has one h1, no id twice and a table for each chart",
    (path) => {
      const {document} = new JSDOM(rendered.get(path)!).window;
      const isChinese = path.startsWith("zh/");
      expect(document.querySelector("#content")?.getAttribute("lang")).toBe(isChinese ? "zh-Hans" : "en");
      expect(document.querySelectorAll("h1")).toHaveLength(1);
      const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
      for (const figure of document.querySelectorAll("figure"))
        expect(figure.querySelector("details.twin table, details.twin a")).not.toBeNull();
      expect(document.querySelectorAll("th:not([scope])")).toHaveLength(0);
      if (!isChinese) return;
      for (const e of document.querySelectorAll("style, code, [lang='en']")) e.remove();
      expect(document.body.textContent).not.toMatch(/\b(customers|revenue|share of|stage|needs the)\b/i);
    },
  );
  it("render to the same bytes whatever was rendered before", () => {
    for (const p of [...every].reverse()) expect(pageHtml(p)).toBe(rendered.get(p));
  });
  it("lead every cell of the slices to a row that stands in the page", () => {
    const {document} = new JSDOM(rendered.get("rfm")!).window;
    const links = [...document.querySelectorAll("svg a")].map((a) => a.getAttribute("href"));
    expect(links.length).toBeGreaterThan(100);
    for (const href of links) expect(document.getElementById(href!.slice(1))?.tagName).toBe("TR");
  });
});

describe("what is missing", () => {
  it("asks for its export in the page's language", () => {
    const cubes = fixtureCubes();
    cubes.report = {
      ...cubes.report,
      exports: {...cubes.report.exports, relationships: false, wallets: false},
    };
    useCubes({...cubes, grid: undefined, wallet: undefined, "stage-cross": undefined});
    expect(pageHtml("wallet")).toContain("Needs the <code>wallets</code> export");
    expect(pageHtml("zh/relationship")).toContain("需要 <code>relationships</code> 导出文件");
  });
  it("is told apart: suppressed, and not for this audience", () => {
    useCubes(fixtureCubes("executives"));
    for (const page of ["relationship", "wallet"])
      expect(pageHtml(page)).toContain("not published for this audience");
    expect(pageHtml("rfm")).toContain("fewer than 5 customers");
    expect(pageHtml("rfm")).not.toMatch(/C0\d{3}/);
    for (const page of ["relationship", "wallet"]) expect(pageHtml(page)).not.toMatch(/C0\d{3}/);
  });
  it("says no cost where there is none, and draws no profit", () => {
    const cubes = fixtureCubes();
    useCubes({
      ...cubes,
      report: {...cubes.report, has_profit: false},
      kpis: cubes.kpis.map((r) => ({...r, profit: null})),
      rfm: cubes.rfm.map((r) => ({...r, profit: null})),
      abc: cubes.abc.filter((r) => r.measure === "revenue").map((r) => ({...r, profit: null})),
      "pareto-curve": cubes["pareto-curve"].filter((p) => p.measure === "revenue"),
    });
    expect(pageHtml("pareto")).toContain("Needs the <code>cost</code> column");
    expect(pageHtml("rfm")).toContain("no cost");
    expect(pageHtml("index")).not.toContain("--profit");
    useCubes(fixtureCubes());
  });
  it("fails the build: an unknown directive, an unknown name, a cube that is not there", () => {
    expect(() => pageHtml("index", "{{pie chart}}")).toThrow(/no such directive/);
    expect(() => pageHtml("index", "{{chart donut}}")).toThrow(/\/index: .*no such chart/);
    const {abc: _, ...rest} = fixtureCubes();
    useCubes(rest);
    expect(() => pageHtml("pareto")).toThrow(/cube "abc" is not in/);
    useCubes(fixtureCubes());
    const folder = process.env.GUANXI_CUBES;
    delete process.env.GUANXI_CUBES;
    expect(() => pageHtml("index")).toThrow(/GUANXI_CUBES/);
    process.env.GUANXI_CUBES = folder;
  });
});

describe("how it was computed", () => {
  it("states the thresholds in force, not the defaults", () => {
    const cubes = fixtureCubes();
    useCubes({
      ...cubes,
      report: {...cubes.report, wallet_thresholds: {stable: 0.45, strategic: 0.9}},
      settings: [
        {key: "pareto.customers_a", value: "0.1", changed: true},
        {key: "pareto.value_a", value: "0.7", changed: true},
      ],
    });
    expect(pageHtml("pareto")).toContain("the top 10% of customers, B the next 70%, C the last 20%");
    expect(pageHtml("zh/pareto")).toContain("A类至正值合计的70%，B类至85%");
    expect(pageHtml("wallet")).toContain("stable from 45% to less than 90%");
    useCubes(fixtureCubes());
  });
});

describe("the shell", () => {
  it("links to the same page in the other language and marks where one is", () => {
    const {document} = new JSDOM(header({title: null, path: "/zh/rfm"})).window;
    expect(document.querySelector("a.language")?.getAttribute("href")).toBe("/rfm");
    expect(document.querySelector("[aria-current]")?.getAttribute("href")).toBe("/zh/rfm");
    for (const nav of ["nav.pages", ".menu nav"]) {
      const links = [...document.querySelectorAll(`${nav} a`)].map((a) => a.getAttribute("href"));
      expect([...links].sort()).toEqual(slugs.map((s) => `/zh/${s}`).sort());
      expect(links[0]).toBe("/zh/index");
    }
  });
  it("says for whom, as of when, from what, and that a sample is one", () => {
    const text = footer({title: null, path: "/index"});
    for (const part of ["analysts", "31 December 2025", "4f3a9c21d07be856", "invented"])
      expect(text).toContain(part);
    expect(footer({title: null, path: "/zh/index"})).toContain("虚构");
  });
  it("says that those with refunds only are left out, where they are", () => {
    expect(footer({title: null, path: "/index"})).not.toContain("left out");
    const cubes = fixtureCubes("executives");
    useCubes({...cubes, ledger: {...cubes.ledger, refund_only_customers: null}});
    expect(footer({title: null, path: "/index"})).toMatch(
      /few customers with refunds only are left out.*data/,
    );
    expect(footer({title: null, path: "/zh/index"})).toContain("少数仅有退款的客户未计入");
    useCubes(fixtureCubes());
  });
  it("escapes what comes from the data", () => {
    const cubes = fixtureCubes();
    useCubes({
      ...cubes,
      report: {...cubes.report, title: {en: "<b>A & B</b>", zh: "甲"}},
      "stage-mismatches": cubes["stage-mismatches"].map((r) => ({...r, name: "<script>alert(1)</script>"})),
    });
    expect(header({title: null, path: "/index"})).toContain("&lt;b&gt;A &amp; B&lt;/b&gt;");
    expect(pageHtml("relationship")).not.toContain("<script>");
    useCubes(fixtureCubes());
  });
});
