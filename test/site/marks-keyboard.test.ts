import type {BrowserContextOptions, Locator, Page} from "playwright-core";
import {afterEach, describe, expect, it} from "vitest";
import {reach, reachable, visit} from "../browser.js";
import {drawingOf, hintOf, opened, overflow, patient, readout, status} from "./mark-words.js";
import {servedSample} from "./sample-report.js";

const {browser, site} = await servedSample();

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

async function open(path: string, options: BrowserContextOptions = {}): ReturnType<typeof visit> {
  const context = await browser.newContext({viewport: {width: 1440, height: 900}, ...options});
  return await visit(context, site.url, path);
}

/** Goes by keys to the cell R5 F5 M5, the fifth of the first row. */
async function goToBest(page: Page, drawing: Locator): Promise<void> {
  await reach(drawing);
  await page.keyboard.press("Home");
  for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowRight");
  await expect.poll(() => readout(page).innerText(), patient).toMatch(/^R5 F5 M5: \d+ customers/);
}

describe("the keyboard", () => {
  it("reaches a drawing at one stop and its marks by the arrows, and each is said", async () => {
    const {page} = await open("relationship.html");
    const drawing = drawingOf(page, "grid");
    await reachable(drawing);
    await page.locator("#figure-grid .drawings").evaluate((around: HTMLElement) => {
      around.tabIndex = -1;
      around.focus();
    });
    await page.keyboard.press("Tab");
    expect(await drawing.evaluate((e) => e === document.activeElement)).toBe(true);
    // The page goes to where the focus is.
    await reachable(drawing);
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
    const drawing = figure.locator(".drawing:visible");
    await reachable(drawing);
    const stops = await figure.evaluate(
      (e) =>
        [...e.querySelectorAll<HTMLElement>(".drawings [tabindex], .drawings a")].filter(
          (stop) => stop.tabIndex >= 0 && stop.getClientRects().length > 0,
        ).length,
    );
    expect(stops).toBe(1);
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
    await page.waitForURL(/index\.html\?at=rfm:555$/);
    await expect.poll(() => page.getByRole("heading", {name: "555"}).count(), patient).toBe(1);
  });

  it("opens a cell of another scheme in place too, and follows the link of one that is no mark", async () => {
    for (const [isMark, url] of [
      [true, /rfm\.html\?at=rfm-ntile:5\/5\/5$/],
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
