import {readFileSync} from "node:fs";
import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {visit} from "../browser.js";
import {servedSample} from "./sample-report.js";

const {browser, site} = await servedSample("own");

const nothing = {errors: [], foreign: [], failed: []};
const list = (id: string): string => `[data-list="${id}"]`;

/** What is said above a list, and the customers in it. */
async function told(page: Page, id: string): Promise<{said: string; customers: string[]}> {
  return await page.evaluate((selector) => {
    const region = document.querySelector<HTMLElement>(selector)!;
    const above = region.previousElementSibling;
    return {
      said: above?.matches(".scope") ? (above.textContent ?? "") : "",
      customers: region.hidden
        ? []
        : [...region.querySelectorAll("tbody th")].map((cell) => cell.textContent ?? ""),
    };
  }, list(id));
}

const said = async (page: Page, id: string): Promise<string> => (await told(page, id)).said;
const choose = (page: Page, name: string, value: string) =>
  page.locator(`form.filters select[name=${name}]`).selectOption(value);

describe("the RFM lists and their rules", () => {
  it("count those who match a choice, in the file too, and everyone without one", async () => {
    const {page, misdeeds} = await visit(browser, site.url, "rfm.html");
    const table = page.locator("[data-live-table=rfm-lists]");
    const customers = async (): Promise<number[]> =>
      (await table.locator("tbody td:nth-child(3)").allTextContents()).map(Number);
    const everyone = await customers();
    await choose(page, "region", "Europe");
    await expect.poll(async () => (await customers())[0]).toBeLessThan(everyone[0]!);
    const inEurope = await customers();
    for (const [i, id] of ["key", "breakthrough", "poor"].entries()) {
      const n = inEurope[i]!;
      const text = await said(page, `list-of-${id}`);
      if (n > 8) expect(text).toBe(`Filtered: ${n} customers match, the first 8 shown.`);
    }
    expect(await table.evaluate((e) => e.previousElementSibling?.matches(".scope") ?? false)).toBe(false);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      table.locator("button[data-take=csv]").click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/_region-Europe\.csv$/);
    const taken = readFileSync(await file.path(), "utf8")
      .trimEnd()
      .split("\r\n")
      .slice(1);
    expect(taken.map((row) => Number(/,(\d+),[\d.]+,[\d.]+,[\d-]+,/.exec(row)?.[1]))).toEqual(inEurope);
    expect(taken.every((row) => row.endsWith(",Europe (region)"))).toBe(true);
    await page.goBack();
    await expect.poll(customers).toEqual(everyone);
    expect(misdeeds).toEqual(nothing);
    await page.close();
  });
});

describe("a list of customers by name", () => {
  it("shows those who match a choice, by back, forward, a pasted address and the other language too", async () => {
    const {page, misdeeds} = await visit(browser, site.url, "relationship.html");
    const everyone = await told(page, "reliance-person");
    expect(everyone.said).toBe("");
    expect(everyone.customers).toHaveLength(20);
    await choose(page, "region", "Europe");
    await expect
      .poll(() => said(page, "reliance-person"))
      .toMatch(/^Filtered: \d+ customers match, the first 20 shown\.$/);
    const inEurope = await told(page, "reliance-person");
    expect(inEurope.customers).not.toEqual(everyone.customers);
    const known = everyone.customers.filter((id) => inEurope.customers.includes(id));
    expect(inEurope.customers.slice(0, known.length)).toEqual(known);
    await choose(page, "class", "C");
    await expect.poll(() => said(page, "reliance-person")).toMatch(/^Filtered: \d customers? match(es)?\.$/);
    const few = await told(page, "reliance-person");
    expect(few.customers.length).toBeLessThan(10);
    expect(await page.locator(`${list("reliance-person")} caption`).innerText()).toBe(
      "The largest person-dependent accounts",
    );
    await page.goBack();
    await expect.poll(() => told(page, "reliance-person")).toEqual(inEurope);
    await page.goForward();
    await expect.poll(() => told(page, "reliance-person")).toEqual(few);
    const pasted = await visit(browser, site.url, `relationship.html${new URL(page.url()).search}`);
    await expect.poll(() => told(pasted.page, "reliance-person")).toEqual(few);
    await pasted.page.close();
    await page.locator("a.language").click();
    await expect.poll(() => said(page, "reliance-person")).toMatch(/^已筛选：\d位客户符合。$/);
    expect((await told(page, "reliance-person")).customers).toEqual(few.customers);
    await page.locator("form.filters button[type=reset]").click();
    await expect.poll(() => told(page, "reliance-person")).toEqual(everyone);
    expect(await page.locator(`${list("reliance-person")} caption`).innerText()).toContain("20位");
    expect(misdeeds).toEqual(nothing);
    await page.close();
  });

  it("says so where nobody matches, and tells of a date that it is of the newest alone", async () => {
    const {page, misdeeds} = await visit(browser, site.url, "coverage.html?class=C");
    await expect
      .poll(() => told(page, "visit-under"))
      .toEqual({said: "No customers here match.", customers: []});
    await expect.poll(() => said(page, "visit-over")).toMatch(/^Filtered: \d+ customers match/);
    await page.locator(`details:has(> ${list("visit-under")}) > summary`).click();
    expect(await page.locator(list("visit-under")).isVisible()).toBe(false);
    await choose(page, "as_of", "2025-03-31");
    await expect
      .poll(() => said(page, "visit-over"))
      .toMatch(/^Filtered: .* Lists by name are of the newest date alone, 31 December 2025\.$/);
    const over = await told(page, "visit-over");
    await choose(page, "class", "");
    await expect
      .poll(() => told(page, "visit-over"))
      .toEqual({customers: over.customers, said: "Not filtered: all customers at the newest date."});
    expect((await told(page, "visit-under")).customers).toHaveLength(20);
    expect(misdeeds).toEqual(nothing);
    await page.close();
  });

  it("folds what goes on as before, and puts what is said of everyone aside", async () => {
    const {page, misdeeds} = await visit(browser, site.url, "warnings.html");
    const rest = page.locator(".more[data-list-rest]");
    const fold = page.locator(`details:has(> ${list("alert-list-more")})`);
    const summary = () => fold.locator("summary").textContent();
    expect([await rest.isVisible(), await summary()]).toEqual([true, "35 more"]);
    await choose(page, "region", "Europe");
    await expect.poll(() => said(page, "alert-list")).toMatch(/^Filtered: \d+ customers match/);
    const all = Number(/\d+/.exec(await said(page, "alert-list"))![0]);
    expect(all).toBeGreaterThan(15);
    expect(await summary()).toBe(`${Math.min(all, 50) - 15} more`);
    const signs = await told(page, "alert-list-more");
    expect(signs.customers).toHaveLength(Math.min(all, 50) - 15);
    expect(await rest.isVisible()).toBe(false);
    await choose(page, "class", "C");
    await expect.poll(() => fold.isVisible()).toBe(false);
    await page.locator("form.filters button[type=reset]").click();
    await expect.poll(summary).toBe("35 more");
    expect([await rest.isVisible(), await fold.isVisible()]).toEqual([true, true]);
    expect(misdeeds).toEqual(nothing);
    await page.close();
  });

  it("follows the parts of a chart, and gives the rows that it shows as a file that says of whom", async () => {
    const {page, misdeeds} = await visit(browser, site.url, "rfm.html?brush=rfm:555");
    await expect
      .poll(() => said(page, "list-of-key"))
      .toMatch(/^Filtered: \d+ customers match, the first 8 shown\.$/);
    expect(await said(page, "list-of-poor")).toBe("No customers here match.");
    await page.goto(`${site.url}relationship.html?region=Europe&as_of=2025-03-31`);
    await expect.poll(() => said(page, "mismatches")).toMatch(/^Filtered: \d+ customers? match/);
    const shown = await told(page, "mismatches");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(`${list("mismatches")} button[data-take=csv]`).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/two-stages-disagree_2025-12-31_region-Europe\.csv$/i);
    const [, ...lines] = readFileSync(await download.path(), "utf8")
      .trim()
      .split("\r\n");
    expect(lines.map((line) => line.split(",")[0])).toEqual(shown.customers);
    for (const line of lines) expect(line).toMatch(/,2025-12-31,Europe \(region\)$/);
    expect(misdeeds).toEqual(nothing);
    await page.close();
  });

  it("says that it shows everyone where its rows can't be had, and asks again with the next choice", async () => {
    const page = await browser.newPage();
    let refused = true;
    await page.route(/files\/lists\//, (route) => (refused ? route.abort() : route.continue()));
    await page.goto(`${site.url}wallet.html?region=Europe`);
    await expect
      .poll(() => said(page, "wallet-accounts"))
      .toBe("Not filtered: all customers at the newest date.");
    expect((await told(page, "wallet-accounts")).customers).toHaveLength(20);
    refused = false;
    await choose(page, "class", "A");
    await expect.poll(() => said(page, "wallet-accounts")).toMatch(/^Filtered: \d+ customers match/);
    await page.close();
  });
});
