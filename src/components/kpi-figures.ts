import type {KpiRow, Locale} from "../cubes.js";
import {type ChangeKind, change} from "./change.js";
import {count, day, money, number, percent} from "./formats.js";
import type {FigureSpec, KeyFigure} from "./key-figure.js";
import {isMonthsBefore} from "./months-before.js";
import type {Site} from "./site.js";
import {label, type Word} from "./terms.js";
import {areFew} from "./top-customers.js";

const kpiWords = {
  customers: "all_customers",
  active_customers: "active_customers",
  new_customers: "new_customers",
  orders: "orders",
  revenue: "revenue",
  profit: "profit",
  top20_share: "top20",
  gini: "gini",
  below_zero_customers: "below_zero",
} as const satisfies Partial<Record<keyof KpiRow, Word>>;

export type KpiName = keyof typeof kpiWords;

const spans = {
  quarter_ago: {
    months: 3,
    since: {en: "on a quarter ago", zh: "较上季度"},
    missing: {en: "no figure for a quarter ago", zh: "上季度无可比数据"},
  },
  year_ago: {
    months: 12,
    since: {en: "on a year ago", zh: "较上年"},
    missing: {en: "no figure for a year ago", zh: "上年无可比数据"},
  },
} as const;

/** What a change is measured against: named by its day where that is not a quarter or a year ago to the day. */
function sinceWords(role: keyof typeof spans, then: string | undefined, now: string, locale: Locale): string {
  const {months, since} = spans[role];
  if (then === undefined || isMonthsBefore(then, now, months)) return since[locale];
  return locale === "zh" ? `较${day(then, locale)}` : `since ${day(then, locale)}`;
}

/** Of few customers a fifth is rounded up to whole ones, which the name then says. */
function nameOf(name: KpiName, customers: number, locale: Locale): string {
  const plain = label(kpiWords[name], locale);
  if (name !== "top20_share" || !areFew(customers)) return plain;
  return locale === "zh" ? `${plain}（人数向上取整）` : `${plain}, rounded up to whole customers`;
}

/** The figure of a column of the `kpis` cube, or null where the exports can't give it. */
function kpiFigure(name: KpiName, {cubes, locale}: Site): KeyFigure | null {
  const rows = cubes.read("kpis");
  const {report} = cubes;
  const of = (role: KpiRow["role"]): KpiRow | undefined => rows.find((r) => r.role === role);
  const now = of("now")?.[name] ?? null;
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
    name: nameOf(name, of("now")!.customers, locale),
    value: format(now),
    changes: (["quarter_ago", "year_ago"] as const).map((role) => ({
      since: sinceWords(role, of(role)?.as_of, report.as_of, locale),
      missing: spans[role].missing[locale],
      change: change(now, of(role)?.[name], kind, locale),
    })),
    series,
    format,
  };
}

/** Those that rank customers or tell them apart by their money are counted from bins of it under a filter. */
const ofBins: readonly KpiName[] = ["top20_share", "gini", "below_zero_customers"];

/** The headline figures of the `kpis` cube. */
export function kpiFigures(...names: KpiName[]): FigureSpec[] {
  return names.map((name) => ({
    id: name.replaceAll("_", "-"),
    ...(ofBins.includes(name)
      ? {tables: ["totals-over-time", "concentration"] as const}
      : {tables: ["totals-over-time"] as const, now: ["totals"] as const}),
    figure: (site) => kpiFigure(name, site),
  }));
}

export const everyKpiFigure: readonly FigureSpec[] = kpiFigures(...(Object.keys(kpiWords) as KpiName[]));
