import type {KpiRow, Locale, ParetoPoint, ReportCube} from "../../cubes.js";
import {topPoint} from "../charts/curve-points.js";
import {customerCount} from "../customer-count.js";
import {count, percent} from "../formats.js";
import {sentenceCase} from "../terms.js";
import {areFew, headsOf, largestBring} from "../top-customers.js";
import {comparedWith, customersOver} from "../window-words.js";

/** What the Pareto page's sentence is made from. */
export interface ParetoFacts {
  now: KpiRow;
  curve: readonly ParetoPoint[];
  report: ReportCube;
}

/** The share of profit that the most profitable fifth bring; null where costs or the exact point are not given. */
function profitShare({curve}: ParetoFacts): number | null {
  const point = topPoint(curve.filter((p) => p.measure === "profit"));
  return point?.exact ? point.amount_share : null;
}

/** Who the fifth are: "one fifth of customers bring", or so many of so few of them. */
export function fifthBring({customers, refund_only_customers: back}: KpiRow, locale: Locale): string {
  const ranked = customers + (back ?? 0);
  if (areFew(ranked) && back !== null) return largestBring(headsOf(0.2, ranked), ranked, locale);
  return locale === "zh" ? "五分之一的客户带来" : "one fifth of customers bring";
}

/** Those of most profit, as many as are called the largest: "the most profitable fifth", of few customers counted. */
function mostProfitable(facts: ParetoFacts, locale: Locale): string {
  const zh = locale === "zh";
  const all = facts.curve.findLast((p) => p.measure === "profit")!.customers;
  if (!areFew(all)) return zh ? "利润最高的五分之一" : "the most profitable fifth";
  const heads = headsOf(0.2, all);
  if (zh) return `利润最高的${count(heads, "zh")}位`;
  return heads === 1 ? "the most profitable one" : `the ${count(heads, "en")} most profitable`;
}

/** What the data says about concentration: "One fifth of customers bring 73.8% of revenue; the revenue of 41 is negative …". */
export function paretoSentence(facts: ParetoFacts, locale: Locale): string {
  const {now} = facts;
  const share = now.top20_share;
  const back = now.below_zero_customers ?? 0;
  const profit = profitShare(facts);
  if (share === null) {
    if (now.revenue > 0)
      return locale === "zh"
        ? "客户太少，不公布前20%客户的占比。"
        : "There are too few customers to publish what the top fifth brings.";
    return locale === "zh"
      ? "窗口内收入不为正，无法计算前20%客户的占比。"
      : "Revenue in the window is not positive, so no share of it can be computed.";
  }
  if (locale === "zh") {
    const tail = back > 0 ? `；${count(back, locale)}位客户窗口内退款多于购买，收入为负` : "";
    return `${fifthBring(now, locale)}${percent(share, locale)}的收入${profit === null ? "" : `；${mostProfitable(facts, "zh")}带来${percent(profit, locale)}的利润`}${tail}。`;
  }
  const tail =
    back > 0
      ? `; the revenue of ${customerCount(back, locale)} is negative: refunds in the window exceed ${back === 1 ? "its" : "their"} purchases`
      : "";
  return `${sentenceCase(fifthBring(now, locale))} ${percent(share, locale)} of revenue${profit === null ? "" : `, and ${mostProfitable(facts, "en")} ${percent(profit, locale)} of profit`}${tail}.`;
}

/** Under the sentence: as of when, which customers. */
export function paretoStandfirst({now, report}: ParetoFacts, locale: Locale): string {
  return locale === "zh"
    ? `${customersOver(now.customers, report, locale)}${comparedWith(report, locale)}`
    : `${customersOver(now.customers, report, locale)}${comparedWith(report, locale)}`;
}
