import type {KpiRow, Locale, ReportCube, RfmRow} from "../../cubes.js";
import {count, percent} from "../formats.js";
import {customersOver} from "../window-words.js";

/** Customers and revenue of some cells. Where some are suppressed, `customers` is the least they can be. */
interface CellGroup {
  customers: number;
  /** Null where a cell is suppressed. */
  revenue: number | null;
  exact: boolean;
}

/** The cells that a test picks, together. */
export function cellGroup(rows: readonly RfmRow[], test: (row: RfmRow) => boolean): CellGroup {
  const picked = rows.filter(test);
  const known = picked.filter((r) => r.customers !== null);
  return {
    customers: known.reduce((sum, r) => sum + r.customers!, 0),
    revenue: picked.some((r) => r.revenue === null) ? null : picked.reduce((sum, r) => sum + r.revenue!, 0),
    exact: known.length === picked.length,
  };
}

/** What the RFM cube says: who bought recently and often and what they bring, and who was good and went quiet. */
export function rfmSentence(
  rows: readonly RfmRow[],
  now: KpiRow,
  report: ReportCube,
  locale: Locale,
): string {
  const cells = rows.filter((r) => r.scheme === report.primary_scheme);
  const best = cellGroup(cells, (r) => r.r >= 4 && r.f >= 4);
  const quiet = cellGroup(cells, (r) => r.r <= 2 && r.f >= 4);
  if (now.customers === 0)
    return locale === "zh" ? "账上没有客户。" : "There are no customers on the ledger.";
  if (best.customers === 0) {
    if (best.exact)
      return locale === "zh" ? "没有客户既近期又经常购买。" : "No customer buys both recently and often.";
    return locale === "zh"
      ? "客户太少，不公布谁近期且经常购买。"
      : "Too few customers can be shown to say who buys recently and often.";
  }
  const share = percent(best.customers / now.customers, locale);
  const brought =
    best.revenue !== null && now.revenue > 0 ? percent(best.revenue / now.revenue, locale) : null;
  const gone = count(quiet.customers, locale);
  if (locale === "zh") {
    const least = (g: CellGroup): string => (g.exact ? "" : "至少");
    const money = brought === null ? "" : `，带来${brought}的收入`;
    const tail = quiet.customers > 0 ? `；${least(quiet)}${gone}位曾经常购买的客户已沉寂` : "";
    return `近期且经常购买的客户${least(best)}占${share}${money}${tail}。`;
  }
  const least = (g: CellGroup): string => (g.exact ? "" : "at least ");
  const money = brought === null ? "" : ` and bring ${brought} of revenue`;
  const have = quiet.customers === 1 && quiet.exact ? "has" : "have";
  const tail = quiet.customers > 0 ? `; ${least(quiet)}${gone} who used to buy often ${have} gone quiet` : "";
  return `Customers who buy recently and often are ${least(best)}${share} of all${money}${tail}.`;
}

/** Under the sentence: as of when, and which scores are meant. */
export function rfmStandfirst(now: KpiRow, report: ReportCube, locale: Locale): string {
  return locale === "zh"
    ? `${customersOver(now.customers, report, locale)}；近度按全部历史计。“近期且经常”指R与F得4或5分，“沉寂”指R得1或2分而F得4或5分。`
    : `${customersOver(now.customers, report, locale)}; recency is over all history. “Recently and often” is R and F of 4 or 5; “gone quiet” is R of 1 or 2 with F of 4 or 5.`;
}
