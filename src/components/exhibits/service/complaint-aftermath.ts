import type {ComplaintAftermathRow, Handling} from "../../../cubes/service.js";
import {rowCells} from "../../absent.js";
import {type SharePoint, shareIntervals} from "../../charts/share-intervals.js";
import {cellMark} from "../../drill/cell-mark.js";
import {count, day, percent} from "../../formats.js";
import {buyings, handlings} from "../../service-terms.js";
import {settingOf} from "../../settings-in-force.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {label, sentenceCase} from "../../terms.js";
import {wilson} from "../../wilson.js";
import type {Exhibit} from "../exhibit.js";
import {isNobody, total} from "./facts.js";

const order: readonly Handling[] = ["well", "poorly", "unasked", "unresolved"];
const sides = ["matched", "twin"] as const;
const sideNames = {
  matched: {en: "complained", zh: "有抱怨"},
  twin: {en: "no complaint", zh: "无抱怨"},
};

/** The handling as it stands in an English sentence. */
const saysHandling: Record<Handling, string> = {
  well: "resolved in the limit to their satisfaction",
  poorly: "resolved late or not to their satisfaction",
  unasked: "resolved in the limit without asking them",
  unresolved: "not resolved",
};

/** The source's claim of satisfied complainants, in both charts. */
function stayClaim({locale}: Site): {low: number; high: number; name: string} {
  return {
    low: 0.7,
    high: 0.9,
    name: locale === "zh" ? "文献之说：70%–90%" : "claimed: 70–90%",
  };
}

/**
 * A share with its interval for a chart, marked as those whom it is of; without one where the counts are suppressed or of
 * nobody.
 */
export function sharePoint(
  group: string,
  series: string,
  successes: number | null,
  n: number | null,
  {locale}: Site,
  mark?: string,
): SharePoint {
  const zh = locale === "zh";
  if (successes === null || n === null)
    return {group, series, share: null, low: 0, high: 0, text: zh ? "已隐去" : "suppressed"};
  if (n === 0) return {group, series, share: null, low: 0, high: 0, text: zh ? "无客户" : "nobody"};
  const share = successes / n;
  return {
    group,
    series,
    share,
    ...wilson(successes, n),
    text: zh
      ? `${percent(share, locale)}（${count(successes, locale)}/${count(n, locale)}）`
      : `${percent(share, locale)} (${count(successes, locale)} of ${count(n, locale)})`,
    mark,
  };
}

/** An interval in words: "61.2%–78.0%"; a dash where there is no share. */
export function intervalWords(p: SharePoint, {locale}: Site): string {
  return p.share === null ? "–" : `${percent(p.low, locale)}–${percent(p.high, locale)}`;
}

/** Buying in the days after a complaint, by how it was handled, beside customers without one who were alike. */
export function complaintAftermath(site: Site): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const rows = cubes.find("complaint-aftermath") ?? [];
  const present = order.filter((h) => rows.some((r) => r.handling === h));
  const at = (h: Handling, side: (typeof sides)[number]): ComplaintAftermathRow | undefined =>
    rows.find((r) => r.handling === h && r.side === side);
  const days = settingOf(site, "service.after_days", 180);
  const points = present.flatMap((h) =>
    sides.map((side) =>
      sharePoint(
        h,
        side,
        at(h, side)?.bought ?? null,
        at(h, side)?.customers ?? null,
        site,
        // The cells of the others are those of the customers that they stand beside.
        side === "matched" ? cellMark("complaint-aftermath", {handling: h, side}) : undefined,
      ),
    ),
  );
  const point = (h: Handling, side: string): SharePoint | undefined =>
    points.find((p) => p.group === h && p.series === side);
  const title = zh ? `抱怨之后${days}天内是否再次购买` : `Who bought in the ${days} days after a complaint`;
  const shown = present.find((h) => sides.every((side) => (point(h, side)?.share ?? null) !== null));
  const missing = !isNobody(rows.map((r) => r.customers))
    ? null
    : zh
      ? `没有已满${days}天、又能找到相似客户的抱怨。`
      : `No complaint is ${days} days old and has a customer alike beside it.`;
  const [mine, other] = shown ? [point(shown, "matched")!, point(shown, "twin")!] : [];
  return {
    id: "complaint-aftermath",
    needs: "complaints",
    missing,
    title,
    subtitle: zh
      ? `每位客户取最近一件满${days}天且成立的抱怨，自解决日（未解决的自提出日）起计；旁为当时同类别、同近度与频度得分、收入最接近而从未抱怨的客户；线为95%区间（Wilson）；截至${day(report.as_of, locale)}`
      : `Each customer’s newest valid complaint of ${days} days or more, counted from its resolution (its opening where unresolved); beside it the customer who never complained, of the same class, recency and frequency scores then, nearest in revenue; lines are 95% intervals (Wilson); as of ${day(report.as_of, locale)}`,
    says:
      missing ??
      (shown && mine && other
        ? zh
          ? `“${handlings[shown].zh}”的客户中，${mine.text}在其后${days}天内再次购买；相似而无抱怨的客户中为${other.text}。这是描述，不是已证实的效果。`
          : `Of the customers whose complaint was ${saysHandling[shown]}, ${mine.text} bought again within ${days} days; of those alike without a complaint, ${other.text}. That describes what happened and proves no effect.`
        : zh
          ? "客户太少，无法比较。"
          : "Too few customers to compare."),
    draw: (options) =>
      shareIntervals(
        present.map((h) => ({key: h, name: sentenceCase(handlings[h][locale])})),
        [
          {key: "matched", name: sideNames.matched[locale], colour: "class-a"},
          {key: "twin", name: sideNames.twin[locale], colour: "same"},
        ],
        points,
        null,
        options,
      ),
    twin: table(
      title,
      [
        {head: zh ? "处理情况" : "Handling"},
        {head: zh ? "客户" : "Who"},
        {head: label("customers", locale), number: true},
        {head: zh ? "再次购买" : "Bought again", number: true},
        {head: label("interval", locale), number: true},
        {head: zh ? "之前订单" : "Orders before", number: true},
        {head: zh ? "之后订单" : "Orders after", number: true},
        {head: zh ? "之前收入" : "Revenue before", number: true},
        {head: zh ? "之后收入" : "Revenue after", number: true},
      ],
      present.flatMap((h) =>
        sides.map((side) => {
          const r = at(h, side);
          // What is of nobody has no number that could be suppressed.
          const as = rowCells({suppressed: report.smallest_cell > 1 && r?.customers !== 0}, report, locale);
          const p = point(h, side)!;
          return {
            cells: [
              sentenceCase(handlings[h][locale]),
              sideNames[side][locale],
              as.count(r?.customers ?? null),
              p.share === null ? as.count(null) : percent(p.share, locale),
              intervalWords(p, site),
              as.count(r?.orders_before ?? null),
              as.count(r?.orders_after ?? null),
              as.money(r?.revenue_before ?? null),
              as.money(r?.revenue_after ?? null),
            ],
          };
        }),
      ),
    ),
  };
}

/** Customers with a complaint who still buy within their own time, by how it was handled, before the claimed range. */
export function complaintKept(site: Site): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const rows = cubes.find("complaint-kept") ?? [];
  const present = order.filter((h) => rows.some((r) => r.handling === h));
  const of = (h: Handling, buying: (typeof rows)[number]["buying"]): number | null => {
    const row = rows.find((r) => r.handling === h && r.buying === buying);
    return row ? row.customers : 0;
  };
  const times = settingOf(site, "service.gap_multiple", 2);
  const points = present.map((h) => {
    const [kept, gone] = [of(h, "buying"), of(h, "gone")];
    const due = kept === null || gone === null ? null : kept + gone;
    const mark = cellMark("complaint-kept", [
      {handling: h, buying: "buying"},
      {handling: h, buying: "gone"},
    ]);
    return sharePoint(h, "kept", kept, due, site, mark);
  });
  const well = points.find((p) => p.group === "well");
  const missing = !isNobody(rows.map((r) => r.customers))
    ? null
    : zh
      ? "没有有效的抱怨。"
      : "There is no valid complaint.";
  const due = total([of("well", "buying"), of("well", "gone")]);
  const title = zh ? "抱怨之后仍在购买的客户" : "Customers who still buy after a complaint";
  return {
    id: "complaint-kept",
    needs: "complaints",
    missing,
    title,
    subtitle: zh
      ? `在自身通常购买间隔的${times}倍之内再次购买的客户占比；时间未到者不计；线为95%区间（Wilson）；斜线为文献对处理后满意者的说法`
      : `Share who bought again within ${times} times their own usual gap; those whose time is not up are left aside; lines are 95% intervals (Wilson); the hatched band is the source’s claim of those satisfied with the handling`,
    says:
      missing ??
      (well && well.share !== null
        ? zh
          ? `最近一件抱怨在限期内解决且满意的客户（不限窗口）中，${well.text}在自身通常间隔的${times}倍之内再次购买，文献之说为70%–90%。`
          : `Of the customers whose newest complaint, of any date, was resolved within the limit and ended satisfied, ${well.text} bought again within ${times} times their own usual gap; the source claims 70–90%.`
        : due === 0
          ? zh
            ? "没有最近一件抱怨在限期内解决且满意、又已到判断时间的客户。"
            : "No customer’s newest complaint was resolved within the limit, ended satisfied and is old enough to tell."
          : zh
            ? "客户太少，比例不予公布。"
            : "Too few customers for the shares to be shown."),
    draw: (options) =>
      shareIntervals(
        present.map((h) => ({key: h, name: sentenceCase(handlings[h][locale])})),
        [{key: "kept", name: "", colour: "class-a"}],
        points,
        stayClaim(site),
        options,
      ),
    twin: table(
      title,
      [
        {head: zh ? "处理情况" : "Handling"},
        ...(["buying", "gone", "young", "untold"] as const).map((b) => ({
          head: sentenceCase(buyings[b][locale]),
          number: true,
        })),
        {head: zh ? "仍在购买" : "Still buying", number: true},
        {head: label("interval", locale), number: true},
      ],
      present.map((h, i) => {
        const as = rowCells({suppressed: true}, report, locale);
        const p = points[i]!;
        return {
          cells: [
            sentenceCase(handlings[h][locale]),
            as.count(of(h, "buying")),
            as.count(of(h, "gone")),
            as.count(of(h, "young")),
            as.count(of(h, "untold")),
            p.share === null ? "–" : percent(p.share, locale),
            intervalWords(p, site),
          ],
        };
      }),
    ),
  };
}
