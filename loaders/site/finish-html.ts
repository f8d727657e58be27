import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {withDrawnParts} from "./drawn-parts.js";
import {filesBelow} from "./sources.js";

const stockStart = "<!DOCTYPE html>\n<html>\n";
const stockViewport = '<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">';

/** The language of a page by its path: Chinese lives below `zh/`. */
function languageOf(path: string): "en" | "zh-CN" {
  return /^zh(\/|\.html$)/.test(path) ? "zh-CN" : "en";
}

/**
 * Mends what Framework writes into every page and no setting changes: a language for screen readers, zooming allowed,
 * an empty icon where the page names none (browsers would ask the host's root for one), anchors for Chinese headings.
 *
 * @throws Error where the page isn't as Framework 1.13.4 writes it: its next version must be looked at by hand
 */
export function finishHtml(path: string, html: string): string {
  if (!html.startsWith(stockStart)) throw new Error(`${path}: doesn't start as Framework's pages do`);
  if (!html.includes(stockViewport)) throw new Error(`${path}: has another viewport than Framework's pages`);
  const icon = /<link\b[^>]*\brel="?(shortcut )?icon\b/.test(html) ? "" : '\n<link rel="icon" href="data:,">';
  return nameHeadings(html)
    .replace(stockStart, `<!DOCTYPE html>\n<html lang="${languageOf(path)}">\n`)
    .replace(stockViewport, `<meta name="viewport" content="width=device-width, initial-scale=1">${icon}`);
}

const unnamed =
  /<(h[1-6]) id="(?:-\d+)?"([^>]*)><a class="observablehq-header-anchor" href="#[^"]*">([\s\S]*?)<\/a>/g;

/** Framework makes anchors of Latin letters alone, so a Chinese heading has none: it gets its own text. */
function nameHeadings(html: string): string {
  const taken = new Set<string>();
  return html.replace(unnamed, (_all, tag: string, rest: string, inside: string) => {
    const text = inside
      .replace(/<[^>]*>/g, "")
      .trim()
      .replace(/["\s]+/g, "-");
    let id = text;
    for (let count = 2; taken.has(id); count++) id = `${text}-${count}`;
    taken.add(id);
    return `<${tag} id="${id}"${rest}><a class="observablehq-header-anchor" href="#${encodeURIComponent(id)}">${inside}</a>`;
  });
}

/** Finishes every page of a site in place; `drawn` is the folder of what was set aside from them. */
export async function finishPages(site: string, drawn: string): Promise<number> {
  const pages = (await filesBelow(site)).filter((path) => path.endsWith(".html"));
  for (const path of pages) {
    const file = join(site, path);
    await writeFile(file, finishHtml(path, withDrawnParts(await readFile(file, "utf8"), drawn)));
  }
  return pages.length;
}
