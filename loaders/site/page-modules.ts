import {findImports} from "@observablehq/framework/dist/javascript/imports.js";
import {parseProgram} from "@observablehq/framework/dist/javascript/parse.js";
import {type FinishedSite, type Page, resolveInside} from "./finished-site.js";

/** Framework's own client stays as it is: pages import it by its name, and it loads what no page here uses. */
export const isModule = (path: string): boolean => /^_(import|node)\/.+\.js$/.test(path);

/** What a page starts with. */
export interface Start {
  page: Page;
  /** Paths of the modules that its scripts import. */
  entries: string[];
  /** Those of them that it needs at once. */
  preloaded: string[];
}

/** Reads what a page starts with out of its scripts and links. */
export function startOf(page: Page, site: FinishedSite): Start {
  const at = (address: string): string => resolveInside(page.path, address)?.path ?? "";
  const entries = new Set<string>();
  const links = new Set<string>();
  for (const {name, attributes, text} of page.tags) {
    if (name === "link" && attributes.get("rel") === "modulepreload") links.add(at(attributes.get("href")!));
    if (name !== "script" || attributes.get("type") !== "module") continue;
    for (const found of findImports(parseProgram(text), `/${page.path}`, text))
      if (found.type === "local") entries.add(at(found.name));
  }
  const known = [...entries].filter((path) => isModule(path) && site.has(path));
  return {page, entries: known, preloaded: known.filter((path) => links.has(path))};
}

const preload = /<link rel="modulepreload" href="([^"]*)">\n/g;

/**
 * The page with new files instead of its modules: `moved` says what an entry is now, `first` which files come at once.
 */
export function rewritePage(
  {page, entries, preloaded}: Start,
  moved: Map<string, string>,
  first: string[],
): string {
  const up = page.path.includes("/") ? "../".repeat(page.path.split("/").length - 1) : "./";
  let links = first.map((path) => `<link rel="modulepreload" href="${up}${path}">\n`).join("");
  if (preloaded.length === 0) links = "";
  const html = page.html.replace(preload, (link, href: string) => {
    if (!isModule(resolveInside(page.path, href)?.path ?? "")) return link;
    const all = links;
    links = "";
    return all;
  });
  return entries.reduce((text, entry) => text.replaceAll(entry, moved.get(entry)!), html);
}
