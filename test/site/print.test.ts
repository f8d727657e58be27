import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {packPages} from "../../loaders/site/pdf-command.js";
import {composePack} from "../../loaders/site/pdf-compose.js";
import {servedSample} from "./sample-report.js";

const {browser, report, site} = await servedSample();
/** What an A4 sheet holds within its margins, in pixels. */
const sheet = {width: 703, height: 978};

const packStyle = await readFile(new URL("../../loaders/site/pdf.css", import.meta.url), "utf8");

/** How far down the first drawing of each page ends with its words, and what is wider than a sheet. */
async function printed(locale: "en" | "zh"): Promise<{ends: [string, number][]; wide: string[]}> {
  const folder = locale === "zh" ? "zh/" : "";
  const pages = await Promise.all(
    packPages(undefined).map(async (page) => ({
      ...page,
      html: await readFile(join(report.out, folder, `${page.slug}.html`), "utf8"),
    })),
  );
  const context = await browser.newContext({viewport: sheet});
  const page = await context.newPage();
  const address = `${site.url}${folder}pack.html`;
  const body = composePack(pages, locale, packStyle).html();
  await page.route(address, (route) => route.fulfill({contentType: "text/html; charset=utf-8", body}));
  await page.goto(address);
  await page.emulateMedia({media: "print"});
  const found = await page.evaluate((edge) => {
    const ends = [...document.querySelectorAll(".pack-page")].flatMap((section): [string, number][] => {
      const figure = section.querySelector(".exhibit");
      // Of a drawing that is parted only the upper half need stand there.
      const last = figure?.querySelector(".says");
      return last
        ? [[section.id, last.getBoundingClientRect().bottom - section.getBoundingClientRect().top]]
        : [];
    });
    const wide = [...document.querySelectorAll(".pack-page *")]
      .filter((e) => e.closest("svg") === null && e.getBoundingClientRect().right > edge + 1)
      .map((e) => `${e.closest(".pack-page")!.id}: ${e.localName} ${e.textContent!.trim().slice(0, 40)}`);
    return {ends, wide};
  }, sheet.width);
  await context.close();
  return found;
}

describe.each(["en", "zh"] as const)("the board pack on A4, in %s", (locale) => {
  const found = printed(locale);
  it("is no wider than its sheets, which the printer would else shrink as a whole", async () => {
    expect((await found).wide).toEqual([]);
  });
  it("carries head, figures and first drawing of every page on its first sheet", async () => {
    const {ends} = await found;
    expect(ends.length).toBeGreaterThan(10);
    expect(ends.filter(([, end]) => end > sheet.height)).toEqual([]);
  });
});
