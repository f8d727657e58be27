import type {Locale, RfmRow, RfmScheme, RfmThresholdRow} from "../../cubes.js";
import {cell} from "../absent.js";
import {cellId} from "../cell-address.js";
import {heatLabels} from "../charts/heat.js";
import {type CellMeasure, rfmSlices} from "../charts/rfm-slices.js";
import {cellMark} from "../drill/cell-mark.js";
import {kpiNow} from "../findings/kpi-now.js";
import {count, exactMoney, exactPercent, oneDecimal, percent} from "../formats.js";
import {type Html, html} from "../html.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {axes, label, schemes, word} from "../terms.js";
import type {Exhibit, Swatch} from "./exhibit.js";

function schemeOf(name: string | undefined): RfmScheme {
  if (name !== undefined && Object.hasOwn(schemes, name)) return name as RfmScheme;
  throw new Error(`"${name}" is no RFM scheme: ${Object.keys(schemes).join(", ")}`);
}

function measureOf(name: string | undefined): CellMeasure {
  if (name === "customers" || name === "revenue") return name;
  throw new Error(`"${name}" is no measure of a cell: customers or revenue`);
}

function cellsOf(site: Site, scheme: RfmScheme): RfmRow[] {
  return site.cubes
    .read("rfm")
    .filter((r) => r.scheme === scheme)
    .sort((a, b) => b.r - a.r || b.f - a.f || b.m - a.m);
}

function heatLegend(locale: Locale, hidden: boolean): Swatch[] {
  return [
    {swatch: "heat-0", label: locale === "zh" ? "无客户" : "no customers"},
    ...heatLabels.map((text, i) => ({swatch: `heat-${i + 1}`, label: text})),
    ...(hidden ? [{swatch: "hatched", label: word("suppressed", locale)}] : []),
  ];
}

/** What a cell stands for: those of the primary scheme have a panel of their own, which also says that one is hidden. */
function markOf({scheme, r, f, m, customers}: RfmRow, {cubes: {report}}: Site): string | undefined {
  if (scheme === report.primary_scheme) return `rfm:${r}${f}${m}`;
  return customers ? cellMark(`rfm-${scheme}`, {r, f, m}) : undefined;
}

/** The cell that holds most of a measure, in words. */
function largestCell(rows: readonly RfmRow[], measure: CellMeasure, total: number, locale: Locale): string {
  const known = rows.filter((r) => r[measure] !== null);
  const most = known.reduce<RfmRow | null>(
    (best, r) => (best === null || r[measure]! > best[measure]! ? r : best),
    null,
  );
  if (!most || total <= 0) return locale === "zh" ? "没有可显示的单元。" : "There is no cell to show.";
  const share = percent(most[measure]! / total, locale);
  const equal = known.filter((r) => r[measure] === most[measure]);
  const codes = equal.slice(0, 3).map(({r, f, m}) => `${r}${f}${m}`);
  const more = equal.length > codes.length;
  if (equal.length > 1)
    return locale === "zh"
      ? `${count(equal.length, locale)}个单元并列${measure === "customers" ? "客户最多" : "收入最多"}（${codes.join("、")}${more ? "等" : ""}），各占${measure === "customers" ? "客户" : "收入"}的${share}。`
      : `${count(equal.length, locale)} cells hold the most ${measure} alike (${codes.join(", ")}${more ? " and others" : ""}): ${share} of ${measure === "customers" ? "all customers" : "revenue"} each.`;
  const code = codes[0]!;
  return locale === "zh"
    ? `${measure === "customers" ? "客户最多" : "收入最多"}的单元是${code}，占${measure === "customers" ? "客户" : "收入"}的${share}。`
    : `The cell with the most ${measure} is ${code}: it holds ${share} of ${measure === "customers" ? "all customers" : "revenue"}.`;
}

/**
 * The five slices of the cube, coloured by customers or by revenue; a cell opens what it holds, on the page that `page`
 * leads to: "" for this one, null where it can't be reached. Of `chosen` customers it has their cells as a table itself.
 */
export function slicesExhibit(
  site: Site,
  args: readonly string[],
  page: string | null = "",
  chosen = false,
): Exhibit {
  const {locale, cubes} = site;
  const [scheme, measure] = [
    schemeOf(args[0] === "primary" ? cubes.report.primary_scheme : args[0]),
    measureOf(args[1]),
  ];
  const rows = cellsOf(site, scheme);
  const whole = kpiNow(cubes.read("kpis"))[measure];
  const id = `rfm-${scheme}-${measure}`;
  const title =
    locale === "zh"
      ? `${measure === "customers" ? "客户" : "收入"}在125个RFM单元中的分布：${schemes[scheme].zh}`
      : `${measure === "customers" ? "Customers" : "Revenue"} in the 125 RFM cells: ${schemes[scheme].en}`;
  const numbers =
    locale === "zh"
      ? measure === "customers"
        ? "数字为客户数，颜色为客户占比"
        : "数字为收入占比（%），颜色同"
      : measure === "customers"
        ? "Numbers are customers, colour their share"
        : "Numbers are per cent of revenue, and so is the colour";
  return {
    id,
    title,
    subtitle:
      locale === "zh"
        ? `${numbers}；横为频度F，纵为值度M，自左而右近度R由高到低`
        : `${numbers}; across frequency F, upwards money M, one square per recency score R`,
    says: largestCell(rows, measure, whole, locale),
    legend: heatLegend(
      locale,
      rows.some((r) => r.suppressed),
    ),
    brush: scheme === cubes.report.primary_scheme ? "rfm" : undefined,
    draw: (options) =>
      rfmSlices(
        rows.map((row) => ({...row, mark: markOf(row, site)})),
        scheme,
        measure,
        whole,
        options,
        page,
      ),
    // The cells of another scheme stand below in a table already, which has everyone whatever the filter.
    twin:
      chosen || scheme === cubes.report.primary_scheme
        ? cellsAsTable(site, title, rows)
        : html`<p data-rows="cells-${scheme}"><a href="#cells-${scheme}">${locale === "zh" ? "全部单元见下表。" : "Every cell stands in the table further down this page."}</a></p>`,
    ...(page ? {link: {href: page, text: word("more", locale)}} : {}),
  };
}

/** Cells as a table's rows, those with customers only; where links lead to them each has an id. */
function cellsAsTable(site: Site, caption: string, rows: readonly RfmRow[], linked = false): Html {
  const {locale, cubes} = site;
  const {report} = cubes;
  const total = kpiNow(cubes.read("kpis")).customers;
  const text = (
    row: RfmRow,
    value: number | null,
    format: (x: number) => string,
    profit = false,
  ): Html | string =>
    cell(value, format, row, profit && !report.has_profit ? "no-cost" : "none", report, locale);
  return table(
    caption,
    [
      {head: label("cell", locale)},
      {head: label("customers", locale), number: true},
      {head: label("share_customers", locale), number: true},
      {head: label("orders", locale), number: true},
      {head: label("revenue", locale), number: true},
      {head: label("profit", locale), number: true},
      {head: label("days_since", locale), number: true},
    ],
    rows.map((r) => ({
      ...(linked ? {id: cellId(r.scheme, r.r, r.f, r.m)} : {}),
      cells: [
        `${r.r}${r.f}${r.m}`,
        text(r, r.customers, (x) => count(x, locale)),
        text(r, r.customers === null || total <= 0 ? null : r.customers / total, (x) =>
          exactPercent(x, locale),
        ),
        text(r, r.orders, (x) => count(x, locale)),
        text(r, r.revenue, (x) => exactMoney(x, report, locale)),
        text(r, r.profit, (x) => exactMoney(x, report, locale), true),
        text(r, r.recency_days, (x) => oneDecimal(x, locale)),
      ],
    })),
  );
}

/** Every cell of one tie scheme as a row that its link leads to. */
export function cellTable(site: Site, args: readonly string[]): Html {
  const {locale} = site;
  const scheme = schemeOf(args[0]);
  const caption = locale === "zh" ? `RFM单元：${schemes[scheme].zh}` : `RFM cells: ${schemes[scheme].en}`;
  const summary = locale === "zh" ? "以表格显示全部单元" : "All cells as a table";
  return html`<details class="cells" id="cells-${scheme}"><summary>${summary}</summary>${cellsAsTable(site, caption, cellsOf(site, scheme), true)}</details>`;
}

/** What an axis counts under a scheme, with its unit. */
function axisUnit(axis: "r" | "f" | "m", scheme: RfmScheme, {cubes: {report}, locale}: Site): string {
  const zh = locale === "zh";
  if (axis === "r") return zh ? "距上次购买的天数" : "days since the last purchase";
  if (scheme === "airline")
    return axis === "f"
      ? zh
        ? "24个月内购买次数"
        : "purchases in 24 months"
      : zh
        ? "24个月内每次平均金额"
        : "mean spend per purchase in 24 months";
  if (axis === "f") return zh ? "订单数" : "orders";
  const values = {
    revenue: zh ? "净额" : "money net of refunds",
    profit: zh ? "利润" : "profit",
    quantity: zh ? "数量" : "quantity",
    points: zh ? "积分" : "points",
  };
  return values[report.rfm_value];
}

/** What each score means: smallest and largest value and customers, per axis and tie scheme. */
export function thresholdTable(site: Site, args: readonly string[]): Html {
  const {locale, cubes} = site;
  const {report} = cubes;
  const scheme = schemeOf(args[0]);
  const rows = cubes.read("rfm-thresholds").filter((r) => r.scheme === scheme);
  const unit = {
    r: axisUnit("r", scheme, site),
    f: axisUnit("f", scheme, site),
    m: axisUnit("m", scheme, site),
  };
  const counted = scheme !== "airline" && (report.rfm_value === "quantity" || report.rfm_value === "points");
  const format = (row: RfmThresholdRow, x: number): string =>
    row.axis === "m" && !counted ? exactMoney(x, report, locale) : count(x, locale);
  const text = (row: RfmThresholdRow, x: number | null): Html | string =>
    cell(x, (v) => format(row, v), row, "none", report, locale);
  return table(
    locale === "zh"
      ? `各得分的取值范围：${schemes[scheme].zh}`
      : `What each score means: ${schemes[scheme].en}`,
    [
      {head: label("score", locale)},
      {head: locale === "zh" ? "单位" : "Unit"},
      {head: label("lowest", locale), number: true},
      {head: label("highest", locale), number: true},
      {head: label("customers", locale), number: true},
    ],
    (["r", "f", "m"] as const).flatMap((axis) =>
      rows
        .filter((r) => r.axis === axis)
        .sort((a, b) => b.score - a.score)
        .map((r) => ({
          cells: [
            `${axis.toUpperCase()}${r.score} ${axes[axis][locale]}`,
            unit[axis],
            text(r, r.lowest),
            text(r, r.highest),
            cell(r.customers, (x) => count(x, locale), r, "none", report, locale),
          ],
        })),
    ),
  );
}
