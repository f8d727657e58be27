import type {Locale} from "../../cubes.js";
import {customerCount} from "../customer-count.js";
import type {BrushKind} from "../filter/brush.js";
import {count, day} from "../formats.js";
import {label, measures} from "../terms.js";
import type {CellMark} from "./cell-mark.js";
import type {DrillTable} from "./drill-tables.js";
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
    case "profit":
      return locale === "zh" ? `占账上${n}位` : `Share of ${n} on the ledger`;
    case "grid":
    case "wallet":
      return locale === "zh" ? `占客户（含潜在客户）${n}位` : `Share of ${n} accounts`;
    default:
      return locale === "zh"
        ? `占${customerCount(whole, locale)}`
        : `Share of ${customerCount(whole, locale)}`;
  }
}

/** The tables whose cells take in accounts that never ordered. */
const withProspects: ReadonlySet<DrillTable> = new Set<DrillTable>([
  "contact-mix",
  "contact-hours",
  "contact-goals",
  "touchpoints",
  "lifecycle",
  "grid",
  "grid-over-time",
  "assessment-ages",
  "wallet-over-time",
  "wallet-ages",
  "wallet-segments",
  "contact-pattern",
  "stage-cross",
  "moves-grid-stage",
  "moves-wallet-stage",
  "moves-metal",
  "moves-rfm-segment",
  "moves-abc",
  "opportunities",
]);

/** Whether what a mark stands for takes in prospects: such a chart counts accounts, not customers. */
export function countsProspects(mark: CellMark | {kind: ClassKind}): boolean {
  if (mark.kind !== "cells") return mark.kind === "grid" || mark.kind === "wallet";
  return withProspects.has(mark.table) || mark.cells.includes("hsbc/G");
}

/** What the figures of a kind count: of the grid and the wallet prospects too. */
export function countedWords(kind: ClassKind, locale: Locale): string {
  if (!countsProspects({kind})) return label("customers", locale);
  return label("accounts", locale);
}

/** What a list of customers is ordered by: `ever` is revenue of all time, where nobody has any in the window; `never` none, where nobody has bought. */
export type ListOrder = "revenue" | "profit" | "ever" | "never";

/**
 * Over a list of customers, or of `accounts` with prospects among them: how many of how many it names; those who brought
 * nothing in the window by what they did before, if anything.
 */
export function listCaption(
  shown: number,
  of: number | null,
  {by, accounts}: {by: ListOrder; accounts: boolean},
  locale: Locale,
): string {
  const [one, many] = accounts ? ["account", "accounts"] : ["customer", "customers"];
  const all = of === shown;
  if (by === "never") {
    if (locale === "zh") {
      if (all) return shown === 1 ? "唯一一位，从未购买" : `全部${shown}位，均从未购买`;
      return `${of === null ? "" : `${count(of, "zh")}位中的`}${shown}位，均从未购买`;
    }
    if (shown === 1 && (all || of === null)) return "One, who has never bought";
    const which = all ? `All ${shown}` : of === null ? `${shown}` : `${shown} of ${count(of, "en")}`;
    return `${which}, ${shown === 1 ? "who has never bought" : "none of whom has bought"}`;
  }
  if (by === "ever" && shown > 1) {
    if (locale === "zh")
      return all
        ? `全部${shown}位客户，窗口内无收入，按历史收入由高到低`
        : `窗口内无收入，历史收入最高的${shown}位客户`;
    return all
      ? `All ${shown} ${many}, none with revenue in the window: largest revenue of all time first`
      : `None with revenue in the window: the ${shown} largest by revenue of all time`;
  }
  const what = measures[by === "ever" ? "revenue" : by][locale];
  if (locale === "zh") return all ? `全部${shown}位客户，${what}由高到低` : `${what}最高的${shown}位客户`;
  if (shown === 1) return all ? `The one ${one}` : `The largest ${one} by ${what}`;
  return all ? `All ${shown} ${many}, largest ${what} first` : `The ${shown} largest ${many} by ${what}`;
}

/** The head of what customers have brought since the first order. */
export function revenueEver(locale: Locale): string {
  return locale === "zh" ? "历史收入" : "Revenue of all time";
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

/** What stands where the chart has no such mark, or none under what is `chosen`. */
export function notDrawn(isChosen: boolean, locale: Locale): string {
  if (!isChosen) return locale === "zh" ? "图中没有这一项。" : "The chart doesn’t show this.";
  return locale === "zh" ? "所选范围的图中没有这一项。" : "The chart of what is chosen doesn’t show this.";
}

/** The heading of a mark of cells whose chart names it by its date alone; null where the chart's name will do. */
export function ownHeading({table, as_of}: CellMark, locale: Locale): string | null {
  if (table !== "churn" || as_of === null) return null;
  return locale === "zh" ? `截至${day(as_of, "zh")}已流失的客户` : `Left by ${day(as_of, "en")}`;
}

/** What the customers of a table's cells are called where they are not just customers. */
export function whoWords(mark: CellMark, locale: Locale): string {
  if (countsProspects(mark)) return label("accounts", locale);
  if (mark.table !== "method-agreement") return label("customers", locale);
  return locale === "zh" ? "两种方法都选中的客户" : "Chosen by both";
}

/** Under what is in force: the customers are those of an older day, what the list says of them is of the newest. */
export function chosenAt(as_of: string, newest: string, locale: Locale): string {
  return locale === "zh"
    ? `名单为${day(as_of, "zh")}选出的客户，金额等为${day(newest, "zh")}的数据。`
    : `Listed are those chosen on ${day(as_of, "en")}, with their numbers as of ${day(newest, "en")}.`;
}

/** What stands where nobody is in the class. */
export function nobody(locale: Locale): string {
  return locale === "zh" ? "所选范围内没有此类客户。" : "Nobody of these is in what is chosen.";
}
