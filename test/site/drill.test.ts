import type {BrowserContextOptions} from "playwright-core";
import {describe, expect, it} from "vitest";
import {violations} from "../axe.js";
import {reach} from "../browser.js";
import {counts, idsOf, mark, nothing, now, openPage, panelOf, query, rows} from "./drill-panel.js";
import {servedSample} from "./sample-report.js";

const {browser, report, site} = await servedSample();

const open = (path: string, options: BrowserContextOptions = {}, at = site.url) =>
  openPage(browser, at, path, options);

describe("a mark of a class chart", () => {
  it("opens the customers behind it at a click, keeps that in the address, and back closes it", async () => {
    const {page, misdeeds} = await open("wallet.html");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await mark(page, "wallet:strategic").click();
    await expect.poll(() => rows(page).count()).toBe(20);
    const wanted = await query<{customer_id: string; all: string}>(
      report,
      `SELECT customer_id, count(*) OVER () AS all FROM scores WHERE ${now} AND wallet_stage = 'strategic'
       ORDER BY revenue DESC, customer_id LIMIT 20`,
    );
    expect(await idsOf(page)).toEqual(wanted.map((row) => row.customer_id));
    const all = Number(wanted[0]!.all);
    expect(await counts(page)).toMatchObject({Accounts: String(all)});
    expect(await panelOf(page).locator(".more").textContent()).toBe(`${all - 20} more`);
    expect(await panelOf(page).locator("h3").textContent()).toBe("Wallet stage: strategic");
    expect(page.url()).toMatch(/wallet\.html\?at=wallet:strategic$/);
    // The list, and what it says of the largest customers.
    expect(asked.flatMap((url) => /files\/members\/([\w-]+)/.exec(url)?.[1] ?? [])).toEqual([
      "wallet-strategic",
      "people-0",
    ]);
    await page.goBack();
    await expect.poll(() => panelOf(page).count()).toBe(0);
    await page.goForward();
    await expect.poll(() => rows(page).count()).toBe(20);
    await panelOf(page).locator("tbody a").first().click();
    await page.waitForURL(`**/customer.html?id=${wanted[0]!.customer_id}`);
    expect(misdeeds).toEqual(nothing);
    await page.context().close();
  });

  it("says the same as the mark's own words, whatever the class", async () => {
    for (const [path, pattern] of [
      ["wallet.html", /, Accounts: ([\d,]+)$/],
      ["rfm.html", /: ([\d,]+) customers?,/],
      ["relationship.html", /: ([\d,]+) accounts/],
      ["pareto.html", /^Revenue: ([\d,]+) customers/],
      ["pyramid.html", /^\w+, Share of customers: [\d.]+% · ([\d,]+)$/],
    ] as const) {
      const {page} = await open(path);
      const titles = await page
        .locator(".drawing.wide [data-mark]")
        .evaluateAll((marks) =>
          marks.map(
            (m) => [m.getAttribute("data-mark")!, m.querySelector("title")?.textContent ?? ""] as const,
          ),
        );
      const told = new Map(
        titles.flatMap(([of, title]) =>
          pattern.test(title) ? [[of, pattern.exec(title)![1]!] as const] : [],
        ),
      );
      expect([path, told.size >= 4]).toEqual([path, true]);
      const every = Math.ceil(told.size / 6);
      for (const [of, customers] of [...told].filter((_, i) => i % every === 0)) {
        const other = await open(`${path}?at=${of}`);
        const said = await counts(other.page);
        expect([of, said.Customers ?? said.Accounts]).toEqual([of, customers]);
        await other.page.context().close();
      }
      await page.context().close();
    }
  });

  it("opens by the keyboard, and Escape and the button lead back to the chart", async () => {
    const {page, misdeeds} = await open("pyramid.html");
    const drawing = page.locator("#figure-pyramid-metal .drawing:visible");
    for (const how of ["Escape", "button"]) {
      await reach(drawing);
      await page.keyboard.press("Home");
      await page.keyboard.press("Enter");
      await expect.poll(() => rows(page).count()).toBeGreaterThan(3);
      expect(new URL(page.url()).searchParams.get("at")).toBe("metal:diamond");
      if (how === "Escape") await page.keyboard.press("Escape");
      else {
        await panelOf(page).getByRole("button", {name: "Close"}).focus();
        await page.keyboard.press("Enter");
      }
      await expect.poll(() => panelOf(page).count()).toBe(0);
      expect(new URL(page.url()).search).toBe("");
      expect(await drawing.evaluate((e) => e === document.activeElement)).toBe(true);
    }
    expect(misdeeds).toEqual(nothing);
    await page.context().close();
  });

  it("opens at a touch", async () => {
    const {page} = await open("zh/rfm.html", {
      viewport: {width: 375, height: 812},
      hasTouch: true,
      isMobile: true,
    });
    await mark(page, "segment:champions").tap();
    await expect.poll(() => rows(page).count()).toBeGreaterThan(3);
    expect(await panelOf(page).locator("h3").textContent()).toBe("细分：冠军客户");
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    await page.context().close();
  });

  it("leads to its row without scripts, and on the overview opens in place with the way to all cells", async () => {
    const quiet = await open("rfm.html", {javaScriptEnabled: false});
    await quiet.page.locator('.drawing:visible a[href="#cell-555"]').first().click();
    expect(quiet.page.url()).toMatch(/#cell-555$/);
    expect(await quiet.page.locator("#cell-555").count()).toBe(1);
    const {page} = await open("index.html?class=A");
    await page.waitForTimeout(400);
    await mark(page, "rfm:555").click();
    await expect.poll(() => rows(page).count()).toBeGreaterThan(3);
    expect(page.url()).toMatch(/index\.html\?class=A&at=rfm:555$/);
    expect(await panelOf(page).locator(".in-force").textContent()).toContain("Class A");
    await panelOf(page).getByRole("link", {name: "All cells on the RFM page"}).click();
    await page.waitForURL("**/rfm.html?class=A#cells");
    const linked = await open("rfm.html#cell-555");
    await expect.poll(() => rows(linked.page).count()).toBeGreaterThan(3);
    await Promise.all([quiet.page, page, linked.page].map((one) => one.context().close()));
  });

  it("stands on a phone directly below its figure, with the mark and the head in the window", async () => {
    const {page} = await open("index.html", {viewport: {width: 375, height: 812}, hasTouch: true});
    await page.waitForTimeout(400);
    for (const of of ["wallet:stable", "grid:43"]) {
      // A square's disc lies over it.
      const one = page.locator(`.drawing:visible [data-mark="${of}"]`).last();
      await one.scrollIntoViewIfNeeded();
      await one.tap();
      await expect.poll(() => rows(page).count()).toBeGreaterThan(1);
      const places = await one.evaluate((element) => {
        const figure = element.closest("figure")!.getBoundingClientRect();
        const panel = document.querySelector(".drill")!.getBoundingClientRect();
        const title = document.querySelector(".drill h3")!.getBoundingClientRect();
        return {
          below: panel.top - figure.bottom,
          mark: element.getBoundingClientRect().top,
          title: title.bottom,
        };
      });
      expect(places.below).toBeGreaterThanOrEqual(0);
      expect(places.below).toBeLessThan(40);
      expect(places.title).toBeLessThan(812);
      expect(places.title).toBeGreaterThan(0);
      expect([of, places.mark > 0]).toEqual([of, true]);
    }
    await page.context().close();
  });

  it("passes as accessible while it is open", async () => {
    for (const [path, scheme, width] of [
      ["relationship.html?at=grid:54", "light", 1440],
      ["zh/wallet.html?at=wallet:stable", "dark", 375],
    ] as const) {
      const {page} = await open(path, {colorScheme: scheme, viewport: {width, height: 900}});
      await expect.poll(() => rows(page).count()).toBeGreaterThan(2);
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    }
  });
});
