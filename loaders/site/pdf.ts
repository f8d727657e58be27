import {readFile} from "node:fs/promises";
import {join} from "node:path";
import type {Browser} from "playwright-core";
import type {Locale} from "../../src/cubes.js";
import {composePack, type PackPage} from "./pdf-compose.js";
import {dated, readPages} from "./pdf-pages.js";
import {serve} from "./serve.js";

interface PrintedPack {
  pdf: Buffer;
  pages: number;
  report: string;
  asOf: string;
}

/**
 * Prints pages of a built site as one PDF with cover, contents, outline and tags, on A4. It is printed a second time to
 * write into the list of contents where each page begins.
 */
export async function printPack(
  browser: Browser,
  site: string,
  pages: readonly PackPage[],
  locale: Locale,
): Promise<PrintedPack> {
  const folder = locale === "zh" ? "zh/" : "";
  const built = await Promise.all(
    pages.map(async (page) => ({
      ...page,
      html: await readFile(join(site, `${folder}${page.slug}.html`), "utf8"),
    })),
  );
  const style = await readFile(new URL("pdf.css", import.meta.url), "utf8");
  const pack = composePack(built, locale, style);
  const served = await serve(site);
  const context = await browser.newContext({javaScriptEnabled: false, serviceWorkers: "block"});
  try {
    const page = await context.newPage();
    const address = `${served.url}${folder}pack.html`;
    let html = pack.html();
    await page.route(
      (url) => !url.href.startsWith(served.url),
      (route) => route.abort("blockedbyclient"),
    );
    await page.route(address, (route) =>
      route.fulfill({contentType: "text/html; charset=utf-8", body: html}),
    );
    const print = async (): Promise<Buffer> => {
      await page.goto(address, {waitUntil: "load", timeout: 120_000});
      return await page.pdf({
        format: "A4",
        preferCSSPageSize: true,
        printBackground: true,
        outline: true,
        tagged: true,
      });
    };
    const {places} = readPages(await print());
    html = pack.html(places);
    const pdf = await print();
    const {count} = readPages(pdf);
    return {pdf: dated(pdf, pack.asOf), pages: count, report: pack.report, asOf: pack.asOf};
  } finally {
    await context.close();
    await served.close();
  }
}
