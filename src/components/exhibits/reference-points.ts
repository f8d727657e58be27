import type {Measure, ParetoPoint} from "../../cubes.js";
import {pointAt} from "../charts/curve-points.js";
import {percent} from "../formats.js";
import {type Html, html} from "../html.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {label, measures} from "../terms.js";

/** The source's own points, claimed of markets and not of this business: a share of buyers and what they bring. */
const referencePoints = [
  {name: {en: "Beer", zh: "啤酒"}, customers: 0.23, amount: 0.81},
  {name: {en: "Cake", zh: "蛋糕"}, customers: 0.16, amount: 0.62},
  {name: {en: "Instant coffee", zh: "速溶咖啡"}, customers: 0.17, amount: 0.79},
  {name: {en: "The 80/20 rule", zh: "80/20法则"}, customers: 0.2, amount: 0.8},
] as const;

/** What a share of customers brings here, in words; null where no step of the curve is near it. */
function here(points: readonly ParetoPoint[], share: number, locale: Site["locale"]): string | null {
  const point = pointAt(points, share);
  return point && point.customer_share <= share + 0.05 ? percent(point.amount_share, locale) : null;
}

/**
 * Claims of the source beside what the same share of customers brings here. Each share can be changed where scripts run;
 * the curve's points stand in the page for it.
 */
export function referenceTable(site: Site): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const points = cubes.read("pareto-curve");
  const present = (["revenue", "profit"] as Measure[]).filter((m) => points.some((p) => p.measure === m));
  const caption = zh
    ? "文献的参照点，与本企业同样比例的客户"
    : "The source’s reference points, and the same share of customers here";
  const curve = Object.fromEntries(
    present.map((m) => [
      m,
      points
        .filter((p) => p.measure === m)
        .map((p) => [Number(p.customer_share.toFixed(5)), Number(p.amount_share.toFixed(5))]),
    ]),
  );
  const suppressed = zh ? "客户太少" : "too few customers";
  return html`<div class="reference-points" data-curve="${JSON.stringify(curve)}" data-hidden="${suppressed}" data-share="${label("share_customers", locale)}">${table(
    caption,
    [
      {head: label("claim", locale)},
      {
        head: zh
          ? html`客户占比<span class="with-scripts">（可改）</span>`
          : html`Share of customers<span class="with-scripts"> (can be changed)</span>`,
        number: true,
      },
      {head: zh ? "文献所称销售占比" : "Claimed share of sales", number: true},
      ...present.map((m) => ({
        head: zh ? `本企业：占${measures[m].zh}` : `Here, of ${measures[m].en}`,
        number: true,
      })),
    ],
    referencePoints.map((p) => ({
      cells: [
        p.name[locale],
        html`<span class="editable" data-value="${Math.round(p.customers * 100)}">${Math.round(p.customers * 100)}%</span>`,
        html`<span class="claimed">${Math.round(p.amount * 100)}%</span>`,
        ...present.map(
          (m) =>
            html`<span data-measure="${m}">${
              here(
                points.filter((q) => q.measure === m),
                p.customers,
                locale,
              ) ?? suppressed
            }</span>`,
        ),
      ],
    })),
  )}</div>`;
}
