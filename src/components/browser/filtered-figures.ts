import {FileAttachment} from "observablehq:stdlib";
import {tableFromIPC} from "@uwdata/flechette";
import type {Locale, ReportCube, SettingRow} from "../../cubes.js";
import {topPoint} from "../charts/pareto-curve.js";
import type {CubeReader} from "../cube-files.js";
import {type Filter, isSet} from "../filter/filter.js";
import type {FilterTable} from "../filter/filter-table.js";
import {type FilterTables, filteredCubes, type TableName} from "../filter/filtered-cubes.js";
import {type LiveFigure, liveFigure} from "../filter/live-figures.js";
import {count, money, percent} from "../formats.js";
import type {Site} from "../site.js";
import {followUp} from "./follow-up.js";
import {keep, restore} from "./originals.js";
import {measured, redraw} from "./redrawn-figure.js";
import {readSiteFile} from "./site-files.js";
import {markUnfiltered, unmark} from "./unfiltered-blocks.js";

const locale: Locale = document.documentElement.lang.startsWith("zh") ? "zh" : "en";

interface Known {
  report: ReportCube;
  settings: SettingRow[];
}

let known: Promise<Known> | undefined;
const tables = new Map<string, Promise<FilterTable>>();
function knowledge(): Promise<Known> {
  known ??= Promise.all([
    FileAttachment("../../data/report.json").json() as Promise<ReportCube>,
    FileAttachment("../../data/settings.json").json() as Promise<SettingRow[]>,
  ]).then(([report, settings]) => ({report, settings}));
  return known;
}

function fetchTable(name: TableName, as_of: string, {input_hash}: ReportCube): Promise<FilterTable> {
  const key = `${as_of}-${name}`;
  let table = tables.get(key);
  if (!table) {
    table = readTable(`files/filters/${key}.arrow`, input_hash);
    tables.set(key, table);
    table.catch(() => tables.delete(key));
  }
  return table;
}

async function readTable(path: string, version: string): Promise<FilterTable> {
  const response = await readSiteFile(path, version);
  const table = tableFromIPC(await response.arrayBuffer());
  const column = (name: string): ArrayLike<number> => table.getChild(name)!.toArray() as ArrayLike<number>;
  const names = table.names.filter((name) => name !== "key" && name !== "cell");
  return {
    key: column("key"),
    cell: column("cell"),
    measures: Object.fromEntries(names.map((name) => [name, column(name)])),
  };
}

interface Figure {
  figure: HTMLElement;
  /** How it answers to filters; null where it doesn't. */
  kind: LiveFigure | null;
}

function figuresOf(report: ReportCube): Figure[] {
  const site = {locale, document, cubes: {report} as CubeReader};
  return [...document.querySelectorAll<HTMLElement>("figure.exhibit")].map((figure) => ({
    figure,
    kind: liveFigure(figure.id.replace(/^figure-/, ""), site),
  }));
}

async function fetchTables(
  figures: readonly Figure[],
  as_of: string,
  report: ReportCube,
): Promise<FilterTables> {
  const wanted = new Set<TableName>(["totals", ...figures.flatMap(({kind}) => kind?.tables ?? [])]);
  return Object.fromEntries(
    await Promise.all([...wanted].map(async (name) => [name, await fetchTable(name, as_of, report)])),
  );
}

/** Fetches what the newest date's filters read, before one is chosen. What fails is asked for again with the choice. */
export async function fetchAhead(): Promise<void> {
  try {
    const {report} = await knowledge();
    await fetchTables(figuresOf(report), report.as_of, report);
  } catch {
    known = undefined;
  }
}

/**
 * Draws every figure of the page that answers to filters, those in view at once and the others as soon as there is time;
 * those that don't answer say so.
 */
export async function drawFiltered(filter: Filter, form: HTMLFormElement): Promise<void> {
  followUp([]);
  const {report, settings} = await knowledge();
  const live = figuresOf(report);
  const note = form.querySelector<HTMLElement>(".filter-state")?.dataset.unfiltered ?? "";
  if (!isSet(filter)) {
    for (const {figure, kind} of live) if (!kind) markScope(figure, "");
    unmark();
    restore();
    return;
  }
  const loaded = await fetchTables(live, filter.as_of ?? report.as_of, report);
  performance.mark("filter-begins");
  const site: Site = {locale, document, cubes: filteredCubes(report, settings, loaded, filter)};
  const shown = live
    .flatMap(({figure, kind}) => (kind ? [measured(figure, kind)] : []))
    .sort((a, b) => a.away - b.away);
  for (const {figure, kind} of live) if (!kind) markScope(figure, note);
  markUnfiltered(note);
  const inView = shown.filter(({away}) => away === 0);
  const later = inView.flatMap((figure) => redraw(figure, site));
  redrawFigures(site, loaded.pareto ? topFifth(site) : null);
  performance.measure("filter", "filter-begins");
  const others = shown.filter(({away}) => away > 0);
  followUp([...others.map((figure) => () => redraw(figure, site)), ...later]);
}

/** What the top fifth bring of the filtered revenue, as the curve tells it; null where it has no point at one fifth. */
function topFifth({cubes}: Site): number | null {
  const point = topPoint(cubes.read("pareto-curve").filter(({measure}) => measure === "revenue"));
  return point?.exact ? point.amount_share : null;
}

/** The headline figures that filters can give; the others, and all changes, stand for everyone and are put aside. */
function redrawFigures({cubes, locale: language}: Site, top20: number | null): void {
  const now = cubes.read("kpis")[0]!;
  const given: Record<string, string | null> = {
    customers: count(now.customers, language),
    "active-customers": now.active_customers === null ? null : count(now.active_customers, language),
    "new-customers": now.new_customers === null ? null : count(now.new_customers, language),
    orders: count(now.orders, language),
    revenue: money(now.revenue, cubes.report, language),
    profit: now.profit === null ? null : money(now.profit, cubes.report, language),
    "top20-share": top20 === null ? null : percent(top20, language),
  };
  for (const figure of document.querySelectorAll<HTMLElement>(".figures .figure")) {
    keep(figure);
    const id = figure.dataset.figure ?? "";
    const value = figure.querySelector(".value");
    const text = given[id];
    figure.classList.toggle("put-aside", !text);
    if (!value || !text) continue;
    value.textContent = text;
    for (const rest of figure.querySelectorAll(".change, .spark")) rest.remove();
  }
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
