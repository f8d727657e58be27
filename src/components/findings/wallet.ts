import type {Locale, ReportCube, WalletRow} from "../../cubes.js";
import {count, day, money, percent} from "../formats.js";

/** What the share of wallet holds; null where the export is missing. */
export interface WalletFacts {
  wallet: readonly WalletRow[] | null;
  report: ReportCube;
}

function whole<T>(rows: readonly T[], of: (row: T) => number | null): number | null {
  return rows.reduce<number | null>((sum, row) => {
    const x = of(row);
    return sum === null || x === null ? null : sum + x;
  }, 0);
}

/** What the data says about wallets: how much of them goes to others, and how many are not known. */
export function walletSentence({wallet, report}: WalletFacts, locale: Locale): string {
  const zh = locale === "zh";
  if (wallet === null)
    return zh
      ? "采购份额需要客户品类采购总额的导出文件。"
      : "The share of wallet needs an export of what customers buy from everyone.";
  const now = wallet.filter((r) => r.as_of === report.as_of);
  const known = now.filter((r) => r.stage !== "unknown" && r.stage !== "none");
  const gap = whole(known, (r) => r.gap ?? (r.suppressed ? null : 0));
  const spend = whole(known, (r) => r.category_spend ?? (r.suppressed ? null : 0));
  if (gap === null || spend === null || spend <= 0)
    return zh
      ? "客户太少，无法给出采购份额的结论。"
      : "Too few customers can be shown to say how much of their wallets is ours.";
  const share = percent(gap / spend, locale);
  const unknown = now.find((r) => r.stage === "unknown");
  const rest =
    unknown === undefined || unknown.customers === null || unknown.customers === 0
      ? ""
      : zh
        ? `；另有${count(unknown.customers, locale)}位份额未知`
        : `; the share of ${count(unknown.customers, locale)} more customers is not known`;
  return zh
    ? `已知份额的客户把${share}的品类采购（${money(gap, report, locale)}）给了其他供应商${rest}。`
    : `${share} of the known wallets, ${money(gap, report, locale)}, goes to other suppliers${rest}.`;
}

/** Under the sentence: as of when, and which period a figure covers. */
export function walletStandfirst(months: number, report: ReportCube, locale: Locale): string {
  return locale === "zh"
    ? `截至${day(report.as_of, locale)}，按每位客户最近一份数据；每份数据覆盖截至其日期的${months}个月。没有数据的客户份额未知：仅凭我方销售额算不出份额。`
    : `As of ${day(report.as_of, locale)}, by each customer’s newest figure, which covers the ${months} months that end on its day. Without a figure a share is unknown: it can’t be derived from our own sales.`;
}
