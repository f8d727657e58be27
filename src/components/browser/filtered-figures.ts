import {tableFromIPC} from "@uwdata/flechette";
import type {Locale, ReportCube} from "../../cubes.js";
import type {CubeReader} from "../cube-files.js";
import type {Brush, BrushKind} from "../filter/brush.js";
import {wholeGroups} from "../filter/brush-groups.js";
import {type Filter, isSet, noFilter} from "../filter/filter.js";
import type {CellValue, FilterTable} from "../filter/filter-table.js";
import {type FilteredCubes, type FilterTables, filteredCubes} from "../filter/filtered-cubes.js";
import type {LiveFigure} from "../filter/live-figures/live-figure.js";
import {type TableName, tablePath, tableSpec} from "../filter/tables.js";
import type {Site} from "../site.js";
import {markBrush} from "./brush-marks.js";
import {changing} from "./changing.js";
import {sayFailed} from "./failed-filter.js";
import {knowledge} from "./filter-knowledge.js";
import {awaited, drawHeadlines, headlines, hold, releaseHeadlines} from "./filtered-key-figures.js";
import type {ShownTable} from "./filtered-tables.js";
import {followUp} from "./follow-up.js";
import {markLists, releaseLists} from "./list-regions.js";
import {restore, restoreOne} from "./originals.js";
import {loadParts, pageFigures} from "./page-figures.js";
import {measured, redraw, type Shown} from "./redrawn-figure.js";
import {readSiteFile} from "./site-files.js";
import {markUnfiltered, unmark} from "./unfiltered-blocks.js";

export {wholeGroups};

const locale: Locale = document.documentElement.lang.startsWith("zh") ? "zh" : "en";

const tables = new Map<string, Promise<FilterTable>>();

/** The file of a table at a date, by filters or by the parts of a brushed chart. */
function fetchTable(
  name: TableName,
  as_of: string,
  brush: BrushKind | null,
  {input_hash}: ReportCube,
): Promise<FilterTable> {
  const path = tablePath(name, as_of, brush);
  let table = tables.get(path);
  if (!table) {
    table = readTable(name, path, input_hash);
    tables.set(path, table);
    table.catch(() => tables.delete(path));
  }
  return table;
}

async function readTable(name: TableName, path: string, version: string): Promise<FilterTable> {
  const response = await readSiteFile(path, version);
  const table = tableFromIPC(await response.arrayBuffer());
  const measures = new Set<string>(tableSpec(name).measures);
  const columns = table.names
    .filter((column) => column !== "key")
    .map((column) => [column, table.getChild(column)!.toArray()] as const);
  return {
    key: table.getChild("key")!.toArray() as ArrayLike<number>,
    cells: Object.fromEntries(
      columns
        .filter(([column]) => !measures.has(column))
        .map(([column, values]) => [column, values as ArrayLike<CellValue>]),
    ),
    measures: Object.fromEntries(
      columns
        .filter(([column]) => measures.has(column))
        .map(([column, values]) => [column, values as ArrayLike<number | null>]),
    ),
  };
}

interface Figure {
  figure: HTMLElement;
  /** How it answers to the filter; null where it doesn't. */
  kind: LiveFigure | null;
}

/** The figures of the page; one that is of the newest date alone doesn't answer at another. */
function figuresOf(report: ReportCube, as_of: string | null): Figure[] {
  const site = {locale, document, cubes: {report} as CubeReader};
  const known = pageFigures(site);
  const past = as_of !== null && as_of !== report.as_of;
  return [...document.querySelectorAll<HTMLElement>("figure.exhibit")].map((figure) => {
    const kind = known[figure.id.replace(/^figure-/, "")] ?? null;
    const newest = kind?.tables.some((name) => tableSpec(name).dates === "newest");
    return {figure, kind: past && newest ? null : kind};
  });
}

/** The tables that figures read under a filter, and the totals. */
export async function fetchTables(
  figures: readonly {tables: readonly TableName[]}[],
  {as_of, brush}: Filter,
  report: ReportCube,
): Promise<FilterTables> {
  const wanted = new Set<TableName>(["totals", ...figures.flatMap(({tables}) => tables)]);
  return Object.fromEntries(
    await Promise.all(
      [...wanted].map(async (name) => [
        name,
        await fetchTable(name, as_of ?? report.as_of, brush?.on ?? null, report),
      ]),
    ),
  );
}

/** The figures that a filter redraws, the nearest first; those in a closed part of the page come when it is opened. */
function shownOf(live: readonly Figure[], {brush}: Filter): Shown[] {
  return live
    .flatMap(({figure, kind}) =>
      kind && !isBrushed(kind, brush) && !isClosed(figure) ? [measured(figure, kind)] : [],
    )
    .sort((a, b) => a.away - b.away);
}

const isBrushed = (kind: LiveFigure, brush: Brush | null): boolean =>
  brush !== null && kind.brush === brush.on;

const isClosed = (figure: HTMLElement): boolean => figure.closest("details:not([open])") !== null;

/** Fetches what the newest date's filters read for what is in view. What fails is asked for again with the choice. */
export async function fetchAhead(): Promise<void> {
  try {
    const [{report}] = await Promise.all([knowledge(), loadParts()]);
    const near = shownOf(figuresOf(report, null), noFilter).filter(({away}) => away === 0);
    await fetchTables(near, noFilter, report);
  } catch {
    // The choice asks for it again.
  }
}

/** The page's tables that answer to filters by themselves; what draws them comes where there are any. */
async function tablesOfPage(): Promise<ShownTable[]> {
  if (!document.querySelector("[data-live-table]")) return [];
  return (await import("./filtered-tables.js")).shownTables();
}

let current: Filter | null = null;

/** Draws the lists of customers of a page that has any; what failed says that it shows everyone. */
async function drawListsOf(filter: Filter, form: HTMLFormElement, note: string): Promise<void> {
  if (!document.querySelector("[data-list]")) return;
  try {
    const {drawLists} = await import("./filtered-lists.js");
    await drawLists(filter, form, note, () => current !== filter);
  } catch (error) {
    console.warn(error);
    if (current === filter) markLists(note);
  }
}

/**
 * Draws every figure of the page that answers to filters: those in view at once, the others as soon as there is time;
 * those that don't answer say so. The chart whose parts are chosen stays as it is, the parts marked.
 *
 * @throws where something could not be fetched; the page shows everyone then, never one choice under another's name
 */
export async function drawFiltered(filter: Filter, form: HTMLFormElement): Promise<void> {
  try {
    await draw(filter, form);
  } catch (error) {
    // Without what knows the report nothing has been drawn that could be taken back.
    if (current === filter) await draw(noFilter, form).catch(() => {});
    throw error;
  }
}

async function draw(filter: Filter, form: HTMLFormElement): Promise<void> {
  followUp([]);
  current = filter;
  const [{report, settings}, , tables] = await Promise.all([knowledge(), loadParts(), tablesOfPage()]);
  const live = figuresOf(report, filter.as_of);
  const {unfiltered: note = "", headline = ""} =
    form.querySelector<HTMLElement>(".filter-state")?.dataset ?? {};
  for (const {figure, kind} of live) if (kind?.brush) markBrush(figure, null);
  const figures = headlines(report, filter, locale);
  sayOverTime(form, filter, [...live.map(({kind}) => kind), ...figures.map(({spec}) => spec)]);
  if (!isSet(filter)) {
    for (const {figure} of live) markScope(figure, "");
    for (const {element} of tables) delete element.dataset.answers;
    unmark();
    releaseHeadlines();
    releaseLists();
    restore();
    return;
  }
  const near = shownOf(live, filter).filter(({away}) => away === 0);
  const first = await fetchTables(near, filter, report);
  performance.mark("filter-begins");
  const shown = shownOf(live, filter);
  hold(figures);
  const cubes = filteredCubes(report, settings, first, filter);
  for (const {figure, kind} of live) {
    if (!kind) restoreOne(figure);
    markScope(figure, kind ? "" : note);
    if (!kind || !filter.brush || kind.brush !== filter.brush.on) continue;
    restoreOne(figure);
    markBrush(figure, wholeGroups(filter.brush, report));
  }
  for (const {element} of tables) element.dataset.answers = "";
  markUnfiltered(note, headline);
  const ready = (one: Shown): boolean => one.away === 0 && one.tables.every((name) => first[name]);
  const inView = shown.filter(ready);
  const later = inView.flatMap((one) => redraw(one, siteOf(cubes, one)));
  drawHeadlines(figures, first, cubes, {locale, document});
  performance.measure("filter", "filter-begins");
  changing(drawListsOf(filter, form, note));
  const past = fetchTables(awaited(figures, first), filter, report).then((more) => {
    const known = {...first, ...more};
    if (current === filter)
      drawHeadlines(figures, known, filteredCubes(report, settings, known, filter), {locale, document});
  });
  const others = shown.filter((one) => !ready(one));
  const [rest] = await Promise.all([fetchTables([...others, ...tables], filter, report), past]);
  if (current !== filter) return;
  const all = filteredCubes(report, settings, {...first, ...rest}, filter);
  followUp([
    ...others.map((one) => () => redraw(one, siteOf(all, one))),
    ...tables.map((one) => () => {
      one.redraw(siteOf(all, one));
      return [];
    }),
    ...later,
  ]);
  listenToFolds(form);
}

function siteOf(cubes: FilteredCubes, {tables: names}: {tables: readonly TableName[]}): Site {
  return {locale, document, cubes: cubes(names)};
}

/** Under a choice in a chart: who it is that figures over time show, if there are any. */
function sayOverTime(
  form: HTMLFormElement,
  {brush}: Filter,
  shown: readonly ({tables: readonly TableName[]} | null)[],
): void {
  const state = form.querySelector<HTMLElement>(".filter-state");
  state?.querySelector(".over-time")?.remove();
  const dated = shown.some((one) => one?.tables.some((name) => tableSpec(name).dates === "all"));
  if (!state || !brush || !dated) return;
  const said = document.createElement("span");
  said.className = "over-time";
  said.textContent = state.dataset.overTime ?? "";
  state.append(said);
}

let listening = false;

/** A part of the page that is opened shows what is chosen. */
function listenToFolds(form: HTMLFormElement): void {
  if (listening) return;
  listening = true;
  document.addEventListener(
    "toggle",
    ({target}) => {
      if (current && isSet(current) && (target as Element).querySelector("figure.exhibit"))
        changing(drawFiltered(current, form).catch(() => sayFailed(form)));
    },
    {capture: true},
  );
}

function markScope(figure: HTMLElement, text: string): void {
  const there = figure.querySelector(":scope > .scope");
  if (!text) there?.remove();
  else if (!there) {
    const p = document.createElement("p");
    p.className = "scope";
    p.textContent = text;
    figure.prepend(p);
  }
}
