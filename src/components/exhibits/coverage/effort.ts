import {rowCells, whyEmpty} from "../../absent.js";
import {type GroupBar, groupBars} from "../../charts/group-bars.js";
import {classBasis} from "../../class-basis.js";
import {cellMark} from "../../drill/cell-mark.js";
import {percent} from "../../formats.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {classes, label} from "../../terms.js";
import type {Exhibit} from "../exhibit.js";
import {classColours, contactCost, spanOf, sum} from "./contact-words.js";

/** What each class gets, in contacts and in their cost, against what it brings. */
export function effortExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const {report} = cubes;
  const rows = cubes.find("effort") ?? [];
  const value = report.has_profit ? ("profit" as const) : ("revenue" as const);
  const quantities = [
    {key: "customers", name: label("share_customers", locale)},
    {key: "contacts", name: zh ? "互动次数占比" : "Share of contacts"},
    {key: "cost", name: zh ? "互动成本占比" : "Share of their cost"},
    {key: value, name: label(value === "profit" ? "share_profit" : "share_revenue", locale)},
  ] as const;
  const share = (row: (typeof rows)[number], key: (typeof quantities)[number]["key"]): number | null => {
    if (rows.some((r) => r[key] === null)) return null;
    const whole = sum(rows.map((r) => r[key]));
    return whole > 0 ? row[key]! / whole : null;
  };
  const bars: GroupBar[] = quantities.flatMap(({key}) =>
    rows.map((r) => {
      const x = share(r, key);
      return {
        group: r.class,
        quantity: key,
        share: x,
        text: x === null ? "–" : percent(x, locale),
        exact: x === null ? "–" : percent(x, locale),
        suppressed: r.suppressed || (x === null && rows.some((other) => other.suppressed)),
        mark: r.customers ? cellMark("effort", {class: r.class}) : undefined,
      };
    }),
  );
  const a = rows.find((r) => r.class === "A");
  const [few, effort, weighted, brings] = a
    ? [share(a, "customers"), share(a, "contacts"), share(a, "cost"), share(a, value)]
    : [null, null, null, null];
  const title = zh ? "精力投入与客户贡献" : "Effort against what it brings";
  return {
    id: "effort",
    needs: "interactions",
    missing: rows.length === 0 ? whyEmpty("history", locale) : null,
    title,
    subtitle: zh
      ? `各类占合计的比例，${classBasis(site)}，${spanOf(site)}；文献主张：把80%的精力用于20%的客户`
      : `Share of the total, ${classBasis(site)}, ${spanOf(site)}; the source’s claim: 80% of the effort for the 20%`,
    says:
      few !== null && effort !== null && weighted !== null
        ? zh
          ? `A类占客户的${percent(few, "zh")}，得到互动的${percent(effort, "zh")}（按成本${percent(weighted, "zh")}）${brings === null ? "" : `，带来${percent(brings, "zh")}的${value === "profit" ? "利润" : "收入"}`}。`
          : `Class A is ${percent(few, "en")} of customers and gets ${percent(effort, "en")} of contacts, ${percent(weighted, "en")} by cost${brings === null ? "" : `; it brings ${percent(brings, "en")} of ${value}`}.`
        : zh
          ? "部分类别没有互动或客户太少，无法给出占比。"
          : "Some classes had no contacts or hold too few customers for shares to be shown.",
    draw: (options) =>
      groupBars(
        rows.map((r) => ({key: r.class, name: classes[r.class][locale], colour: classColours[r.class]})),
        quantities,
        bars,
        options,
      ),
    twin: table(
      title,
      [
        {head: label("class", locale)},
        {head: label("customers", locale), number: true},
        {head: zh ? "互动次数" : "Contacts", number: true},
        {head: zh ? "每客户互动次数" : "Contacts per account", number: true},
        {head: zh ? "互动成本" : "Cost of contact", number: true},
        {head: label("revenue", locale), number: true},
        {head: label("profit", locale), number: true},
      ],
      rows.map((r) => {
        const as = rowCells(r, report, locale);
        const each = r.contacts === null || !r.customers ? null : r.contacts / r.customers;
        return {
          cells: [
            classes[r.class][locale],
            as.count(r.customers),
            as.count(r.contacts),
            as.decimal(each),
            r.cost === null ? as.count(null) : contactCost(r.cost, site),
            as.money(r.revenue),
            as.profit(r.profit),
          ],
        };
      }),
    ),
  };
}
