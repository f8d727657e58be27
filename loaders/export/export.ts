import {readFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import type {Locale} from "../../src/cubes.js";
import {bundleScripts} from "./bundle.js";
import {composePage, openPage} from "./compose.js";
import {carriedFiles} from "./embed.js";

/** A page as one HTML file. */
interface ExportedPage {
  html: string;
  asOf: string;
  /** The as-of dates that its filters know, newest first; none where it has no filters. */
  dates: string[];
}

/**
 * A page of a built site as one file that opens from a disk, with its charts drawn and, where scripts run, its filters and
 * choices working.
 *
 * @throws UserError where a page can't be one file
 */
export async function exportPage(site: string, slug: string, locale: Locale): Promise<ExportedPage> {
  const path = `${locale === "zh" ? "zh/" : ""}${slug}.html`;
  const page = openPage(await readFile(join(site, path), "utf8"), path);
  const shown = [...page.figures, ...page.headlines];
  const script = await bundleScripts(site, path, page.script, {
    filters: page.hasFilters,
    shown,
    lists: page.lists,
  });
  const sheets = page.styles.map((href) => readFile(join(site, dirname(path), href), "utf8"));
  const style = (await Promise.all(sheets)).join("\n");
  const {figures, headlines, marks, lists, rows} = page;
  const {files, dates} = await carriedFiles({
    site,
    page: slug,
    script,
    figures,
    headlines,
    marks,
    lists,
    rows,
  });
  return {html: composePage(page, {style, script, files, dates}), asOf: page.asOf, dates};
}
