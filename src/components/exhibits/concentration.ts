import type {ConcentrationRow} from "../../cubes/value.js";
import type {Locale, Measure} from "../../cubes.js";
import {rowCells, whyEmpty} from "../absent.js";
import {type DatedLine, linesOverTime} from "../charts/lines-over-time.js";
import {estimates} from "../estimates.js";
import {count, day, number, percent, shortDay} from "../formats.js";
import {type Html, html} from "../html.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {label, measures, sentenceCase} from "../terms.js";
import {areFew, headsOf} from "../top-customers.js";
import {comparedEnds, isWhole, partialNote, tooShort} from "../whole-window.js";
import type {Exhibit} from "./exhibit.js";

type Figure =
  | "top1_share"
  | "top5_share"
  | "top10_share"
  | "top20_share"
  | "gini"
  | "hhi"
  | "effective_customers";

const tops = ["top1_share", "top5_share", "top10_share", "top20_share"] as const;
const topPart = {top1_share: 0.01, top5_share: 0.05, top10_share: 0.1, top20_share: 0.2};
const topColours = {
  top1_share: "heat-5",
  top5_share: "heat-4",
  top10_share: "heat-3",
  top20_share: "revenue",
};

function names(locale: Locale): Record<Figure, string> {
  const zh = locale === "zh";
  const top = (k: string): string => (zh ? `前${k}` : `top ${k}`);
  return {
    top1_share: top("1%"),
    top5_share: top("5%"),
    top10_share: top("10%"),
    top20_share: top("20%"),
    gini: zh ? "基尼系数" : "Gini coefficient",
    hhi: "HHI",
    effective_customers: zh ? "等额客户数（1/HHI）" : "equal customers (1/HHI)",
  };
}

/** The tops that are told apart: of few customers the smaller shares are the same ones, and the largest stands for them. */
function distinctTops(customers: number): (typeof tops)[number][] {
  const heads = (f: (typeof tops)[number]): number => headsOf(topPart[f], customers);
  return tops.filter((f, i) => i === tops.length - 1 || heads(f) !== heads(tops[i + 1]!));
}

/** A top's name; of few customers with how many it is: "top 20% (5 of 21)". */
function topName(f: (typeof tops)[number], customers: number, locale: Locale): string {
  const name = names(locale)[f];
  if (!areFew(customers)) return name;
  const [heads, all] = [count(headsOf(topPart[f], customers), locale), count(customers, locale)];
  return locale === "zh" ? `${name}（${all}位中${heads}位）` : `${name} (${heads} of ${all})`;
}

function twin(
  rows: readonly ConcentrationRow[],
  figures: readonly Figure[],
  title: string,
  site: Site,
): Html {
  const {locale, cubes} = site;
  const present = (["revenue", "profit"] as Measure[]).filter((m) => rows.some((r) => r.measure === m));
  return html`${present.map((m) =>
    table(
      `${title}${locale === "zh" ? "：" : ": "}${measures[m][locale]}`,
      [
        {head: label("day", locale)},
        {head: label("customers", locale), number: true},
        ...figures.map((f) => ({head: sentenceCase(names(locale)[f]), number: true})),
      ],
      rows
        .filter((r) => r.measure === m)
        .map((r) => {
          const as = rowCells({}, cubes.report, locale);
          return {
            cells: [
              day(r.as_of, locale),
              as.count(r.customers),
              ...figures.map((f) => (f.startsWith("top") ? as.percent(r[f]) : as.number(r[f]))),
            ],
          };
        }),
    ),
  )}`;
}

const equalCustomers = (n: string): string => `${n} equal ${/\b1$/.test(n) ? "customer" : "customers"}`;

const about = (format: (x: number) => string, estimated: boolean, locale: Locale) =>
  estimated ? (x: number): string => `${locale === "zh" ? "约" : "about "}${format(x)}` : format;

function change(
  rows: readonly ConcentrationRow[],
  figure: Figure,
  format: (x: number) => string,
  {locale, cubes: {report}}: Site,
): string | null {
  const known = rows.filter((r) => r.measure === "revenue" && r[figure] !== null);
  const [first, last] = comparedEnds(known, report) ?? [];
  if (!first || !last) return null;
  if (figure === "effective_customers")
    return locale === "zh"
      ? `收入的集中度（1/HHI）：${shortDay(first.as_of, locale)}相当于${format(first[figure]!)}位等额客户，${shortDay(last.as_of, locale)}相当于${format(last[figure]!)}位`
      : `Revenue was as concentrated as ${equalCustomers(format(first[figure]!))} (1/HHI) on ${shortDay(first.as_of, locale)}, and as ${equalCustomers(format(last[figure]!))} on ${shortDay(last.as_of, locale)}`;
  const top = figure === "gini" ? "" : names(locale)[figure];
  return locale === "zh"
    ? `${top ? `${top}客户的收入占比` : "收入的基尼系数"}：${shortDay(first.as_of, locale)}为${format(first[figure]!)}，${shortDay(last.as_of, locale)}为${format(last[figure]!)}`
    : `${top ? `The ${top} brought` : "The Gini coefficient of revenue was"} ${format(first[figure]!)}${top ? " of revenue" : ""} on ${shortDay(first.as_of, locale)} and ${format(last[figure]!)} on ${shortDay(last.as_of, locale)}`;
}

const hollowNote = (rows: readonly ConcentrationRow[], {cubes, locale}: Site): string =>
  partialNote(
    rows.map((r) => r.as_of),
    cubes.report,
    locale,
    "hollow",
  );

/** Why nothing is said of a change: no two dates may be compared, or what they hold is not told. */
const unsaid = (rows: readonly ConcentrationRow[], {cubes: {report}, locale}: Site): string =>
  comparedEnds(rows, report) ? whyEmpty("change", locale) : tooShort(report, locale);

const short = (locale: Locale): string => whyEmpty("history", locale);

/** A top of the newest date is a point of the curve where the curve has one for just so many customers. */
function topMark(
  f: (typeof tops)[number],
  {as_of, customers}: ConcentrationRow,
  {cubes}: Site,
): string | undefined {
  if (as_of !== cubes.report.as_of || customers === null) return undefined;
  const heads = headsOf(topPart[f], customers);
  const curve = cubes.find("pareto-curve") ?? [];
  return curve.some((p) => p.measure === "revenue" && p.customers === heads)
    ? `pareto:1-${100 * topPart[f]}`
    : undefined;
}

/** What the largest 1, 5, 10 and 20% bring at each as-of date; `estimated` where they are ranked inside a filter. */
export function topSharesExhibit(site: Site, estimated = false): Exhibit {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const rows = cubes.find("concentration") ?? [];
  const mine = rows.filter((r) => r.measure === "revenue");
  const customers = mine.at(-1)?.customers ?? 0;
  const shown = distinctTops(customers);
  const lines: DatedLine[] = shown.map((f) => ({
    name: topName(f, customers, locale),
    colour: topColours[f],
    points: mine.map((r) => ({
      as_of: r.as_of,
      value: r[f],
      mark: topMark(f, r, site),
      partial: !isWhole(r.as_of, cubes.report),
    })),
  }));
  const title = zh ? "最大的客户占收入多少" : "What the largest customers bring of revenue";
  const pct = (x: number): string => percent(x, locale);
  const rounded = !areFew(customers)
    ? ""
    : zh
      ? "；比例向上取整到整数客户"
      : "; shares of customers rounded up to whole ones";
  const says = change(rows, "top20_share", about(pct, estimated, locale), site);
  return {
    id: "top-shares",
    missing: new Set(mine.map((r) => r.as_of)).size < 2 ? short(locale) : null,
    title,
    subtitle: `${
      zh ? "占收入的比例，各截止日之前的窗口" : "Share of revenue, over the window before each as-of date"
    }${rounded}${hollowNote(mine, site)}${estimated ? estimates(locale) : ""}`,
    says: says === null ? unsaid(mine, site) : `${says}${zh ? "。" : "."}`,
    draw: (options) =>
      linesOverTime(
        lines,
        {
          axis: (x) => `${Math.round(x * 100)}%`,
          exact: pct,
          highest: Math.max(1, ...mine.map((r) => r.top20_share ?? 0)),
        },
        options,
      ),
    twin: twin(rows, shown, title, site),
  };
}

/** The Gini coefficient, or the number of equal customers, of revenue and of profit at each as-of date. */
export function concentrationExhibit(site: Site, args: readonly string[], estimated = false): Exhibit {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const figure = args[0];
  if (figure !== "gini" && figure !== "effective")
    throw new Error(`"${figure}" is no figure of concentration: gini or effective`);
  const key = figure === "gini" ? "gini" : "effective_customers";
  const rows = cubes.find("concentration") ?? [];
  const present = (["revenue", "profit"] as Measure[]).filter((m) => rows.some((r) => r.measure === m));
  const format = (x: number): string => (key === "gini" ? number(x, locale) : count(Math.round(x), locale));
  const lines: DatedLine[] = present.map((m) => ({
    name: measures[m][locale],
    colour: m,
    points: rows
      .filter((r) => r.measure === m)
      .map((r) => ({
        as_of: r.as_of,
        value: r[key],
        partial: !isWhole(r.as_of, cubes.report),
      })),
  }));
  const title =
    key === "gini"
      ? zh
        ? "基尼系数的变化"
        : "The Gini coefficient over time"
      : zh
        ? "集中度相当于多少位等额客户（1/HHI）"
        : "How many equal customers would be as concentrated (1/HHI)";
  const says = change(rows, key, about(format, estimated, locale), site);
  const scale =
    key === "gini"
      ? zh
        ? "0为各客户相等，1为全归一人；有负值时以绝对值之和归一"
        : "0: all equal; 1: one has all; normalised by absolute values where some are negative"
      : zh
        ? "赫芬达尔指数HHI为正占比平方之和，其倒数即同样集中度下的等额客户数"
        : "HHI is the sum of squared positive shares; its inverse, how many equal customers would be as concentrated";
  return {
    id: `concentration-${figure}`,
    missing: new Set(rows.map((r) => r.as_of)).size < 2 ? short(locale) : null,
    title,
    subtitle: `${scale}${hollowNote(rows, site)}${estimated ? estimates(locale) : ""}`,
    says: says === null ? unsaid(rows, site) : `${says}${zh ? "。" : "."}`,
    draw: (options) =>
      linesOverTime(
        lines,
        {
          axis: (x) => (key === "gini" ? x.toFixed(1) : format(x)),
          exact: format,
          ...(key === "gini" ? {highest: Math.max(1, ...rows.map((r) => r.gini ?? 0))} : {}),
        },
        options,
      ),
    twin: twin(rows, key === "gini" ? ["gini"] : ["hhi", "effective_customers"], title, site),
  };
}
