import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {visit} from "../browser.js";
import {servedSample} from "./sample-report.js";

const {browser, site} = await servedSample("own");

const chosen = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLSelectElement>(".moves-chooser select")].map((s) => s.value).join(" "),
  );
const says = (page: Page): Promise<string> => page.locator("#figure-moves .says").innerText();
const placeOf = (page: Page, selector: string): Promise<number> =>
  page.locator(selector).evaluate((e) => e.getBoundingClientRect().top + scrollY);

describe("the choice of two dates", () => {
  it("redraws the figure, stands in the address, goes back and forward, and moves nothing below", async () => {
    const {page, misdeeds} = await visit(browser, site.url, "movement.html");
    const [first, below] = [await chosen(page), await placeOf(page, "#models")];
    expect(first).toBe("grid_stage 2024-12-31 2025-12-31");
    const before = await says(page);
    await page.selectOption("select[name=from]", "2025-06-30");
    await page.waitForURL("**/movement.html?model=grid_stage&from=2025-06-30&to=2025-12-31");
    await expect.poll(() => says(page)).toContain("from 30 Jun to 31 Dec 2025");
    expect(await page.locator("#figure-moves .drawing svg:visible").getAttribute("aria-label")).toContain(
      "30 Jun",
    );
    await page.selectOption("select[name=model]", "metal");
    await expect
      .poll(() => page.locator("#figure-moves .chart-title").innerText())
      .toContain("migration pyramid");
    expect(await chosen(page)).toBe("metal 2025-06-30 2025-12-31");
    expect(await placeOf(page, "#models")).toBe(below);
    await page.goBack();
    await expect.poll(() => chosen(page)).toBe("grid_stage 2025-06-30 2025-12-31");
    await page.goBack();
    await expect.poll(() => chosen(page)).toBe(first);
    expect(await says(page)).toBe(before);
    await page.goForward();
    await expect.poll(() => says(page)).toContain("from 30 Jun to 31 Dec 2025");
    expect(misdeeds).toEqual({errors: [], foreign: [], failed: []});
    await page.close();
  });

  it("is taken from a pasted address, and from what there is where the address asks for nonsense", async () => {
    const query = "?model=abc&from=2024-03-31&to=2024-09-30";
    const pasted = await visit(browser, site.url, `zh/movement.html${query}`);
    await expect.poll(() => chosen(pasted.page)).toBe("abc 2024-03-31 2024-09-30");
    expect(await says(pasted.page)).toContain("2024年3月31日至9月30日");
    await pasted.page.close();
    for (const bad of ["?model=donut", "?model=metal&from=2025-12-31&to=2024-12-31", "?from=%3Cb%3E&to="]) {
      const {page, misdeeds} = await visit(browser, site.url, `movement.html${bad}`);
      await expect.poll(() => chosen(page)).toMatch(/^(grid_stage|metal) 2024-12-31 2025-12-31$/);
      expect(misdeeds.errors).toEqual([]);
      await page.close();
    }
  });

  it("is drawn on paper in both halves, and so is what a filter has redrawn", async () => {
    const {page} = await visit(browser, site.url, "movement.html");
    await page.locator("form.moves-chooser[data-ready]").waitFor();
    /** The lower half as it is printed, and the numbers of the drawing that it repeats. */
    const lower = async (): Promise<{picture: string; numbers: string}> => {
      await page.emulateMedia({media: "print"});
      const half = page.locator("#figure-moves .lower-half");
      const picture = (await half.screenshot()).toString("base64");
      const numbers = await half.evaluate((e) => {
        const repeated = document.querySelectorAll(e.querySelector("use")!.getAttribute("href")!);
        const drawing = e.closest("figure")!.querySelector(".drawing.middle")!;
        return repeated.length === 1 && drawing.contains(repeated[0]!) ? repeated[0]!.textContent! : "";
      });
      await page.emulateMedia({media: "screen"});
      return {picture, numbers};
    };
    const whole = await lower();
    expect(whole.numbers).toMatch(/\d/);
    await page.locator("select[name=region]").selectOption({index: 1});
    await expect.poll(async () => (await lower()).numbers).not.toBe(whole.numbers);
    const filtered = await lower();
    expect(filtered.picture).not.toBe(whole.picture);
    await page.locator("select[name=region]").selectOption({index: 0});
    await expect.poll(async () => (await lower()).numbers).toBe(whole.numbers);
    await page.selectOption("select[name=model]", "metal");
    await expect.poll(async () => (await lower()).numbers).not.toBe(whole.numbers);
    expect((await lower()).picture).not.toBe(whole.picture);
    await page.close();
  });

  it("offers no second day before the first, and works from the keyboard", async () => {
    const {page} = await visit(browser, site.url, "movement.html");
    await page.locator("select[name=from]").focus();
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => chosen(page)).toBe("grid_stage 2025-03-31 2025-12-31");
    const days = await page
      .locator("select[name=to] option:not([disabled])")
      .evaluateAll((options) => options.map((o) => (o as HTMLOptionElement).value));
    expect(days).toEqual(["2025-06-30", "2025-09-30", "2025-12-31"]);
    await page.close();
  });

  it("is not there without scripts, where every model stands drawn over about a year", async () => {
    const quiet = await browser.newContext({javaScriptEnabled: false});
    const {page} = await visit(quiet, site.url, "movement.html");
    expect(await page.locator(".moves-chooser").isVisible()).toBe(false);
    for (const figure of ["moves", "moves-wallet-stage", "moves-metal", "moves-rfm-segment", "moves-abc"])
      expect(await page.locator(`#figure-${figure} .drawing svg`).count()).toBe(3);
    await quiet.close();
  });
});
