import type {OwnCrossing, OwnModelRow, OwnPageRow} from "../../cubes/own.js";
import type {Locale, ReportCube} from "../../cubes.js";
import {rowCells} from "../absent.js";
import type {ShapeOptions} from "../charts/chart-options.js";
import {type GroupBar, groupBars} from "../charts/group-bars.js";
import type {Shape} from "../charts/shape.js";
import {count, day, exactMoney, money, percent} from "../formats.js";
import {type Html, html} from "../html.js";
import {nameOf} from "../name-of.js";
import {segmentOrder} from "../segments.js";
import {table} from "../tables.js";
import {classes as abc, gridStageTerms, label, sentenceCase, type Term, walletStageTerms} from "../terms.js";
import {segments} from "../value-terms.js";

/** What a reader has chosen on the page of an own model: a class ("" for all), what to cross it with, and a date. */
export interface CrossChoice {
  class: string;
  by: OwnCrossing;
  as_of: string;
}

/** What the drawing and its words are made from, in the build and in the browser. */
export interface CrossWords {
  page: OwnPageRow;
  report: ReportCube;
  locale: Locale;
}

/** The figure of a choice. */
interface CrossView {
  title: string;
  subtitle: string;
  says: string;
  shape: (options: ShapeOptions) => Shape;
  twin: Html;
}

export const crossings: Readonly<Record<Exclude<OwnCrossing, "all">, Term>> = {
  abc: {en: "ABC class", zh: "ABC分类"},
  wallet_stage: {en: "Wallet stage", zh: "份额阶段"},
  grid_stage: {en: "Grid stage", zh: "方格阶段"},
  segment: {en: "RFM segment", zh: "RFM细分"},
  region: {en: "Region", zh: "地区"},
  industry: {en: "Industry", zh: "行业"},
};

const rest: Readonly<Record<string, Term>> = {
  "~other": {en: "all others", zh: "其他"},
  "~unknown": {en: "not known", zh: "未知"},
  none: {en: "no class", zh: "未分类"},
};

const terms: Readonly<Partial<Record<OwnCrossing, Readonly<Record<string, Term>>>>> = {
  abc,
  wallet_stage: walletStageTerms,
  grid_stage: gridStageTerms,
  segment: segments,
};

/** The value of another model's class, region or industry, in words. */
function valueName(by: OwnCrossing, value: string, {report, locale}: CrossWords): string {
  const term = terms[by]?.[value] ?? rest[value];
  return term ? sentenceCase(term[locale]) : nameOf(value, report, locale);
}

/** The classes of an own model in their order, with their names; those without one come last. */
export function modelClasses({columns}: OwnPageRow, locale: Locale): {key: string; name: string}[] {
  return [
    ...columns[0]!.values.map(({value, label: words}) => ({key: value, name: words[locale]})),
    {key: "none", name: sentenceCase(rest.none![locale])},
  ];
}

/** Values in the order of their model; regions and industries by customers, the others and the unknown last. */
function ordered(by: OwnCrossing, rows: readonly OwnModelRow[]): string[] {
  const present = [...new Set(rows.map(({value}) => value))];
  if (by === "segment") return segmentOrder(present);
  const known = terms[by];
  if (known) return Object.keys(known).filter((value) => present.includes(value));
  const size = (value: string): number =>
    value.startsWith("~") ? -1 : sum(rows.filter((row) => row.value === value)).customers;
  return present.sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1));
}

function sum(rows: readonly OwnModelRow[]): {customers: number; revenue: number; profit: number | null} {
  const add = (of: "customers" | "revenue" | "profit"): number =>
    rows.reduce((n, row) => n + (row[of] ?? 0), 0);
  return {
    customers: add("customers"),
    revenue: add("revenue"),
    profit: rows.some(({profit}) => profit === null) ? null : add("profit"),
  };
}

/** The customers of a class, or of all, within the values of another model at a date: bars, a sentence, the cross-tab. */
export function crossView(all: readonly OwnModelRow[], choice: CrossChoice, words: CrossWords): CrossView {
  const {page, report, locale} = words;
  const zh = locale === "zh";
  const {by, as_of} = choice;
  const rows = all.filter((row) => row.crossing === by && row.as_of === as_of);
  const chosen = rows.filter((row) => choice.class === "" || row.class === choice.class);
  const values = ordered(by, rows);
  const everyClass = modelClasses(page, locale);
  const classes = everyClass.filter(({key}) => rows.some((row) => row.class === key));
  const className = everyClass.find(({key}) => key === choice.class)?.name;
  const byName = by === "all" ? "" : crossings[by][locale];
  const sums = values.map((value) => ({
    value,
    name: valueName(by, value, words),
    ...sum(chosen.filter((row) => row.value === value)),
  }));
  const whole = sum(chosen);
  const measures = (
    ["customers", "revenue", ...(report.has_profit ? (["profit"] as const) : [])] as const
  ).map((key) => ({key, name: label(key, locale)}));
  const write = (key: "customers" | "revenue" | "profit", x: number): string =>
    key === "customers" ? count(x, locale) : money(x, report, locale);
  const highest = (key: "customers" | "revenue" | "profit"): number =>
    Math.max(...sums.map((s) => Math.abs(s[key] ?? 0)), 0) || 1;
  const bars = sums.flatMap((s) =>
    measures.map(
      ({key}): GroupBar => ({
        group: s.value,
        quantity: key,
        share: s[key] === null ? null : s[key] / highest(key),
        text: s[key] === null ? "–" : write(key, s[key]),
        exact:
          s[key] === null
            ? "–"
            : key === "customers"
              ? count(s[key], locale)
              : exactMoney(s[key], report, locale),
      }),
    ),
  );
  const who = className ?? (zh ? "全部客户" : "All customers");
  const title = zh ? `${page.title.zh}：${who}，按${byName}` : `${page.title.en}: ${who} by ${byName}`;
  return {
    title,
    subtitle: zh
      ? `客户数与统计期内金额；截至${day(as_of, locale)}`
      : `Customers, and money of the window; as of ${day(as_of, locale)}`,
    says: saysCross(sums, whole, who, choice, locale),
    shape: (options) =>
      groupBars(
        sums.map(({value, name}) => ({key: value, name, colour: "up"})),
        measures,
        bars,
        options,
      ),
    twin: crossTable(rows, sums, classes, title, words),
  };
}

function saysCross(
  sums: readonly {name: string; customers: number}[],
  whole: {customers: number},
  who: string,
  {by, as_of}: CrossChoice,
  locale: Locale,
): string {
  const zh = locale === "zh";
  if (sums.length === 0)
    return by === "region" || by === "industry"
      ? zh
        ? "地区与行业取自客户导出文件，不分日期，只有最新截止日的数据。"
        : "Region and industry carry no date in the customers export: they are shown at the newest date alone."
      : zh
        ? `${day(as_of, locale)}没有客户。`
        : `There are no customers on ${day(as_of, locale)}.`;
  if (whole.customers === 0) return zh ? `${who}：没有客户。` : `${who}: no customers.`;
  const top = sums.reduce((best, s) => (s.customers > best.customers ? s : best));
  const share = percent(top.customers / whole.customers, locale);
  return zh
    ? `${who}共${count(whole.customers, locale)}位，其中${top.name}最多，为${count(top.customers, locale)}位（${share}）。`
    : `${who}: ${count(whole.customers, locale)}, most of them ${top.name}, ${count(top.customers, locale)} (${share}).`;
}

/** The cross-tab: values down, classes across, customers in the cells; with all classes and their money. */
function crossTable(
  rows: readonly OwnModelRow[],
  values: readonly {value: string; name: string}[],
  classes: readonly {key: string; name: string}[],
  caption: string,
  {report, locale}: CrossWords,
): Html {
  const all = label("total", locale);
  return table(
    caption,
    [
      {head: label("class", locale)},
      ...classes.map(({name}) => ({head: name, number: true})),
      {head: `${all} · ${label("customers", locale)}`, number: true},
      {head: `${all} · ${label("revenue", locale)}`, number: true},
      {head: `${all} · ${label("profit", locale)}`, number: true},
    ],
    values.map(({value, name}) => {
      const mine = rows.filter((row) => row.value === value);
      const total = sum(mine);
      const cells = rowCells({}, report, locale);
      return {
        cells: [
          html`${name}`,
          ...classes.map(({key}) => cells.count(sum(mine.filter((row) => row.class === key)).customers)),
          cells.count(total.customers),
          cells.money(total.revenue),
          cells.profit(total.profit),
        ],
      };
    }),
  );
}
