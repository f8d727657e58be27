import {readFileSync} from "node:fs";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {definitions} from "../../loaders/cubes/cubes.js";
import {firstSentence, tellingCharts} from "../../src/components/findings/page-findings.js";
import {sitePages} from "../../src/components/site-map.js";
import type {Audience, CubeName} from "../../src/cubes.js";
import {cubesInUse, drawnDocument} from "./drawn-page.js";
import {fixtureCubes, writeFixtureCubes} from "./fixtures/cubes.js";

const folders: Partial<Record<Audience, string>> = {};
const useCubes = cubesInUse();
const pages = new Map<string, Document>();

function render(path: string, audience: Audience): Document {
  process.env.GUANXI_CUBES = folders[audience];
  return drawnDocument(path);
}

const everyPath = sitePages.flatMap(({slug}) => [slug, `zh/${slug}`]);

beforeAll(() => {
  for (const audience of ["analysts", "executives"] as const)
    folders[audience] = useCubes(fixtureCubes(audience));
  for (const path of everyPath) pages.set(path, render(path, "analysts"));
}, 240_000);
afterAll(() => pages.clear());

describe("how a figure is computed", () => {
  it("is told under every figure and every row of key figures, with the way to an entry that exists", () => {
    for (const locale of ["", "zh/"]) {
      const entries = pages.get(`${locale}computed`)!;
      for (const {slug} of sitePages) {
        const page = pages.get(locale + slug)!;
        for (const figure of page.querySelectorAll("figure.exhibit, div.figures")) {
          const links = [...figure.querySelectorAll("details.computed a[href*='#cube-']")];
          expect([slug, figure.id, links.length > 0]).toEqual([slug, figure.id, true]);
          for (const link of links) {
            const [address, anchor] = link.getAttribute("href")!.split("#");
            expect(address).toBe("./computed.html");
            expect(entries.getElementById(anchor!)?.tagName).toBe("SECTION");
          }
        }
        for (const link of page.querySelectorAll("details.computed a[href='#method']"))
          expect([slug, link.isConnected && page.getElementById("method") !== null]).toEqual([slug, true]);
      }
    }
  });
  it("names the cubes that the figure was drawn from and no others", () => {
    const cubesOf = (page: string, selector: string): string[] =>
      [...pages.get(page)!.querySelector(selector)!.querySelectorAll("details.computed li code")].map(
        (c) => c.textContent!,
      );
    expect(cubesOf("pareto", "#figure-abc-by-customers-revenue")).toEqual(["abc"]);
    expect(cubesOf("pareto", "#figure-whale-curve")).toContain("pareto-curve");
    expect(cubesOf("pareto", "div.figures")).toEqual(["kpis"]);
  });
  it("stands as SQL on one page, equal to the file, with rows in and rows out", () => {
    const page = pages.get("computed")!;
    const there = fixtureCubes();
    for (const [name, {sql}] of Object.entries(definitions)) {
      if (there[name as CubeName] === undefined) continue;
      const entry = page.getElementById(`cube-${name}`)!;
      const file = new URL(`../../loaders/cubes/${sql}`, import.meta.url);
      expect(entry.querySelector("pre code")!.textContent).toBe(readFileSync(file, "utf8"));
      expect(entry.querySelector("dl")!.textContent).toMatch(/20,931 used/);
      expect(entry.querySelector("dl")!.textContent).toMatch(/\d rows?[.;]/);
    }
    const {abc, report} = there;
    const a = abc.filter(
      (r) => r.as_of === report.as_of && r.preset === "by-value" && r.measure === "revenue",
    );
    const customers = a.reduce((sum, r) => sum + r.customers!, 0);
    expect(page.getElementById("cube-abc")!.textContent).toContain(`in all ${customers} customers`);
    expect(page.body.textContent).toContain("not shown to this audience");
  });
  it("folds each cube under its name and a sentence, its anchor within the fold, in both languages", () => {
    for (const path of ["computed", "zh/computed"]) {
      const entries = [...pages.get(path)!.querySelectorAll<HTMLElement>("[id^=cube-]")];
      expect(entries.length).toBeGreaterThan(20);
      for (const entry of entries) {
        const fold = entry.closest("details")!;
        expect([entry.id, fold.open]).toEqual([entry.id, false]);
        const [name, sentence] = fold.querySelector("summary")!.children;
        expect(`cube-${name!.textContent}`).toBe(entry.id);
        expect(sentence!.textContent).toMatch(/[.。]$/);
      }
    }
  });
  it("sums nothing over cells that are hidden", () => {
    const page = render("computed", "executives");
    const hidden = fixtureCubes("executives").abc.some((r) => r.suppressed && r.as_of === "2025-12-31");
    const text = page.getElementById("cube-abc")!.querySelector("dl")!.textContent;
    expect(text!.includes("in all")).toBe(!hidden);
    expect(page.getElementById("cube-rfm-members")).toBeNull();
  });
});

describe("the settings in force", () => {
  it("stand open where the report changes them, and folded with their number where it doesn't", () => {
    const settings = fixtureCubes().settings;
    const unchanged = settings.filter((s) => !s.changed);
    expect(unchanged.length).toBeGreaterThan(1);
    for (const path of ["data", "zh/data"]) {
      const page = pages.get(path)!;
      const fold = [...page.querySelectorAll("details")].find((d) =>
        /default|默认值/.test(d.firstChild!.textContent!),
      )!;
      expect(fold.open).toBe(false);
      expect(fold.querySelector("summary")!.textContent).toContain(String(unchanged.length));
      expect(fold.querySelectorAll("tbody tr").length).toBe(unchanged.length);
      const open = [...page.querySelectorAll("caption")].find((c) =>
        /that this report changes|改动的设置/.test(c.textContent!),
      );
      expect(open?.closest("table")?.querySelectorAll("tbody tr").length ?? 0).toBe(
        settings.length - unchanged.length,
      );
      expect(open?.closest("details") ?? null).toBeNull();
    }
  });
});

describe("the findings under the key figures", () => {
  it("lead to charts that stand on the page, two to four of them, each saying the same as its chart", () => {
    for (const slug of Object.keys(tellingCharts))
      for (const path of [slug, `zh/${slug}`]) {
        const page = pages.get(path)!;
        const items = [...page.querySelectorAll(".page-findings li")];
        expect([path, items.length]).toEqual([
          path,
          expect.toSatisfy((n: number) => n >= (slug === "budget" ? 1 : 2) && n <= 4),
        ]);
        for (const item of items) {
          const link = item.querySelector("a")!;
          const figure = page.getElementById(link.getAttribute("href")!.slice(1));
          const sentence = item.textContent!.replace(link.textContent!, "").trim();
          expect(figure?.querySelector(".says")?.textContent).toContain(sentence);
          expect(sentence).toMatch(/[.。]$/);
        }
      }
  });
  it("say nothing of charts that need an export", () => {
    const cubes = fixtureCubes();
    cubes.report = {...cubes.report, exports: {...cubes.report.exports, wallets: false}};
    writeFixtureCubes(folders.analysts!, {report: cubes.report});
    const page = render("wallet", "analysts");
    expect(page.querySelector(".page-findings a[href='#figure-wallet-gap-abc']")).toBeNull();
    writeFixtureCubes(folders.analysts!, fixtureCubes());
  });
  it("are a sentence, whatever points and numbers stand in it", () => {
    expect(firstSentence("Of ¥1.53M, 2.5% went. The rest stayed.")).toBe("Of ¥1.53M, 2.5% went.");
    expect(firstSentence("上移57位。其余未变。")).toBe("上移57位。");
    expect(firstSentence("One only.")).toBe("One only.");
  });
});
