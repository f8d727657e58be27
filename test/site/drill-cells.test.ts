import {readFileSync} from "node:fs";
import {join} from "node:path";
import {tableFromIPC} from "@uwdata/flechette";
import type {BrowserContextOptions, Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {type CellMark, isOf} from "../../src/components/drill/cell-mark.js";
import {parseMark} from "../../src/components/drill/mark.js";
import {cellIndexFile} from "../../src/components/drill/member-files.js";
import {violations} from "../axe.js";
import {type Misdeeds, reach, serve} from "../browser.js";
import {counts, mark, openPage, panelOf, rows} from "./drill-panel.js";
import {sampleReport, servedSample} from "./sample-report.js";

const nothing: Misdeeds = {errors: [], foreign: [], failed: []};
const {browser, report, site} = await servedSample();

const open = (path: string, options: BrowserContextOptions = {}, at = site.url) =>
  openPage(browser, at, path, options);

/** Figures with marks that stand for no customers: tests of a method over many dates, sums of the whole, plans. */
const ofNobody =
  /^(budget-plan|whale-after-cost|lifetime-sensitivity|holdout|regression-rates-.*|concentration-.*|catch-.*|signal-precision)$/;

/** Figures some of whose marks stand for none that the report lists: older dates, a claim, a twin, nobody. */
const ofSome =
  /^(top-shares|complaint-kept|complaint-aftermath|captured|rfm-.*|segment-map|visit-plan|alerts-by-signal)$/;

interface Drawn {
  figure: string;
  mark: string | null;
  words: string;
}

// In one go: between two, a figure may be drawn anew.
const drawnOn = (page: Page): Promise<Drawn[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("figure.exhibit .drawing.wide svg title")].flatMap((title) => {
      const words = title.textContent ?? "";
      return words === "" || title.parentElement!.localName === "svg"
        ? []
        : [
            {
              figure: title.closest("figure")!.id.replace("figure-", ""),
              mark: title.closest("[data-mark]")?.getAttribute("data-mark") ?? null,
              words,
            },
          ];
    }),
  );

/** The cells that have a list, table by table. */
function cellsOf(table: string): string[] {
  const file = join(report.out, `files/members/${cellIndexFile(table as CellMark["table"])}.arrow`);
  return (tableFromIPC(readFileSync(file)).toArray() as {code: string}[]).map(({code}) => code);
}

const paths = [
  ...["index", "rfm", "pareto", "lifetime", "pyramid", "relationship", "wallet", "movement"],
  ...["warnings", "service", "coverage", "methods", "budget"],
];

describe("the marks of a report", () => {
  it("stand for customers that are listed, but for those of tests and of sums of the whole", async () => {
    const {page, misdeeds} = await open("index.html");
    const bare = new Set<string>();
    const seen = new Set<string>();
    const nowhere: string[] = [];
    const cells = new Map<string, string[]>();
    for (const path of paths) {
      await page.goto(new URL(`${path}.html`, site.url).href);
      for (const {figure, mark: text, words} of await drawnOn(page)) {
        seen.add(figure);
        if (text === null) {
          if (!ofSome.test(figure)) bare.add(figure);
          continue;
        }
        const parsed = parseMark(text);
        if (!parsed) nowhere.push(`${text} (${words})`);
        if (parsed?.kind !== "cells" || (parsed.as_of !== null && parsed.as_of !== "2025-12-31")) continue;
        if (!cells.has(parsed.table)) cells.set(parsed.table, cellsOf(parsed.table));
        if (!cells.get(parsed.table)!.some((code) => isOf(parsed, code))) nowhere.push(`${text} (${words})`);
      }
    }
    expect([...bare].filter((figure) => !ofNobody.test(figure))).toEqual([]);
    expect(nowhere).toEqual([]);
    expect(seen.size).toBeGreaterThan(70);
    expect(cells.size).toBeGreaterThan(35);
    // Each page is left before all that it asks for has come.
    expect({...misdeeds, failed: []}).toEqual(nothing);
    await page.context().close();
  });

  it("open the customers behind them: what the chart says, how many, and the largest by name", async () => {
    const {page, misdeeds} = await open("coverage.html");
    const drawn = await drawnOn(page);
    await mark(page, "effort:A").click();
    await expect.poll(() => rows(page).count()).toBe(20);
    expect(new URL(page.url()).search).toBe("?at=effort:A");
    expect(await panelOf(page).locator("h3").textContent()).toBe("Class A");
    const said = await counts(page);
    expect(Object.keys(said)).toEqual([
      "Share of customers",
      "Share of contacts",
      "Share of their cost",
      "Share of profit",
      "Customers",
    ]);
    for (const [of, value] of Object.entries(said).slice(0, 4))
      expect(drawn.find(({words}) => words === `Class A, ${of}: ${value}`)?.mark).toBe("effort:A");
    expect(await panelOf(page).locator("p.more").textContent()).toBe(`${Number(said.Customers) - 20} more`);
    await mark(page, "effort:B").click();
    await expect.poll(() => panelOf(page).locator("h3").textContent()).toBe("Class B");
    await page.goBack();
    await expect.poll(() => panelOf(page).locator("h3").textContent()).toBe("Class A");
    await page.goBack();
    await expect.poll(() => panelOf(page).count()).toBe(0);
    expect(misdeeds).toEqual(nothing);
    await page.context().close();
  });

  it("say under a filter what the chart then says, and list whom it takes", async () => {
    const {page, misdeeds} = await open("service.html?at=loyalty:true/true/true");
    await expect.poll(() => rows(page).count()).toBeGreaterThan(5);
    const everyone = await counts(page);
    await page.locator("form.filters select[name=region]").selectOption("East China");
    const words = (): Promise<string> =>
      panelOf(page)
        .locator("dd")
        .allTextContents()
        .then((all) => all.join());
    await expect.poll(words).not.toBe(Object.values(everyone).join());
    await expect.poll(() => panelOf(page).locator(".in-force").textContent()).toContain("East China");
    const chosen = await counts(page);
    expect(Object.keys(chosen)).toEqual(Object.keys(everyone));
    await expect.poll(() => rows(page).count()).toBe(Math.min(20, Number(chosen.Customers)));
    expect(Number(chosen.Customers)).toBeLessThan(Number(everyone.Customers));
    const drawn = (await drawnOn(page)).filter((one) => one.mark === "loyalty:true/true/true");
    expect(drawn.map(({words: text}) => text.split(": ").at(-1))).toContain(chosen.Customers);
    const pasted = await open(`service.html${new URL(page.url()).search}`);
    await expect
      .poll(() => panelOf(pasted.page).locator("dd").allTextContents())
      .toEqual(Object.values(chosen));
    const other = new URL((await pasted.page.locator("a.language").getAttribute("href"))!, site.url);
    expect(other.searchParams.get("at")).toBe("loyalty:true/true/true");
    await pasted.page.context().close();
    expect(misdeeds).toEqual(nothing);
    await page.context().close();
  });

  it("open by the keyboard and at a touch, in Chinese too", async () => {
    const {page} = await open("zh/warnings.html", {
      viewport: {width: 375, height: 812},
      hasTouch: true,
      isMobile: true,
    });
    const drawing = page.locator("#figure-customer-types .drawing:visible");
    await reach(drawing);
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await expect.poll(() => rows(page).count()).toBeGreaterThan(3);
    const first = new URL(page.url()).searchParams.get("at")!;
    expect(parseMark(first)).toMatchObject({kind: "cells", table: "customer-types"});
    expect(Object.keys(await counts(page))).toContain("客户数");
    await page.keyboard.press("Escape");
    await expect.poll(() => panelOf(page).count()).toBe(0);
    const other = (await drawnOn(page)).find(
      (one) => one.figure === "customer-types" && one.mark !== null && one.mark !== first,
    )!;
    await mark(page, other.mark!).tap();
    await expect.poll(() => new URL(page.url()).searchParams.get("at")).toBe(other.mark);
    await expect.poll(() => rows(page).count()).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    await page.context().close();
  });

  it("are opened by a press where the words of a neighbour lie over them", async () => {
    const {page} = await open("service.html");
    const drawn = (await drawnOn(page)).filter((one) => one.figure === "service-levels" && one.mark !== null);
    const [upper, lower] = ["service-levels:4/1", "service-levels:3/1"];
    expect(drawn.map((one) => one.mark)).toEqual(expect.arrayContaining([upper, lower]));
    await mark(page, lower).hover();
    await expect.poll(() => page.locator(".mark-layer[data-rested] .readout").count()).toBe(1);
    const words = (await page.locator(".readout").boundingBox())!;
    const box = (await mark(page, upper).boundingBox())!;
    const y = Math.max(words.y, box.y) + 4;
    expect(y).toBeLessThan(Math.min(words.y + words.height, box.y + box.height));
    await page.mouse.move(words.x + words.width / 2, words.y + words.height - 2);
    await page.mouse.click(words.x + words.width / 2, y);
    await expect.poll(() => new URL(page.url()).searchParams.get("at")).toBe(upper);
    await page.context().close();
  });

  it("of an older date tell their number, and that names are those of the newest", async () => {
    const {page} = await open("wallet.html?at=wallet-over-time:strategic@2024-12-31");
    const told = await counts(page);
    // The chart counts just these customers.
    expect(Object.keys(told)).toEqual(["Accounts"]);
    expect(Number(told.Accounts)).toBeGreaterThan(0);
    await expect
      .poll(() => panelOf(page).locator(".note").textContent())
      .toBe("Customers are listed by name at the newest date only.");
    expect(await rows(page).count()).toBe(0);
    await page.context().close();
  });

  it("pass as accessible while they are open", async () => {
    for (const [path, scheme, width] of [
      ["service.html?at=service-levels:2/1", "light", 1440],
      ["zh/coverage.html?at=lifecycle:maturity", "dark", 375],
    ] as const) {
      const {page} = await open(path, {colorScheme: scheme, viewport: {width, height: 900}});
      await expect.poll(() => rows(page).count()).toBeGreaterThan(2);
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    }
  });

  it("tell executives a number of customers, where their report has it, and no name", async () => {
    const executives = await sampleReport("executives");
    const served = await serve(executives.out);
    const {page, misdeeds} = await open("coverage.html", {}, served.url);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await mark(page, "effort:A").click();
    expect(Number((await counts(page)).Customers)).toBeGreaterThan(5);
    // Its table parts some customers by class: nothing of it is published under a filter.
    await mark(page, "contact-mix:channel/A/email").click();
    await expect.poll(async () => Object.keys(await counts(page))).toEqual(["In the chart", "Accounts"]);
    expect(Number((await counts(page)).Accounts)).toBeGreaterThan(5);
    // An address gets no number of a point that the chart doesn't draw.
    const curve = await open("pareto.html?at=pareto:1-99.9", {}, served.url);
    await expect.poll(() => panelOf(curve.page).textContent()).toContain("doesn’t show");
    expect(await panelOf(curve.page).locator("dd").count()).toBe(0);
    await curve.page.context().close();
    await page.waitForTimeout(300);
    expect(await panelOf(page).locator("table").count()).toBe(0);
    expect(asked.filter((url) => url.includes("members"))).toEqual([]);
    expect(misdeeds).toEqual(nothing);
    await page.context().close();
    await served.close();
  });
});
