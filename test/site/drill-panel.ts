import {readdirSync} from "node:fs";
import {join} from "node:path";
import type {Browser, BrowserContextOptions, Locator, Page} from "playwright-core";
import {openDatabase, rowsOf} from "../../loaders/database.js";
import {type Misdeeds, visit} from "../browser.js";
import type {SampleReport} from "./sample-report.js";

/** Of a page that is as it should be. */
export const nothing: Misdeeds = {errors: [], foreign: [], failed: []};

/** Opens a page of a site in a window of its own. */
export async function openPage(
  browser: Browser,
  site: string,
  path: string,
  options: BrowserContextOptions = {},
): Promise<{page: Page; misdeeds: Misdeeds}> {
  const context = await browser.newContext({viewport: {width: 1440, height: 900}, ...options});
  return await visit(context, site, path);
}

/** What tells who is behind a mark. */
export const panelOf = (page: Page): Locator => page.locator(".drill");

/** The first mark of a text that is seen. */
export const mark = (page: Page, text: string): Locator =>
  page.locator(`.drawing:visible [data-mark="${text}"]`).first();

/** The customers that the panel names. */
export const rows = (page: Page): Locator => panelOf(page).locator("tbody tr");

/** What the panel counts, by its words, once it stands. */
export async function counts(page: Page): Promise<Record<string, string>> {
  await panelOf(page).locator("dl").waitFor();
  return await panelOf(page)
    .locator("dl > div")
    .evaluateAll((pairs) =>
      Object.fromEntries(
        pairs.map((pair) => [pair.querySelector("dt")!.textContent!, pair.querySelector("dd")!.textContent!]),
      ),
    );
}

/** The ids of the customers that the panel names, in their order. */
export const idsOf = (page: Page): Promise<string[]> => panelOf(page).locator("tbody th").allTextContents();

/** Rows of the report's warehouse. */
export async function query<Row>({store}: SampleReport, sql: string): Promise<Row[]> {
  const folder = join(store, "warehouse");
  const {connection, close} = await openDatabase(join(folder, readdirSync(folder)[0]!));
  try {
    return await rowsOf<Row>(connection, sql);
  } finally {
    close();
  }
}

/** In a query: at the newest date. */
export const now = "as_of = (SELECT max(as_of) FROM scores)";
