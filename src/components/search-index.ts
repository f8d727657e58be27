import type {Locale} from "../cubes.js";
import {glossaryTerms, termAnchor} from "./glossary/glossary.js";
import {localeOf, sitePages, slugOf} from "./site-map.js";

/** One section of a page, as the search finds it. */
export interface Section {
  locale: Locale;
  /** The page from the root of the site, without its ending: "zh/pareto". */
  path: string;
  /** The id of the section's heading; empty for the top of the page. */
  anchor: string;
  page: string;
  title: string;
  text: string;
  /** Other words for what the page is about, as its front matter has them: they find it as its title does. */
  keywords?: string;
}

const heading = /^#{1,6}\s+(.*?)\s*(?:\{#([a-z][a-z0-9-]*)\})?\s*$/;

function plain(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/<[^>]+>/g, " ")
    .replace(/[`*_]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * The sections of Markdown pages: one for the top of each page and one for each of its headings that has an id.
 * Code and directives are left out; `path` is the file's path under the source root, such as "zh/pareto.md".
 */
export function searchSections(sources: readonly {path: string; markdown: string}[]): Section[] {
  return [...sources]
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .flatMap(({path, markdown}) => {
      const [locale, slug] = [localeOf(path), slugOf(path)];
      const front = /^---\n([\s\S]*?)\n---\n/.exec(markdown);
      const field = (name: string): string =>
        new RegExp(`^${name}:\\s*(.*)$`, "m")
          .exec(front?.[1] ?? "")?.[1]
          ?.replace(/^["']|["']$/g, "")
          .trim() ?? "";
      const page = sitePages.find((p) => p.slug === slug)?.name[locale] ?? field("title");
      const section = (anchor: string, title: string): Section => ({
        locale,
        path: `${locale === "zh" ? "zh/" : ""}${slug}`,
        anchor,
        page,
        title,
        text: "",
      });
      const keywords = field("keywords");
      const sections: Section[] = [
        {
          ...section("", field("title") || page),
          text: plain(field("description")),
          ...(keywords ? {keywords} : {}),
        },
      ];
      const body = markdown.slice(front?.[0].length ?? 0).replace(/^```[\s\S]*?^```\s*$/gm, "");
      for (const line of body.split("\n")) {
        const match = heading.exec(line);
        if (match) sections.push(section(match[2] ?? "", plain(match[1]!)));
        else if (!/^\{\{.*\}\}\s*$/.test(line)) {
          const last = sections.at(-1)!;
          last.text = `${last.text} ${plain(line)}`.trim();
        }
      }
      return sections;
    });
}

/** The terms of the glossary, each under its names in both languages: 帕累托 and Pareto both find it. */
export function searchTerms(): Section[] {
  return (["en", "zh"] as const).flatMap((locale) => {
    const page = sitePages.find(({slug}) => slug === "glossary")!.name[locale];
    return glossaryTerms.map((term) => ({
      locale,
      path: `${locale === "zh" ? "zh/" : ""}glossary`,
      anchor: termAnchor(term),
      page,
      title:
        term.name.en === term.name.zh
          ? term.name.en
          : `${term.name[locale]} · ${term.name[locale === "zh" ? "en" : "zh"]}`,
      text: term.definition[locale],
    }));
  });
}
