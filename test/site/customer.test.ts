import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import type {CustomerRecord} from "../../src/components/customer/record.js";
import {violations} from "../axe.js";
import {visit} from "../browser.js";
import {sampleReport, servedSample} from "./sample-report.js";

const {browser, report, site} = await servedSample();
const executives = await sampleReport("executives");
const records = JSON.parse(
  readFileSync(join(report.out, "files/customers/0.json"), "utf8"),
) as CustomerRecord[];
const bought = records.filter((r) => r.now.orders > 0 && r.complaints !== null && r.contacts !== null);
const chinese = bought.find((r) => /^\p{Script=Han}+$/u.test(r.name ?? ""))!;
const english = bought.find((r) => /^[A-Z][a-z]+ [A-Z][a-z]+/.test(r.name ?? ""))!;

const heading = (page: Page): Promise<string> => page.locator("h1").innerText();
const parts = (page: Page): Promise<number> => page.locator(".customer-body section h2").count();

/** Types into the search box and takes what it offers, by the keyboard alone. */
async function search(page: Page, text: string, wanted: CustomerRecord): Promise<void> {
  await page.locator("#customer-query").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
  const options = page.locator("#customer-options [role=option]");
  await expect.poll(() => options.allInnerTexts()).toContainEqual(expect.stringContaining(wanted.id));
  const at = (await options.allInnerTexts()).findIndex((option) => option.includes(wanted.id));
  for (let i = 0; i <= at; i++) await page.keyboard.press("ArrowDown");
  const active = await page.locator("#customer-query").getAttribute("aria-activedescendant");
  expect(await page.locator(`#${active}`).getAttribute("aria-selected")).toBe("true");
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/customer.html?id=${wanted.id}`);
  await expect.poll(() => heading(page)).toContain(wanted.name!);
}

describe("the customers' page", () => {
  it("finds by a part of a Chinese name, of an English one, and by id, with the keyboard; back and forward lead along", async () => {
    const {page, misdeeds} = await visit(browser, site.url, "customer.html");
    const first = await heading(page);
    await search(page, [...chinese.name!].slice(1, 5).join(""), chinese);
    expect(await parts(page)).toBe(9);
    await search(page, english.name!.split(" ")[1]!.toLowerCase(), english);
    await search(page, chinese.id.toLowerCase(), chinese);
    await page.goBack();
    await expect.poll(() => heading(page)).toContain(english.name!);
    await page.goBack();
    await page.goBack();
    await expect.poll(() => heading(page)).toBe(first);
    expect(await page.locator(".customer-start").isVisible()).toBe(true);
    await page.goForward();
    await expect.poll(() => heading(page)).toContain(chinese.name!);
    expect(await page.title()).toContain(chinese.name!);
    expect(misdeeds).toEqual({errors: [], foreign: [], failed: []});
    await page.close();
  });

  it("shows a pasted link's customer in either language, passes WCAG, and keeps the customer through the language switch", async () => {
    const {page, misdeeds} = await visit(browser, site.url, `customer.html?id=${english.id}`);
    await expect.poll(() => parts(page)).toBe(9);
    for (const [scheme, width] of [
      ["light", 1440],
      ["dark", 375],
    ] as const) {
      await page.emulateMedia({colorScheme: scheme});
      await page.setViewportSize({width, height: 900});
      await page.locator("#customer-query").fill("C0000");
      await page.locator("#customer-options [role=option]").first().waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
      await page.keyboard.press("Escape");
      expect(await page.locator("#customer-options").isVisible()).toBe(false);
    }
    await page.setViewportSize({width: 1440, height: 900});
    await page.locator("a.language").click();
    await page.waitForURL(`**/zh/customer.html?id=${english.id}`);
    await expect.poll(() => heading(page)).toMatch(/窗口/);
    await expect.poll(() => page.locator(".customer-body").innerText()).toContain("建议的行动");
    expect(misdeeds).toEqual({errors: [], foreign: [], failed: []});
    await page.close();
  });

  it("is led to from the masthead's search, in either language, by the keyboard, with what was typed there", async () => {
    for (const [folder, entry, customer] of [
      ["", "Search customers for “{q}”", english],
      ["zh/", "在客户中搜索“{q}”", chinese],
    ] as const) {
      const query = folder ? [...customer.name!].slice(1, 5).join("") : customer.name!.split(" ")[1]!;
      const {page, misdeeds} = await visit(browser, site.url, `${folder}pareto.html`);
      await page.locator("#search-box").fill("rfm");
      await expect.poll(() => page.locator("#search-results ol a").count()).toBeGreaterThan(0);
      expect(await page.locator("#search-results a").last().innerText()).toBe(entry.replace("{q}", "rfm"));
      await page.locator("#search-box").fill(query);
      const last = page.locator("#search-results a").last();
      await expect.poll(() => last.innerText()).toBe(entry.replace("{q}", query));
      const named = page.locator("#search-results .of-customers a");
      await expect.poll(() => named.allInnerTexts()).toContainEqual(expect.stringContaining(customer.id));
      expect(await named.first().getAttribute("href")).toMatch(/customer\.html\?id=/);
      const entries = await page.locator("#search-results a").count();
      await page.locator("#search-box").focus();
      for (let i = 0; i < entries; i++) await page.keyboard.press("Tab");
      expect(await last.evaluate((a) => a === document.activeElement)).toBe(true);
      await page.keyboard.press("Enter");
      await page.waitForURL(`**/${folder}customer.html?q=*`);
      const options = page.locator("#customer-options [role=option]");
      await expect.poll(() => options.allInnerTexts()).toContainEqual(expect.stringContaining(customer.id));
      expect(await page.locator("#customer-query").inputValue()).toBe(query);
      expect(await page.locator("a.language").getAttribute("href")).toContain(
        new URLSearchParams({q: query}).toString(),
      );
      await page.keyboard.press("Enter");
      await page.waitForURL("**/customer.html?id=*");
      await page.goBack();
      await expect.poll(() => options.count()).toBeGreaterThan(0);
      expect(misdeeds).toEqual({errors: [], foreign: [], failed: []});
      await page.close();
    }
  });

  it("says so where there is no such customer, and where a name finds nobody", async () => {
    const {page} = await visit(browser, site.url, "customer.html?id=%3Cb%3Enobody");
    await expect.poll(() => page.locator(".customer-body").innerText()).toContain("<b>nobody");
    await page.locator("#customer-query").fill("qqqq");
    await expect
      .poll(() => page.locator(".customer-status").innerText())
      .toBe("No customer of that name or id");
    await page.close();
  });

  it("is where lists by name lead to", async () => {
    const {page} = await visit(browser, site.url, "movement.html");
    const link = page.locator('a[href*="customer.html?id="]').first();
    const id = await link.innerText();
    await link.evaluate((a) => (a as HTMLAnchorElement).click());
    await page.waitForURL(`**/customer.html?id=${id}`);
    await expect.poll(() => page.locator(".kicker").innerText()).toContain(id);
    await page.close();
  });

  it("reads one small file for a customer", () => {
    const folder = join(report.out, "files/customers");
    for (const name of readdirSync(folder).filter((file) => /^\d+\.json$/.test(file)))
      expect(gzipSync(readFileSync(join(folder, name))).length).toBeLessThan(160_000);
  });

  it("is not there for executives: no files, no link, no word found by the search", () => {
    expect(existsSync(join(executives.out, "files/customers"))).toBe(false);
    for (const page of ["index.html", "movement.html", "zh/index.html"])
      expect(readFileSync(join(executives.out, page), "utf8")).not.toContain("customer.html");
    const page = readFileSync(join(executives.out, "customer.html"), "utf8");
    expect(page).toContain("Not published for this audience.");
    expect(page).not.toMatch(/id="customer-query"|<form class="customer-search"|\bC0\d{5}\b/);
    expect(page).not.toContain("data-customers");
    const data = join(executives.out, "_file/data");
    const search = readdirSync(data).find((name) => /^search\.\w+\.json$/.test(name))!;
    expect(readFileSync(join(data, search), "utf8")).not.toContain('"path":"customer"');
  });
});
