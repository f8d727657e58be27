import {readFileSync} from "node:fs";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Served} from "../../loaders/site/serve.js";
import {openBrowser, serve, visit} from "../browser.js";
import {sampleReport} from "./sample-report.js";

let browser: Browser;
let site: Served;

beforeAll(async () => {
  const report = await sampleReport();
  [browser, site] = await Promise.all([openBrowser(), serve(report.out)]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

interface Step {
  /** The list that is set, and what to. */
  select: string;
  value: string;
  /** The button that is pressed in the same moment. */
  press: string;
}

/** The name and the text of the file that a button gives which is pressed in the moment that a list is set. */
async function takeAtOnce(page: Page, step: Step): Promise<{name: string; text: string}> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.evaluate(({select, value, press}) => {
      const list = document.querySelector<HTMLSelectElement>(select)!;
      if (value !== list.value) {
        list.value = value;
        list.dispatchEvent(new Event("change", {bubbles: true}));
      }
      document.querySelector<HTMLElement>(press)!.click();
    }, step),
  ]);
  return {name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8")};
}

/** Opens a page on a slow machine: what is chosen is not yet drawn when the next thing is pressed. */
async function slowly(path: string): Promise<Page> {
  const {page} = await visit(browser, site.url, path);
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", {rate: 8});
  return page;
}

const settled = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => performance.getEntriesByName("filter-rest").length > 0);
  await page.waitForLoadState("networkidle");
};

describe("a file that is asked for while a choice is still being drawn", () => {
  for (const [what, path, step] of [
    [
      "a chart",
      "pareto.html",
      {
        select: "select[name=region]",
        value: "East China",
        press: "#figure-whale-curve button[data-take=csv]",
      },
    ],
    [
      "a list by name",
      "zh/wallet.html",
      {
        select: "select[name=region]",
        value: "East China",
        press: "[data-list] button[data-take=csv]",
      },
    ],
    [
      "another pair of dates",
      "movement.html?region=East+China",
      {select: "select[name=model]", value: "metal", press: "#figure-moves button[data-take=csv]"},
    ],
  ] as const)
    it(`holds what ${what} shows then`, async () => {
      const page = await slowly(path);
      const before = await takeAtOnce(page, {...step, value: await page.locator(step.select).inputValue()});
      const atOnce = await takeAtOnce(page, step);
      await settled(page);
      const later = await takeAtOnce(page, step);
      expect(atOnce).toEqual(later);
      expect(atOnce.text).not.toBe(before.text);
      await page.close();
    });
});
