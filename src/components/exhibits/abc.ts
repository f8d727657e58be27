import {
  type AbcPreset,
  type AbcRow,
  abcClasses,
  type Locale,
  type Measure,
  type ReportCube,
} from "../../cubes.js";
import {cell, whyEmpty} from "../absent.js";
import {classShares, classSharesChart} from "../charts/class-shares.js";
import {cellMark} from "../drill/cell-mark.js";
import {count, exactMoney, exactPercent, percent} from "../formats.js";
import {Html, html} from "../html.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {classes, label, measures, presets, sentenceCase} from "../terms.js";
import {windowWords} from "../window-words.js";
import type {Exhibit} from "./exhibit.js";

/** The classes by one preset and measure at every as-of date, A first. */
export function classRows(site: Site, preset: AbcPreset, measure: Measure): AbcRow[] {
  const rows = site.cubes.read("abc").filter((r) => r.preset === preset && r.measure === measure);
  return [...rows].sort((a, b) => abcClasses.indexOf(a.class) - abcClasses.indexOf(b.class));
}

/** What a class's bars stand for: the primary preset and measure have a panel of their own. */
function markOf(
  {preset, measure, class: name, customers}: AbcRow,
  {cubes: {report}}: Site,
): string | undefined {
  if (!customers) return undefined;
  return preset === report.primary_abc_preset && measure === report.primary_abc_measure
    ? `abc:${name}`
    : cellMark("abc", {preset, measure, class: name});
}

function presetOf(name: string | undefined): AbcPreset {
  if (name === "by-customers" || name === "by-value") return name;
  throw new Error(`"${name}" is no ABC preset: by-customers or by-value`);
}

function measureOf(name: string | undefined): Measure {
  if (name === "revenue" || name === "profit") return name;
  throw new Error(`"${name}" is no measure: revenue or profit`);
}

/** The classes at the newest date as a table: counts, money, shares, and the claim; those outside beside them. */
function classTable(rows: readonly AbcRow[], caption: string, {cubes: {report}, locale}: Site): Html {
  const shares = classShares(rows, report.has_profit);
  const share = (row: AbcRow, of: "customers" | "revenue" | "profit"): number | null =>
    shares.find((s) => s.class === row.class && s.of === of)?.share ?? null;
  const text = (
    row: AbcRow,
    value: number | null,
    format: (x: number) => string,
    profit = false,
  ): Html | string =>
    cell(value, format, row, profit && !report.has_profit ? "no-cost" : "none", report, locale);
  const exact = (x: number): string => exactMoney(x, report, locale);
  const pct = (x: number): string => exactPercent(x, locale);
  const claims = rows.some((r) => r.preset === "by-customers");
  const claimed: Record<string, string> = {A: "80%", B: "20%", C: "0%"};
  return table(
    caption,
    [
      {head: label("class", locale)},
      {head: label("customers", locale), number: true},
      {head: label("share_customers", locale), number: true},
      {head: label("revenue", locale), number: true},
      {head: label("share_revenue", locale), number: true},
      {head: label("profit", locale), number: true},
      {head: label("share_profit", locale), number: true},
      ...(claims ? [{head: label("claimed", locale), number: true}] : []),
    ],
    rows.map((r) => ({
      cells: [
        sentenceCase(classes[r.class][locale]),
        text(r, r.customers, (n) => count(n, locale)),
        text(r, share(r, "customers"), pct),
        text(r, r.revenue, exact),
        text(r, share(r, "revenue"), pct),
        text(r, r.profit, exact, true),
        text(r, share(r, "profit"), pct, true),
        ...(claims ? [claimed[r.class] ?? "–"] : []),
      ],
    })),
  );
}

function says(
  rows: readonly AbcRow[],
  preset: AbcPreset,
  measure: Measure,
  {locale, cubes: {report}}: Site,
  filtered: boolean,
): string {
  const shares = classShares(rows, measure === "profit");
  const a = (of: string): number | null => shares.find((s) => s.class === "A" && s.of === of)?.share ?? null;
  const [customers, money] = [a("customers"), a(measure)];
  const d = rows.find((r) => r.class === "D");
  const own = preset === report.primary_abc_preset && measure === report.primary_abc_measure;
  if (filtered && !own && rows.length > 0 && rows.every((r) => r.suppressed))
    return otherClasses(report, locale);
  if (customers === null || money === null)
    return !rows.some((r) => r.suppressed)
      ? customers === null
        ? whyEmpty("nothing", locale)
        : locale === "zh"
          ? `A类占客户的${percent(customers, locale)}。`
          : `Class A is ${percent(customers, locale)} of customers.`
      : locale === "zh"
        ? "部分类别客户太少，占比已隐去。"
        : "Some classes hold too few customers for their shares to be shown.";
  const lost = d?.customers
    ? locale === "zh"
      ? `；D类${count(d.customers, locale)}位客户没有${measures[measure].zh}，或${measures[measure].zh}为负`
      : `; the ${count(d.customers, locale)} ${d.customers === 1 ? "customer" : "customers"} of class D ${d.customers === 1 ? "has" : "have"} no ${measures[measure].en}, or a negative one`
    : "";
  return locale === "zh"
    ? `A类（${presets[preset].zh}，以${measures[measure].zh}排序）占客户的${percent(customers, locale)}，带来${percent(money, locale)}的${measures[measure].zh}${lost}。`
    : `Class A (${presets[preset].en}, ranked by ${measures[measure].en}) is ${percent(customers, locale)} of customers and brings ${percent(money, locale)} of ${measures[measure].en}${lost}.`;
}

/** Why no classes but the report's own are told where small cells are hidden: two orders together tell of a few. */
function otherClasses({primary_abc_preset, primary_abc_measure}: ReportCube, locale: Locale): string {
  const [preset, measure] = [presets[primary_abc_preset][locale], measures[primary_abc_measure][locale]];
  return locale === "zh"
    ? `筛选下只公布报告所用的类别（${preset}，以${measure}排序）：两种排序并列，可推出少数客户的数字。`
    : `Under a filter only the report’s own classes are told (${preset}, ranked by ${measure}): beside them others would tell of a few customers.`;
}

/** Classes by one preset and one measure at the newest date; `filtered` where they are of chosen customers. */
export function abcExhibit(site: Site, args: readonly string[], filtered = false): Exhibit {
  const {locale, cubes} = site;
  const [preset, measure] = [presetOf(args[0]), measureOf(args[1])];
  const rows = classRows(site, preset, measure).filter((r) => r.as_of === cubes.report.as_of);
  const title =
    locale === "zh"
      ? `ABC分析：${presets[preset].zh}，以${measures[measure].zh}排序`
      : `ABC classes ${presets[preset].en}, ranked by ${measures[measure].en}`;
  const claim =
    preset === "by-customers" && cubes.report.has_profit
      ? locale === "zh"
        ? "；竖线为文献所称的80/20/0"
        : "; the tick is the 80/20/0 that the source claims"
      : "";
  return {
    id: `abc-${preset}-${measure}`,
    ...(measure === "profit" ? {needs: "cost" as const} : {}),
    title,
    subtitle: `${locale === "zh" ? "各类占比" : "Share of each class"}${locale === "zh" ? "，" : ", "}${windowWords(cubes.report, locale)}${claim}`,
    says: says(rows, preset, measure, site, filtered),
    draw: (options) =>
      classSharesChart(
        rows.map((r) => ({...r, mark: markOf(r, site)})),
        options,
      ),
    twin: classTable(rows, title, site),
  };
}

/** Every preset and measure at the newest date, one table each. */
export function abcTables(site: Site): Html {
  const {locale, cubes} = site;
  return html`${(["by-customers", "by-value"] as AbcPreset[]).flatMap((preset) =>
    (["revenue", "profit"] as Measure[]).map((measure) => {
      const rows = classRows(site, preset, measure).filter((r) => r.as_of === cubes.report.as_of);
      if (rows.length === 0) return new Html("");
      const caption =
        locale === "zh"
          ? `${presets[preset].zh}，以${measures[measure].zh}排序`
          : sentenceCase(`${presets[preset].en}, ranked by ${measures[measure].en}`);
      return classTable(rows, caption, site);
    }),
  )}`;
}
