import type {Audience, Locale} from "../cubes.js";
import type {Term} from "./terms.js";

/** One page of the site, in both languages. */
export interface SitePage {
  slug:
    | "index"
    | "pareto"
    | "rfm"
    | "lifetime"
    | "pyramid"
    | "methods"
    | "relationship"
    | "wallet"
    | "movement"
    | "warnings"
    | "service"
    | "coverage"
    | "budget"
    | "customer"
    | "data"
    | "workbench"
    | "computed"
    | "glossary";
  name: Term;
  /** Whether it is about single customers: executives have no link to it. */
  named?: true;
  /** The only audiences whose reports have the page at all; without it, every one has it. */
  only?: readonly Audience[];
}

/** The pages in the order of the navigation: identify, differentiate, interact, customise; then the evidence. */
export const sitePages: readonly SitePage[] = [
  {slug: "index", name: {en: "Overview", zh: "总览"}},
  {slug: "customer", name: {en: "Customer", zh: "客户"}, named: true},
  {slug: "pareto", name: {en: "Pareto", zh: "帕累托"}},
  {slug: "rfm", name: {en: "RFM", zh: "RFM"}},
  {slug: "lifetime", name: {en: "Lifetime value", zh: "生命周期价值"}},
  {slug: "pyramid", name: {en: "Pyramid", zh: "客户金字塔"}},
  {slug: "methods", name: {en: "Methods", zh: "方法比较"}},
  {slug: "relationship", name: {en: "Relationship", zh: "客户关系"}},
  {slug: "wallet", name: {en: "Wallet", zh: "采购份额"}},
  {slug: "movement", name: {en: "Movement", zh: "移动与倒退"}},
  {slug: "warnings", name: {en: "Warnings", zh: "预警"}},
  {slug: "service", name: {en: "Service", zh: "服务"}},
  {slug: "coverage", name: {en: "Coverage", zh: "访问与成本"}},
  {slug: "budget", name: {en: "Budget", zh: "礼品预算"}},
  {slug: "data", name: {en: "Data", zh: "数据"}},
  {slug: "workbench", name: {en: "Workbench", zh: "工作台"}, only: ["analysts"]},
  {slug: "computed", name: {en: "How it is computed", zh: "计算方法"}},
  {slug: "glossary", name: {en: "Glossary", zh: "术语表"}},
];

/** A part of the navigation: the four steps of IDIC (identify, differentiate, interact, customise), then the evidence. */
interface SitePart {
  name: Term;
  slugs: readonly string[];
  /** Whether the row of pages at the top names the part alone and opens it on demand. */
  folded?: true;
}

export const siteParts: readonly SitePart[] = [
  {name: {en: "Identify", zh: "识别"}, slugs: ["index", "customer"]},
  {
    name: {en: "Differentiate", zh: "区分"},
    slugs: ["pareto", "rfm", "lifetime", "pyramid", "methods"],
  },
  {
    name: {en: "Interact", zh: "互动"},
    slugs: ["relationship", "wallet", "movement", "warnings", "coverage"],
  },
  {name: {en: "Customise", zh: "定制"}, slugs: ["service", "budget"]},
  {name: {en: "Evidence", zh: "依据"}, slugs: ["data", "workbench", "computed", "glossary"], folded: true},
];

/** The pages of a part, in its order. */
export function pagesOf({slugs}: SitePart): SitePage[] {
  return slugs.flatMap((slug) => sitePages.find((page) => page.slug === slug) ?? []);
}

/** Whether an audience's report has a page. */
export function isBuiltFor({only}: SitePage, audience: Audience): boolean {
  return only === undefined || only.includes(audience);
}

/** Whether an audience is led to a page. */
export function isFor(page: SitePage, audience: Audience): boolean {
  return isBuiltFor(page, audience) && (!page.named || audience !== "executives");
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

/** The address of a page as another one of its language gives it. */
export function linkTo(slug: string): string {
  return `./${slug}.html`;
}

/** The address of a page from the root of the site, for the frame around pages. */
export function hrefOf(slug: string, locale: Locale): string {
  return locale === "zh" ? `/zh/${slug}` : `/${slug}`;
}

/** The value of `lang` for a language. */
export const languageTags: Record<Locale, string> = {en: "en", zh: "zh-Hans"};
