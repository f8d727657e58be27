import {JSDOM} from "jsdom";
import {day} from "../../src/components/formats.js";
import {escapeHtml} from "../../src/components/html.js";
import {cssString} from "../../src/components/running-head.js";
import {languageTags} from "../../src/components/site-map.js";
import {audiences, type Term} from "../../src/components/terms.js";
import type {Audience, Locale} from "../../src/cubes.js";
import {UserError} from "../errors.js";

/** A page of a pack, by the name of its file: one of the report's, or one that an analyst has added. */
export interface PackPage {
  slug: string;
  name: Term;
}

/** A page of the built site, as its file stands. */
interface BuiltPage extends PackPage {
  html: string;
}

/** One document of all pages, and what is to be known about it. */
interface Pack {
  /** HTML of the whole pack; `pageNumbers` go into its list of contents where they are known. */
  html: (pageNumbers?: ReadonlyMap<string, number>) => string;
  report: string;
  asOf: string;
}

const words = {
  contents: {en: "Contents", zh: "目录"},
  asOf: {en: (date: string) => `Data as of ${date}`, zh: (date: string) => `数据截至${date}`},
  audience: {en: (name: string) => `For ${name}`, zh: (name: string) => `供${name}阅读`},
};

/** The name of a page's place in the pack: its section, and what the list of contents links to. */
const placeOf = (slug: string): string => `pack-${slug}`;

const references = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "headers"];

/** Ids of several pages in one document must differ: each gets its page's name before it, and so do its references. */
function makeUnique(content: Element, slug: string): void {
  const unique = (id: string): string => `${slug}--${id}`;
  for (const element of [content, ...content.querySelectorAll("*")]) {
    for (const {name, value} of [...element.attributes]) {
      if (name === "id") element.setAttribute(name, unique(value));
      else if (references.includes(name))
        element.setAttribute(name, value.split(/\s+/).map(unique).join(" "));
      else if (name === "href" && element.localName === "use")
        element.setAttribute(name, `#${unique(value.slice(1))}`);
      else if (value.includes("url(#"))
        element.setAttribute(
          name,
          value.replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${unique(id)})`),
        );
    }
  }
}

/** Links to pages of the pack lead to their place in it; others would lead nowhere on paper. */
function relink(content: Element, slugs: ReadonlySet<string>): void {
  for (const link of content.querySelectorAll("a")) {
    const [file, fragment] = (link.getAttribute("href") ?? "").split("#");
    const slug = file === "" ? content.getAttribute("data-slug")! : /^\.\/([\w-]+)\.html$/.exec(file!)?.[1];
    const inside = slug !== undefined && slugs.has(slug) && link.closest("svg") === null;
    if (inside && (file !== "" || fragment))
      link.setAttribute("href", fragment ? `#${slug}--${decodeURIComponent(fragment)}` : `#${placeOf(slug)}`);
    else link.removeAttribute("href");
  }
}

const closed = "details:not([open], .folded)";

const onScreenOnly = `script, details.twin, ${closed}, .take-away, .own-rows, .cell-panel, .moves-note, .observablehq--block`;

/** A chapter of nothing but words and what is closed would be a heading over nothing: its words speak of what is not there. */
function leaveOutEmptied(content: Element): void {
  for (const heading of content.querySelectorAll("h2")) {
    const chapter: Element[] = [];
    for (
      let next = heading.nextElementSibling;
      next && next.localName !== "h2";
      next = next.nextElementSibling
    )
      chapter.push(next);
    const folded = chapter.filter((element) => element.matches(closed));
    if (
      folded.length > 0 &&
      chapter.every((element) => element.localName === "p" || folded.includes(element))
    )
      for (const element of [heading, ...chapter]) element.remove();
  }
}

/** What every page explains alike, such as the window, is explained where the pack first comes to it. */
function leaveOutRepeated(content: Element, explained: Set<string>): void {
  for (const entry of content.querySelectorAll("dl.method > div")) {
    const said = entry.textContent.trim();
    if (explained.has(said)) entry.remove();
    explained.add(said);
  }
}

/** A page's content as a section: its name is the heading that readers look for, the finding comes under it. */
function section(
  {slug, name, html}: BuiltPage,
  locale: Locale,
  slugs: ReadonlySet<string>,
  explained: Set<string>,
): string {
  const {document} = new JSDOM(html).window;
  const content = document.getElementById("content");
  if (!content) throw new Error(`${slug}.html has no #content`);
  leaveOutEmptied(content);
  leaveOutRepeated(content, explained);
  for (const element of content.querySelectorAll(onScreenOnly)) element.remove();
  // What is folded on a screen for its length alone stands open on paper.
  for (const fold of content.querySelectorAll("details.folded")) fold.setAttribute("open", "");
  makeUnique(content, slug);
  content.setAttribute("data-slug", slug);
  relink(content, slugs);
  const finding = content.querySelector("h1");
  if (finding) {
    const demoted = document.createElement("h2");
    demoted.className = "pack-finding";
    demoted.append(...finding.childNodes);
    finding.replaceWith(demoted);
  }
  content.querySelector(".kicker")?.remove();
  return `<section class="pack-page" id="${placeOf(slug)}" style="page: ${placeOf(slug)}"><h1 class="pack-name">${escapeHtml(name[locale])}</h1>${content.outerHTML}</section>\n`;
}

/**
 * All pages of the site in one document: a cover, a list of contents, then each page from a new sheet on. One document
 * has one count of pages, one outline, links from page to page, and needs no library that joins files.
 *
 * @throws UserError where a page isn't one of ours
 */
export function composePack(pages: readonly BuiltPage[], locale: Locale, style: string): Pack {
  const first = new JSDOM(pages[0]!.html).window.document;
  const meta = (name: string): string => {
    const content = first.querySelector(`meta[name="${name}"]`)?.getAttribute("content");
    if (!content) throw new UserError(`${pages[0]!.slug}.html names no ${name}: build the site again`);
    return content;
  };
  const [report, asOf] = [meta("application-name"), meta("as-of")];
  const slugs = new Set(pages.map(({slug}) => slug));
  const explained = new Set<string>();
  const sections = pages.map((page) => section(page, locale, slugs, explained));
  const findings = pages.map(
    ({html}) => new JSDOM(html).window.document.querySelector("#content h1")?.textContent?.trim() ?? "",
  );
  const running = pages.map(
    ({slug, name}) =>
      `@page ${placeOf(slug)} { @top-left { content: ${cssString(`${report} · ${name[locale]}`)}; } }`,
  );
  const date = words.asOf[locale](day(asOf, locale));
  const audience = words.audience[locale](audiences[meta("audience") as Audience][locale]);
  const sheets = [...first.querySelectorAll('link[rel="stylesheet"]')].map((link) => link.outerHTML);
  const contents = (numbers: ReadonlyMap<string, number>): string =>
    pages
      .map(
        ({slug, name}, i) =>
          `<li><a href="#${placeOf(slug)}"><span class="name">${escapeHtml(name[locale])}</span> <span class="finding">${escapeHtml(findings[i]!)}</span> <span class="page">${numbers.get(placeOf(slug)) ?? ""}</span></a></li>`,
      )
      .join("\n");
  return {
    report,
    asOf,
    html: (numbers = new Map()) => `<!DOCTYPE html>
<html lang="${languageTags[locale]}">
<head><meta charset="utf-8"><title>${escapeHtml(`${report}, ${date}`)}</title>
${sheets.join("\n")}
${[...first.querySelectorAll("head > style")].map((s) => s.outerHTML).join("\n")}
<style>${style}
${running.join("\n")}</style></head>
<body><div id="observablehq-center">
<section class="pack-cover"><h1>${escapeHtml(report)}</h1><p class="date">${date}</p><p>${escapeHtml(audience)}</p>
<div class="origin">${first.querySelector(".colophon")?.innerHTML ?? ""}</div></section>
<nav class="pack-contents"><h1>${words.contents[locale]}</h1><ol>${contents(numbers)}</ol></nav>
${sections.join("")}</div></body></html>`,
  };
}
