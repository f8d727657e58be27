import type {OwnColumn, OwnModelRow, OwnPageRow} from "../../cubes/own.js";
import {rowCells, suppressedReason} from "../absent.js";
import {linesOverTime} from "../charts/lines-over-time.js";
import {type Exhibit, exhibit} from "../exhibits/exhibit.js";
import {axisMoney, count, day, money, percent} from "../formats.js";
import {type Html, html} from "../html.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {label} from "../terms.js";
import {isWhole, partialNote} from "../whole-window.js";
import {type CrossChoice, crossings, crossView, modelClasses} from "./model-cross.js";
import {ownPage, ownRowsOf} from "./own-page.js";
import {saysLargest} from "./own-says.js";
import {rowsLink} from "./own-table.js";

/** Colours of classes in their order; what has no class is grey. */
const colours = ["class-a", "class-c", "class-b", "class-d", "profit", "historic", "stage-5", "metal-brass"];

/** An own model's classes over the as-of dates, by customers or by revenue. */
export function ownClasses(site: Site, [name, measure = "customers"]: readonly string[]): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  if (measure !== "customers" && measure !== "revenue")
    throw new Error(`${measure}: classes are drawn by customers or by revenue`);
  const page = ownPage(cubes, name, "model");
  const rows = ownRowsOf<OwnModelRow>(cubes, page).filter(({crossing}) => crossing === "all");
  const classes = modelClasses(page, locale).filter(({key}) => rows.some((row) => row.class === key));
  const at = (key: string, as_of: string): OwnModelRow | undefined =>
    rows.find((row) => row.class === key && row.as_of === as_of);
  const what = label(measure, locale);
  return {
    id: `own-classes-${page.slug}-${measure}`,
    missing: rows.length > 0 ? null : zh ? "没有客户。" : "There are no customers.",
    title: zh ? `${page.title.zh}：各类${what}` : `${page.title.en}: ${what.toLowerCase()} by class`,
    subtitle: `${measure === "revenue" ? `${report.currency} · ` : ""}${page.about[locale]}${partialNote(report.dates, report, locale, "hollow")}`,
    says: measure === "customers" ? saysClasses(page, rows, site) : saysRevenue(page, rows, site),
    draw: (options) =>
      linesOverTime(
        classes.map(({key, name: className}, i) => ({
          name: className,
          colour: key === "none" ? "same" : colours[i % colours.length]!,
          points: report.dates.map((as_of) => {
            const row = at(key, as_of);
            return {
              as_of,
              value: row === undefined ? 0 : row[measure],
              partial: !isWhole(as_of, report),
            };
          }),
        })),
        measure === "customers"
          ? {axis: (x) => count(x, locale), exact: (x) => count(x, locale)}
          : {axis: (x) => axisMoney(x, report, locale), exact: (x) => money(x, report, locale)},
        options,
      ),
    twin: table(
      page.title[locale],
      [
        {head: label("day", locale)},
        {head: label("class", locale)},
        {head: label("customers", locale), number: true},
        {head: label("revenue", locale), number: true},
        {head: label("profit", locale), number: true},
      ],
      rows.map((row) => {
        const cells = rowCells(row, report, locale);
        return {
          cells: [
            day(row.as_of, locale),
            classes.find(({key}) => key === row.class)?.name ?? row.class,
            cells.count(row.customers),
            cells.money(row.revenue),
            cells.profit(row.profit),
          ],
        };
      }),
    ),
  };
}

/** The first class at the newest date: how many, and what they bring. */
export function saysClasses(page: OwnPageRow, rows: readonly OwnModelRow[], {cubes, locale}: Site): string {
  const {report} = cubes;
  const zh = locale === "zh";
  const now = rows.filter((row) => row.crossing === "all" && row.as_of === report.as_of);
  const [first] = modelClasses(page, locale);
  const row = now.find(({class: key}) => key === first!.key);
  if (!row) return zh ? `${first!.name}：没有客户。` : `${first!.name}: no customers.`;
  if (row.customers === null || row.revenue === null)
    return `${first!.name}${zh ? "：" : ": "}${suppressedReason(report, locale)}${zh ? "。" : "."}`;
  // Where another class is suppressed, shares of the whole can't be told.
  const known = now.every(({suppressed}) => !suppressed);
  const customers = now.reduce((n, r) => n + (r.customers ?? 0), 0);
  const revenue = now.reduce((n, r) => n + (r.revenue ?? 0), 0);
  if (!known || revenue <= 0)
    return zh
      ? `${first!.name}：${count(row.customers, locale)}位客户，收入${money(row.revenue, report, locale)}。`
      : `${first!.name}: ${count(row.customers, locale)} customers with ${money(row.revenue, report, locale)} of revenue.`;
  const [c, r] = [percent(row.customers / customers, locale), percent(row.revenue / revenue, locale)];
  return zh
    ? `${first!.name}：${count(row.customers, locale)}位客户（${c}），占收入的${r}。`
    : `${first!.name}: ${count(row.customers, locale)} customers (${c}) with ${r} of revenue.`;
}

/** The class with the most revenue at the newest date. */
function saysRevenue(page: OwnPageRow, rows: readonly OwnModelRow[], {cubes, locale}: Site): string {
  const now = rows.filter((row) => row.as_of === cubes.report.as_of);
  const measure: OwnColumn = {
    name: "revenue",
    kind: "money",
    label: {en: label("revenue", "en"), zh: label("revenue", "zh")},
    values: [],
  };
  const values = modelClasses(page, locale).flatMap(({key, name}) =>
    now
      .filter((row) => row.class === key)
      .map(({revenue, suppressed}) => ({name, value: revenue, suppressed})),
  );
  return saysLargest(values, measure, cubes.report, locale);
}

/** An own model crossed with the other models, with its own filter: class, crossing and date. */
export function ownCross(site: Site, [name]: readonly string[]): Html {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const page = ownPage(cubes, name, "model");
  const rows = ownRowsOf<OwnModelRow>(cubes, page);
  // Executives get the classes alone.
  if (!rows.some(({crossing}) => crossing !== "all"))
    return html`<p class="quiet">${zh ? "交叉表不向此类读者公布。" : "The cross-tab is not published for this audience."}</p>`;
  const offered = (Object.keys(crossings) as (keyof typeof crossings)[]).filter((by) => {
    if (by === "wallet_stage") return cubes.has("wallets");
    if (by === "grid_stage") return cubes.has("relationships");
    return by === "region" || by === "industry" ? cubes.has("customers") : true;
  });
  const choice: CrossChoice = {class: "", by: offered[0]!, as_of: report.as_of};
  const view = crossView(rows, choice, {page, report, locale});
  const said = JSON.stringify({page: {...page, sql: null}, report, locale});
  const form = html`<form class="moves-chooser own-filter" aria-label="${zh ? "筛选" : "Filter"}" data-said="${said}" data-rows="own-rows-${page.slug}">
<label>${page.title[locale]}<select name="class"><option value="">${zh ? "全部" : "all"}</option>${modelClasses(
    page,
    locale,
  )
    .filter(({key}) => rows.some((row) => row.class === key))
    .map(({key, name: className}) => html`<option value="${key}">${className}</option>`)}</select></label>
<label>${zh ? "交叉" : "Crossed with"}<select name="by">${offered.map((by) => html`<option value="${by}">${crossings[by][locale]}</option>`)}</select></label>
<label>${label("day", locale)}<select name="as_of">${[...report.dates].reverse().map((d) => html`<option value="${d}">${day(d, locale)}</option>`)}</select></label>
</form>`;
  const figure = exhibit(
    {
      id: `own-cross-${page.slug}`,
      title: view.title,
      subtitle: view.subtitle,
      says: view.says,
      draw: view.shape,
      twin: view.twin,
    },
    site,
  );
  return html`${form}
${figure}
<div id="own-rows-${page.slug}">${rowsLink(page, site)}</div>`;
}
