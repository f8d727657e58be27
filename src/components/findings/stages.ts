import type {GridRow, Locale, ReportCube, WalletRow} from "../../cubes.js";
import {count, day, money, percent} from "../formats.js";
import {gridStageTerms} from "../terms.js";

/** What the two stage models hold at the as-of date; null where the export is missing. */
export interface StageFacts {
  grid: readonly GridRow[] | null;
  wallet: readonly WalletRow[] | null;
  report: ReportCube;
}

function whole<T>(rows: readonly T[], of: (row: T) => number | null): number | null {
  return rows.reduce<number | null>((sum, row) => {
    const x = of(row);
    return sum === null || x === null ? null : sum + x;
  }, 0);
}

function gridClause(rows: readonly GridRow[], locale: Locale): string | null {
  const assessed = rows.filter((r) => r.stage !== "unassessed");
  const all = whole(assessed, (r) => r.customers);
  const high = whole(
    assessed.filter((r) => r.stage === "advanced" || r.stage === "partner"),
    (r) => r.customers,
  );
  if (all === null || high === null || all === 0) return null;
  const share = percent(high / all, locale);
  return locale === "zh"
    ? `已评估客户中${share}处于方格的${gridStageTerms.advanced.zh}或${gridStageTerms.partner.zh}阶段`
    : `${share} of assessed customers stand at the grid stages advanced or partner`;
}

function walletClause(rows: readonly WalletRow[], report: ReportCube, locale: Locale): string | null {
  const known = rows.filter((r) => r.stage !== "unknown");
  const gap = whole(known, (r) => r.gap ?? (r.suppressed ? null : 0));
  const spend = whole(known, (r) => r.category_spend ?? (r.suppressed ? null : 0));
  if (gap === null || spend === null || spend <= 0) return null;
  const share = percent(gap / spend, locale);
  return locale === "zh"
    ? `已知份额的客户把${share}的品类采购（${money(gap, report, locale)}）给了其他供应商`
    : `customers whose wallet is known give ${share} of it, ${money(gap, report, locale)}, to others`;
}

/** What the data says about relationships: how many are high, and how much of the wallets goes elsewhere. */
export function stagesSentence({grid, wallet, report}: StageFacts, locale: Locale): string {
  const now = <T extends {as_of: string}>(rows: readonly T[]): T[] =>
    rows.filter((r) => r.as_of === report.as_of);
  const clauses = [
    grid === null ? null : gridClause(now(grid), locale),
    wallet === null ? null : walletClause(now(wallet), report, locale),
  ].filter((c) => c !== null);
  if (clauses.length === 0) {
    if (grid === null && wallet === null)
      return locale === "zh"
        ? "关系阶段需要关系评估或采购份额的导出文件。"
        : "The stages of relationships need an export of assessments or of wallets.";
    return locale === "zh"
      ? "客户太少，无法给出关系阶段的结论。"
      : "Too few customers can be shown to say where relationships stand.";
  }
  const text = clauses.join(locale === "zh" ? "；" : "; ");
  return text.charAt(0).toUpperCase() + text.slice(1) + (locale === "zh" ? "。" : ".");
}

/** Under the sentence: as of when, and that the two models are two. */
export function stagesStandfirst(customers: number, report: ReportCube, locale: Locale): string {
  return locale === "zh"
    ? `截至${day(report.as_of, locale)}，买过的${count(customers, locale)}位客户及潜在客户。方格阶段出自关系评估，份额阶段出自客户的品类采购；两者都有“初期”，但从不混用。`
    : `As of ${day(report.as_of, locale)}: the ${count(customers, locale)} customers who have bought, and prospects. Grid stages come from assessments, wallet stages from what customers buy in the category; both know an “initial” stage, and the two are never merged.`;
}
