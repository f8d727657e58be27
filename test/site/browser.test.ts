import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import type {Served} from "../../loaders/site/serve.js";
import {openBrowser, serve, visit} from "../browser.js";
import {Project} from "./project.js";

const project = new Project();
let browser: Browser;
let served: Served;

beforeAll(async () => {
  [browser] = await Promise.all([openBrowser(), project.begin()]);
  served = await serve(project.out, "/a/b/");
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  project.remove();
});

test("below a host's root every page works, asks for nothing elsewhere, and the console is clean", async () => {
  const {page, misdeeds} = await visit(browser, served.url, "index.html");
  await expect
    .poll(() => page.locator("#described").textContent())
    .toBe("2 classes, 12 customers in the first");
  await page.locator("main a", {hasText: "中文"}).click();
  await page.waitForURL("**/a/b/zh/#*");
  await expect.poll(() => page.locator("main .observablehq--block").textContent()).toContain("6");
  await page.locator("main a", {hasText: "English"}).click();
  await page.locator("main a", {hasText: "All cells"}).click();
  await page.waitForURL("**/a/b/cells.html#figures");
  await expect.poll(() => page.locator("main p").textContent()).toContain("Customer relationships");
  expect(misdeeds).toEqual({errors: [], foreign: [], failed: []});
});

test("nothing is served above the site's path, nor out of its folder", async () => {
  const root = new URL("/", served.url);
  expect((await fetch(new URL("/index.html", root))).status).toBe(404);
  expect((await fetch(`${served.url}..%2f..%2fdata/cubes.json`)).status).toBe(404);
  expect((await fetch(`${served.url}index.html`)).status).toBe(200);
});

test("a site that was swapped shows at the next reload", async () => {
  project.write("src/cells.md", "# Cells\n\n## Figures\n\nSwapped.\n");
  await project.build();
  expect(await (await fetch(`${served.url}cells.html`)).text()).toContain("Swapped.");
});
