import type {Locale} from "../../cubes.js";
import {customerCount} from "../customer-count.js";
import type {BrushKind} from "../filter/brush.js";
import {count} from "../formats.js";
import type {ClassKind} from "./mark.js";

/** Why there are no names. */
export type NoNames = "date" | "brush" | "file" | "failed";

const why: Readonly<Record<NoNames, Record<Locale, string>>> = {
  date: {
    en: "Customers are listed by name at the newest date only.",
    zh: "客户名单只有最新截止日的。",
  },
  brush: {
    en: "Customers are not listed by name for parts chosen in another chart.",
    zh: "在其他图中选取部分时，不列客户名单。",
  },
  file: {
    en: "This file does not carry the list of customers; it is on the site.",
    zh: "本文件未附带客户名单，请在网站上查看。",
  },
  failed: {
    en: "The list of customers could not be loaded. Try again.",
    zh: "客户名单未能载入，请重试。",
  },
};

/** Why no names are listed, in a sentence. */
export function noNames(reason: NoNames, locale: Locale): string {
  return why[reason][locale];
}

/**
 * What a share of customers is of: the figures count customers, those on the ledger (who only gave back among them), or
 * everyone known, prospects too.
 */
export function shareWords(kind: ClassKind, whole: number, locale: Locale): string {
  const n = count(whole, locale);
  switch (kind) {
    case "pareto":
    case "metal":
      return locale === "zh" ? `占账上${n}位` : `Share of ${n} on the ledger`;
    case "grid":
    case "wallet":
      return locale === "zh" ? `占客户与潜在客户${n}位` : `Share of ${n} customers and prospects`;
    default:
      return locale === "zh"
        ? `占${customerCount(whole, locale)}`
        : `Share of ${customerCount(whole, locale)}`;
  }
}

/** Over a list of customers: how many of how many it names; those who brought nothing in the window by what they did before. */
export function listCaption(shown: number, of: number | null, idle: boolean, locale: Locale): string {
  const all = of === shown;
  if (idle && shown > 1) {
    if (locale === "zh")
      return all
        ? `全部${shown}位客户，窗口内无收入，按历史收入由高到低`
        : `窗口内无收入，历史收入最高的${shown}位客户`;
    return all
      ? `All ${shown} customers, none with revenue in the window: largest revenue of all time first`
      : `None with revenue in the window: the ${shown} largest by revenue of all time`;
  }
  if (locale === "zh") return all ? `全部${shown}位客户，收入由高到低` : `收入最高的${shown}位客户`;
  if (shown === 1) return all ? "The one customer" : "The largest customer by revenue";
  return all ? `All ${shown} customers, largest revenue first` : `The ${shown} largest customers by revenue`;
}

/** Under a list of customers: those whom it doesn't name; `many` is their count as text. */
export function moreWords(many: string, locale: Locale): string {
  return locale === "zh" ? `另有${many}位客户` : `${many} more`;
}

/**
 * On the button that shows a mark's customers in the other charts. Small groups stay hidden where only `whole` groups may
 * be chosen; filters don't stand beside the choice, so those that are `set` go.
 */
export function onlyWords(
  kind: BrushKind,
  {whole, set}: {whole: boolean; set: boolean},
  locale: Locale,
): string {
  const groups: Record<BrushKind, Record<Locale, string>> = {
    rfm: {en: "this whole slice of R", zh: "整个R得分层"},
    grid: {en: "this whole stage", zh: "整个阶段"},
    pareto: {en: "the whole fifths", zh: "所在的五分之一各段"},
  };
  const zh = locale === "zh";
  const who = whole ? groups[kind][locale] : zh ? "这些客户" : "these customers";
  const without = set ? (zh ? "（不加筛选）" : ", without the filter") : "";
  return zh ? `其他图只看${who}${without}` : `Show only ${who} in the other charts${without}`;
}

/** On the link from the overview's panel of a cell to the page that has all of them. */
export function allCells(locale: Locale): string {
  return locale === "zh" ? "RFM页上的全部单元" : "All cells on the RFM page";
}

/** Before what a chart says of a mark in one number. */
export function inTheChart(locale: Locale): string {
  return locale === "zh" ? "图中" : "In the chart";
}

/** What stands where no filter is in force; a mark of an older date says the date itself. */
export function everyone(newest: boolean, locale: Locale): string {
  if (!newest) return locale === "zh" ? "全部客户。" : "All customers.";
  return locale === "zh" ? "全部客户，最新截止日。" : "All customers at the newest date.";
}

/** What stands where the chart under this choice has no such mark. */
export function notDrawn(locale: Locale): string {
  return locale === "zh" ? "所选范围的图中没有这一项。" : "The chart of what is chosen doesn’t show this.";
}

/** What stands where nobody is in the class. */
export function nobody(locale: Locale): string {
  return locale === "zh" ? "所选范围内没有此类客户。" : "Nobody of these is in what is chosen.";
}
