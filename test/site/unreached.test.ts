import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {visit} from "../browser.js";
import {servedSample} from "./sample-report.js";

const {browser, site} = await servedSample("own");

async function shown(page: Page): Promise<{state: string; customers: string; cells: string}> {
  return await page.evaluate(() => ({
    state: document.querySelector(".filter-state")!.textContent!,
    customers: document.querySelector("[data-figure=active-customers] .value")!.textContent!,
    cells: document.querySelector("[id^=figure-rfm-together-customers] .drawing.wide")!.textContent!,
  }));
}

describe("a choice whose data can't be fetched", () => {
  for (const [what, files, thenComes] of [
    [
      "a date comes with the connection",
      "**/files/filters/**",
      () => void dispatchEvent(new Event("online")),
    ],
    // A browser doesn't ask again for a script that it could not load.
    [
      "the code that draws it comes when the page is loaded again",
      "**/_import/**",
      () => void location.reload(),
    ],
  ] as const)
    it(`shows everyone and says so, not what was chosen before; ${what}`, async () => {
      const {page} = await visit(browser, site.url, "index.html");
      const everyone = await shown(page);
      const choose = async (name: string, index: number) =>
        await page.locator(`select[name=${name}]`).selectOption({index});
      if (what.startsWith("a date")) {
        await choose("region", 1);
        await expect.poll(async () => (await shown(page)).cells).not.toBe(everyone.cells);
      }
      await page.route(files, (route) => route.abort("internetdisconnected"));
      await choose("as_of", 2);
      await expect
        .poll(async () => await shown(page))
        .toEqual({
          ...everyone,
          state:
            "What you chose could not be loaded: charts show all customers. Check the connection and choose again, or reload the page.",
        });
      await page.unroute(files);
      await page.evaluate(thenComes);
      await expect.poll(async () => (await shown(page)).state).toMatch(/^Chosen: /);
      await expect.poll(async () => (await shown(page)).customers).not.toBe(everyone.customers);
      await page.close();
    });
});
