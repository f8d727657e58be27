import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Locator, Page} from "playwright-core";
import {afterAll, describe, expect, it} from "vitest";
import {launchChromium} from "../../loaders/site/chromium.js";
import {printPack} from "../../loaders/site/pdf.js";
import {pdf} from "../../loaders/site/pdf-command.js";
import {readPages} from "../../loaders/site/pdf-pages.js";
import {sitePages} from "../../src/components/site-map.js";
import {visit} from "../browser.js";
import {servedSample} from "./sample-report.js";

const place = mkdtempSync(join(tmpdir(), "guanxi-taken-"));
const {browser, report, site} = await servedSample();

afterAll(() => rmSync(place, {recursive: true, force: true}));

interface Taken {
  name: string;
  bytes: Buffer;
}

/** The file that a press of a key on a button gives. */
async function take(page: Page, button: Locator): Promise<Taken> {
  await button.focus();
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  return {name: download.suggestedFilename(), bytes: readFileSync(await download.path())};
}

const buttonOf = (part: Locator, kind: string): Locator =>
  part.locator(`:scope > .take-away button[data-take=${kind}]`);

/** What a table of the page shows, cell by cell. */
async function shownIn(table: Locator): Promise<string[][]> {
  return await table.evaluate((element) =>
    [...(element as HTMLTableElement).tBodies[0]!.rows].map((row) =>
      [...row.cells].map((cell) => cell.textContent!.trim()),
    ),
  );
}

/** Cells without quotes or commas: such a file is split as it stands. */
function simpleRows({bytes}: Taken): string[][] {
  const text = bytes.toString("utf8");
  expect(text).not.toContain('"');
  const lines = text.split("\r\n");
  expect(lines.pop()).toBe("");
  return lines.map((line) => line.split(","));
}

/** A file's name, and what stands last in its rows, in quotes where there are any. */
function simpleTail({name, bytes}: Taken): {name: string; tails: Set<string>} {
  const rows = bytes.toString("utf8").trimEnd().split("\r\n").slice(1);
  return {name, tails: new Set(rows.map((row) => /("[^"]*"|[^,]*)$/.exec(row)![1]!))};
}

describe("a figure's numbers", () => {
  it("leave by the keyboard as a CSV file that holds what the page shows, digit by digit", async () => {
    const {page, misdeeds} = await visit(browser, site.url, "pareto.html");
    const figure = page.locator("#figure-abc-by-customers-revenue");
    const file = await take(page, buttonOf(figure, "csv"));
    expect(file.name).toMatch(
      /^[\w-]+_ABC-classes-by-number-of-customers-ranked-by-revenue_\d{4}-\d\d-\d\d\.csv$/,
    );
    expect([...file.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [heads, ...rows] = simpleRows(file);
    const shown = await shownIn(figure.locator(".twin table"));
    expect(heads!.at(-1)).toBe("Data as of");
    expect(heads!.some((head) => / \([A-Z]{3}\)$/.test(head))).toBe(true);
    expect(rows).toHaveLength(shown.length);
    const asOf = /_(\d{4}-\d\d-\d\d)\.csv$/.exec(file.name)![1];
    let compared = 0;
    shown.forEach((cells, r) => {
      expect(rows[r]).toHaveLength(cells.length + 1);
      expect(rows[r]!.at(-1)).toBe(asOf);
      cells.forEach((cell, c) => {
        const taken = rows[r]![c]!;
        const digits = cell.replace(/[^\d.%−]/g, "").replace("−", "-");
        if (c === 0) expect(taken).toBe(cell);
        else if (cell === "–") expect(taken).toBe("");
        else if (digits.endsWith("%"))
          expect(Number(taken)).toBeCloseTo(Number(digits.slice(0, -1)) / 100, 12);
        else expect(taken).toBe(digits);
        compared++;
      });
    });
    expect(compared).toBeGreaterThan(20);
    expect(misdeeds).toEqual({errors: [], foreign: [], failed: []});
    await page.close();
  });

  it("leave filtered where the figure is, with the choice in the name and in every row", async () => {
    const {page} = await visit(browser, site.url, "zh/pareto.html");
    await page.locator("select[name=region]").selectOption("East China");
    await page.waitForFunction(() => performance.getEntriesByName("filter").length > 0);
    await page.waitForTimeout(150);
    const file = await take(page, buttonOf(page.locator("figure.exhibit").first(), "csv"));
    expect(file.name).toMatch(/_\d{4}-\d\d-\d\d_region-East-China\.csv$/);
    const [heads, ...rows] = simpleRows(file);
    expect(heads!.slice(-2)).toEqual(["数据截至", "筛选"]);
    expect(new Set(rows.map((row) => row.at(-1)))).toEqual(new Set(["华东（地区）"]));
    await page.close();
    const other = await visit(browser, site.url, "zh/lifetime.html?region=East+China");
    const all = other.page.locator("#figure-holdout:has(> .scope)");
    await all.waitFor();
    const whole = await take(other.page, buttonOf(all, "csv"));
    expect(whole.name).toMatch(/_\d{4}-\d\d-\d\d\.csv$/);
    expect(whole.name).not.toContain("region");
    expect(simpleRows(whole)[0]!.at(-1)).toBe("数据截至");
    await other.page.close();
  });

  it("leave filtered from every scheme's cells, and those of everyone from the table further down", async () => {
    const {page} = await visit(browser, site.url, "rfm.html");
    const scheme = page.locator("#scheme-ntile");
    await scheme.locator(":scope > summary").click();
    const figure = scheme.locator("#figure-rfm-ntile-customers");
    const customers = (file: Taken): number =>
      simpleRows(file)
        .slice(1)
        .reduce((sum, row) => sum + Number(row[1]), 0);
    const everyone = customers(await take(page, buttonOf(figure, "csv")));
    await page.locator("select[name=region]").selectOption("Europe");
    await figure.locator(".twin table").waitFor({state: "attached"});
    const drawn = await figure
      .locator(".drawing.wide a + text")
      .evaluateAll((texts) => texts.reduce((sum, text) => sum + Number(text.textContent), 0));
    const file = await take(page, buttonOf(figure, "csv"));
    expect(file.name).toMatch(/_region-Europe\.csv$/);
    expect(customers(file)).toBe(drawn);
    expect(drawn).toBeGreaterThan(0);
    expect(drawn).toBeLessThan(everyone);
    await scheme.locator("details.cells > summary").click();
    const whole = await take(page, buttonOf(scheme.locator("#cells-ntile > .scroll"), "csv"));
    expect(whole.name).not.toContain("region");
    expect(customers(whole)).toBe(everyone);
    expect(await scheme.locator(":scope > .scope.of-table").count()).toBe(1);
    await page.locator("form.filters button[type=reset]").click();
    await figure.locator(".twin [data-rows]").waitFor({state: "attached"});
    expect(customers(await take(page, buttonOf(figure, "csv")))).toBe(everyone);
    await page.close();
  });

  it("leave with the parts that were chosen in a chart, but not from that chart", async () => {
    const {page} = await visit(browser, site.url, "rfm.html?brush=rfm:544-545.554-555");
    await page.waitForFunction(() => performance.getEntriesByName("filter-rest").length > 0);
    const shown = simpleTail(await take(page, buttonOf(page.locator("#figure-segment-map"), "csv")));
    expect(shown.name).toMatch(/_rfm-544-545-554-555\.csv$/);
    expect(shown.tails).toEqual(new Set(['"RFM cells 544, 545, 554, 555"']));
    const chart = page.locator("#figure-rfm-together-customers");
    const whole = simpleTail(await take(page, buttonOf(chart, "csv")));
    expect(whole.name).toMatch(/_\d{4}-\d\d-\d\d\.csv$/);
    expect([...whole.tails].join()).toMatch(/^\d{4}-\d\d-\d\d$/);
    await page.close();
  });

  it("of a table that stands alone leave by its own button", async () => {
    const {page} = await visit(browser, site.url, "pareto.html");
    const table = page.locator(".page > .scroll").first();
    const file = await take(page, buttonOf(table, "csv"));
    const shown = await shownIn(table.locator("table"));
    expect(simpleRows(file).slice(1)).toHaveLength(shown.length);
    await page.close();
  });
});

describe("a figure's drawing", () => {
  for (const [scheme, ground] of [
    ["light", "#ffffff"],
    ["dark", "#14161a"],
  ] as const)
    it(`leaves as an SVG file that needs nothing of its page, ${scheme}`, async () => {
      const {page} = await visit(browser, site.url, "pareto.html");
      await page.emulateMedia({colorScheme: scheme});
      const figure = page.locator("#figure-whale-curve");
      const title = await figure.locator(".chart-title").innerText();
      const text = (await take(page, buttonOf(figure, "svg"))).bytes.toString("utf8");
      expect(text).not.toMatch(/var\(|currentcolor|href|<style|<script/i);
      expect(new Set(text.match(/https?:[^"]*/g))).toEqual(new Set(["http://www.w3.org/2000/svg"]));
      const read = await page.evaluate((xml) => {
        const parsed = new DOMParser().parseFromString(xml, "image/svg+xml");
        const words = [...parsed.querySelectorAll("text")].map((t) => t.textContent).join(" ");
        return {
          wrong: parsed.querySelector("parsererror")?.textContent ?? null,
          ground: parsed.querySelector("svg > rect")?.getAttribute("fill"),
          words,
        };
      }, text);
      expect(read.wrong).toBeNull();
      expect(read.ground).toBe(ground);
      expect(read.words.replace(/\s+/g, " ")).toContain(title);
      expect(read.words).toMatch(/, as of \d{4}-\d\d-\d\d .*Made from inputs [0-9a-f]+/s);
      await page.close();
    });

  it("leaves as a PNG file of twice the size of the SVG", async () => {
    const {page} = await visit(browser, site.url, "zh/pareto.html");
    await page.setViewportSize({width: 375, height: 800});
    const figure = page.locator("#figure-whale-curve");
    const svg = (await take(page, buttonOf(figure, "svg"))).bytes.toString("utf8");
    const png = (await take(page, buttonOf(figure, "png"))).bytes;
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!.map(Number);
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * width!, 2 * height!]);
    expect(width).toBe(343 + 48);
    await page.close();
  });
});

describe("on paper", () => {
  it("a page has its method and its figures, and nothing to press or to search", async () => {
    const {page} = await visit(browser, site.url, "pareto.html");
    await page.emulateMedia({media: "print", colorScheme: "dark"});
    await page.setViewportSize({width: 703, height: 980});
    expect(await page.locator(".method:visible").count()).toBeGreaterThan(0);
    expect(await page.locator("button:visible, select:visible, nav:visible, .search:visible").count()).toBe(
      0,
    );
    expect(await page.locator("figure .drawing.middle:visible").count()).toBeGreaterThan(2);
    expect(await page.locator("figure .drawing.wide:visible").count()).toBe(0);
    const seen = await page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      return {
        ground: style.backgroundColor,
        head: style.getPropertyValue("--running-report"),
        wide: [...document.querySelectorAll("table, figure")].filter(
          (e) => e.getClientRects().length > 0 && e.getBoundingClientRect().right > innerWidth,
        ).length,
      };
    });
    expect(seen).toMatchObject({ground: "rgb(255, 255, 255)", wide: 0});
    expect(seen.head.length).toBeGreaterThan(4);
    await page.close();
  });

  it("shows no buttons where no script runs", async () => {
    const quiet = await browser.newContext({javaScriptEnabled: false});
    const {page} = await visit(quiet, site.url, "pareto.html");
    expect(await page.locator(".take-away button").count()).toBeGreaterThan(5);
    expect(await page.locator(".take-away:visible").count()).toBe(0);
    await quiet.close();
  });
});

describe("npm run pdf", () => {
  it("prints cover, contents and pages with an outline and tags, where it is told to", async () => {
    const out = join(place, "below", "pack.pdf");
    await pdf(["--page", "data", "--page", "pareto", "--out", out], async () => ({
      site: report.out,
      ownPages: [],
    }));
    const file = readFileSync(out);
    const {count, places} = readPages(file);
    expect(count).toBeGreaterThan(8);
    expect(places.get("pack-pareto")).toBe(3);
    expect(places.get("pack-data")).toBeGreaterThan(5);
    const text = file.toString("latin1");
    const titles = [...text.matchAll(/\/Title \(([^)]*)\)/g)].map(([, title]) => title);
    expect(titles).toEqual(expect.arrayContaining(["Pareto", "Data", "Who is in which class"]));
    expect(titles[0]).toMatch(/^Hengyi Precision Components, Data as of \d+ \w+ \d{4}$/);
    expect(/\/Lang \(en\)/.test(text)).toBe(true);
    expect(/\/Marked true/.test(text)).toBe(true);
  });

  it("gives the same bytes for the same pages, in another browser too", async () => {
    const data = sitePages.filter(({slug}) => slug === "data");
    const one = await printPack(browser, report.out, data, "zh");
    const other = await launchChromium();
    try {
      const again = await printPack(other, report.out, data, "zh");
      expect(again.pages).toBeGreaterThan(2);
      expect(again.pdf.equals(one.pdf)).toBe(true);
    } finally {
      await other.close();
    }
  });
});
