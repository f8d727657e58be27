import type {OwnModelRow} from "../../cubes/own.js";
import {day} from "../formats.js";
import {type Html, html} from "../html.js";
import type {Site} from "../site.js";
import {ownSentence} from "./own-chart.js";
import {saysClasses} from "./own-model.js";
import {ownPage, ownRowsOf} from "./own-page.js";

/** The head of an own page: its question, and what the data says to it. */
export function ownHeadline(site: Site, [name]: readonly string[]): Html {
  const {locale, cubes} = site;
  const page = ownPage(cubes, name);
  const sentence =
    page.kind === "model"
      ? saysClasses(page, ownRowsOf<OwnModelRow>(cubes, page), site)
      : ownSentence(site, page);
  const asOf =
    locale === "zh"
      ? `数据截至${day(cubes.report.as_of, locale)}。`
      : ` As of ${day(cubes.report.as_of, locale)}.`;
  return html`<div class="headline"><p class="kicker">${page.title[locale]}</p><h1>${sentence}</h1><p class="standfirst">${page.about[locale]}${asOf}</p></div>`;
}

/** How an own page was computed: its sentence and, for those who may see customers, its query. */
export function ownMethod({cubes, locale}: Site, [name]: readonly string[]): Html {
  const page = ownPage(cubes, name);
  return html`<p>${page.about[locale]}</p>${
    page.sql === null
      ? null
      : html`<details class="twin"><summary>${locale === "zh" ? "查询语句（SQL）" : "The query (SQL)"}</summary><pre tabindex="0"><code>${page.sql}</code></pre></details>`
  }`;
}
