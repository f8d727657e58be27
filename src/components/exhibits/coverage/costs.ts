import type {CostToServeRow} from "../../../cubes/coverage.js";
import {rowCells, whyEmpty} from "../../absent.js";
import {type BarGroup, type GroupBar, groupBars} from "../../charts/group-bars.js";
import {whaleAfterCost} from "../../charts/whale-after-cost.js";
import {classBasis} from "../../class-basis.js";
import {cellMark} from "../../drill/cell-mark.js";
import {estimates} from "../../estimates.js";
import {count, exactMoney, money, percent} from "../../formats.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {classes, label} from "../../terms.js";
import type {Exhibit} from "../exhibit.js";
import {classColours, classesIn, spanOf} from "./contact-words.js";

/** The export, or the column, that cost to serve lacks; undefined where nothing is missing. */
export function costLack({cubes}: Site): "costs" | "cost" | undefined {
  return cubes.has("costs") ? (cubes.report.has_profit ? undefined : "cost") : "costs";
}

type Part = "customers" | "revenue" | "profit" | "cost";

/** The sum of a measure over rows; null where one is suppressed. */
export function totalCost(rows: readonly CostToServeRow[], key: Part): number | null {
  return rows.reduce<number | null>((s, r) => (s === null || r[key] === null ? null : s + r[key]), 0);
}

function saysOf(site: Site): string {
  const {cubes, locale} = site;
  const zh = locale === "zh";
  const rows = cubes.find("cost-to-serve") ?? [];
  const {below_customers: below, customers: all} = cubes.read("coverage-period");
  const [profit, cost] = [totalCost(rows, "profit"), totalCost(rows, "cost")];
  const clauses: string[] = [];
  if (profit !== null && cost !== null) {
    const [p, c, n] = [profit, cost, profit - cost].map((x) => money(x, cubes.report, locale));
    clauses.push(
      zh ? `利润${p}，服务成本${c}，余${n}` : `Of a profit of ${p}, serving took ${c} and left ${n}`,
    );
  }
  if (below !== null && all)
    clauses.push(
      zh
        ? `${count(below, "zh")}位客户（${percent(below / all, "zh")}）的服务成本高于利润`
        : below === 1
          ? `1 account costs more to serve than the profit it brings (${percent(below / all, "en")})`
          : `${count(below, "en")} accounts cost more to serve than the profit they bring (${percent(below / all, "en")})`,
    );
  if (clauses.length === 0)
    return zh ? "部分客户太少，合计已隐去。" : "Some groups hold too few customers for totals to be shown.";
  return `${clauses.join(zh ? "；" : "; ")}${zh ? "。" : "."}`;
}

/** Profit, cost to serve and what is left, by class. */
export function costToServeExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const {report} = cubes;
  const rows = cubes.find("cost-to-serve") ?? [];
  const present = classesIn(rows);
  const of = (name: string): CostToServeRow[] => rows.filter((r) => r.class === name);
  const left = (own: readonly CostToServeRow[]): number | null => {
    const [profit, cost] = [totalCost(own, "profit"), totalCost(own, "cost")];
    return profit === null || cost === null ? null : profit - cost;
  };
  const quantities = [
    {
      key: "profit",
      name: label("profit", locale),
      value: (own: CostToServeRow[]) => totalCost(own, "profit"),
    },
    {
      key: "cost",
      name: zh ? "服务成本" : "Cost to serve",
      value: (own: CostToServeRow[]) => totalCost(own, "cost"),
    },
    {key: "net", name: zh ? "扣除后" : "What is left", value: left},
  ];
  const values = present.flatMap((c) => quantities.map((q) => Math.abs(q.value(of(c)) ?? 0)));
  const most = Math.max(1, ...values);
  const bars: GroupBar[] = quantities.flatMap((q) =>
    present.map((c) => {
      const x = q.value(of(c));
      return {
        group: c,
        quantity: q.key,
        share: x === null ? null : x / most,
        text: x === null ? "–" : money(x, report, locale),
        exact: x === null ? "–" : exactMoney(x, report, locale),
        suppressed: x === null,
        mark: of(c).every((r) => r.customers === 0) ? undefined : cellMark("cost-to-serve", {class: c}),
      };
    }),
  );
  const groups: BarGroup[] = present.map((c) => ({
    key: c,
    name: classes[c][locale],
    colour: classColours[c],
  }));
  const title = zh ? "利润与服务成本" : "Profit and what it costs to serve";
  return {
    id: "cost-to-serve",
    needs: costLack(site),
    missing: rows.length === 0 ? whyEmpty("history", locale) : null,
    title,
    subtitle: zh
      ? `金额，${classBasis(site)}，${spanOf(site)}；各期成本按其天数均摊，计入落在期内的部分；同一尺度`
      : `Money, ${classBasis(site)}, ${spanOf(site)}, on one scale; each cost is spread over the days of its own period and counts for those inside`,
    says: saysOf(site),
    draw: (options) => groupBars(groups, quantities, bars, options),
    twin: table(
      title,
      [
        {head: label("class", locale)},
        {head: zh ? "客户" : "Accounts"},
        {head: label("customers", locale), number: true},
        {head: label("revenue", locale), number: true},
        {head: label("profit", locale), number: true},
        {head: quantities[1]!.name, number: true},
        {head: quantities[2]!.name, number: true},
      ],
      rows.map((r) => {
        const as = rowCells(r, report, locale);
        const words =
          r.standing === "below"
            ? zh
              ? "成本高于利润"
              : "cost more than they bring"
            : zh
              ? "利润足以抵偿"
              : "bring what they cost, or more";
        return {
          cells: [
            classes[r.class][locale],
            words,
            as.count(r.customers),
            as.money(r.revenue),
            as.money(r.profit),
            as.money(r.cost),
            as.money(left([r])),
          ],
        };
      }),
    ),
  };
}

/** The whale curve of profit before and after cost to serve; `estimated` where customers are ranked inside a filter. */
export function whaleAfterExhibit(site: Site, estimated = false): Exhibit {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const points = cubes.find("whale-after-cost") ?? [];
  const peak = points.find((p) => p.measure === "after" && p.peak);
  const end = points.filter((p) => p.measure === "after").at(-1);
  // A fall too small for the digits shown is not told.
  const fallen =
    peak && end && percent(peak.amount_share, locale) !== percent(end.amount_share, locale)
      ? percent(end.amount_share, locale)
      : null;
  const names = zh
    ? {before: "扣除前", after: "扣除服务成本后"}
    : {before: "Before", after: "After cost to serve"};
  const none = zh ? "没有为正的利润可作分母。" : "There is no positive profit to take shares of.";
  const sized = estimated ? estimates(locale) : "";
  const title = zh ? "扣除服务成本后的鲸鱼曲线" : "The whale curve after cost to serve";
  return {
    id: "whale-after-cost",
    needs: costLack(site),
    missing: points.length === 0 ? none : null,
    title,
    subtitle: zh
      ? `累计利润占扣除前合计的比例，客户从大到小，${spanOf(site)}${sized}`
      : `Cumulative profit in shares of the profit before the cost, largest first, ${spanOf(site)}${sized}`,
    says:
      peak && end
        ? peak.customers < end.customers
          ? zh
            ? `扣除服务成本后，前${percent(peak.customer_share, "zh")}的客户带来扣除前利润的${percent(peak.amount_share, "zh")}${fallen === null ? "" : `，其余客户使之降至${fallen}`}。`
            : `After cost to serve, the first ${percent(peak.customer_share, "en")} of customers bring ${percent(peak.amount_share, "en")} of the profit before it${fallen === null ? "" : `; the rest take it down to ${fallen}`}.`
          : zh
            ? `扣除服务成本后余下${percent(end.amount_share, "zh")}，没有客户使之下降。`
            : `After cost to serve ${percent(end.amount_share, "en")} is left, and nobody takes it down.`
        : cubes.report.smallest_cell === 1
          ? none
          : zh
            ? "客户太少，无法公布。"
            : "Too few customers can be shown.",
    legend: [
      {swatch: "moved-same", label: names.before},
      {swatch: "profit", label: names.after},
    ],
    draw: (options) => whaleAfterCost(points, names, options),
    twin: table(
      title,
      [
        {head: zh ? "曲线" : "Curve"},
        {head: label("customers", locale), number: true},
        {head: label("share_customers", locale), number: true},
        {head: label("profit", locale), number: true},
        {head: zh ? "占扣除前合计" : "Of the profit before", number: true},
      ],
      (["before", "after"] as const).flatMap((m) => {
        const own = points.filter((p) => p.measure === m);
        const step = Math.max(1, Math.ceil(own.length / 20));
        return own
          .filter((p, i) => i % step === 0 || p.peak || i === own.length - 1)
          .map((p) => {
            const as = rowCells({}, cubes.report, locale);
            return {
              cells: [
                names[m],
                as.count(p.customers),
                as.percent(p.customer_share),
                as.money(p.amount),
                as.percent(p.amount_share),
              ],
            };
          });
      }),
    ),
  };
}
