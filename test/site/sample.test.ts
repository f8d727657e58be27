import {readFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {sitePages} from "../../src/components/site-map.js";
import {violations} from "../axe.js";
import {type Misdeeds, visit} from "../browser.js";
import {servedSample} from "./sample-report.js";

const paths = sitePages.flatMap(({slug}) => [`${slug}.html`, `zh/${slug}.html`]);
const {browser, report, site} = await servedSample();

/** How a page is looked at: in the dark by the rule of contrast, since no other looks at colours. */
const looks = [
  {width: 1440, scheme: "light", look: {}},
  {width: 375, scheme: "light", look: {seenDrawingsAlone: true}},
  {width: 768, scheme: "dark", look: {rule: "color-contrast", seenDrawingsAlone: true}},
] as const;

const weights = new Map<string, number>();

/** The bytes that a file of the site takes on its way. */
function weightOf(path: string): number {
  const known = weights.get(path) ?? gzipSync(readFileSync(join(report.out, path))).length;
  weights.set(path, known);
  return known;
}

describe.each(paths)("the page %s of the sample report", (path) => {
  let page: Page;
  let misdeeds: Misdeeds;
  const asked = new Set<string>();
  beforeAll(async () => {
    const context = await browser.newContext();
    context.on("request", (request) => asked.add(request.url()));
    await context.addInitScript(() => {
      const seen = {total: 0};
      Object.assign(window, {layoutShifts: seen});
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.total += (entry as unknown as {value: number}).value;
      }).observe({type: "layout-shift", buffered: true});
    });
    ({page, misdeeds} = await visit(context, site.url, path));
    await page.waitForLoadState("networkidle");
  });
  afterAll(async () => await page?.context().close());

  it("weighs little before it is touched (the overview 200 kB compressed, other pages 250) and doesn't shift", async () => {
    const files = [...asked].map((url) => new URL(url).pathname.replace("/a/b/", ""));
    expect(files.length).toBeGreaterThan(2);
    const bytes = files.reduce((sum, file) => sum + weightOf(file), 0);
    expect(bytes).toBeLessThanOrEqual(path.endsWith("index.html") ? 200_000 : 250_000);
    const shift = await page.evaluate(
      () => (window as unknown as {layoutShifts: {total: number}}).layoutShifts.total,
    );
    expect(shift).toBeLessThanOrEqual(0.05);
  });

  it("loads at the start exactly the scripts that its links say", async () => {
    const {loaded, linked} = await page.evaluate(() => ({
      loaded: performance
        .getEntriesByType("resource")
        .flatMap(({name}) => (/\/_\w+\/.+\.js$/.test(name) ? [name] : [])),
      linked: [...document.querySelectorAll<HTMLLinkElement>("link[rel=modulepreload]")].map(
        ({href}) => href,
      ),
    }));
    expect([...new Set(loaded)].sort()).toEqual(linked.sort());
  });

  it("has no accessibility violation and a clean console, wide and on a phone, light and dark", async () => {
    const wrong: string[] = [];
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    for (const {width, scheme, look} of looks) {
      await page.emulateMedia({colorScheme: scheme});
      await page.setViewportSize({width, height: 900});
      const found = await violations(page, look);
      wrong.push(...found.map((v) => `at ${width}, ${scheme}: ${v}`));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (overflow > 0) wrong.push(`at ${width}: ${overflow} px too wide`);
    }
    expect(wrong).toEqual([]);
    expect(misdeeds).toEqual({errors: [], foreign: [], failed: []});
  });

  it("says its language, and its switch leads to the same page in the other one", async () => {
    const [own, other] = path.startsWith("zh/") ? [/^zh/, /^en$/] : [/^en$/, /^zh/];
    const there = path.startsWith("zh/") ? path.slice(3) : `zh/${path}`;
    expect(await page.locator("html").getAttribute("lang")).toMatch(own);
    await page.setViewportSize({width: 1280, height: 720});
    await page.locator("a.language").click();
    await page.waitForURL(`${site.url}${there}`);
    expect(await page.locator("html").getAttribute("lang")).toMatch(other);
  });
});

describe("every page of the sample report", () => {
  it("stands whole without scripts: figures, charts, tables", async () => {
    const quiet = await browser.newContext({javaScriptEnabled: false});
    for (const path of paths) {
      const {page} = await visit(quiet, site.url, path);
      expect((await page.locator("h1").first().innerText()).length).toBeGreaterThan(10);
      // Some pages hold tables or words alone; a customer and a query's answer are drawn by scripts.
      if (!/(data|customer|workbench|glossary|computed)\.html$/.test(path)) {
        expect([path, await page.locator("figure svg:visible").count()]).not.toEqual([path, 0]);
      }
      await page.close();
    }
    await quiet.close();
  });
});

describe("the RFM page", () => {
  it("lists what a cell holds at a click, keeps it in the address, and goes back", async () => {
    const {page} = await visit(browser, site.url, "rfm.html");
    await page.locator('svg:visible a[href="#cell-555"]').first().click();
    await page.waitForURL("**/rfm.html?at=rfm:555");
    const panel = page.locator(".cell-panel:visible").first();
    await expect.poll(() => panel.innerText()).toContain("555");
    await expect.poll(() => panel.locator("tbody tr").count()).toBeGreaterThan(3);
    await page.goBack();
    await expect.poll(() => page.locator(".cell-panel:visible").count()).toBe(0);
    await page.close();
  });

  it("does the same from the keyboard, and from a pasted address", async () => {
    const {page} = await visit(browser, site.url, "rfm.html");
    await page.locator('svg:visible a[href="#cell-111"]').first().focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".cell-panel:visible").first().innerText()).toContain("111");
    await page.close();
    const pasted = await visit(browser, site.url, "zh/rfm.html#cell-555");
    await expect.poll(() => pasted.page.locator(".cell-panel:visible").first().innerText()).toContain("555");
    await pasted.page.close();
  });
});

describe("the folds of the page of computations", () => {
  it("are closed, and open around what a link leads to, without scripts too", async () => {
    const quiet = await browser.newContext({javaScriptEnabled: false});
    for (const from of [browser, quiet]) {
      const {page} = await visit(from, site.url, "computed.html#cube-abc");
      const open = page.locator("details.computation[open]");
      await expect.poll(() => open.locator("h3").allInnerTexts()).toEqual(["abc"]);
      const model = page.locator("#cube-abc dd a[href^='#model-']").first();
      await model.click();
      if (from === browser) await expect.poll(() => page.locator("details.model[open]").count()).toBe(1);
      await page.close();
    }
    await quiet.close();
  });
});

describe("the search", () => {
  it("finds 帕累托 on the Chinese pages and the whale curve on the English ones", async () => {
    for (const [path, query, target] of [
      ["zh/index.html", "帕累托", "zh/pareto.html"],
      ["index.html", "Pareto", "pareto.html"],
    ] as const) {
      const {page} = await visit(browser, site.url, path);
      await page.locator("#search-box").fill(query);
      const first = page.locator("#search-results a").first();
      await expect.poll(() => first.getAttribute("href")).toBeTruthy();
      await first.click();
      await page.waitForURL(`**/${target}*`);
      await page.close();
    }
  });
});
