import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import type {BrowserContextOptions} from "playwright-core";
import {afterAll, describe, expect, it} from "vitest";
import {exportPage} from "../../loaders/export/export.js";
import {serve} from "../browser.js";
import {counts, idsOf, mark, nothing, now, openPage, panelOf, query, rows} from "./drill-panel.js";
import {sampleReport, servedSample} from "./sample-report.js";

const folder = mkdtempSync(join(tmpdir(), "guanxi-drill-"));
const {browser, report, site} = await servedSample();
const executives = await sampleReport("executives");

afterAll(() => rmSync(folder, {recursive: true, force: true}));

const open = (path: string, options: BrowserContextOptions = {}, at = site.url) =>
  openPage(browser, at, path, options);

describe("the panel of a mark", () => {
  it("follows the filter, alone and from a pasted link", async () => {
    const {page, misdeeds} = await open("pareto.html?region=East+China");
    await expect.poll(() => page.locator(".filter-state").textContent()).toContain("East China");
    await page.waitForTimeout(400);
    await mark(page, "abc:B").click();
    const wanted = async (condition: string): Promise<{ids: string[]; all: number}> => {
      const found = await query<{customer_id: string}>(
        report,
        `SELECT customer_id FROM scores JOIN accounts USING (customer_id)
         WHERE ${now} AND abc_customers_profit = 'B' AND ${condition} ORDER BY revenue DESC, customer_id`,
      );
      return {ids: found.slice(0, 20).map((row) => row.customer_id), all: found.length};
    };
    const east = await wanted("region = 'East China'");
    expect(east.all).toBeGreaterThan(5);
    await expect.poll(() => idsOf(page)).toEqual(east.ids);
    expect((await counts(page)).Customers).toBe(String(east.all));
    expect(await panelOf(page).locator(".in-force").textContent()).toBe("Chosen: East China (region)");
    const pasted = await open(new URL(page.url()).search.replace(/^/, "pareto.html"));
    await expect.poll(() => idsOf(pasted.page)).toEqual(east.ids);
    await page.locator("select[name=region]").selectOption("");
    const all = await wanted("true");
    await expect.poll(() => idsOf(page)).toEqual(all.ids);
    expect(new URL(page.url()).searchParams.get("at")).toBe("abc:B");
    await page.goBack();
    await expect.poll(() => idsOf(page)).toEqual(east.ids);
    for (const one of [{page, misdeeds}, pasted]) {
      expect(one.misdeeds).toEqual(nothing);
      await one.page.context().close();
    }
  });

  it("tells counts alone at a past date, and under parts chosen in another chart, and why", async () => {
    const past = await open("pyramid.html?as_of=2025-06-30&at=metal:gold");
    expect(Number((await counts(past.page)).Customers)).toBeGreaterThan(5);
    expect(await panelOf(past.page).locator(".note").textContent()).toContain("newest date only");
    const chosen = await open("index.html?brush=rfm:555&at=wallet:strategic");
    expect(Number((await counts(chosen.page)).Accounts)).toBeGreaterThan(0);
    expect(await panelOf(chosen.page).locator(".note").textContent()).toContain("another chart");
    for (const {page} of [past, chosen]) {
      expect(await rows(page).count()).toBe(0);
      await page.context().close();
    }
  });

  it("shows everyone at a past date in a figure that is of the newest alone, and asks for nothing else", async () => {
    const {page, misdeeds} = await open("rfm.html");
    const move = page.locator(".drawing:visible [data-mark^='movement-segments:']").first();
    const text = (await move.getAttribute("data-mark"))!;
    await mark(page, text).click();
    const everyone = await counts(page);
    await page.locator("select[name=as_of]").selectOption("2024-12-31");
    await page.locator("#figure-movement-rfm-segment-frozen > .scope").waitFor();
    await expect.poll(() => panelOf(page).locator(".in-force").textContent()).toContain("All customers");
    expect(await counts(page)).toEqual(everyone);
    const pasted = await open(`rfm.html${new URL(page.url()).search}`);
    expect(await counts(pasted.page)).toEqual(everyone);
    for (const one of [{page, misdeeds}, pasted]) {
      expect(one.misdeeds).toEqual(nothing);
      await one.page.context().close();
    }
  });

  it("is named by what the chart shows beside it, whichever way the choice was made", async () => {
    const {page} = await open("pareto.html");
    const first = (await page.locator("select[name=as_of] option").last().getAttribute("value"))!;
    const text = `abc-over-time:A@${first}`;
    await mark(page, text).click();
    const told = async (of: typeof page) => [await panelOf(of).locator("h3").textContent(), await counts(of)];
    const [heading] = await told(page);
    await page.locator("select[name=as_of]").selectOption(first);
    // Of one date alone the date is no name of the part.
    await expect.poll(async () => (await told(page))[0]).not.toBe(heading);
    const pasted = await open(`pareto.html${new URL(page.url()).search}`);
    await expect.poll(() => told(pasted.page)).toEqual(await told(page));
    await page.context().close();
    await pasted.page.context().close();
  });

  it("has the other charts show its customers alone, and stays open", async () => {
    const {page, misdeeds} = await open("rfm.html?at=rfm:555");
    await expect.poll(() => rows(page).count()).toBeGreaterThan(3);
    const ids = await idsOf(page);
    await panelOf(page).getByRole("button", {name: "Show only these customers"}).click();
    await expect.poll(() => page.locator(".filter-state").textContent()).toContain("555");
    expect(new URL(page.url()).searchParams.get("brush")).toBe("rfm:555");
    await expect.poll(() => idsOf(page)).toEqual(ids);
    expect(await panelOf(page).getByRole("button", {name: "Show only"}).count()).toBe(0);
    expect(misdeeds).toEqual(nothing);
    await page.context().close();
  });

  it("is the same in a page as one file, without links to pages that are not there", async () => {
    const {html} = await exportPage(report.out, "wallet", "en");
    writeFileSync(join(folder, "wallet.html"), html);
    const {page, misdeeds} = await open("wallet.html", {}, `${pathToFileURL(folder).href}/`);
    await mark(page, "wallet:stable").click();
    await expect.poll(() => rows(page).count()).toBeGreaterThan(10);
    expect(await panelOf(page).locator("a").count()).toBe(0);
    expect(misdeeds).toEqual(nothing);
    await page.context().close();
    writeFileSync(
      join(folder, "less.html"),
      html.replaceAll(
        /<script type="application\/octet-stream" data-file="files\/members\/[^<]*<\/script>/g,
        "",
      ),
    );
    const less = await open("less.html", {}, `${pathToFileURL(folder).href}/`);
    await mark(less.page, "wallet:stable").click();
    await expect.poll(() => panelOf(less.page).locator(".note").textContent()).toContain("on the site");
    expect(less.misdeeds).toEqual(nothing);
    await less.page.context().close();
  });
});

describe("a mark for executives", () => {
  it("tells counts alone, asks for no names, and says what is suppressed", async () => {
    const served = await serve(executives.out);
    const asked: string[] = [];
    const {page, misdeeds} = await open("rfm.html", {}, served.url);
    page.on("request", (request) => asked.push(request.url()));
    const titles = await page
      .locator(".drawing.wide [data-mark^='rfm:'], .drawing.wide [data-mark^='segment:']")
      .evaluateAll((marks) =>
        marks.map(
          (m) => [m.getAttribute("data-mark")!, m.querySelector("title")?.textContent ?? ""] as const,
        ),
      );
    const hidden = titles.find(([of, title]) => of.startsWith("rfm:") && title.includes("uppressed"))!;
    const told = titles.find(([of, title]) => of.startsWith("rfm:") && /\d customers/.test(title))!;
    const segment = titles.find(([of, title]) => of.startsWith("segment:") && /\d customers/.test(title))!;
    await mark(page, hidden[0]).click();
    expect((await counts(page)).Customers).toMatch(/suppressed/i);
    for (const [of, title] of [told, segment]) {
      await mark(page, of).click();
      const customers = / ([\d,]+) customers/.exec(title)![1];
      await expect.poll(async () => (await counts(page)).Customers).toBe(customers);
    }
    await page.waitForTimeout(300);
    expect(await panelOf(page).locator("table").count()).toBe(0);
    expect(asked.filter((url) => url.includes("members"))).toEqual([]);
    expect(misdeeds).toEqual(nothing);
    await page.context().close();
    await served.close();
  });
});
