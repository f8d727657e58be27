import type {GridStage, Locale, ReportCube, WalletStage} from "../../cubes.js";
import {day} from "../formats.js";
import {gridStageTerms, sentenceCase, type Term, walletStageTerms} from "../terms.js";

/** Words of the customers export that have a Chinese form; any other stands as the export has it. */
const exported: Readonly<Record<string, Term>> = {
  active: {en: "active", zh: "活跃"},
  closed: {en: "closed", zh: "已关闭"},
  never: {en: "never a customer", zh: "从未成为客户"},
  low: {en: "low", zh: "低"},
  medium: {en: "medium", zh: "中"},
  high: {en: "high", zh: "高"},
  minor: {en: "minor", zh: "轻微"},
  moderate: {en: "moderate", zh: "中等"},
  serious: {en: "serious", zh: "严重"},
};

/** A word of an export in the page's language, where it is one of the usual ones. */
export function exportedWord(text: string, locale: Locale): string {
  const key = text.trim().toLowerCase();
  return Object.hasOwn(exported, key) ? exported[key]![locale] : text;
}

/** A day, or a dash where there is none. */
export function dayOr(iso: string | null, locale: Locale): string {
  return iso === null ? "–" : day(iso, locale);
}

/** Yes, no, or a dash where nobody asked. */
export function yesNo(flag: boolean | null, locale: Locale): string {
  if (flag === null) return "–";
  return locale === "zh" ? (flag ? "是" : "否") : flag ? "yes" : "no";
}

/** A relationship level with the name that the report gives it: "4 aligned habits". */
export function levelWords(
  axis: "personal" | "company",
  level: number | null,
  report: ReportCube,
  locale: Locale,
): string {
  if (level === null) return "–";
  return `${level} ${report.grid_levels[axis][locale][level - 1] ?? ""}`.trim();
}

export function gridStageLabel(stage: GridStage, locale: Locale): string {
  return sentenceCase(gridStageTerms[stage][locale]);
}

export function walletStageLabel(stage: WalletStage, locale: Locale): string {
  return sentenceCase(walletStageTerms[stage][locale]);
}

/** How a list says that it shows only its newest rows; empty where it shows all. */
export function newestOf(shown: number, all: number, locale: Locale): string {
  if (shown >= all) return "";
  return locale === "zh" ? `共${all}条，此处为最近${shown}条。` : `The newest ${shown} of ${all}.`;
}
