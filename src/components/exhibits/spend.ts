import type {CategoryRow, SpendPartRow} from "../../cubes/value.js";
import {cell} from "../absent.js";
import {count, exactMoney, exactPercent} from "../formats.js";
import {type Html, html} from "../html.js";
import {nameOf} from "../name-of.js";
import {settingOf, threshold} from "../settings-in-force.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {label} from "../terms.js";

type Row = SpendPartRow | CategoryRow;

/** Customers, revenue, its share, profit and the margin of a row; `total` is the revenue of all rows. */
function figures(row: Row, total: number | null, {cubes: {report}, locale}: Site): (Html | string)[] {
  const money = (x: number): string => exactMoney(x, report, locale);
  const percent = (x: number): string => exactPercent(x, locale);
  const none = report.has_profit ? "none" : "no-cost";
  const share = row.revenue === null || !total ? null : row.revenue / total;
  const margin = row.profit === null || !row.revenue ? null : row.profit / row.revenue;
  return [
    cell(row.customers, (n) => count(n, locale), row, "none", report, locale),
    cell(row.revenue, money, row, "none", report, locale),
    cell(share, percent, row, "none", report, locale),
    cell(row.profit, money, row, none, report, locale),
    cell(margin, percent, row, none, report, locale),
  ];
}

function totalOf(rows: readonly Row[]): number | null {
  return rows.some((row) => row.revenue === null) ? null : rows.reduce((sum, row) => sum + row.revenue!, 0);
}

const heads = (locale: Site["locale"]) => [
  {head: label("customers", locale), number: true},
  {head: label("revenue", locale), number: true},
  {head: label("share_revenue", locale), number: true},
  {head: label("profit", locale), number: true},
  {head: locale === "zh" ? "利润率" : "Margin", number: true},
];

function partName({part, number}: SpendPartRow, share: string, zh: boolean): string {
  if (part === "head") {
    if (number === 1)
      return zh ? `带来${share}销售额的前部客户` : `The head: largest spenders up to ${share} of sales`;
    return zh ? "其余客户" : "All others";
  }
  if (part === "decile") return zh ? `第${number}组` : `Decile ${number}`;
  return zh ? `第${number}组` : `Tercile ${number}`;
}

/** RFM's simplest form: the head that makes up 20% of sales, deciles and terciles of the window's spend. */
export function spendTable(site: Site): Html {
  const zh = site.locale === "zh";
  const rows = site.cubes.find("spend-parts") ?? [];
  const share = threshold(settingOf(site, "rfm.head_share", 0.2));
  const captions = {
    head: zh ? "按消费额排序：前部客户" : "Ranked by spend: the head",
    decile: zh ? "按消费额排序：十等分" : "Ranked by spend: ten equal parts",
    tercile: zh ? "按消费额排序：三等分" : "Ranked by spend: three equal parts",
  };
  return html`${(["head", "decile", "tercile"] as const).map((part) => {
    const own = rows.filter((row) => row.part === part);
    return table(
      captions[part],
      [{head: zh ? "部分" : "Part"}, ...heads(site.locale)],
      own.map((row) => ({cells: [partName(row, share, zh), ...figures(row, totalOf(own), site)]})),
    );
  })}`;
}

/** What each product category brings: unprofitable ones stand with their loss. */
export function categoriesTable(site: Site): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const rows = cubes.find("categories") ?? [];
  if (rows.length === 0)
    return html`<p class="absent">${
      zh ? "交易导出文件没有 category 列。" : "The transactions export has no category column."
    }</p>`;
  return table(
    zh ? "各产品类别的收入与利润" : "Revenue and profit by product category",
    [{head: zh ? "产品类别" : "Category"}, ...heads(locale)],
    rows.map((row) => ({
      cells: [nameOf(row.category, cubes.report, locale), ...figures(row, totalOf(rows), site)],
    })),
  );
}
