import {readFileSync} from "node:fs";
import type {BrowserContext, Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {serve, visit} from "../browser.js";
import {sampleReport, servedSample} from "./sample-report.js";

const {browser, report: analysts} = await servedSample();
const reports = {analysts, executives: await sampleReport("executives")};

/** Numbers from 0 to 1 that are the same in each run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** All that a page says, in its order, the words of marks too. */
async function words(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const passing = ".mark-layer, .mark-status, .readout, .take-away, .brush-bar, select, script, style";
    const main = document.querySelector("main")!.cloneNode(true) as HTMLElement;
    for (const part of main.querySelectorAll(`${passing}, [hidden]`)) part.remove();
    for (const title of main.querySelectorAll("title")) title.textContent ||= title.dataset.said ?? "";
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const said: string[] = [];
    while (walker.nextNode()) {
      const text = walker.currentNode.nodeValue!.replace(/\s+/g, " ").trim();
      if (text) said.push(text);
    }
    return said;
  });
}

/** What one page says more often than the other. */
function unlike(one: readonly string[], other: readonly string[]): string[] {
  const more = new Map<string, number>();
  for (const text of one) more.set(text, (more.get(text) ?? 0) + 1);
  for (const text of other) more.set(text, (more.get(text) ?? 0) - 1);
  return [...more].filter(([, n]) => n !== 0).map(([text]) => text);
}

/** What says how many customers there are: the headline, the segments' table, and the drawing's own words. */
async function sums(page: Page): Promise<number[]> {
  return await page.evaluate(() => {
    const digits = (text: string | null | undefined): number => Number((text ?? "").replace(/\D/g, ""));
    const map = document.querySelector("#figure-segment-map");
    const headline = document.querySelector(".figures [data-figure=customers]:not(.put-aside) .value");
    const cells = [...(map?.querySelectorAll(".twin tbody tr") ?? [])].map(
      (row) => row.children[2]!.textContent!,
    );
    const marks = [...(map?.querySelectorAll(".drawing.narrow [data-mark] title") ?? [])].map(
      (title) => title.textContent || (title as HTMLElement).dataset.said!,
    );
    const drawn = new Map(marks.map((said) => [said, /(?:: |：)([\d,]+)/.exec(said)?.[1]]));
    return [
      ...(headline && /^[\d,]+$/.test(headline.textContent!) ? [digits(headline.textContent)] : []),
      // A hidden part leaves nothing to compare.
      ...(cells.length > 0 && cells.every((text) => /^[\d,]+$/.test(text))
        ? [
            cells.reduce((sum, text) => sum + digits(text), 0),
            [...drawn.values()].reduce((sum, n) => sum + digits(n), 0),
          ]
        : []),
    ];
  });
}

/** What may be done to a page; false where it has nothing to do it to. */
const deeds: Record<string, (page: Page, next: () => number) => Promise<boolean>> = {
  async choose(page, next) {
    const lists = await page.locator("form.filters select").all();
    const list = lists[Math.floor(next() * lists.length)]!;
    const values = await list
      .locator("option")
      .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
    await list.selectOption(values[Math.floor(next() * values.length)]!);
    return true;
  },
  async press(page, next) {
    const marks = page.locator(".drawing:visible [data-mark]");
    const n = await marks.count();
    if (n === 0) return false;
    const mark = marks.nth(Math.floor(next() * n));
    await mark.evaluate((element) => element.scrollIntoView({block: "center", behavior: "instant"}));
    const box = (await mark.boundingBox())!;
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    return true;
  },
  async drag(page, next) {
    const charts = page.locator("figure:has(> .brush-bar) .drawing:visible");
    if ((await charts.count()) === 0 || (page.viewportSize()?.width ?? 0) < 500) return false;
    await charts.first().evaluate((e) => e.scrollIntoView({block: "center", behavior: "instant"}));
    const {x, y, width, height} = (await charts.first().boundingBox())!;
    const at = (): [number, number] => [x + next() * width, y + next() * height];
    await page.mouse.move(...at());
    await page.mouse.down();
    await page.mouse.move(...at(), {steps: 3});
    await page.mouse.up();
    return true;
  },
  async back(page) {
    if ((await page.evaluate(() => history.length)) < 3) return false;
    await page.goBack();
    return page.url() !== "about:blank" || (await page.goForward()) !== null;
  },
  async language(page) {
    await page.locator("a.language").click();
    await page.waitForLoadState("load");
    return true;
  },
};

/** The file of a chart on the page holds what its table shows: numbers that need no quotes, cell by cell. */
async function compareFile(page: Page, figure: string): Promise<void> {
  const button = page.locator(`${figure} > .take-away button[data-take=csv]`);
  if ((await button.count()) === 0) return;
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    button.evaluate((element) => (element as HTMLElement).click()),
  ]);
  const taken = readFileSync(await file.path(), "utf8")
    .trimEnd()
    .split("\r\n")
    .slice(1);
  const shown = await page
    .locator(`${figure} .twin tbody tr`)
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent!.trim())));
  expect(taken).toHaveLength(shown.length);
  for (const [r, line] of taken.entries())
    if (!line.includes('"'))
      for (const [c, cell] of shown[r]!.entries())
        if (/^[\d,]+$/.test(cell)) expect(line.split(",")[c]).toBe(cell.replaceAll(",", ""));
}

const phone = {viewport: {width: 375, height: 812}, hasTouch: true};
const desk = {viewport: {width: 1440, height: 900}};

describe("whoever walks at random through the pages", () => {
  for (const [audience, path, seed, window] of [
    ["analysts", "rfm.html", 11, desk],
    ["executives", "zh/rfm.html", 5, phone],
  ] as [keyof typeof reports, string, number, typeof desk][])
    it(`meets what a pasted address shows, and one number for one thing: ${audience}`, async () => {
      const site = await serve(reports[audience].out);
      const context: BrowserContext = await browser.newContext(window);
      const {page, misdeeds} = await visit(context, site.url, path);
      const next = numbers(seed);
      const trail = [path];
      for (let done = 0; done < 5; ) {
        const names = Object.keys(deeds);
        const name = names[Math.floor(next() ** 2 * names.length)]!;
        if (!(await deeds[name]!(page, next))) continue;
        done++;
        trail.push(name);
        const pasted = await visit(context, site.url, page.url().slice(site.url.length));
        await expect
          .poll(async () => {
            // What is pressed may come into the address only when its code has come.
            if (pasted.page.url() !== page.url()) await pasted.page.goto(page.url());
            trail.splice(-1, 1, `${name} ${page.url().slice(site.url.length)}`);
            return {trail, unlike: unlike(await words(page), await words(pasted.page))};
          })
          .toEqual({trail, unlike: []});
        expect({trail, sums: new Set(await sums(page)).size}).toEqual({
          trail,
          sums: expect.toSatisfy((n) => n < 2),
        });
        expect({trail, ...pasted.misdeeds}).toEqual({trail, errors: [], foreign: [], failed: []});
        await pasted.page.close();
      }
      await compareFile(page, "#figure-segment-map");
      expect({trail, ...misdeeds}).toEqual({trail, errors: [], foreign: [], failed: []});
      await context.close();
      await site.close();
    });
});
