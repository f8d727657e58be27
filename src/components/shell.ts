import type {Locale} from "../cubes.js";
import {type CubeReader, openCubes} from "./cube-files.js";
import {day} from "./formats.js";
import {type Html, html, raw} from "./html.js";
import {ownPartItem} from "./own/own-navigation.js";
import {ownPages} from "./own/own-page.js";
import {runningHead} from "./running-head.js";
import {hrefOf, isFor, languageTags, localeOf, pagesOf, sitePages, siteParts, slugOf} from "./site-map.js";
import {audiences, word} from "./terms.js";

/** What Framework tells the functions that write a page's frame. */
interface PageFrame {
  title: string | null;
  path: string;
}

/** The page's head beyond what Framework writes. "external" tells Framework that a link is no file of its own. */
export function head({path}: PageFrame): string {
  const locale = localeOf(path);
  const slug = slugOf(path);
  const {report} = openCubes();
  return html`<meta name="color-scheme" content="light dark">
<meta name="application-name" content="${report.title[locale]}">
<meta name="as-of" content="${report.as_of}">
<meta name="currency" content="${report.currency}">
<meta name="audience" content="${report.audience}">
${raw(runningHead(report.title[locale], report.as_of, locale))}
${(["en", "zh"] as Locale[]).map(
  (
    other,
  ) => html`<link rel="alternate external" hreflang="${languageTags[other]}" href="${relativePage(path, slug, other)}">
`,
)}<link rel="icon external" href="data:,">`.text;
}

/** The address of a page as seen from another, which Framework does not write for what is external. */
function relativePage(from: string, slug: string, to: Locale): string {
  const up = localeOf(from) === "zh" ? "../" : "./";
  return `${up}${to === "zh" ? "zh/" : ""}${slug}.html`;
}

/** The pages of a part that an audience is led to, the one where the reader is marked. */
function partPages(part: (typeof siteParts)[number], slug: string, locale: Locale, cubes: CubeReader): Html {
  return html`<ul>${pagesOf(part)
    .filter((p) => isFor(p, cubes.report.audience))
    .map(
      (p) =>
        html`<li><a href="${hrefOf(p.slug, locale)}"${p.slug === slug ? html` aria-current="page"` : null}>${p.name[locale]}</a></li>`,
    )}</ul>`;
}

/** The pages by the parts of the navigation, each part under its name. */
function partList(slug: string, locale: Locale, cubes: CubeReader): Html {
  return html`<ul>${siteParts.map(
    (part) =>
      html`<li><span class="part">${part.name[locale]}</span>${partPages(part, slug, locale, cubes)}</li>`,
  )}${ownPartItem(cubes, slug, locale)}</ul>`;
}

/** The same in one row as wide as the page: parts that few readers need each day are folded. */
function partRow(slug: string, locale: Locale, cubes: CubeReader): Html {
  const parts = siteParts.map((part) => {
    const pages = partPages(part, slug, locale, cubes);
    return part.folded
      ? foldedPart(part.name[locale], pages, part.slugs.includes(slug))
      : html`<li><span class="part">${part.name[locale]}</span>${pages}</li>`;
  });
  return html`<ul>${parts}${ownPartItem(cubes, slug, locale, foldedPart)}</ul>`;
}

/** A part that opens below its name. */
function foldedPart(name: string, pages: Html, here: boolean): Html {
  return html`<li class="fold-part"><details><summary${here ? html` class="here"` : null}><span class="part">${name}</span></summary>${pages}</details></li>`;
}

/** Skip link, the report's name, navigation, language switch and search. */
export function header({path}: PageFrame): string {
  const locale = localeOf(path);
  const other: Locale = locale === "en" ? "zh" : "en";
  const slug = slugOf(path);
  const cubes = openCubes();
  const {report} = cubes;
  const here =
    sitePages.find((p) => p.slug === slug)?.name ?? ownPages(cubes).find((p) => p.slug === slug)?.title;
  const problem = process.env.GUANXI_PROBLEM;
  const customers = isFor(sitePages.find((p) => p.slug === "customer")!, report.audience)
    ? html` data-customers="${word("search_customers", locale)}" data-no-page="${word("search_no_page", locale)}" data-nobody="${word("search_nobody", locale)}"`
    : null;
  return html`<div class="masthead" lang="${languageTags[locale]}">
<a class="skip" href="#content">${word("skip", locale)}</a>
<p class="brand"><a href="${hrefOf("index", locale)}">${report.title[locale]}</a></p>
<form class="search" role="search" hidden>
<label class="visually-hidden" for="search-box">${word("search", locale)}</label>
<input id="search-box" type="search" name="q" placeholder="${word("search", locale)}" autocomplete="off" data-none="${word("search_none", locale)}"${customers}>
<div id="search-results" role="region" aria-live="polite" aria-label="${word("search_results", locale)}" hidden></div>
</form>
<a class="language" href="${hrefOf(here ? slug : "index", other)}" lang="${languageTags[other]}" hreflang="${languageTags[other]}">${word("other_language", locale)}</a>
<nav class="pages" aria-label="${word("contents", locale)}">${partRow(slug, locale, cubes)}</nav>
<details class="menu"><summary>${word("contents", locale)}${here ? html`<span class="here">${here[locale]}</span>` : null}</summary><nav aria-label="${word("contents", locale)}">${partList(slug, locale, cubes)}</nav></details>
</div>${problem ? previewProblem(problem, locale) : null}`.text;
}

/** In a running preview: what keeps it from showing what was written last. */
function previewProblem(problem: string, locale: Locale): Html {
  const before =
    locale === "zh"
      ? "数据未能更新，此处仍是之前的数据："
      : "This is the data from before, since it can’t be made anew:";
  return html`<div class="preview-problem" role="alert" lang="${languageTags[locale]}"><p>${before}</p><pre tabindex="0">${problem}</pre></div>`;
}

/** For whom, as of when, from what. */
export function footer({path}: PageFrame): string {
  const locale = localeOf(path);
  const {report, find} = openCubes();
  const sample =
    locale === "zh"
      ? "示例数据：此企业及其客户均为虚构。"
      : "Sample data: this business and its customers are invented.";
  const audience = audiences[report.audience][locale];
  const text =
    locale === "zh"
      ? `供${audience}阅读。数据截至${day(report.as_of, locale)}。输入哈希`
      : `For ${audience}. Data as of ${day(report.as_of, locale)}. Made from inputs`;
  // Reports for others hold them, and say other totals: the data page says why.
  const isWhole = find("ledger")?.refund_only_customers !== null;
  const leftOut =
    locale === "zh"
      ? html`少数仅有退款的客户未计入，<a href="${hrefOf("data", locale)}">原因</a>。`
      : html` The few customers with refunds only are left out: <a href="${hrefOf("data", locale)}">why</a>.`;
  return html`<div class="colophon" lang="${languageTags[locale]}"><p>${report.sample ? html`<strong>${sample}</strong> ` : null}${text} <code>${report.input_hash}</code>${locale === "zh" ? "。" : "."}${isWhole ? null : leftOut}</p></div>`
    .text;
}
