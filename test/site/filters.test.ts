import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {tableFromIPC} from "@uwdata/flechette";
import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {openDatabase, rowsOf} from "../../loaders/database.js";
import {serve, visit} from "../browser.js";
import {sampleReport, servedSample} from "./sample-report.js";

const {browser, report, site} = await servedSample("own");

/** The headline figures in the page, by name. */
async function figures(page: Page): Promise<Record<string, string>> {
  return await page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>(".figures .figure")].map((figure) => [
        figure.dataset.figure!,
        figure.querySelector(".value")!.textContent!,
      ]),
    ),
  );
}

async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(50);
  await page.waitForFunction(() => {
    const [drawn, rest] = ["filter", "filter-rest"].map((name) => performance.getEntriesByName(name).at(-1));
    return drawn && rest && rest.startTime >= drawn.startTime + drawn.duration;
  });
}

async function drawnCells(page: Page, scheme = "together"): Promise<number> {
  return await page.evaluate(
    (of) =>
      [
        ...document.querySelectorAll<SVGTextElement>(
          `[id^=figure-rfm-${of}-customers] .drawing.wide a + text`,
        ),
      ].reduce((sum, text) => sum + Number(text.textContent), 0),
    scheme,
  );
}

/** The figures that say that they show everyone. */
async function marked(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll("figure.exhibit")]
      .filter((figure) => figure.querySelector(":scope > .scope"))
      .map((figure) => figure.id),
  );
}

describe("the filter bar", () => {
  it("shows the chosen customers' own numbers, as the warehouse counts them", async () => {
    const {page, misdeeds} = await visit(browser, site.url, "index.html");
    await page.setViewportSize({width: 1440, height: 900});
    await page.locator("select[name=region]").selectOption("East China");
    await settled(page);
    const shown = await figures(page);
    const warehouse = join(report.store, "warehouse", readdirSync(join(report.store, "warehouse"))[0]!);
    const {connection, close} = await openDatabase(warehouse);
    const [counted] = await rowsOf<{active: string; customers: string; fresh: string}>(
      connection,
      `SELECT count(*) FILTER (scores.orders > 0) AS active, count(*) AS customers,
              count(*) FILTER (first_order_on > as_of - 365) AS fresh
       FROM scores JOIN accounts USING (customer_id)
       WHERE as_of = (SELECT max(as_of) FROM scores) AND is_customer AND region = 'East China'`,
    );
    close();
    expect(shown["active-customers"]).toBe(counted!.active);
    expect(shown["new-customers"]).toBe(counted!.fresh);
    expect(await drawnCells(page)).toBe(Number(counted!.customers));
    expect(page.url()).toContain("region=East+China");
    expect(misdeeds).toEqual({errors: [], foreign: [], failed: []});
    await page.close();
  });

  it("answers to the keyboard, goes back and forward, and shows the same from a pasted link", async () => {
    const {page} = await visit(browser, site.url, "rfm.html");
    await page.setViewportSize({width: 1440, height: 900});
    const all = await drawnCells(page);
    await page.locator("select[name=class]").focus();
    await page.keyboard.press("ArrowDown");
    await settled(page);
    const classA = await drawnCells(page);
    expect(classA).toBeGreaterThan(0);
    expect(classA).toBeLessThan(all);
    await page.goBack();
    await page.waitForTimeout(300);
    expect(await drawnCells(page)).toBe(all);
    await page.goForward();
    await page.waitForTimeout(300);
    expect(await drawnCells(page)).toBe(classA);
    const pasted = await visit(browser, site.url, page.url());
    await pasted.page.setViewportSize({width: 1440, height: 900});
    await settled(pasted.page);
    expect(await drawnCells(pasted.page)).toBe(classA);
    await Promise.all([page.close(), pasted.page.close()]);
  });

  it("goes along to the other language, takes another date, and lets go of everything at once", async () => {
    const {page} = await visit(browser, site.url, "pareto.html?class=B&as_of=2025-06-30&region=nowhere");
    await settled(page);
    const state = page.locator(".filter-state");
    expect(await state.textContent()).toBe("Chosen: Class B · 30 June 2025");
    await page.locator("a.language").click();
    await settled(page);
    expect(await state.textContent()).toBe("所选：B类 · 2025年6月30日");
    expect(new URL(page.url()).pathname).toBe("/a/b/zh/pareto.html");
    const subtitle = page.locator("#figure-whale-curve .chart-subtitle");
    expect(await subtitle.textContent()).toContain("2025年6月30日");
    await page.getByRole("button", {name: "清除"}).click();
    await page.waitForTimeout(300);
    expect(await subtitle.textContent()).toContain("2025年12月31日");
    expect(page.url()).not.toContain("as_of");
    await page.close();
  });

  it.each([
    ["pareto", []],
    ["rfm", []],
    ["pyramid", []],
    ["lifetime", ["figure-lifetime-sensitivity", "figure-holdout"]],
  ])(
    "is answered by every figure of the page %s, but for those that say that they show everyone",
    async (name, others) => {
      const {page, misdeeds} = await visit(browser, site.url, `${name}.html?class=B`);
      await settled(page);
      expect(await marked(page)).toEqual(others);
      expect(misdeeds).toEqual({errors: [], foreign: [], failed: []});
      await page.close();
    },
  );

  it("is answered by figures of the newest date at that date alone", async () => {
    const {page} = await visit(browser, site.url, "pyramid.html?class=B&as_of=2025-06-30");
    await settled(page);
    expect(await marked(page)).toEqual([
      "figure-moved-money",
      "figure-movement-metal-frozen",
      "figure-movement-metal-recomputed",
      "figure-pyramid-hsbc",
      "figure-pyramid-chase",
      "figure-pyramid-value-type",
    ]);
    await page.close();
  });

  it("fetches another scheme's cells when it is opened, and shows the chosen customers in them", async () => {
    const {page, misdeeds} = await visit(browser, site.url, "rfm.html?class=B");
    await page.setViewportSize({width: 1440, height: 900});
    const fetched: string[] = [];
    page.on("request", (request) => fetched.push(request.url().replace(/.*\/|\?.*/g, "")));
    await settled(page);
    const own = await drawnCells(page);
    expect(fetched.filter((file) => file.endsWith("-rfm-ntile.arrow"))).toEqual([]);
    await page.locator("#scheme-ntile > summary").click();
    await expect.poll(() => drawnCells(page, "ntile")).toBe(own);
    expect(fetched.filter((file) => file.endsWith("-rfm-ntile.arrow"))).toEqual([
      "2025-12-31-rfm-ntile.arrow",
    ]);
    expect(misdeeds).toEqual({errors: [], foreign: [], failed: []});
    await page.close();
  });

  it("says of what doesn't answer that it shows everyone", async () => {
    const {page} = await visit(browser, site.url, "pareto.html?class=A");
    await settled(page);
    const said = page.locator(".headline > .scope, .findings > .scope");
    expect(await said.count()).toBe(2);
    const bare = await page.evaluate(
      () =>
        [...document.querySelectorAll("#content > .scroll")].filter(
          (table) => !table.previousElementSibling?.matches(".scope, .scroll, .reference-points"),
        ).length,
    );
    expect(bare).toBe(0);
    expect(await page.locator("[data-figure=top20-share] .value").textContent()).toMatch(/%$/);
    await page.locator("form.filters button[type=reset]").click();
    await expect.poll(() => page.locator(".scope").count()).toBe(0);
    await page.close();
  });

  it("leads from the overview's cells to their rows as before, and lets go of what it put aside", async () => {
    const {page} = await visit(browser, site.url, "index.html");
    await page.setViewportSize({width: 1440, height: 900});
    const leads = () =>
      page.evaluate(() => [
        ...new Set(
          [...document.querySelectorAll("[id^=figure-rfm] .drawing.wide a")].map((a) =>
            a.getAttribute("href")!.replace(/#.*/, ""),
          ),
        ),
      ]);
    expect(await leads()).toEqual(["./rfm.html"]);
    await page.locator("select[name=class]").selectOption("A");
    await settled(page);
    expect(await leads()).toEqual(["./rfm.html"]);
    expect(await page.locator(".figure.put-aside").count()).toBe(0);
    await page.locator("form.filters button[type=reset]").click();
    await expect.poll(() => page.locator(".figure.put-aside").count()).toBe(0);
    await page.close();
  });

  it("does not move the page when it redraws", async () => {
    const {page} = await visit(browser, site.url, "index.html");
    const heights = () =>
      page.evaluate(() => [...document.querySelectorAll(".drawings")].map((e) => Math.round(e.clientHeight)));
    const before = await heights();
    await page.locator("select[name=stage]").selectOption("strategic");
    await settled(page);
    expect(await heights()).toEqual(before);
    await page.close();
  });
});

describe("the filter bar for executives", () => {
  it("sets one filter at a time, and draws no count of fewer than five", async () => {
    const executives = await sampleReport("executives");
    const served = await serve(executives.out);
    const {page, misdeeds} = await visit(browser, served.url, "index.html");
    await page.setViewportSize({width: 1440, height: 900});
    await page.locator("select[name=region]").selectOption("East China");
    await settled(page);
    await page.locator("select[name=class]").selectOption("A");
    await page.waitForTimeout(300);
    expect(await page.locator("select[name=region]").inputValue()).toBe("");
    expect(await page.locator(".filter-state").textContent()).toBe("Chosen: Class A");
    const counts = await page.evaluate(() =>
      [...document.querySelectorAll("[id^=figure-rfm] .drawing.wide a + text")]
        .map((text) => text.textContent)
        .filter((text) => text !== "")
        .map(Number),
    );
    expect(counts.length).toBeGreaterThan(0);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(5);
    expect(misdeeds).toEqual({errors: [], foreign: [], failed: []});
    await page.close();
    await served.close();
  });

  it("tells no count of fewer than five customers in any file", async () => {
    const {out} = await sampleReport("executives");
    const folder = join(out, "files", "filters");
    const files = readdirSync(folder);
    const small = files.flatMap((file) => {
      const table = tableFromIPC(readFileSync(join(folder, file)));
      const counts = table.names.filter((name) => /(^|_)customers$/.test(name));
      expect(counts, file).toContain("customers");
      return counts.flatMap((name) =>
        [...(table.getChild(name)!.toArray() as Iterable<number | null>)]
          .filter((count) => count !== null && count > 0 && count < 5)
          .map((count) => `${file}: ${name} ${count}`),
      );
    });
    expect(small).toEqual([]);
    expect(files.length).toBeGreaterThan(100);
  });
});
