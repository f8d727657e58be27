import type {Browser, BrowserContext, Locator, Page, Request} from "playwright-core";
import {launchChromium} from "../loaders/site/chromium.js";
import {type Served, serve as serveSite} from "../loaders/site/serve.js";

let shared: Promise<Browser> | undefined;

/**
 * A headless Chromium; throws, and so fails the test, where there is none. Close it in `afterAll`: that closes what a test
 * file has opened in it. The browser itself serves all test files of this process, and ends with it; one of its `own` is for
 * a file that works lists by the keyboard: in a browser that had served many pages arrow keys have failed to change them.
 */
export async function openBrowser(own?: "own"): Promise<Browser> {
  if (own) return await launchChromium();
  shared ??= launchChromium().then((browser) => {
    browser.close = async () => {
      for (const context of browser.contexts()) await context.close();
    };
    return browser;
  });
  return await shared;
}

/** Serves a folder on a free port of 127.0.0.1, below a path such as `/a/b/` where one is given. */
export async function serve(directory: string, below = "/"): Promise<Served> {
  return await serveSite(directory, {below});
}

/** What a page did that it shouldn't: read these after the page has been used. */
export interface Misdeeds {
  /** Errors in the console and errors nobody caught. */
  errors: string[];
  /** Requests to anywhere but the site; they are not let through. */
  foreign: string[];
  /** Requests answered with 400 or more, or not at all, though the page stayed to wait for them. */
  failed: string[];
}

/** Opens an address in a fresh page and keeps account of what goes wrong from the first request on. */
export async function visit(
  browser: Browser | BrowserContext,
  site: string,
  path: string,
): Promise<{page: Page; misdeeds: Misdeeds}> {
  const page = await browser.newPage();
  const misdeeds: Misdeeds = {errors: [], foreign: [], failed: []};
  await page.route(
    (url) => !url.href.startsWith(site),
    (route) => {
      misdeeds.foreign.push(route.request().url());
      return route.abort("blockedbyclient");
    },
  );
  page.on("console", (message) => message.type() === "error" && misdeeds.errors.push(message.text()));
  page.on("pageerror", (error) => misdeeds.errors.push(error.message));
  page.on(
    "response",
    (response) => response.status() >= 400 && misdeeds.failed.push(`${response.status()} ${response.url()}`),
  );
  // Whoever goes to another page cuts off what the one before is still loading, and asks for until it is gone.
  const underway = new Set<Request>();
  let leaving = false;
  page.on("request", (request) => {
    const goes = request.isNavigationRequest() && request.frame() === page.mainFrame();
    if (goes) underway.clear();
    if (goes || !leaving) underway.add(request);
    leaving ||= goes;
  });
  page.on("framenavigated", (frame) => {
    if (frame === page.mainFrame()) leaving = false;
  });
  page.on("requestfinished", (request) => underway.delete(request));
  page.on("requestfailed", (request) => {
    const text = request.failure()?.errorText;
    if (underway.delete(request) || text !== "net::ERR_ABORTED")
      misdeeds.failed.push(`${text} ${request.url()}`);
  });
  await page.goto(new URL(path, site).href, {waitUntil: "load"});
  return {page, misdeeds};
}

/** Waits until the page's script has made a drawing a stop of the Tab key, which may be after `load`, and nothing moves. */
export async function reachable(drawing: Locator): Promise<void> {
  await drawing.and(drawing.page().locator("[tabindex='0']")).waitFor();
  await drawing.evaluate(async (element) => {
    let before = Number.NaN;
    for (let still = 0; still < 3; ) {
      await new Promise(requestAnimationFrame);
      const {top} = element.getBoundingClientRect();
      still = top === before ? still + 1 : 0;
      before = top;
    }
  });
}

/** Goes to a drawing as the Tab key does. */
export async function reach(drawing: Locator): Promise<void> {
  await reachable(drawing);
  await drawing.focus();
}
