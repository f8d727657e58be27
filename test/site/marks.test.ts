import {readFileSync} from "node:fs";
import type {Browser, BrowserContextOptions, Locator, Page} from "playwright-core";
import {afterAll, afterEach, beforeAll, describe, expect, it} from "vitest";
import type {Served} from "../../loaders/site/serve.js";
import {violations} from "../axe.js";
import {openBrowser, serve, visit} from "../browser.js";
import {sampleReport} from "./sample-report.js";

let browser: Browser;
let site: Served;

beforeAll(async () => {
  const report = await sampleReport();
  [browser, site] = await Promise.all([openBrowser(), serve(report.out, "/a/b/")]);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function open(path: string, options: BrowserContextOptions = {}): ReturnType<typeof visit> {
  const context = await browser.newContext({viewport: {width: 1440, height: 900}, ...options});
  return await visit(context, site.url, path);
}

const drawingOf = (page: Page, figure: string): Locator => page.locator(`#figure-${figure} .drawing:visible`);
/** Other tests run beside this one. */
const patient = {timeout: 15_000};
/** The address of the panel of cell 555. */
const opened = /rfm\.html\?at=rfm(:|%3A)555$/;
const readout = (page: Page): Locator => page.locator(".readout:visible");
const phone = {viewport: {width: 375, height: 812}, hasTouch: true};
const heightOf = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight);
const hintOf = async (page: Page, drawing: Locator): Promise<string | null> =>
  await page.locator(`#${await drawing.getAttribute("aria-describedby")}`).textContent();
const status = (page: Page): Locator => page.locator(".mark-status");

/** What the browser itself would show at a place: the title of the topmost element or of what holds it. */
async function ownTooltip(page: Page, x: number, y: number): Promise<string> {
  return await page.evaluate(
    ([left, top]) => {
      for (let e = document.elementFromPoint(left!, top!); e; e = e.parentElement) {
        const title = [...e.children].find((child) => child.localName === "title")?.textContent;
        if (title && e.closest("svg")) return title;
      }
      return "";
    },
    [x, y],
  );
}

async function middleOf(mark: Locator): Promise<{x: number; y: number}> {
  await mark.scrollIntoViewIfNeeded();
  const box = (await mark.boundingBox())!;
  return {x: box.x + box.width / 2, y: box.y + box.height / 2};
}

/** Goes by keys to the cell R5 F5 M5, the fifth of the first row. */
async function goToBest(page: Page, drawing: Locator): Promise<void> {
  await drawing.focus();
  await page.keyboard.press("Home");
  for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowRight");
  await expect.poll(() => readout(page).innerText(), patient).toMatch(/^R5 F5 M5: \d+ customers/);
}

/** How far the box of words reaches out of the window, and the page out of its width; 0 where they don't. */
async function overflow(page: Page): Promise<number> {
  return await page.evaluate(() => {
    const {left, top, right, bottom} = document.querySelector(".readout")!.getBoundingClientRect();
    const wide = document.documentElement.scrollWidth - innerWidth;
    return Math.max(0, -left, -top, right - innerWidth, bottom - innerHeight, wide);
  });
}

describe("a pointer", () => {
  for (const [path, says] of [
    ["pareto.html", /^Class A, Share of customers: [\d.]+%$/],
    ["zh/pareto.html", /^[^A-Z]*A类.*[\d.]+%$/],
  ] as const)
    it(`on a mark brings up what it says, once, and takes it away again: ${path}`, async () => {
      const {page, misdeeds} = await open(path);
      const bar = drawingOf(page, "abc-by-customers-revenue").locator("rect:has(title)").first();
      const {x, y} = await middleOf(bar);
      const said = await ownTooltip(page, x, y);
      expect(said).toMatch(says);
      const height = await heightOf(page);
      await page.mouse.move(x, y);
      await expect.poll(() => readout(page).allInnerTexts(), patient).toEqual([said]);
      expect(await ownTooltip(page, x, y)).toBe("");
      expect(await page.locator("figure#figure-abc-by-customers-revenue .mark-layer .line").count()).toBe(1);
      expect(await heightOf(page)).toBe(height);
      expect(await overflow(page)).toBe(0);
      expect(await status(page).count()).toBe(0);
      await page.mouse.move(3, 3);
      await expect.poll(() => readout(page).count(), patient).toBe(0);
      expect(await ownTooltip(page, x, y)).toBe(said);
      expect(misdeeds).toEqual({errors: [], foreign: [], failed: []});
    });

  it("near a point of a line counts as on it, and may go onto the words once it has rested", async () => {
    const {page} = await open("pareto.html");
    const point = drawingOf(page, "top-shares").locator("circle:has(title)").nth(4);
    const {x, y} = await middleOf(point);
    await page.mouse.move(x + 7, y + 7);
    await expect.poll(() => readout(page).count(), patient).toBe(1);
    const said = await readout(page).innerText();
    await page.waitForTimeout(700);
    const words = (await readout(page).boundingBox())!;
    await page.mouse.move(words.x + words.width / 2, words.y + words.height / 2, {steps: 4});
    await page.waitForTimeout(400);
    expect(await readout(page).innerText()).toBe(said);
    await page.keyboard.press("Escape");
    expect(await readout(page).count()).toBe(0);
  });

  it("goes along the curve by twentieths of customers", async () => {
    const {page} = await open("pareto.html");
    const drawing = drawingOf(page, "whale-curve");
    const titles = await drawing.locator("title").allTextContents();
    const steps = titles.filter((title) => title.startsWith("Revenue: "));
    expect(steps.length).toBe(20);
    for (const step of steps)
      expect(step).toMatch(/^Revenue: [\d,]+ customers \(top [\d.]+%\), .*\d\.\d\d, [\d.]+%$/);
    await drawing.focus();
    await page.keyboard.press("Home");
    await expect.poll(() => readout(page).count(), patient).toBe(1);
    const gone: string[] = [];
    for (const _ of steps) {
      gone.push(await readout(page).innerText());
      await page.keyboard.press("ArrowRight");
    }
    expect(gone).toEqual(steps);
  });
});

describe("the keyboard", () => {
  it("reaches a drawing at one stop and its marks by the arrows, and each is said", async () => {
    const {page} = await open("relationship.html");
    const drawing = drawingOf(page, "grid");
    await page.locator("#figure-grid .drawings").evaluate((around: HTMLElement) => {
      around.tabIndex = -1;
      around.focus();
    });
    await page.keyboard.press("Tab");
    expect(await drawing.evaluate((e) => e === document.activeElement)).toBe(true);
    expect(await drawing.getAttribute("role")).toBe("application");
    expect(await hintOf(page, drawing)).toContain("Arrow keys go through the values");
    await page.keyboard.press("Home");
    await expect.poll(() => readout(page).count(), patient).toBe(1);
    const seen = [await readout(page).innerText()];
    for (const arrow of ["ArrowRight", "ArrowUp", "ArrowLeft", "ArrowDown"]) {
      await page.keyboard.press(arrow);
      await expect.poll(() => status(page).textContent()).toBe(await readout(page).innerText());
      expect(await overflow(page)).toBe(0);
      seen.push(await readout(page).innerText());
    }
    expect(seen[4]).toBe(seen[0]);
    expect(new Set(seen).size).toBe(4);
    await page.keyboard.press("End");
    expect(seen).not.toContain(await readout(page).innerText());
    await page.keyboard.press("Escape");
    expect(await readout(page).count()).toBe(0);
    await page.keyboard.press("Tab");
    expect(await drawing.evaluate((e) => e.contains(document.activeElement))).toBe(false);
  });

  it("passes the 125 cells at one stop, and Enter opens the one that it stands on", async () => {
    const {page} = await open("rfm.html");
    const figure = page.locator("#figure-rfm-together-customers");
    const stops = await figure.evaluate(
      (e) =>
        [...e.querySelectorAll<HTMLElement>(".drawings [tabindex], .drawings a")].filter(
          (stop) => stop.tabIndex >= 0 && stop.getClientRects().length > 0,
        ).length,
    );
    expect(stops).toBe(1);
    const drawing = figure.locator(".drawing:visible");
    expect(await page.locator(`#${await drawing.getAttribute("aria-describedby")}`).textContent()).toContain(
      "Enter",
    );
    await goToBest(page, drawing);
    await page.keyboard.press("Enter");
    await page.waitForURL(opened);
    await expect.poll(() => page.getByRole("heading", {name: "555"}).count(), patient).toBe(1);
  });

  it("opens a cell of the overview in place, though its link leads to another page", async () => {
    const {page} = await open("index.html");
    const drawing = drawingOf(page, "rfm-together-customers");
    expect(await drawing.locator('a:has([data-mark="rfm:555"])').getAttribute("href")).toBe(
      "./rfm.html#cell-555",
    );
    await goToBest(page, drawing);
    await page.keyboard.press("Enter");
    await page.waitForURL(/index\.html\?at=rfm(:|%3A)555$/);
    await expect.poll(() => page.getByRole("heading", {name: "555"}).count(), patient).toBe(1);
  });

  it("opens a cell of another scheme in place too, and follows the link of one that is no mark", async () => {
    for (const [isMark, url] of [
      [true, /rfm\.html\?at=rfm-ntile(:|%3A)5(\/|%2F)5(\/|%2F)5$/],
      [false, /rfm\.html#cell-ntile-555$/],
    ] as const) {
      const {page} = await open("rfm.html");
      const figure = page.locator("#figure-rfm-ntile-customers");
      await figure.evaluate((e) => {
        for (let d = e.closest("details"); d; d = d.parentElement?.closest("details") ?? null) d.open = true;
      });
      const drawing = figure.locator(".drawing:visible");
      if (!isMark)
        await drawing.locator("[data-mark]").evaluateAll((marks) => {
          for (const mark of marks) mark.removeAttribute("data-mark");
        });
      await goToBest(page, drawing);
      await page.keyboard.press("Enter");
      await page.waitForURL(url);
      await page.context().close();
    }
  });

  it("stays where it is when a choice redraws the figure, and the words are new", async () => {
    const {page} = await open("rfm.html");
    const drawing = drawingOf(page, "rfm-together-customers");
    await goToBest(page, drawing);
    const before = await readout(page).innerText();
    const choose = (value: string) =>
      page.evaluate((chosen) => {
        const select = document.querySelector<HTMLSelectElement>("select[name=region]")!;
        select.value = chosen;
        select.dispatchEvent(new Event("change", {bubbles: true}));
      }, value);
    await choose("East China");
    await expect.poll(() => readout(page).innerText(), patient).not.toBe(before);
    expect(await readout(page).innerText()).toMatch(/^R5 F5 M5: \d+ customers?,/);
    expect(await status(page).textContent()).toBe(await readout(page).innerText());
    expect(await drawing.evaluate((e) => e === document.activeElement)).toBe(true);
    const links = await drawing.locator("a").evaluateAll((all) => all.map((a) => a.getAttribute("tabindex")));
    expect(new Set(links)).toEqual(new Set(["-1"]));
    await choose("");
    await expect.poll(() => readout(page).allInnerTexts(), patient).toEqual([before]);
    expect(await drawing.evaluate((e) => e === document.activeElement)).toBe(true);
  });
});

describe("a finger", () => {
  it("brings up a mark's words with a tap, and takes them away with one elsewhere", async () => {
    const {page} = await open("zh/wallet.html", phone);
    const bar = drawingOf(page, "wallet-gap-region").locator("rect:has(title)").nth(3);
    const {x, y} = await middleOf(bar);
    await page.touchscreen.tap(x, y);
    const said = [await bar.locator("title").textContent()];
    await expect.poll(() => readout(page).allInnerTexts(), patient).toEqual(said);
    expect(await overflow(page)).toBe(0);
    const title = (await page.locator("#figure-wallet-gap-region .chart-title").boundingBox())!;
    await page.touchscreen.tap(title.x + 20, title.y + 10);
    await expect.poll(() => readout(page).count(), patient).toBe(0);
  });

  it("opens a cell at the first tap", async () => {
    const {page} = await open("rfm.html", phone);
    const cell = drawingOf(page, "rfm-together-customers").locator("a", {hasText: /^R5 F5 M5/});
    const {x, y} = await middleOf(cell);
    await page.touchscreen.tap(x, y);
    await page.waitForURL(opened);
  });

  it("says of a mark with a name that it was chosen, by click, key and tap", async () => {
    const {page} = await open("relationship.html", {hasTouch: true});
    const drawing = drawingOf(page, "lean");
    await drawing.evaluate((e) => {
      e.querySelector("rect:has(title)")!.setAttribute("data-mark", "lean:personal");
      const chosen: string[] = [];
      Object.assign(window, {chosen});
      const note = (event: Event) => {
        chosen.push((event as CustomEvent<{mark: string}>).detail.mark);
        event.stopImmediatePropagation();
      };
      document.addEventListener("mark", note, true);
    });
    const chosen = () => page.evaluate(() => (window as unknown as {chosen: string[]}).chosen);
    const {x, y} = await middleOf(drawing.locator('[data-mark="lean:personal"]'));
    await page.mouse.click(x, y);
    await expect.poll(chosen).toEqual(["lean:personal"]);
    await drawing.focus();
    await page.keyboard.press("Enter");
    expect(await chosen()).toEqual(["lean:personal", "lean:personal"]);
    await page.touchscreen.tap(x, y);
    await expect.poll(chosen).toHaveLength(3);
  });
});

describe("a page with words open", () => {
  for (const path of ["rfm.html", "zh/relationship.html", "zh/pareto.html"])
    it(`has no accessibility violation, and paper shows none: ${path}`, async () => {
      const {page} = await open(path);
      await page.locator(".drawing:visible").first().focus();
      await page.keyboard.press("Home");
      await expect.poll(() => readout(page).count(), patient).toBe(1);
      expect(await violations(page)).toEqual([]);
      await page.emulateMedia({colorScheme: "dark"});
      expect(await violations(page, {rule: "color-contrast", seenDrawingsAlone: true})).toEqual([]);
      await page.emulateMedia({media: "print"});
      expect(await readout(page).count()).toBe(0);
    });

  it("leaves a mark's title in a figure that is saved while it is pointed at", async () => {
    const {page} = await open("pareto.html");
    const bar = drawingOf(page, "abc-by-customers-revenue").locator("rect:has(title)").first();
    const {x, y} = await middleOf(bar);
    const said = await ownTooltip(page, x, y);
    await page.mouse.move(x, y);
    await expect.poll(() => readout(page).count(), patient).toBe(1);
    const button = page.locator("#figure-abc-by-customers-revenue > .take-away button[data-take=svg]");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      button.evaluate((e) => (e as HTMLElement).click()),
    ]);
    const svg = readFileSync(await download.path(), "utf8");
    expect(svg).toContain(`<title>${said}</title>`);
    expect(svg).not.toContain("data-said");
  });
});
