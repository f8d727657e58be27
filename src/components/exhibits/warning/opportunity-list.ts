import {whyEmpty} from "../../absent.js";
import {type Html, html} from "../../html.js";
import type {Site} from "../../site.js";
import {opportunityRows} from "./account-lists.js";

/** The newest opportunities by name; only where this audience may see names. */
export function opportunityList(site: Site): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  if (!cubes.has("events")) return html``;
  const rows = cubes.find("opportunity-list");
  if (rows === null) return html`<p class="absent">${whyEmpty("audience", locale)}</p>`;
  if (rows.length === 0) return html``;
  const title = zh ? "最近的机会" : "The newest opportunities";
  return opportunityRows(rows, site, {id: "opportunity-list", title});
}
