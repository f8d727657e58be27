import type {KpiRow, Locale} from "../cubes.js";
import {type Change, type ChangeKind, change} from "./change.js";
import {type SparkPoint, sparkLine} from "./charts/spark-line.js";
import {count, day, money, month, number, percent} from "./formats.js";
import {meaningOf} from "./good-direction.js";
import {type Html, html, raw} from "./html.js";
import type {Site} from "./site.js";
import {label, type Word} from "./terms.js";

/** One headline figure: its value, its changes with what they are measured against, and its past two years. */
export interface KeyFigure {
  id: string;
  name: string;
  value: string;
  changes: {since: string; missing: string; change: Change | null}[];
  series: SparkPoint[];
  format: (value: number) => string;
}

type KpiName = Exclude<keyof KpiRow, "as_of" | "role">;

const kpiWords: Record<KpiName, Word> = {
  customers: "all_customers",
  active_customers: "active_customers",
  new_customers: "new_customers",
  orders: "orders",
  revenue: "revenue",
  profit: "profit",
  top20_share: "top20",
  gini: "gini",
  refund_only_customers: "refund_only",
  below_zero_customers: "below_zero",
  at_zero_customers: "at_zero",
};

const since: Record<"quarter_ago" | "year_ago", Record<Locale, string>> = {
  quarter_ago: {en: "on a quarter ago", zh: "较上季度"},
  year_ago: {en: "on a year ago", zh: "较上年"},
};

const missing: Record<"quarter_ago" | "year_ago", Record<Locale, string>> = {
  quarter_ago: {en: "no figure for a quarter ago", zh: "上季度无可比数据"},
  year_ago: {en: "no figure for a year ago", zh: "上年无可比数据"},
};

/** The figure of a column of the `kpis` cube, or null where the exports can't give it. */
export function kpiFigure(
  name: KpiName,
  rows: readonly KpiRow[],
  {cubes: {report}, locale}: Site,
): KeyFigure | null {
  const at = (role: KpiRow["role"]): number | null => rows.find((r) => r.role === role)?.[name] ?? null;
  const now = at("now");
  if (now === null) return null;
  const kind: ChangeKind =
    name === "top20_share"
      ? "points"
      : name === "gini"
        ? "plain"
        : name === "revenue" || name === "profit" || name === "orders"
          ? "relative"
          : "count";
  const format = (x: number): string =>
    name === "revenue" || name === "profit"
      ? money(x, report, locale)
      : name === "top20_share"
        ? percent(x, locale)
        : name === "gini"
          ? number(x, locale)
          : count(x, locale);
  const series = rows
    .filter((r) => r.role === "quarter_end" || r.role === "now")
    .map((r) => ({as_of: r.as_of, value: r[name]}))
    .sort((a, b) => (a.as_of < b.as_of ? -1 : 1));
  return {
    id: name.replaceAll("_", "-"),
    name: label(kpiWords[name], locale),
    value: format(now),
    changes: (["quarter_ago", "year_ago"] as const).map((role) => ({
      since: since[role][locale],
      missing: missing[role][locale],
      change: change(now, at(role), kind, locale),
    })),
    series,
    format,
  };
}

const signs = {up: "▲", down: "▼", same: "■"};

function changeLine(
  id: string,
  {since, missing, change}: KeyFigure["changes"][number],
  locale: Locale,
): Html {
  if (!change) return html`<span class="change unknown">${missing}</span>`;
  const text = locale === "zh" ? `${since}${change.text}` : `${change.text} ${since}`;
  return html`<span class="change ${change.direction} ${meaningOf(id, change)}"><span aria-hidden="true">${signs[change.direction]}</span> ${text}</span>`;
}

/** Three to five figures in a row, each with its changes and a small line on one shared scale of time. */
export function keyFigures(figures: readonly KeyFigure[], site: Site): Html {
  const {locale, cubes} = site;
  const {report} = cubes;
  const computed = site.explain?.(figures.map((f) => f.name).join(locale === "zh" ? "、" : ", "));
  const spark = (f: KeyFigure): Html | null => {
    const known = f.series.filter((p) => p.value !== null);
    if (known.length < 2) return null;
    const [first, last] = [known[0]!, known.at(-1)!];
    const text =
      locale === "zh"
        ? `${f.name}：${day(first.as_of, locale)}为${f.format(first.value!)}，${day(last.as_of, locale)}为${f.format(last.value!)}`
        : `${f.name}: ${f.format(first.value!)} on ${day(first.as_of, locale)}, ${f.format(last.value!)} on ${day(last.as_of, locale)}`;
    const svg = sparkLine(f.series, f.format, {
      document: site.document,
      width: 190,
      locale,
      id: `spark-${f.id}`,
      label: text,
      report,
    });
    return html`<span class="spark">${raw(svg.outerHTML)}</span>`;
  };
  const dated = figures.some((f) => f.series.length > 1);
  const from = month(`${Number(report.as_of.slice(0, 4)) - 2}${report.as_of.slice(4)}`, locale);
  return html`<div class="figures"><dl>${figures.map(
    (f) => html`<div class="figure" data-figure="${f.id}"><dt>${f.name}</dt>
<dd><span class="value">${f.value}</span>${f.changes.map((c) => changeLine(f.id, c, locale))}${spark(f)}</dd></div>
`,
  )}</dl>${
    dated
      ? html`<p class="note">${
          locale === "zh"
            ? `小图均为${from}至${month(report.as_of, locale)}，各季度末一点。`
            : `Small lines: ${from} to ${month(report.as_of, locale)}, a point at each quarter's end.`
        }</p>`
      : null
  }${computed}</div>`;
}
