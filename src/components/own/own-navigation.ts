import type {Locale} from "../../cubes.js";
import type {CubeReader} from "../cube-files.js";
import {type Html, html} from "../html.js";
import {hrefOf} from "../site-map.js";
import {ownPages, ownPart} from "./own-page.js";

/** How a part of the navigation is written: its name, its list of pages, and whether the reader is on one of them. */
type PartItem = (name: string, pages: Html, here: boolean) => Html;

const openPart: PartItem = (name, pages) => html`<li><span class="part">${name}</span>${pages}</li>`;

/** The part of the navigation with the pages that analysts have added; nothing where there are none. */
export function ownPartItem(
  cubes: Pick<CubeReader, "find">,
  slug: string,
  locale: Locale,
  item: PartItem = openPart,
): Html | null {
  const pages = ownPages(cubes);
  if (pages.length === 0) return null;
  const list = html`<ul>${pages.map(
    (page) =>
      html`<li><a href="${hrefOf(page.slug, locale)}"${page.slug === slug ? html` aria-current="page"` : null}>${page.title[locale]}</a></li>`,
  )}</ul>`;
  return item(
    ownPart[locale],
    list,
    pages.some((page) => page.slug === slug),
  );
}
