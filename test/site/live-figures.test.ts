import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {visit} from "../browser.js";
import {servedSample} from "./sample-report.js";

const {browser, site} = await servedSample();

async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(100);
  await page.waitForFunction(() => {
    const [drawn, rest] = ["filter", "filter-rest"].map((name) => performance.getEntriesByName(name).at(-1));
    return drawn && rest && rest.startTime >= drawn.startTime + drawn.duration;
  });
}

/** The figures that say that they show everyone. */
async function unfiltered(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll("figure.exhibit")]
      .filter((figure) => figure.querySelector(":scope > .scope"))
      .map((figure) => figure.id.replace("figure-", "")),
  );
}

const says = (page: Page, figure: string): Promise<string> =>
  page.locator(`#figure-${figure} .says`).innerText();

// At a past date those of the newest date alone.
const cases: {path: string; left: string[]}[] = [
  {path: "relationship.html?region=East+China", left: []},
  {path: "relationship.html?as_of=2025-06-30", left: ["assessment-ages", "stage-cross"]},
  {path: "zh/wallet.html?class=A", left: []},
  {path: "movement.html?region=East+China", left: []},
  {path: "warnings.html?region=East+China", left: ["catch-caught", "catch-money", "signal-precision"]},
  {path: "wallet.html?brush=rfm:555.545.554", left: []},
];

describe("the pages of relationships, wallets, movement and warnings", () => {
  it.each(cases)("answer to $path, but for $left", async ({path, left}) => {
    const {page, misdeeds} = await visit(browser, site.url, path);
    await settled(page);
    expect(await page.locator("figure.exhibit").count()).toBeGreaterThan(left.length);
    expect(await unfiltered(page)).toEqual(left);
    expect(misdeeds).toEqual({errors: [], foreign: [], failed: []});
    await page.close();
  });
});

describe("a figure of the newest date alone", () => {
  it("shows everyone again when a past date is chosen after a filter", async () => {
    const {page} = await visit(browser, site.url, "relationship.html");
    const everyone = await says(page, "assessment-ages");
    await page.locator("form.filters select[name=region]").selectOption("East China");
    await expect.poll(() => says(page, "assessment-ages")).not.toBe(everyone);
    await page.locator("form.filters select[name=as_of]").selectOption("2025-06-30");
    await expect.poll(() => unfiltered(page)).toEqual(["assessment-ages", "stage-cross"]);
    expect(await says(page, "assessment-ages")).toBe(everyone);
    await page.close();
  });
});

describe("the choice of two dates under a filter", () => {
  it("shows the chosen customers of a pair that filters know, and everyone of another", async () => {
    const {page, misdeeds} = await visit(browser, site.url, "movement.html");
    const year = await says(page, "moves");
    await page.locator("form.filters select[name=class]").selectOption("A");
    await settled(page);
    const filtered = await says(page, "moves");
    expect(filtered).not.toBe(year);
    await page.locator(".moves-chooser select[name=from]").selectOption("2025-06-30");
    await expect.poll(() => unfiltered(page)).toEqual(["moves"]);
    expect(await says(page, "moves")).toContain("from 30 Jun to 31 Dec 2025");
    expect(page.url()).toContain("class=A");
    await page.goBack();
    await expect.poll(() => says(page, "moves")).toBe(filtered);
    expect(await unfiltered(page)).toEqual([]);
    await page.locator(".moves-chooser select[name=from]").selectOption("2023-12-31");
    await expect.poll(() => says(page, "moves")).toContain("from 31 Dec 2023 to 31 Dec 2025");
    await settled(page);
    expect(await unfiltered(page)).toEqual([]);
    const whole = await says(page, "moves");
    await page.locator("form.filters button[type=reset]").click();
    await expect.poll(() => says(page, "moves")).not.toBe(whole);
    expect(await says(page, "moves")).toContain("from 31 Dec 2023 to 31 Dec 2025");
    expect(misdeeds).toEqual({errors: [], foreign: [], failed: []});
    await page.close();
  });

  it("is taken together with the filter from a pasted address", async () => {
    const {page} = await visit(
      browser,
      site.url,
      "movement.html?class=A&model=abc&from=2023-12-31&to=2025-12-31",
    );
    await expect.poll(() => page.locator("#figure-moves .chart-title").innerText()).toContain("ABC");
    await settled(page);
    const squares = await page
      .locator("#figure-moves .twin td:nth-child(2)")
      .evaluateAll((cells) => [...new Set(cells.map((cell) => cell.textContent))]);
    expect(squares).toEqual(["Class A"]);
    await page.close();
  });
});
