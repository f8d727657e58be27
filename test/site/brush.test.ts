import {readdirSync} from "node:fs";
import {join} from "node:path";
import type {Locator, Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {openDatabase, rowsOf} from "../../loaders/database.js";
import {reach, serve, visit} from "../browser.js";
import {sampleReport, servedSample} from "./sample-report.js";

const {browser, report, site} = await servedSample();

/** One number from the warehouse of the report. */
async function counted(sql: string): Promise<number> {
  const {connection, close} = await openDatabase(
    join(report.store, "warehouse", readdirSync(join(report.store, "warehouse"))[0]!),
  );
  const [row] = await rowsOf<{n: string}>(connection, sql);
  close();
  return Number(row!.n);
}

const newest = "as_of = (SELECT max(as_of) FROM scores)";

async function drawn(page: Page): Promise<void> {
  await page.waitForTimeout(100);
  await page.waitForFunction(() => {
    const [seen, rest] = ["filter", "filter-rest"].map((name) => performance.getEntriesByName(name).at(-1));
    return seen && rest && rest.startTime >= seen.startTime + seen.duration;
  });
}

async function figureNumber(page: Page, name: string): Promise<number> {
  const text = await page.locator(`[data-figure=${name}] .value`).textContent();
  return Number(text?.replaceAll(",", ""));
}

async function wide(page: Page, path: string): Promise<void> {
  await page.setViewportSize({width: 1440, height: 1000});
  await page.goto(`${site.url}${path}`);
  await page.waitForFunction(() => document.documentElement.dataset.scripts === "");
}

/** Drags over a chart, after it has been pointed at. */
async function drag(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  await page.mouse.move(...from);
  await page.waitForTimeout(600);
  await page.mouse.down();
  await page.mouse.move(...to, {steps: 6});
  await page.mouse.up();
}

async function cornersOf(first: Locator, last: Locator): Promise<[[number, number], [number, number]]> {
  const [a, b] = [(await first.boundingBox())!, (await last.boundingBox())!];
  return [
    [a.x + 4, a.y + a.height - 4],
    [b.x + b.width - 4, b.y + 4],
  ];
}

describe("choosing parts of a chart", () => {
  it("shows the customers of the cells dragged over in the other charts, back and forward, and from a pasted link", async () => {
    const {page, misdeeds} = await visit(browser, site.url, "index.html");
    await wide(page, "index.html");
    const chart = page.locator("#figure-rfm-together-customers .drawing.wide");
    await chart.scrollIntoViewIfNeeded();
    const cell = (code: number) => chart.locator(`[data-mark="rfm:${code}"]`);
    await drag(page, ...(await cornersOf(cell(544), cell(555))));
    await drawn(page);
    expect(new URL(page.url()).searchParams.get("brush")).toBe("rfm:544-545.554-555");
    await expect
      .poll(() => page.locator(".filter-state").textContent())
      .toMatch(/^Chosen: RFM cells 544, 545, 554, 555\b/);
    const active = await counted(
      `SELECT count(*) AS n FROM scores JOIN rfm_primary USING (as_of, customer_id)
       WHERE ${newest} AND rfm_primary.r = 5 AND rfm_primary.f >= 4 AND rfm_primary.m >= 4 AND orders > 0`,
    );
    expect(await figureNumber(page, "active-customers")).toBe(active);
    expect(await chart.locator(".chosen").count()).toBe(4);
    await page.goBack();
    await expect.poll(() => chart.locator(".chosen").count()).toBe(0);
    expect(await figureNumber(page, "active-customers")).not.toBe(active);
    await page.goForward();
    await expect.poll(() => figureNumber(page, "active-customers")).toBe(active);
    const pasted = await visit(browser, site.url, page.url());
    await expect.poll(() => figureNumber(pasted.page, "active-customers")).toBe(active);
    expect(misdeeds).toEqual({errors: [], foreign: [], failed: []});
    await Promise.all([page.close(), pasted.page.close()]);
  });

  it("takes the place of whatever is chosen before, also in another chart", async () => {
    const {page} = await visit(browser, site.url, "index.html");
    await wide(page, "index.html?class=A");
    await drawn(page);
    const brush = () => new URL(page.url()).search;
    const dragOver = async (figure: string, first: string, last: string): Promise<void> => {
      const chart = page.locator(`${figure} .drawing.wide`);
      await chart.scrollIntoViewIfNeeded();
      const mark = (code: string) => chart.locator(`rect[data-mark="${code}"]`);
      await drag(page, ...(await cornersOf(mark(first), mark(last))));
    };
    await dragOver("#figure-rfm-together-customers", "rfm:544", "rfm:555");
    await expect.poll(brush).toBe("?brush=rfm:544-545.554-555");
    await dragOver("#figure-grid-small", "grid:44", "grid:55");
    await expect.poll(brush).toBe("?brush=grid:44-45.54-55");
    await page.close();
  });

  it("takes a range of the curve, and a choice in the bar lets go of it", async () => {
    const {page} = await visit(browser, site.url, "pareto.html");
    await wide(page, "pareto.html");
    const svg = page.locator("#figure-whale-curve .drawing.wide svg");
    await svg.scrollIntoViewIfNeeded();
    const box = (await svg.boundingBox())!;
    const at = (share: number): [number, number] => [box.x + 48 + share * (box.width - 64), box.y + 150];
    await drag(page, at(0.001), at(0.2));
    await drawn(page);
    expect(new URL(page.url()).searchParams.get("brush")).toBe("pareto:1-20");
    expect(await svg.locator(".brush-band").count()).toBe(1);
    const active = await counted(
      `SELECT count(*) FILTER (orders > 0 AND is_customer) AS n FROM (
         SELECT scores.orders, is_customer, row_number() OVER (ORDER BY activity.revenue DESC, customer_id) AS place, count(*) OVER () AS n
         FROM activity LEFT JOIN scores USING (as_of, customer_id)
         WHERE activity.as_of = (SELECT max(as_of) FROM scores))
       WHERE place <= ceil(0.2 * n)`,
    );
    await wide(page, `index.html${new URL(page.url()).search}`);
    await drawn(page);
    expect(await figureNumber(page, "active-customers")).toBe(active);
    await page.locator("select[name=class]").selectOption("B");
    await drawn(page);
    expect(new URL(page.url()).search).toBe("?class=B");
    expect(await page.locator(".brush-band").count()).toBe(0);
    await page.close();
  });

  it("answers to the keyboard: space chooses a square, an arrow with shift adds the next", async () => {
    const {page} = await visit(browser, site.url, "relationship.html");
    await wide(page, "relationship.html");
    const brush = () => new URL(page.url()).searchParams.get("brush");
    await reach(page.locator("#figure-grid .drawing.wide"));
    await page.waitForTimeout(600);
    await page.keyboard.press("Space");
    await expect.poll(brush).toMatch(/^grid:\d\d$/);
    const first = brush();
    await page.keyboard.press("Shift+ArrowRight");
    await expect.poll(brush).toMatch(/^grid:\d\d[.-]\d\d$/);
    await page.keyboard.press("Space");
    await expect.poll(brush).toBe(first);
    await page.locator("#figure-grid .brush-bar .clear").click();
    await expect.poll(brush).toBe(null);
    await page.close();
  });

  it("answers to touch once its button is pressed: a tap chooses, another lets go, and opens nothing", async () => {
    const context = await browser.newContext({viewport: {width: 375, height: 812}, hasTouch: true});
    const page = await context.newPage();
    await page.goto(`${site.url}zh/relationship.html`);
    const brush = () => new URL(page.url()).searchParams.get("brush");
    const button = page.locator("#figure-grid .brush-bar [aria-pressed]");
    await button.tap();
    await expect.poll(() => button.getAttribute("aria-pressed")).toBe("true");
    const square = page.locator('#figure-grid .drawing.narrow circle[data-mark="grid:55"]');
    await square.tap();
    await expect.poll(brush).toBe("grid:55");
    const said = () => page.locator(".filter-state").textContent();
    await expect.poll(said).toMatch(/^所选：个人×公司关系 5 × 5；/);
    await square.tap();
    await expect.poll(brush).toBe(null);
    expect(await page.locator(".drill-panel:not([hidden])").count()).toBe(0);
    await context.close();
  });
});

describe("choosing parts of a chart for executives", () => {
  it("takes whole slices, and no answer tells a count of fewer than five", async () => {
    const executives = await sampleReport("executives");
    const served = await serve(executives.out);
    const {page, misdeeds} = await visit(browser, served.url, "index.html?brush=rfm:555");
    await page.setViewportSize({width: 1440, height: 1000});
    await drawn(page);
    const chart = page.locator("#figure-rfm-together-customers .drawing.wide");
    const codes = await chart
      .locator(".chosen")
      .evaluateAll((marks) => marks.map((mark) => (mark as SVGElement).dataset.mark));
    expect(codes.length).toBeGreaterThan(1);
    expect(codes.every((code) => code?.startsWith("rfm:5"))).toBe(true);
    // The address and the words say what is shown, and not what the link asked for.
    expect(new URL(page.url()).search).toBe("?brush=rfm:511-515.521-525.531-535.541-545.551-555");
    expect(await page.locator(".filter-state").textContent()).toMatch(/^Chosen: RFM cells R5\b/);
    expect(await page.locator("#figure-rfm-together-customers .brush-bar").textContent()).toContain(
      "whole slices of R are chosen",
    );
    const squares = await page
      .locator("#figure-grid-small .drawing.wide text[font-weight='600']")
      .allTextContents();
    const counts = squares.filter((text) => /^\d+$/.test(text)).map(Number);
    expect(counts.every((n) => n === 0 || n >= 5)).toBe(true);
    expect(misdeeds).toEqual({errors: [], foreign: [], failed: []});
    await page.close();
    await served.close();
  });
});
