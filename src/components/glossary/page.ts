import {count} from "../formats.js";
import {type Html, html} from "../html.js";
import type {Site} from "../site.js";
import {isFor, languageTags, linkTo, sitePages} from "../site-map.js";
import {sentenceCase} from "../terms.js";
import {glossary, glossaryTerms, termAnchor} from "./glossary.js";

/** The terms of a part: both names side by side, the definition in the page's language, the page that uses it. */
export function glossaryTable({locale, cubes}: Site, [part]: readonly string[]): Html {
  const terms = Object.hasOwn(glossary, part ?? "") ? glossary[part as keyof typeof glossary] : undefined;
  if (!terms) throw new Error(`"${part}" is no part of the glossary: ${Object.keys(glossary).join(", ")}`);
  const other = locale === "zh" ? "en" : "zh";
  const pageOf = (slug: string): Html | null => {
    const page = sitePages.find((p) => p.slug === slug);
    return page && isFor(page, cubes.report.audience)
      ? html` <a href="${linkTo(slug)}">${page.name[locale]}</a>`
      : null;
  };
  return html`<dl class="glossary">${terms.map(
    (t) => html`<div id="${termAnchor(t)}"><dt>${sentenceCase(t.name[locale])}${
      t.name[other] === t.name[locale]
        ? null
        : html`<span class="other" lang="${languageTags[other]}">${sentenceCase(t.name[other])}</span>`
    }</dt>
<dd>${t.definition[locale]}${pageOf(t.page)}</dd></div>
`,
  )}</dl>`;
}

/** What the glossary says at its top. */
export function glossaryHead({locale}: Site): {kicker: string; sentence: string; standfirst: string} {
  const n = count(glossaryTerms.length, locale);
  return locale === "zh"
    ? {
        kicker: "术语表",
        sentence: `${n}个术语，中英对照。`,
        standfirst: "定义以本报告的用法为准；分界为默认值时注明，生效的设置见数据页。",
      }
    : {
        kicker: "Glossary",
        sentence: `${n} terms, in English and Chinese.`,
        standfirst:
          "Each as this report uses it. Where a line is named it is the default; the settings in force stand on the data page.",
      };
}
