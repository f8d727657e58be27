import type {LoyaltyRow} from "../../../cubes/service.js";
import {rowCells} from "../../absent.js";
import {groupBars} from "../../charts/group-bars.js";
import {customerCount} from "../../customer-count.js";
import {cellMark} from "../../drill/cell-mark.js";
import {count, day, exactMoney, money, percent} from "../../formats.js";
import {loyalties} from "../../service-terms.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {label, sentenceCase} from "../../terms.js";
import type {Exhibit} from "../exhibit.js";
import {isNobody, total} from "./facts.js";

type Loyalty = keyof typeof loyalties;
const kinds: readonly Loyalty[] = ["behavioural", "intentional", "emotional"];

/** Griffin's three loyalties: which overlap in how many customers, and the money. */
export function loyaltyExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const rows = cubes.find("loyalty") ?? [];
  const name = (r: LoyaltyRow): string => {
    const held = kinds.filter((k) => r[k]);
    if (held.length === 0) return zh ? "三者皆无" : "none of the three";
    if (held.length === 3) return zh ? "三者兼有" : "all three";
    if (held.length === 1) return zh ? `仅${loyalties[held[0]!].zh}` : `${loyalties[held[0]!].en} alone`;
    return held.map((k) => loyalties[k][locale]).join(zh ? "与" : " and ");
  };
  const markOf = ({customers, behavioural, intentional, emotional}: LoyaltyRow): string | undefined =>
    customers ? cellMark("loyalty", {behavioural, intentional, emotional}) : undefined;
  const key = (r: LoyaltyRow): string => kinds.map((k) => Number(r[k])).join("");
  const all = total(rows.map((r) => r.customers));
  const money_ = total(rows.map((r) => r.revenue));
  const of = (k: Loyalty): number | null => total(rows.filter((r) => r[k]).map((r) => r.customers));
  const facts = kinds.map((k) => ({k, n: of(k)})).filter((x): x is {k: Loyalty; n: number} => x.n !== null);
  const title = zh ? "三种忠诚及其重叠" : "Three kinds of loyalty, and how they overlap";
  const missing = !isNobody(rows.map((r) => r.customers))
    ? null
    : zh
      ? "没有同时回答购买意愿与是否推荐的客户。"
      : "No customer said both whether it means to buy and whether it would recommend.";
  const most = {
    customers: Math.max(1, ...rows.map((r) => r.customers ?? 0)),
    revenue: Math.max(1, ...rows.map((r) => r.revenue ?? 0)),
  };
  return {
    id: "loyalty",
    needs: "surveys",
    missing,
    title,
    subtitle: zh
      ? `行为忠诚：窗口内两次及以上订单；意识忠诚：愿意再买；情感忠诚：愿意推荐（Griffin）；按最近一次回复，截至${day(report.as_of, locale)}`
      : `Behavioural, two or more orders in the window; intentional, means to buy; emotional, would recommend (Griffin); by the newest answer, as of ${day(report.as_of, locale)}`,
    says:
      missing ??
      (facts.length > 0 && all
        ? zh
          ? `在回答了的${count(all, locale)}位客户中，${facts.map((x) => `${loyalties[x.k].zh}${percent(x.n / all, locale)}`).join("，")}。`
          : `Of the ${customerCount(all, locale)} who answered: ${facts.map((x) => `${percent(x.n / all, locale)} ${loyalties[x.k].en}`).join(", ")}.`
        : zh
          ? "部分组合客户太少，已隐去。"
          : "Some combinations hold too few customers and are suppressed."),
    draw: (options) =>
      groupBars(
        rows.map((r) => ({
          key: key(r),
          name: sentenceCase(name(r)),
          colour: key(r) === "111" ? "class-a" : key(r) === "000" ? "same" : "heat-4",
        })),
        [
          {key: "customers", name: label("customers", locale)},
          {key: "revenue", name: label("revenue", locale)},
        ],
        rows.flatMap((r) => [
          {
            group: key(r),
            quantity: "customers",
            share: r.customers === null ? null : r.customers / most.customers,
            text: r.customers === null ? "–" : count(r.customers, locale),
            exact: r.customers === null ? "–" : count(r.customers, locale),
            suppressed: r.suppressed,
            mark: markOf(r),
          },
          {
            group: key(r),
            quantity: "revenue",
            share: r.revenue === null ? null : r.revenue / most.revenue,
            text:
              r.revenue === null
                ? "–"
                : `${money(r.revenue, report, locale)}${money_ && money_ > 0 ? ` (${percent(r.revenue / money_, locale)})` : ""}`,
            exact: r.revenue === null ? "–" : exactMoney(r.revenue, report, locale),
            suppressed: r.suppressed,
            mark: markOf(r),
          },
        ]),
        options,
      ),
    twin: table(
      title,
      [
        {head: zh ? "忠诚" : "Loyalty"},
        {head: label("customers", locale), number: true},
        {head: label("revenue", locale), number: true},
      ],
      rows.map((r) => {
        const as = rowCells(r, report, locale);
        return {cells: [sentenceCase(name(r)), as.count(r.customers), as.money(r.revenue)]};
      }),
    ),
  };
}
