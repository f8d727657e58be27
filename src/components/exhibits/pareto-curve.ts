import type {Measure, ParetoPoint} from "../../cubes.js";
import {pointAt, topPoint, topShare} from "../charts/curve-points.js";
import {paretoCurve} from "../charts/pareto-curve.js";
import {count, exactMoney, exactPercent, percent} from "../formats.js";
import {type Html, html} from "../html.js";
import {ledgerWords} from "../ledger-words.js";
import type {Site} from "../site.js";
import {linkTo} from "../site-map.js";
import {table} from "../tables.js";
import {label, measures, sentenceCase, word} from "../terms.js";
import {areFew, largestBring} from "../top-customers.js";
import {windowWords} from "../window-words.js";
import type {Exhibit} from "./exhibit.js";

const shares = [0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

function twin(points: readonly ParetoPoint[], title: string, {cubes: {report}, locale}: Site): Html {
  const present = (["revenue", "profit"] as Measure[]).filter((m) => points.some((p) => p.measure === m));
  return html`${present.map((m) =>
    table(
      `${title}${locale === "zh" ? "：" : ": "}${measures[m][locale]}`,
      [
        {head: label("share_customers", locale), number: true},
        {head: label("customers", locale), number: true},
        {head: sentenceCase(measures[m][locale]), number: true},
        {head: label(m === "revenue" ? "share_revenue" : "share_profit", locale), number: true},
      ],
      shares
        .map((s) =>
          pointAt(
            points.filter((p) => p.measure === m),
            s,
          ),
        )
        .filter((p, i, all): p is ParetoPoint => p !== undefined && all.indexOf(p) === i)
        .map((p) => ({
          cells: [
            exactPercent(p.customer_share, locale),
            count(p.customers, locale),
            exactMoney(p.amount, report, locale),
            exactPercent(p.amount_share, locale),
          ],
        })),
    ),
  )}`;
}

/** What the curves say, in one sentence. */
export function paretoSays(points: readonly ParetoPoint[], locale: Site["locale"], sparse = false): string {
  const tops = (["revenue", "profit"] as Measure[]).flatMap((m) => {
    const p = topPoint(points.filter((q) => q.measure === m));
    return p ? [p] : [];
  });
  const first = tops[0];
  if (!first && sparse)
    return locale === "zh"
      ? "公布的点太少，不说明最大的客户带来多少。"
      : "Too few points are told to say what the largest customers bring.";
  if (!first)
    return locale === "zh"
      ? "客户太少，不说明最大的客户带来多少。"
      : "There are too few customers to say what the largest of them bring.";
  const share = topShare(first, locale);
  const all = points.findLast((p) => p.measure === first.measure)!.customers;
  const who = areFew(all)
    ? largestBring(first.customers, all, locale)
    : locale === "zh"
      ? `最大的${share}客户带来`
      : `the largest ${share} of customers bring`;
  const clauses = tops
    .filter((p) => p.customers === first.customers)
    .map((p) => {
      const amount = percent(p.amount_share, locale);
      return locale === "zh"
        ? `${amount}的${measures[p.measure].zh}`
        : `${amount} of ${measures[p.measure].en}`;
    });
  const peak = points.find((p) => p.peak && p.measure === "profit" && p.amount_share > 1.005);
  if (locale === "zh")
    return `${who}${clauses.join("和")}${peak ? `；利润曲线升至${percent(peak.amount_share, locale)}后回落，因为部分客户的利润为负` : ""}。`;
  return `${sentenceCase(who)} ${clauses.join(" and ")}${peak ? `; the profit curve climbs to ${percent(peak.amount_share, locale)} and falls back, because some customers bring a loss` : ""}.`;
}

/** Fewer points than these leave the curve's bends unseen. */
const enoughPoints = 20;

/** Whether a curve lacks points of its customers, since those between them are too few to be told. */
function isSparse(points: readonly ParetoPoint[]): boolean {
  return (["revenue", "profit"] as Measure[])
    .map((measure) => points.filter((p) => p.measure === measure))
    .some((own) => own.length > 0 && own.length < Math.min(enoughPoints, own.at(-1)!.customers));
}

/** The cumulative curves of revenue and, where costs are known, of profit. */
export function paretoExhibit(site: Site, id: string, linked: boolean): Exhibit {
  const {cubes, locale} = site;
  const told = cubes.read("pareto-curve");
  const sparse = cubes.report.smallest_cell > 1 && isSparse(told);
  // Between few points the curve may climb higher than at any of them.
  const points = sparse ? told.map((p) => ({...p, peak: false})) : told;
  const profit = points.some((p) => p.measure === "profit");
  const ranked = ledgerWords(points.findLast((p) => p.measure === "revenue")?.customers, site);
  const title =
    locale === "zh"
      ? `帕累托曲线：少数客户带来多少${profit ? "收入和利润" : "收入"}`
      : `Pareto curve: how much ${profit ? "revenue and profit" : "revenue"} a few customers bring`;
  return {
    id,
    title,
    subtitle:
      locale === "zh"
        ? `累计金额占比，客户从大到小排列（${ranked}）；${windowWords(cubes.report, locale)}${sparse ? "；点数较少，以免推出小群体" : ""}`
        : `Cumulative share, customers from largest to smallest (${ranked}); ${windowWords(cubes.report, locale)}${sparse ? "; few points, so that small groups stay hidden" : ""}`,
    says: paretoSays(points, locale, sparse),
    brush: "pareto",
    draw: (options) => paretoCurve(points, options),
    twin: twin(points, title, site),
    ...(linked ? {link: {href: linkTo("pareto"), text: word("more", locale)}} : {}),
  };
}
