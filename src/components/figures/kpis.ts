import type {KpiRow, Locale} from "../../cubes.js";
import {type ChangeKind, change} from "../change.js";
import {count, money, number, percent} from "../formats.js";
import {monthsAgoWords, type Since, sinceWords} from "../since-words.js";
import type {Site} from "../site.js";
import {label, type Word} from "../terms.js";
import {areFew} from "../top-customers.js";
import {hasWindowBefore} from "../whole-window.js";
import type {FigureSpec, KeyFigure} from "./key-figure.js";

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

type KpiName = keyof typeof kpiWords;

const monthsAgo = {quarter_ago: 3, year_ago: 12} as const;

/** What a change is measured against, and what stands where there is nothing to measure it against. */
function againstWords(
  role: keyof typeof monthsAgo,
  then: string | undefined,
  now: string,
  locale: Locale,
): Since {
  const usual = monthsAgoWords(monthsAgo[role], locale);
  return then === undefined ? usual : {...usual, since: sinceWords(then, now, locale).since};
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
    changes: (["quarter_ago", "year_ago"] as const).map((role) => {
      const then = of(role);
      // In the first window of the data everybody is new.
      const known = name !== "new_customers" || (then && hasWindowBefore(then.as_of, report));
      return {
        ...againstWords(role, then?.as_of, report.as_of, locale),
        change: change(now, known ? then?.[name] : null, kind, locale),
      };
    }),
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
