import type {Locale} from "../cubes.js";
import type {Term} from "./terms.js";

/** One page of the site, in both languages. */
export interface SitePage {
  slug: "index" | "pareto" | "rfm" | "lifetime" | "pyramid" | "methods" | "stages" | "data";
  name: Term;
}

/** The pages in the order of the navigation: identify, differentiate, interact, customise; then the evidence. */
export const sitePages: readonly SitePage[] = [
  {slug: "index", name: {en: "Overview", zh: "总览"}},
  {slug: "pareto", name: {en: "Pareto", zh: "帕累托"}},
  {slug: "rfm", name: {en: "RFM", zh: "RFM"}},
  {slug: "lifetime", name: {en: "Lifetime value", zh: "生命周期价值"}},
  {slug: "pyramid", name: {en: "Pyramid", zh: "客户金字塔"}},
  {slug: "methods", name: {en: "Methods", zh: "方法比较"}},
  {slug: "stages", name: {en: "Stages", zh: "关系阶段"}},
  {slug: "data", name: {en: "Data", zh: "数据"}},
];

/** A part of the navigation: the four steps of IDIC (identify, differentiate, interact, customise), then the evidence. */
export interface SitePart {
  name: Term;
  slugs: readonly string[];
}

export const siteParts: readonly SitePart[] = [
  {name: {en: "Identify", zh: "识别"}, slugs: ["index"]},
  {
    name: {en: "Differentiate", zh: "区分"},
    slugs: ["pareto", "rfm", "lifetime", "pyramid", "methods"],
  },
  {
    name: {en: "Interact", zh: "互动"},
    slugs: ["stages", "relationship", "wallet", "movement", "warnings", "coverage"],
  },
  {name: {en: "Customise", zh: "定制"}, slugs: ["service", "budget"]},
  {name: {en: "Evidence", zh: "依据"}, slugs: ["data"]},
];

/** The pages of a part, in its order. */
export function pagesOf({slugs}: SitePart): SitePage[] {
  return slugs.flatMap((slug) => sitePages.find((page) => page.slug === slug) ?? []);
}

/** The language of a page, from its path: "/zh/pareto" is Chinese. */
export function localeOf(path: string): Locale {
  return /^\/?zh\//.test(path) ? "zh" : "en";
}

/** The page's name within its language: "/zh/pareto" and "/pareto" are both "pareto". */
export function slugOf(path: string): string {
  return path
    .replace(/^\//, "")
    .replace(/^zh\//, "")
    .replace(/\.(md|html)$/, "");
}

/** The address of a page from the root of the site. */
export function hrefOf(slug: string, locale: Locale): string {
  return locale === "zh" ? `/zh/${slug}` : `/${slug}`;
}

/** The value of `lang` for a language. */
export const languageTags: Record<Locale, string> = {en: "en", zh: "zh-Hans"};
