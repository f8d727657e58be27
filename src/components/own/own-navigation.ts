import type {Locale} from "../../cubes.js";
import type {CubeReader} from "../cube-files.js";
import {type Html, html} from "../html.js";
import {hrefOf} from "../site-map.js";
import {ownPages, ownPart} from "./own-page.js";

/** The part of the navigation with the pages that analysts have added; nothing where there are none. */
export function ownPartItem(cubes: Pick<CubeReader, "find">, slug: string, locale: Locale): Html | null {
  const pages = ownPages(cubes);
  if (pages.length === 0) return null;
  return html`<li><span class="part">${ownPart[locale]}</span><ul>${pages.map(
    (page) =>
      html`<li><a href="${hrefOf(page.slug, locale)}"${page.slug === slug ? html` aria-current="page"` : null}>${page.title[locale]}</a></li>`,
  )}</ul></li>`;
}
