import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {gzipSync} from "node:zlib";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {audiences as columns} from "../../loaders/audiences.js";
import {checkExport} from "../../loaders/export/check.js";
import {exportCommand} from "../../loaders/export/command.js";
import {exportPage} from "../../loaders/export/export.js";
import {fileSets} from "../../loaders/files/files.js";
import {openBrowser, serve, visit} from "../browser.js";
import {type SampleReport, sampleReport} from "./sample-report.js";

const folder = mkdtempSync(join(tmpdir(), "guanxi-exported-"));
const disk = `${pathToFileURL(folder).href}/`;
const nothing = {errors: [], foreign: [], failed: []};
let report: SampleReport;
let browser: Browser;

beforeAll(async () => {
  report = await sampleReport();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, {recursive: true, force: true});
});

const allowed = async () => ({audience: "analysts" as const, columns, fileSets});

const files = new Map<string, Promise<string>>();

/** A page as the command exports it into the folder, once for all tests; gives its name there. */
function exported(page: string, language: "en" | "zh" = "en"): Promise<string> {
  const name = `${page}-${language}.html`;
  const argv = [page, "--language", language, "--out", join(folder, name)];
  const file =
    files.get(name) ??
    exportCommand(argv, async () => ({site: report.out, ownPages: [], allowed})).then(() => name);
  files.set(name, file);
  return file;
}

/** What the page says, with the numbers of its drawings; the links that lead to pages apart. */
async function shown(page: Page): Promise<string[]> {
  return await page.evaluate(() => [
    ...[...document.querySelectorAll(".figures .value, .chart-subtitle, .filter-state")].map(
      (e) => e.textContent ?? "",
    ),
    ...[...document.querySelectorAll("figure .drawing.wide svg")].map((e) => e.textContent ?? ""),
  ]);
}

const answered = (page: Page) =>
  page
    .waitForFunction(() => performance.getEntriesByName("filter").length > 0)
    .then(() => page.waitForTimeout(300));

describe("an exported page", () => {
  it("opens from a disk, asks nothing of anyone, and its filters say what the site's say", async () => {
    const name = await exported("index");
    const site = await serve(report.out);
    const here = await visit(browser, disk, name);
    const there = await visit(browser, site.url, "index.html");
    const before = await shown(here.page);
    expect(before).toEqual(await shown(there.page));
    for (const {page} of [here, there]) {
      await page.setViewportSize({width: 1440, height: 900});
      await page.selectOption("select[name=region]", "East China");
      await answered(page);
      await page.selectOption("select[name=as_of]", "2024-06-30");
      await page.waitForTimeout(600);
    }
    const after = await shown(here.page);
    expect(after).not.toEqual(before);
    expect(after).toEqual(await shown(there.page));
    expect(here.page.url()).toBe(`${disk}${name}?region=East+China&as_of=2024-06-30`);
    const pasted = await visit(browser, disk, `${name}?region=East+China&as_of=2024-06-30`);
    await pasted.page.setViewportSize({width: 1440, height: 900});
    await answered(pasted.page);
    expect(await shown(pasted.page)).toEqual(after);
    await here.page.goBack();
    await here.page.goBack();
    await here.page.waitForTimeout(500);
    expect(await shown(here.page)).toEqual(before);
    expect(here.misdeeds).toEqual(nothing);
    expect(pasted.misdeeds).toEqual(nothing);
    await Promise.all([here, there, pasted].map(({page}) => page.close()));
    await site.close();
  });

  it("shows its charts where scripts don't run", async () => {
    const name = await exported("index");
    const quiet = await browser.newContext({javaScriptEnabled: false});
    const {page, misdeeds} = await visit(quiet, disk, name);
    expect(await page.locator("figure .drawing svg:visible").count()).toBeGreaterThanOrEqual(4);
    expect(await page.locator("form.filters").isVisible()).toBe(false);
    expect(misdeeds).toEqual(nothing);
    await quiet.close();
  });

  it("leads nowhere else, before and after a filter, and every link leads to a place in it", async () => {
    const {page} = await visit(browser, disk, await exported("index", "zh"));
    const led = () =>
      page.evaluate(() =>
        [...document.querySelectorAll("a[href], area[href], link[href]")]
          .map((a) => a.getAttribute("href")!)
          .filter((to) => to !== "data:,")
          .filter((to) => !to.startsWith("#") || !document.getElementById(decodeURIComponent(to.slice(1)))),
      );
    expect(await led()).toEqual([]);
    await page.selectOption("select[name=class]", "A");
    await answered(page);
    expect(await led()).toEqual([]);
    expect(await page.locator("nav, form.search, a.language").count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("zh-CN");
    expect(await page.textContent(".brand")).toBe("恒毅精密部件");
    await page.close();
  });

  it("keeps the choice of two dates, the plan of a budget, a customer's page and the cells of RFM alive", async () => {
    const movement = await visit(browser, disk, await exported("movement", "zh"));
    await movement.page.selectOption("select[name=model]", "metal");
    await expect.poll(() => movement.page.textContent("#figure-moves .chart-title")).toContain("金字塔");
    const budget = await visit(browser, disk, await exported("budget"));
    const planned = await budget.page.textContent(".budget-result");
    await budget.page.locator(".budget-tiers [name=cost]").first().fill("12345");
    await expect.poll(() => budget.page.textContent(".budget-result")).not.toBe(planned);
    const customer = await visit(browser, disk, await exported("customer"));
    await customer.page.fill(".customer-search input", "C0000");
    await customer.page.locator("#customer-options li").first().click();
    await expect.poll(() => customer.page.locator(".customer-body svg").count()).toBeGreaterThan(0);
    const rfm = await visit(browser, disk, await exported("rfm"));
    await rfm.page.locator("svg a:visible").first().click();
    await expect
      .poll(() => rfm.page.locator(".cell-panel table:visible tbody tr").count())
      .toBeGreaterThan(0);
    for (const {page, misdeeds} of [movement, budget, customer, rfm]) {
      expect(misdeeds).toEqual(nothing);
      await page.close();
    }
  });

  it("filters its lists of customers as the site does, without links to their pages", async () => {
    const {page, misdeeds} = await visit(browser, disk, await exported("warnings"));
    await page.selectOption("select[name=region]", "Europe");
    const list = page.locator("[data-list=alert-list]");
    await expect.poll(() => list.getAttribute("data-filtered")).toBe("Europe (region)");
    expect(await list.locator("tbody tr").count()).toBe(15);
    expect(await list.locator("a").count()).toBe(0);
    const html = readFileSync(join(folder, await exported("warnings")), "utf8");
    expect(html).toContain('data-file="files/lists/alert-list.json"');
    expect(html).not.toMatch(/data-file="(files\/lists\/pyramid-members|[^"]*\/actions\.)/);
    expect(misdeeds).toEqual(nothing);
    await page.close();
  });

  it("works in a frame that lets nothing be written into its address", async () => {
    const html = readFileSync(join(folder, await exported("index")), "utf8");
    const frame = `<iframe sandbox="allow-scripts" width="1200" height="900" srcdoc="${html.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"></iframe>`;
    writeFileSync(join(folder, "mail.html"), `<!DOCTYPE html><meta charset="utf-8">${frame}`);
    const {page, misdeeds} = await visit(browser, disk, "mail.html");
    const inside = page.frameLocator("iframe");
    const revenue = inside.locator("[data-figure=revenue] .value");
    const before = await revenue.textContent();
    await inside.locator("select[name=class]").selectOption("B");
    await expect.poll(() => revenue.textContent()).not.toBe(before);
    expect(misdeeds.errors).toEqual([]);
    await page.close();
  });

  it("saves a drawing as a picture", async () => {
    const {page, misdeeds} = await visit(browser, disk, await exported("pareto"));
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("button[data-take=svg]").first().click(),
    ]);
    expect(readFileSync(await file.path(), "utf8")).toContain("<svg");
    expect(misdeeds.errors).toEqual([]);
    await page.close();
  });

  it("is small, and the same bytes each time", async () => {
    const {html, dates} = await exportPage(report.out, "index", "en");
    expect(Buffer.byteLength(html)).toBeLessThan(1_300_000);
    expect(dates).toHaveLength(9);
    expect(readFileSync(join(folder, await exported("index")), "utf8")).toBe(html);
  });
});

describe("what an exported page may hold", () => {
  it("is for executives what the site holds for them, and not a name", async () => {
    const {out} = await sampleReport("executives");
    const scanned = {audience: "executives" as const, columns, fileSets, identifiers: ["C000012"]};
    for (const page of ["index", "pyramid", "movement"]) {
      const {html} = await exportPage(out, page, "en");
      await checkExport(page, html, scanned);
      await expect(checkExport(page, html.replace("</h1>", " C000012</h1>"), scanned)).rejects.toThrow(
        `export ${page}: ${page}.html: names the customer "C000012" (audience executives)`,
      );
    }
  });
  it("is held to the lists of columns, also where it is packed, and to no other host", async () => {
    const html = readFileSync(join(folder, await exported("index")), "utf8");
    const rules = await allowed();
    const packed = (rows: unknown) =>
      `<script type="application/octet-stream" data-file="files/customers/1.json">${gzipSync(JSON.stringify(rows)).toString("base64")}</script>\n</body>`;
    await expect(checkExport("index", html.replace("</body>", packed([{salary: 5}])), rules)).rejects.toThrow(
      'files/customers/1.json: column "salary"',
    );
    await expect(
      checkExport("index", html.replace("</body>", '<img src="https://example.com/x.png"></body>'), rules),
    ).rejects.toThrow("asks another host for https://example.com/x.png");
  });
});

describe("npm run export", () => {
  const never = async (): Promise<never> => {
    throw new Error("built");
  };
  it("names a page, a language or an option that there is not, before anything is built", async () => {
    await expect(exportCommand(["pareot"], never)).rejects.toThrow(
      "export pareot: there is no such page; did you mean pareto?",
    );
    await expect(exportCommand([], never)).rejects.toThrow("export: which page? There are index, ");
    await expect(exportCommand(["--language", "de", "rfm"], never)).rejects.toThrow(
      "--language de: must be en or zh",
    );
    await expect(exportCommand(["rfm", "--langage", "zh"], never)).rejects.toThrow(
      "did you mean --language?",
    );
  });
  it("offers and makes no page that the audience has not, before anything is built", async () => {
    const business = mkdtempSync(join(folder, "business-"));
    writeFileSync(join(business, "report.toml"), 'currency = "EUR"\n');
    const at = ["--data", business];
    await expect(exportCommand(["customer", ...at], never)).rejects.toThrow(
      "export customer: it names customers, and this report is for executives",
    );
    await expect(exportCommand(["workbench", ...at], never)).rejects.toThrow(
      "export workbench: it is for analysts, and this report for executives",
    );
    await expect(exportCommand(at, never)).rejects.toThrow(
      /^export: which page\? (?!.*(customer|workbench))/,
    );
    await expect(exportCommand(["workbench", ...at, "--audience", "account-team"], never)).rejects.toThrow(
      "and this report for account-team",
    );
    await expect(exportCommand(["customer", ...at, "--audience", "analysts"], never)).rejects.toThrow(
      "built",
    );
  });
  it("builds for the audience that was asked for, into a folder of its own", async () => {
    let asked: string[] = [];
    const build = async (argv: string[]) => {
      asked = argv;
      return {site: report.out, ownPages: [], allowed};
    };
    await exportCommand(["--audience", "analysts", "data", "--out", join(folder, "d.html")], build);
    expect(asked.slice(0, 3)).toEqual(["--audience", "analysts", "--out"]);
    expect(asked[3]).toMatch(/to-export$/);
    expect(readFileSync(join(folder, "d.html"), "utf8")).toContain("Content-Security-Policy");
  });
});
