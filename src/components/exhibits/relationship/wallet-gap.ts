import type {WalletSegmentRow} from "../../../cubes/relationship.js";
import type {AbcClass} from "../../../cubes.js";
import {rowCells} from "../../absent.js";
import {type GroupBar, groupBars} from "../../charts/group-bars.js";
import {classBasis} from "../../class-basis.js";
import {cellMark} from "../../drill/cell-mark.js";
import {count, day, exactMoney, money, percent} from "../../formats.js";
import {nameOf} from "../../name-of.js";
import {dimensions} from "../../relationship-terms.js";
import {segmentOrder} from "../../segments.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {classes, label, sentenceCase} from "../../terms.js";
import {className} from "../../value-terms.js";
import type {Exhibit} from "../exhibit.js";

type Dimension = WalletSegmentRow["dimension"];

function groupName({dimension, part, name}: WalletSegmentRow, {locale, cubes}: Site): string {
  const zh = locale === "zh";
  if (part === "others") return zh ? "其余" : "All others";
  if (part === "unknown" || name === null) return zh ? "未填写" : "Not given";
  if (name === "none" && (dimension === "abc" || dimension === "rfm_segment"))
    return zh ? "未购买" : "Never bought";
  if (dimension === "abc" && Object.hasOwn(classes, name)) return classes[name as AbcClass][locale];
  return dimension === "rfm_segment"
    ? sentenceCase(className(dimension, name, locale))
    : nameOf(name, cubes.report, locale);
}

function ordered(rows: readonly WalletSegmentRow[], dimension: Dimension): WalletSegmentRow[] {
  // A filter leaves some groups without a customer: they have no gap to compare.
  const of = rows.filter((r) => r.dimension === dimension && r.customers !== 0);
  if (dimension === "region" || dimension === "industry") return of;
  const names = of.flatMap((r) => (r.name === null || r.name === "none" ? [] : [r.name]));
  const order = [...(dimension === "abc" ? [...names].sort() : segmentOrder(names)), "none"];
  return [...of].sort((a, b) => order.indexOf(a.name ?? "none") - order.indexOf(b.name ?? "none"));
}

const abcColours: Record<string, string> = {A: "class-a", B: "class-b", C: "class-c", D: "class-d"};

/** The gap by one way of parting customers, and our share of what each group buys. */
export function walletGapExhibit(site: Site, [dimension]: readonly string[]): Exhibit {
  if (dimension === undefined || !Object.hasOwn(dimensions, dimension))
    throw new Error(`"${dimension}" is no way to part the gap: ${Object.keys(dimensions).join(", ")}`);
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const of = dimension as Dimension;
  const fromCustomers = of === "region" || of === "industry";
  const rows = cubes.has("wallets") ? ordered(cubes.read("wallet-segments"), of) : [];
  const shown = rows.filter((r) => r.gap !== null);
  const whole = shown.reduce((s, r) => s + r.gap!, 0);
  const key = (r: WalletSegmentRow): string => `${r.part} ${r.name ?? ""}`;
  const title = zh ? `份额缺口：按${dimensions[of].zh}` : `The wallet gap by ${dimensions[of].en}`;
  const most = Math.max(1, ...shown.map((r) => r.gap!));
  const bars = rows.flatMap((r): GroupBar[] => {
    const ours = r.ours !== null && r.category_spend ? r.ours / r.category_spend : null;
    const mark = r.customers
      ? cellMark("wallet-segments", {dimension: of, gap_part: r.part, name: r.name})
      : undefined;
    return [
      {
        group: key(r),
        quantity: "gap",
        share: r.gap === null ? null : r.gap / most,
        text: r.gap === null ? "–" : money(r.gap, report, locale),
        exact: r.gap === null ? "–" : exactMoney(r.gap, report, locale),
        suppressed: r.suppressed,
        mark,
      },
      {
        group: key(r),
        quantity: "ours",
        share: ours,
        text: ours === null ? "–" : percent(ours, locale),
        exact: ours === null ? "–" : percent(ours, locale),
        suppressed: r.suppressed,
        mark,
      },
    ];
  });
  const partly = rows.some((r) => r.suppressed);
  const top = shown.reduce<WalletSegmentRow | null>((b, r) => (b === null || r.gap! > b.gap! ? r : b), null);
  // Of customers that a reader chose by a group, that group has all of the gap.
  const lone = !partly && shown.length === 1;
  const blank = fromCustomers && !rows.some((r) => r.part === "named");
  return {
    id: `wallet-gap-${of.replace("_", "-")}`,
    needs: fromCustomers && cubes.has("wallets") ? "customers" : "wallets",
    missing:
      rows.length === 0
        ? zh
          ? "没有可计算的份额缺口。"
          : "There is no gap that is known."
        : blank
          ? zh
            ? `客户导出文件没有填写${dimensions[of].zh}。`
            : `The customers export gives no ${dimensions[of].en}.`
          : null,
    title,
    subtitle: fromCustomers
      ? zh
        ? "已知缺口的客户（含潜在客户）；客户资料以导出时为准"
        : "Accounts whose gap is known; grouped as of the customers export"
      : zh
        ? `已知缺口的客户（含潜在客户）${of === "abc" ? `，${classBasis(site)}` : ""}，截至${day(report.as_of, locale)}`
        : `Accounts whose gap is known${of === "abc" ? `, ${classBasis(site)}` : ""}, as of ${day(report.as_of, locale)}`,
    says:
      top === null || whole <= 0
        ? zh
          ? `没有${partly ? "可显示的" : ""}份额缺口。`
          : `There is no gap${partly ? " that can be shown" : ""}.`
        : lone
          ? zh
            ? `缺口都在“${groupName(top, site)}”：${money(top.gap!, report, locale)}，来自${count(top.customers!, locale)}位客户。`
            : `The whole gap is that of “${groupName(top, site)}”: ${money(top.gap!, report, locale)}, at ${count(top.customers!, locale)} ${top.customers === 1 ? "account" : "accounts"}.`
          : partly
            ? zh
              ? `所示各组中缺口最大的是“${groupName(top, site)}”：${money(top.gap!, report, locale)}，来自${count(top.customers!, locale)}位客户。`
              : `Of the groups shown, “${groupName(top, site)}” has the largest gap: ${money(top.gap!, report, locale)}, at ${count(top.customers!, locale)} ${top.customers === 1 ? "account" : "accounts"}.`
            : zh
              ? `缺口最大的是“${groupName(top, site)}”：${money(top.gap!, report, locale)}，占全部的${percent(top.gap! / whole, locale)}，来自${count(top.customers!, locale)}位客户。`
              : `The largest gap is that of “${groupName(top, site)}”: ${money(top.gap!, report, locale)}, ${percent(top.gap! / whole, locale)} of all, at ${count(top.customers!, locale)} ${top.customers === 1 ? "account" : "accounts"}.`,
    draw: (options) =>
      groupBars(
        rows.map((r) => ({
          key: key(r),
          name: groupName(r, site),
          colour:
            r.part === "unknown" || r.name === "none"
              ? null
              : r.part === "others"
                ? "same"
                : of === "abc"
                  ? (abcColours[r.name ?? ""] ?? "heat-4")
                  : "heat-4",
        })),
        [
          {key: "gap", name: label("gap", locale)},
          {key: "ours", name: zh ? "我方份额" : "Our share"},
        ],
        bars,
        options,
      ),
    twin: table(
      title,
      [
        {head: sentenceCase(dimensions[of][locale])},
        {head: label("accounts", locale), number: true},
        {head: label("category_spend", locale), number: true},
        {head: zh ? "向我方采购" : "Bought from us", number: true},
        {head: label("gap", locale), number: true},
      ],
      rows.map((r) => {
        const as = rowCells(r, report, locale);
        return {
          cells: [
            groupName(r, site),
            as.count(r.customers),
            as.money(r.category_spend),
            as.money(r.ours),
            as.money(r.gap),
          ],
        };
      }),
    ),
  };
}
