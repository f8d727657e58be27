import type {OwnPageRow, OwnRow} from "../../cubes/own.js";
import {absent} from "../absent.js";
import {customerLink} from "../customer-link.js";
import {type Html, html} from "../html.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {exactMeasure, groupName, withUnit} from "./own-format.js";
import {ownPage, ownRowsOf, rowsHref} from "./own-page.js";

const measures = ["count", "money", "share", "number"];

/** All rows of an own page as a table, each value in the unit of its column. */
export function rowsTable(page: OwnPageRow, rows: readonly OwnRow[], {locale, cubes}: Site): Html {
  const {report} = cubes;
  return table(
    page.title[locale],
    page.columns.map((column) => ({
      head: withUnit(column, report, locale),
      number: measures.includes(column.kind),
    })),
    rows.map((row) => ({
      cells: page.columns.map((column) => {
        const value = row[column.name] ?? null;
        if (typeof value === "number") return exactMeasure(column, value, report, locale);
        if (value === null && measures.includes(column.kind))
          return absent(row.suppressed ? "suppressed" : "none", report, locale);
        if (column.kind === "id" && typeof value === "string") return customerLink(value);
        return groupName(column, value, locale);
      }),
    })),
  );
}

/** The table of an own page's rows, which can be taken away, and the rows themselves as a file. */
export function ownTable(site: Site, [name]: readonly string[]): Html {
  const page = ownPage(site.cubes, name, "page");
  const rows = ownRowsOf(site.cubes, page);
  return html`${rowsTable(page, rows, site)}
${rowsLink(page, site)}`;
}

/** A link to the rows as a file: as its loader in `src/data/` gives them. */
export function rowsLink({slug}: OwnPageRow, {locale}: Site): Html {
  return html`<p class="own-rows"><a href="${rowsHref(slug, locale)}" download="${slug}.json">${locale === "zh" ? "数据文件（JSON）" : "The rows as a file (JSON)"}</a></p>`;
}
