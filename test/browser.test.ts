import {createServer, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {openBrowser, visit} from "./browser.js";

let browser: Browser;
let server: Server;
let url: string;

beforeAll(async () => {
  browser = await openBrowser();
  server = createServer((request, response) => {
    if (request.url === "/never") return;
    response.writeHead(request.url === "/none" ? 404 : 200, {"content-type": "text/html"});
    response.end("<!doctype html><title>A page</title>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

test("what a page was still loading when it was left is no misdeed", async () => {
  const {page, misdeeds} = await visit(browser, url, "a.html");
  const asked = page.waitForRequest(`${url}never`);
  await page.evaluate(() => void fetch("never").catch(() => {}));
  await asked;
  await page.goto(`${url}b.html`);
  await page.goBack();
  expect(misdeeds).toEqual({errors: [], foreign: [], failed: []});
});

test("what fails while the page stays is a misdeed, also on a page that was gone to later", async () => {
  const {page, misdeeds} = await visit(browser, url, "a.html");
  for (const path of ["a.html", "b.html"]) {
    await page.goto(`${url}${path}`);
    await page.evaluate(async () => {
      await fetch("none");
      const stop = new AbortController();
      const answer = fetch("never", {signal: stop.signal}).catch(() => {});
      setTimeout(() => stop.abort(), 50);
      await answer;
    });
  }
  await expect
    .poll(() => misdeeds.failed)
    .toEqual([
      `404 ${url}none`,
      `net::ERR_ABORTED ${url}never`,
      `404 ${url}none`,
      `net::ERR_ABORTED ${url}never`,
    ]);
});
