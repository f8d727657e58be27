import type {KpiRow, Locale, ReportCube, RfmRow, RfmThresholdRow} from "../../cubes.js";
import {count, percent} from "../formats.js";
import {customersOver} from "../window-words.js";
import {frequencyNote, type HighFrequency, highFrequency} from "./rfm-frequency.js";

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

/** What the RFM sentences are made from. */
export interface RfmFacts {
  rows: readonly RfmRow[];
  thresholds: readonly RfmThresholdRow[];
  now: KpiRow;
  report: ReportCube;
}

/** Those with R and F of 4 or 5, and those with such an F whose R is 1 or 2, by what F of 4 or 5 means. */
const groupNames: Readonly<
  Record<HighFrequency["means"], Record<"best" | "quiet", (zh: boolean, one: boolean) => string>>
> = {
  often: {
    best: (zh) => (zh ? "近期且经常购买的客户" : "Customers who buy recently and often"),
    quiet: (zh, one) =>
      zh ? "位曾经常购买的客户已沉寂" : `who used to buy often ${one ? "has" : "have"} gone quiet`,
  },
  once: {
    best: (zh) =>
      zh
        ? "近期购买且窗口内至少下过一单的客户"
        : "Customers who bought recently and ordered at least once in the window",
    quiet: (zh, one) =>
      zh ? "位窗口内下过单的客户已沉寂" : `with an order in the window ${one ? "has" : "have"} gone quiet`,
  },
  scores: {
    best: (zh) => (zh ? "R与F得4或5分的客户" : "Customers with R and F of 4 or 5"),
    quiet: (zh, one) =>
      zh ? "位F得4或5分的客户R得1或2分" : `with F of 4 or 5 ${one ? "has" : "have"} R of 1 or 2`,
  },
};

/** What the RFM cube says: who bought recently and often and what they bring, and who was good and went quiet. */
export function rfmSentence({rows, thresholds, now, report}: RfmFacts, locale: Locale): string {
  const cells = rows.filter((r) => r.scheme === report.primary_scheme);
  const best = cellGroup(cells, (r) => r.r >= 4 && r.f >= 4);
  const quiet = cellGroup(cells, (r) => r.r <= 2 && r.f >= 4);
  if (now.customers === 0)
    return locale === "zh" ? "账上没有客户。" : "There are no customers on the ledger.";
  const {means} = highFrequency(thresholds, report);
  const names = groupNames[means];
  if (best.customers === 0) {
    if (best.exact && means === "often")
      return locale === "zh" ? "没有客户既近期又经常购买。" : "No customer buys both recently and often.";
    if (best.exact)
      return locale === "zh" ? "没有客户的R与F都得4或5分。" : "No customer has R and F of 4 or 5.";
    return locale === "zh"
      ? "客户太少，不公布R与F得4或5分者。"
      : "Too few customers with R and F of 4 or 5 can be shown.";
  }
  const share = percent(best.customers / now.customers, locale);
  const brought =
    best.revenue !== null && now.revenue > 0 ? percent(best.revenue / now.revenue, locale) : null;
  const gone = count(quiet.customers, locale);
  if (locale === "zh") {
    const least = (g: CellGroup): string => (g.exact ? "" : "至少");
    const money = brought === null ? "" : `，带来${brought}的收入`;
    const tail = quiet.customers > 0 ? `；${least(quiet)}${gone}${names.quiet(true, false)}` : "";
    return `${names.best(true, false)}${least(best)}占${share}${money}${tail}。`;
  }
  const least = (g: CellGroup): string => (g.exact ? "" : "at least ");
  const money = brought === null ? "" : ` and bring ${brought} of revenue`;
  const one = quiet.customers === 1 && quiet.exact;
  const tail = quiet.customers > 0 ? `; ${least(quiet)}${gone} ${names.quiet(false, one)}` : "";
  return `${names.best(false, false)} are ${least(best)}${share} of all${money}${tail}.`;
}

/** Under the sentence: as of when, and which scores are meant. */
export function rfmStandfirst({thresholds, now, report}: RfmFacts, locale: Locale): string {
  const zh = locale === "zh";
  const high = highFrequency(thresholds, report);
  const meant = {
    often: zh
      ? "“近期且经常”指R与F得4或5分，“沉寂”指R得1或2分而F得4或5分。"
      : " “Recently and often” is R and F of 4 or 5; “gone quiet” is R of 1 or 2 with F of 4 or 5.",
    once: zh
      ? "“近期”指R得4或5分，“沉寂”指R得1或2分。"
      : " “Recently” is R of 4 or 5; “gone quiet” is R of 1 or 2.",
    scores: "",
  }[high.means];
  const over = customersOver(now.customers, report, locale);
  return zh
    ? `${over}；近度按全部历史计。${meant}${frequencyNote(high, report, locale)}`
    : `${over}; recency is over all history.${meant}${frequencyNote(high, report, locale)}`;
}
