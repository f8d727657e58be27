import type {Locale, ReportCube, SettingRow} from "../../cubes.js";
import type {CubeReader} from "../cube-files.js";
import {dimensions, type Filter} from "../filter/filter.js";
import {chooseRows} from "../filter/list-choice.js";
import {type KeyedRow, type ListCount, type ListCube, type ListRows, listPath} from "../filter/list-files.js";
import {partsOfLists} from "../filter/list-parts.js";
import {listWords, moreWords} from "../filter/list-words.js";
import type {NamedLists} from "../filter/named-list.js";
import type {Site} from "../site.js";
import {knowledge} from "./filter-knowledge.js";
import {listRegions, noteList, releaseLists, showRest} from "./list-regions.js";
import {keep} from "./originals.js";
import {canRead, isOneFile, readSiteFile} from "./site-files.js";

const locale: Locale = document.documentElement.lang.startsWith("zh") ? "zh" : "en";

const files = new Map<ListCube, Promise<ListRows>>();

function fetchRows(cube: ListCube, {input_hash}: ReportCube): Promise<ListRows> {
  let rows = files.get(cube);
  if (!rows) {
    rows = readSiteFile(listPath(cube), input_hash)
      .then((response) => response.json() as Promise<Record<ListCube, KeyedRow[]> & {counts: ListCount[]}>)
      .then((file) => ({rows: file[cube], counts: file.counts}));
    files.set(cube, rows);
    rows.catch(() => files.delete(cube));
  }
  return rows;
}

/** What lists read beside their rows. */
async function siteFor(ids: readonly string[], report: ReportCube, settings: SettingRow[]): Promise<Site> {
  const moved = ids.some((id) => id.startsWith("movers-"));
  const actions = moved ? await (await import("./list-actions.js")).readActions() : null;
  const known: Record<string, unknown> = {report, settings, actions};
  const find = (name: string): never => (known[name] ?? null) as never;
  const cubes: CubeReader = {report, find, read: find, has: (name) => report.exports[name]};
  return {cubes, locale, document};
}

/** What the filter bar has chosen without the date, which lists don't follow. */
function choiceWords(form: HTMLFormElement, {as_of, brush}: Filter): string {
  const state = form.querySelector<HTMLElement>(".filter-state");
  const all = state?.firstChild?.textContent?.replace(state.dataset.chosen ?? "", "").trim() ?? "";
  if (as_of === null || brush !== null) return all;
  return dimensions
    .flatMap((dimension) => {
      const select = form.querySelector<HTMLSelectElement>(`select[name=${dimension}]`);
      return select?.value ? (select.selectedOptions[0]?.textContent ?? "") + (select.dataset.of ?? "") : [];
    })
    .join(" · ");
}

/**
 * Shows of every list of customers by name those who match the filter, at the newest date; a filter that chooses a date and
 * no more, and a page that doesn't carry the lists' files, leave them as they are, and they say so. `late` tells whether
 * another filter has come in the meantime.
 */
export async function drawLists(
  filter: Filter,
  form: HTMLFormElement,
  unfiltered: string,
  late: () => boolean,
): Promise<void> {
  const all = listRegions();
  const ids = all.map(({dataset}) => dataset.list!);
  const chosen = filter.brush !== null || dimensions.some((d) => filter[d] !== null);
  const [{report, settings}, ...parts] = await Promise.all([
    knowledge(),
    ...(chosen ? partsOfLists(ids) : []).map(({load}) => load()),
  ]);
  const lists: NamedLists = Object.assign({}, ...parts);
  const site = await siteFor(ids, report, settings);
  const read = await Promise.all(
    all.map(async (region) => {
      const list = lists[region.dataset.list!];
      if (!list || !canRead(listPath(list.cube))) return {region, made: null};
      return {
        region,
        made: {list, chosen: chooseRows(list, await fetchRows(list.cube, report), filter, report)},
      };
    }),
  );
  if (late()) return;
  releaseLists();
  const words = choiceWords(form, filter);
  for (const {region, made} of read) {
    const summary = region.closest("details")?.querySelector<HTMLElement>("summary[data-list-summary]");
    if (!made) {
      noteList(region, unfiltered);
      continue;
    }
    const {list, chosen} = made;
    keep(region);
    if (list.after) foldRest(region, chosen.shown);
    else noteList(region, listWords(chosen, list, filter, report, locale));
    region.dataset.filtered = words;
    if (summary) {
      keep(summary);
      summary.textContent = region.dataset.listTitle ?? "";
    }
    region.hidden = chosen.rows.length === 0;
    if (chosen.rows.length > 0)
      redrawTable(
        region,
        list.table(chosen.rows as never, site, {id: region.dataset.list!, title: region.dataset.listTitle!})
          .text,
      );
  }
  if (read.some(({made}) => made)) showRest(false);
}

/** The fold with the rest of a list says how many it holds; where there are none it goes. */
function foldRest(region: HTMLElement, entries: number): void {
  const fold = region.closest("details");
  const summary = fold?.querySelector<HTMLElement>("summary");
  if (!fold || !summary) return;
  keep(summary);
  summary.textContent = moreWords(entries, locale);
  fold.hidden = entries === 0;
}

/** Puts the table of another region in place of the one that stands in a region. */
function redrawTable(region: HTMLElement, text: string): void {
  const made = document.createElement("template");
  made.innerHTML = text;
  const inside = made.content.querySelector<HTMLElement>("[data-list]");
  // A page that is one file leads to no other.
  if (isOneFile())
    for (const link of made.content.querySelectorAll("a")) link.replaceWith(...link.childNodes);
  if (inside) region.replaceChildren(...inside.childNodes);
}
