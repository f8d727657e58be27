import {liveTables} from "../filter/live-tables.js";
import type {TableName} from "../filter/tables.js";
import type {Site} from "../site.js";
import {keep} from "./originals.js";
import {isOneFile} from "./site-files.js";

/** A table of the page, without a chart, that a filter redraws. */
export interface ShownTable {
  element: HTMLElement;
  tables: readonly TableName[];
  redraw: (site: Site) => void;
}

/** The page's tables that answer to filters. */
export function shownTables(): ShownTable[] {
  return [...document.querySelectorAll<HTMLElement>("[data-live-table]")].flatMap((element) => {
    const live = liveTables[element.dataset.liveTable!];
    if (!live) return [];
    const redraw = (site: Site): void => {
      keep(element);
      const made = document.createElement("template");
      made.innerHTML = live.table(site).text;
      // A page that is one file leads to no other.
      if (isOneFile())
        for (const link of made.content.querySelectorAll("a")) link.replaceWith(...link.childNodes);
      const region = made.content.querySelector("[data-live-table]");
      if (region) element.replaceChildren(...region.childNodes);
    };
    return [{element, tables: live.tables, redraw}];
  });
}
