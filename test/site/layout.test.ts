import {readFileSync} from "node:fs";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {openBrowser} from "../browser.js";

const source = new URL("../../src/", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, source), "utf8");
const styles = [...read("style.css").matchAll(/@import "(.*?)"/g)].map(([, path]) => read(path!)).join("\n");

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

async function laidOut(content: string, width: number): Promise<Page> {
  const page = await browser.newPage({viewport: {width, height: 800}});
  await page.setContent(
    `<!doctype html><style>${styles}</style><div id="observablehq-center"><main class="page">${content}</main></div>`,
  );
  return page;
}

describe("the row of figures", () => {
  const figures = (n: number): string =>
    `<div class="figures"><dl>${`<div class="figure"><dt>Customers</dt><dd><span class="value">¥12.3M</span><span class="change">up 3.1 points since 30 September 2025</span></dd></div>`.repeat(n)}</dl></div>`;
  it("leaves none of four, five or six alone in the last row, unless it has the row to itself", async () => {
    for (const width of [1440, 1128, 1010, 990, 768, 700, 641, 375])
      for (const n of [4, 5, 6]) {
        const page = await laidOut(figures(n), width);
        const boxes = await page
          .locator(".figure")
          .evaluateAll((all) =>
            all.map((e) => ({top: e.getBoundingClientRect().top, width: e.getBoundingClientRect().width})),
          );
        const rows = [...new Set(boxes.map((b) => b.top))].map((top) => boxes.filter((b) => b.top === top));
        const alone = rows.at(-1)!.length === 1 && rows.at(-1)![0]!.width < boxes[0]!.width * 1.5;
        expect(alone, `${n} at ${width}`).toBe(false);
        await page.close();
      }
  });
});

describe("a list of customers on a phone", () => {
  it("shows whom a row is of and what ranks it before anything is scrolled", async () => {
    const row =
      '<tr><th scope="row"><a href="#">C000097</a></th><td>榕澳瑞旭传动股份有限公司</td><td class="number">¥4,600,539.09</td><td>Recovery</td><td class="long">Silent beyond its own rhythm: 101 days beyond its long gap, since 22 September 2025, and more of it</td></tr>';
    const page = await laidOut(
      `<div class="scroll" tabindex="0"><table><caption>The alerts with the most money at risk</caption><thead><tr><th>Customer</th><th>Name</th><th class="number">At risk</th><th>Phase</th><th>Signs</th></tr></thead><tbody>${row}</tbody></table></div>`,
      375,
    );
    const right = (what: string): Promise<number> =>
      page.locator(what).evaluate((e) => e.getBoundingClientRect().right);
    expect(await right("tbody td.number")).toBeLessThanOrEqual(await right(".scroll"));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
    const wide = await page.locator("td.long").evaluate((e) => e.getBoundingClientRect().width);
    expect(wide).toBeGreaterThan(150);
    await page.close();
  });
});

describe("words", () => {
  it("break where a name has no place to break at, instead of widening the page", async () => {
    const word = "Hochgeschwindigkeitspräzisionswerkzeugmaschinenbau";
    const page = await laidOut(`<h1>${word}</h1><p class="says">The gap is that of “${word}”: ¥1.</p>`, 375);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
    await page.close();
  });
  it("stand in a caption as wide as a line, also over few and short columns", async () => {
    const page = await laidOut(
      '<div class="scroll"><table><caption>Response to a non-conformity and participation, class by profit</caption><tr><th>A</th><td>1</td></tr></table></div>',
      1440,
    );
    const caption = page.locator("caption");
    expect(await caption.evaluate((e) => e.getBoundingClientRect().height)).toBeLessThan(60);
    await page.close();
  });
});

describe("two drawings side by side", () => {
  it("are so on a tablet, each at a width that a phone's drawing fills", async () => {
    const one =
      '<figure class="exhibit half"><div class="drawings"><div class="drawing narrow">x</div><div class="drawing wide">y</div></div></figure>';
    const tops = async (width: number): Promise<number[]> => {
      const page = await laidOut(`<div class="pair">${one}${one}</div>`, width);
      const found = await page
        .locator(".exhibit")
        .evaluateAll((all) => all.map((e) => Math.round(e.getBoundingClientRect().top)));
      expect(await page.locator(".drawing.narrow").first().isVisible()).toBe(width < 1024);
      await page.close();
      return found;
    };
    for (const width of [1440, 768]) expect(new Set(await tops(width)).size).toBe(1);
    expect(new Set(await tops(375)).size).toBe(2);
  });
});
