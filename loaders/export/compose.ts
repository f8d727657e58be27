import {JSDOM} from "jsdom";
import {UserError} from "../errors.js";
import type {CarriedFile} from "./embed.js";

/** A built page, read to be made one file. */
interface OpenedPage {
  document: Document;
  /** The page's own module; empty where it has none. */
  script: string;
  report: string;
  asOf: string;
  audience: string;
  /** Its figures by id, such as `pareto`. */
  figures: string[];
  /** Its headline figures by id, such as `top20-share`. */
  headlines: string[];
  /** The classes that marks of its charts stand for, such as `wallet:strategic`. */
  marks: string[];
  /** Its lists of customers by id, such as `stale-assessments`. */
  lists: string[];
  /** Addresses of its style sheets, relative to the page. */
  styles: string[];
  hasFilters: boolean;
  /** Paths in the site of the rows that the page's own choosers read. */
  rows: string[];
}

/** The choosers of own models read the rows that the page links to: told them by their path, since links go. */
function ownRows(document: Document): string[] {
  return [...document.querySelectorAll<HTMLElement>("form.own-filter")].flatMap((form) => {
    const href = document.querySelector(`#${form.dataset.rows} a`)?.getAttribute("href");
    if (!href) return [];
    form.dataset.file = href.replace(/^(\.\.?\/)+/, "");
    return [form.dataset.file];
  });
}

/** Reads a built page. `named` is how a message calls it. */
export function openPage(html: string, named: string): OpenedPage {
  const {document} = new JSDOM(html).window;
  const meta = (name: string): string => {
    const content = document.querySelector(`meta[name="${name}"]`)?.getAttribute("content");
    if (!content) throw new UserError(`${named} names no ${name}: build the site again`);
    return content;
  };
  const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];
  return {
    document,
    script: all("script[type=module]")
      .map(({textContent}) => textContent)
      .join("\n"),
    report: meta("application-name"),
    asOf: meta("as-of"),
    audience: meta("audience"),
    figures: all("figure.exhibit").map(({id}) => id.replace(/^figure-/, "")),
    headlines: all(".figures [data-figure]").map((figure) => figure.getAttribute("data-figure")!),
    marks: [...new Set(all("[data-mark]").map((mark) => mark.getAttribute("data-mark")!))],
    lists: all("[data-list]").map((list) => list.getAttribute("data-list")!),
    styles: all("link[rel=stylesheet]").map((link) => link.getAttribute("href")!),
    hasFilters: document.querySelector("form.filters") !== null,
    rows: ownRows(document),
  };
}

const leadsAway =
  "script, link:not([rel~=icon]), .masthead nav, .masthead details, .masthead form, .masthead .language";

/** A drawn cell that led to another page says what it says as before, and leads nowhere. */
function unlinkDrawn(link: Element): void {
  const group = link.ownerDocument.createElementNS("http://www.w3.org/2000/svg", "g");
  group.setAttribute("role", "img");
  group.setAttribute("aria-label", link.getAttribute("aria-label") ?? "");
  group.append(...link.childNodes);
  link.replaceWith(group);
}

/**
 * Links lead on within the page; of those to other pages the words stay where they are part of a sentence or a table,
 * and go where they only say to go there.
 */
function unlink(document: Document): void {
  for (const link of [...document.querySelectorAll("a[href]")]) {
    const href = link.getAttribute("href")!;
    if (href.startsWith("#") && document.getElementById(decodeURIComponent(href.slice(1)))) continue;
    if (link.closest("svg")) {
      unlinkDrawn(link);
      continue;
    }
    const paragraph = link.closest("p:not(.brand)");
    const alone = paragraph?.textContent?.trim() === link.textContent?.trim();
    if (alone || link.hasAttribute("aria-label") || link.parentElement?.matches(".says")) {
      (alone ? paragraph! : link).remove();
    } else if (link.parentElement?.matches(".brand")) link.removeAttribute("href");
    else link.replaceWith(...link.childNodes);
  }
  for (const twin of document.querySelectorAll("details.twin")) if (twin.children.length === 1) twin.remove();
}

/** A list of dates offers those whose tables go along. */
function keepDates(document: Document, dates: readonly string[]): void {
  const select = document.querySelector<HTMLSelectElement>("form.filters select[name=as_of]");
  if (!select) return;
  for (const option of [...select.options])
    if (option.value && !dates.includes(option.value)) option.remove();
  if (select.options.length < 2) select.closest("label")?.remove();
}

/** The page's own parts alone may run and be seen; nothing is asked of any host. */
const policy =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; form-action 'none'; base-uri 'none'";

/**
 * One HTML file of a page: its styles, its drawings, its script and the files that the script reads, without what leads
 * to other pages.
 */
export function composePage(
  {document, report, hasFilters}: OpenedPage,
  parts: {style: string; script: string; files: readonly CarriedFile[]; dates: readonly string[]},
): string {
  for (const element of [...document.querySelectorAll(leadsAway)]) element.remove();
  for (const cell of document.querySelectorAll(".observablehq--block")) if (!cell.textContent) cell.remove();
  unlink(document);
  if (hasFilters) keepDates(document, parts.dates);
  document.title = `${document.title} | ${report}`;
  // Written as text: the document would read every style and run into what it doesn't know.
  const policyTag = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const blocks = parts.files.map(
    ({path, text}) => `<script type="application/octet-stream" data-file="${path}">${text}</script>`,
  );
  const script = `<script>${insideTag("script", parts.script)}</script>`;
  return `<!DOCTYPE html>\n${document.documentElement.outerHTML}\n`
    .replace(/<meta charset="?utf-8"?>/i, (charset) => `${charset}\n${policyTag}`)
    .replace("</head>", () => `<style>${insideTag("style", parts.style)}</style>\n</head>`)
    .replace(/<\/body>(?=\s*<\/html>\s*$)/, () => `${[...blocks, script].join("\n")}\n</body>`);
}

function insideTag(tag: string, text: string): string {
  if (text.toLowerCase().includes(`</${tag}`))
    throw new Error(`a page's ${tag} holds the end of its own tag`);
  return text;
}
