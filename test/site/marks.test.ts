import {readFileSync} from "node:fs";
import type {BrowserContextOptions, Locator, Page} from "playwright-core";
import {afterEach, describe, expect, it} from "vitest";
import {violations} from "../axe.js";
import {reach, visit} from "../browser.js";
import {drawingOf, heightOf, opened, overflow, patient, phone, readout, status} from "./mark-words.js";
import {servedSample} from "./sample-report.js";

const {browser, site} = await servedSample();

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

async function open(path: string, options: BrowserContextOptions = {}): ReturnType<typeof visit> {
  const context = await browser.newContext({viewport: {width: 1440, height: 900}, ...options});
  return await visit(context, site.url, path);
}

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
    await reach(drawing);
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
    await reach(drawing);
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
      await reach(page.locator(".drawing:visible").first());
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
