import type {Browser, BrowserContext} from "playwright-core";
import {type Finding, pageName} from "../finished-site.js";
import {serve} from "../serve.js";

const atOnce = 4;
const below = "/a/b/";

/**
 * Opens every page in a browser, served below a host's root, and reports what goes wrong while it loads: errors in the
 * console, requests that fail, requests to another host (which are not let through), and cells that never finish.
 */
export async function verifyInBrowser(
  browser: Browser,
  directory: string,
  pages: readonly string[],
): Promise<Finding[]> {
  const served = await serve(directory, {below});
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, serviceWorkers: "block"});
  const findings: Finding[] = [];
  try {
    const {origin} = new URL(served.url);
    await context.route(
      (url) => url.origin !== origin,
      (route) => route.abort("blockedbyclient"),
    );
    const waiting = [...pages];
    const work = async () => {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        findings.push(...(await openPage(context, served.url, path)));
      }
    };
    await Promise.all(Array.from({length: atOnce}, work));
  } finally {
    await context.close();
    await served.close();
  }
  return findings.sort((a, b) => (a.where < b.where ? -1 : a.where > b.where ? 1 : 0));
}

const firstLine = (text: string) => text.split("\n")[0];

async function openPage(context: BrowserContext, site: string, path: string): Promise<Finding[]> {
  const problems = new Set<string>();
  const page = await context.newPage();
  const local = (url: string) => (url.startsWith(site) ? url.slice(site.length) : url);
  page.on("console", (message) => {
    // A failed request is reported with its address below; the browser's own line about it has none.
    if (message.type() === "error" && !/^Failed to load resource/.test(message.text()))
      problems.add(`console error: ${firstLine(message.text())}`);
  });
  page.on("pageerror", (error) => problems.add(`console error: ${firstLine(error.message)}`));
  page.on("request", (request) => {
    if (!/^(data|blob|about):/.test(request.url()) && !request.url().startsWith(site))
      problems.add(`asks another host or outside the site for ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400)
      problems.add(`request for ${local(response.url())} gives ${response.status()}`);
  });
  page.on("requestfailed", (request) => {
    if (request.url().startsWith(site))
      problems.add(`request for ${local(request.url())} fails: ${request.failure()?.errorText}`);
  });
  try {
    await page.goto(site + encodeURI(path), {waitUntil: "load", timeout: 30_000});
    await page
      .waitForFunction(() => document.querySelector("observablehq-loading") === null, null, {timeout: 10_000})
      .catch(() => {
        problems.add("a cell is still loading after ten seconds");
      });
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))),
    );
  } catch (error) {
    problems.add(`doesn't open: ${firstLine((error as Error).message)}`);
  }
  await page.close();
  return [...problems].map((problem) => ({where: pageName(path), problem}));
}
