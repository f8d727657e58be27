import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {filesBelow} from "./sources.js";
import {type Tag, tagsOf} from "./tags.js";

/** A page of the finished site. */
export interface Page {
  /** Relative to the site, such as `zh/rfm.html`. */
  path: string;
  html: string;
  tags: Tag[];
}

/** A finished site, read once for all checks. */
export interface FinishedSite {
  directory: string;
  /** Paths of all files, sorted. */
  files: string[];
  has(path: string): boolean;
  pages: Page[];
  /** Texts of scripts (`.js`), styles and pictures (`.svg`), by path. */
  texts: Map<string, string>;
}

/** Something that a reader would run into, on a page or in a file. */
export interface Finding {
  where: string;
  problem: string;
}

export async function readFinishedSite(directory: string): Promise<FinishedSite> {
  const files = await filesBelow(directory);
  const known = new Set(files);
  const pages: Page[] = [];
  const texts = new Map<string, string>();
  for (const path of files) {
    if (!/\.(html|js|css|svg)$/.test(path)) continue;
    const text = await readFile(join(directory, path), "utf8");
    if (path.endsWith(".html")) pages.push({path, html: text, tags: [...tagsOf(text)]});
    else texts.set(path, text);
  }
  return {directory, files, has: (path) => known.has(path), pages, texts};
}

/** How a file is called in a message: as the writer of `zh/rfm.md` knows it where it is a page. */
export function pageName(path: string): string {
  return path.replace(/\.html$/, ".md");
}

/**
 * The file that a relative address leads to, with its fragment, or null where it leaves the site: one that starts with
 * a slash does, wherever the site stands below a host's root.
 */
export function resolveInside(from: string, address: string): {path: string; fragment: string} | null {
  const base = new URL(`http://site.invalid/below/${from}`);
  const url = new URL(address, base);
  if (url.origin !== base.origin || !url.pathname.startsWith("/below/")) return null;
  const path = decodeURIComponent(url.pathname.slice("/below/".length));
  const fragment = decodeURIComponent(url.hash.slice(1));
  return {path: path === "" || path.endsWith("/") ? `${path}index.html` : path, fragment};
}
