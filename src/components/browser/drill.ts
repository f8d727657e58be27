import {FileAttachment} from "observablehq:stdlib";
import type {RfmSegmentRow} from "../../cubes/value.js";
import type {Locale, ParetoPoint, ReportCube, SettingRow} from "../../cubes.js";
import type {CubeReader} from "../cube-files.js";
import {everyone, type NoNames, noNames} from "../drill/drill-words.js";
import {type Mark, markText, memberFile, parseMark} from "../drill/mark.js";
import {type MarkCounts, markCounts, tablesOf} from "../drill/mark-counts.js";
import {isKnown} from "../drill/mark-words.js";
import {largestMembers, type MemberTable, memberTable, mostMembers} from "../drill/members.js";
import {parseBrush} from "../filter/brush.js";
import {type Filter, isSet, noFilter} from "../filter/filter.js";
import {filteredCubes} from "../filter/filtered-cubes.js";
import {DrillPanel} from "./drill-panel.js";
import {chosen} from "./filter-bar.js";
import {knowledge} from "./filter-knowledge.js";
import {fetchTables} from "./filtered-figures.js";
import {canRead, isOneFile, readSiteFile} from "./site-files.js";

const locale: Locale = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
const panel = new DrillPanel(locale, close);

/** What is open: the mark, and the figure that it was chosen in. */
let opened: {mark: Mark; figure: HTMLElement} | null = null;

/**
 * The filter that a mark's figure is under: a chart whose own parts are chosen stays as it is, with everyone at the newest
 * date in it.
 */
function filterOf(mark: Mark): Filter {
  const form = document.querySelector<HTMLFormElement>("form.filters");
  const filter = form ? chosen(form) : noFilter;
  const own = parseBrush(markText(mark));
  return filter.brush && own?.on === filter.brush.on ? noFilter : filter;
}

/** What the bar says of the filter. */
function filterWords(filter: Filter): string {
  const said = document.querySelector(".filters .filter-state")?.firstChild?.textContent;
  return (isSet(filter) && said) || everyone(locale);
}

/** Where no filter is set a figure is of cubes that stand in no table of filters, or not as exactly. */
async function withOwnCubes(cubes: CubeReader, {kind}: Mark): Promise<CubeReader> {
  const own =
    kind === "segment"
      ? ((await FileAttachment("../../data/rfm-segments.json").json()) as RfmSegmentRow[])
      : kind === "pareto"
        ? ((await FileAttachment("../../data/pareto-curve.json").json()) as ParetoPoint[])
        : null;
  const name = kind === "segment" ? "rfm-segments" : "pareto-curve";
  return own ? {...cubes, read: (cube) => (cube === name ? (own as never) : cubes.read(cube))} : cubes;
}

async function countsUnder(
  mark: Mark,
  filter: Filter,
  {report, settings}: {report: ReportCube; settings: SettingRow[]},
): Promise<MarkCounts> {
  const tables = tablesOf[mark.kind];
  const names = [...tables, "totals"] as const;
  const cubes = filteredCubes(report, settings, await fetchTables([{tables}], filter, report), filter)(names);
  return markCounts(mark, isSet(filter) ? cubes : await withOwnCubes(cubes, mark));
}

const pathOf = (mark: Mark): string => `files/members/${memberFile(mark)}.arrow`;

const memberTables = new Map<string, Promise<MemberTable>>();

function fetchMembers(mark: Mark, {input_hash}: ReportCube): Promise<MemberTable> {
  const path = pathOf(mark);
  let table = memberTables.get(path);
  if (!table) {
    table = readMembers(path, input_hash);
    memberTables.set(path, table);
    table.catch(() => memberTables.delete(path));
  }
  return table;
}

async function readMembers(path: string, version: string): Promise<MemberTable> {
  return memberTable(new Uint8Array(await (await readSiteFile(path, version)).arrayBuffer()));
}

/** Why there is no list of names though the audience may see them; null where there is one. */
function reasonAgainst(mark: Mark, filter: Filter): NoNames | null {
  if (filter.as_of !== null) return "date";
  if (filter.brush !== null) return "brush";
  return canRead(pathOf(mark)) ? null : "file";
}

let drawn = 0;

/** Writes what is behind the open mark under the filter in force; of several that overlap, the last is written. */
async function draw(): Promise<void> {
  if (!opened) return;
  const {mark, figure} = opened;
  const mine = ++drawn;
  const late = (): boolean => mine !== drawn;
  try {
    const known = await knowledge();
    const {report} = known;
    if (late()) return;
    const filter = filterOf(mark);
    panel.writeTitle(mark, figure, report, filterWords(filter));
    const counts = await countsUnder(mark, filter, known);
    if (late()) return;
    const form = document.querySelector<HTMLFormElement>("form.filters");
    panel.writeCounts(counts, report, {
      brush: parseBrush(markText(mark)),
      filter: form ? chosen(form) : noFilter,
    });
    if (report.audience === "executives" || counts.customers === 0 || counts.customers === null) return;
    const against = reasonAgainst(mark, filter);
    if (against) {
      panel.writeNote(noNames(against, locale));
      return;
    }
    const most = mark.kind === "pareto" ? Math.min(mostMembers, counts.customers) : mostMembers;
    const members = largestMembers(await fetchMembers(mark, report), filter, report, most);
    if (!late()) panel.writeMembers(members, counts.customers, report, !isOneFile());
  } catch (error) {
    if (!late()) panel.writeNote(noNames("failed", locale));
    console.warn(error);
  }
}

/** The figure that a mark stands in: the one that has it, else the one of its kind. */
function figureWith(mark: Mark): HTMLElement | null {
  const having = (selector: string): HTMLElement | null =>
    document.querySelector(`.drawing ${selector}`)?.closest<HTMLElement>("figure.exhibit") ?? null;
  return having(`[data-mark="${CSS.escape(markText(mark))}"]`) ?? having(`[data-mark^="${mark.kind}:"]`);
}

/** The mark in the drawing that has the width of the window. */
function seenMark(mark: Mark, figure: HTMLElement): Element | null {
  const all = figure.querySelectorAll(`.drawing [data-mark="${CSS.escape(markText(mark))}"]`);
  return [...all].find((one) => one.getClientRects().length > 0) ?? null;
}

function show(mark: Mark, figure: HTMLElement, into: "stay" | "panel" | "figure"): void {
  opened = {mark, figure};
  panel.openUnder(figure, mark);
  for (let d = figure.closest("details"); d; d = d.parentElement?.closest("details") ?? null) d.open = true;
  if (into === "figure") figure.scrollIntoView();
  void draw().then(() => {
    if (into !== "stay" && opened?.mark === mark) panel.bringIntoView(seenMark(mark, figure));
  });
}

function hide(): void {
  drawn++;
  opened = null;
  panel.remove();
}

/** Writes what is open into the address; filters stay, and so does a part of the page that it names. */
function toAddress(mark: Mark | null): void {
  const query = new URLSearchParams(location.search);
  if (mark) query.set("at", markText(mark));
  else query.delete("at");
  const text = query.size > 0 ? `?${query.toString().replaceAll("%3A", ":")}` : "";
  const hash = location.hash.startsWith("#cell-") ? "" : location.hash;
  if (text !== location.search || hash !== location.hash)
    history.pushState(null, "", location.pathname + text + hash);
  const language = document.querySelector<HTMLAnchorElement>("a.language");
  if (!language) return;
  const other = new URL(language.href);
  if (mark) other.searchParams.set("at", markText(mark));
  else other.searchParams.delete("at");
  language.href = other.href;
}

/** Opens what is behind a mark that a reader has chosen in a drawing. */
export function open(text: string, bearer: Element): void {
  const mark = parseMark(text);
  const figure = bearer.closest<HTMLElement>("figure.exhibit");
  if (!mark || !figure) return;
  toAddress(mark);
  show(mark, figure, "panel");
}

/** Opens what a link to a cell's row names: its mark is what the address then names. */
export function openNamed(text: string): void {
  const mark = parseMark(text);
  const figure = mark && figureWith(mark);
  if (!mark || !figure) return;
  const query = new URLSearchParams(location.search);
  query.set("at", text);
  history.replaceState(null, "", `${location.pathname}?${query.toString().replaceAll("%3A", ":")}`);
  show(mark, figure, "figure");
}

/** Shows what the address names, or nothing. */
export function showAddressed(): void {
  const mark = parseMark(new URLSearchParams(location.search).get("at"));
  if (!mark || !isKnown(mark)) {
    hide();
    return;
  }
  if (opened && markText(opened.mark) === markText(mark)) {
    void draw();
    return;
  }
  const figure = figureWith(mark);
  if (figure) show(mark, figure, opened ? "stay" : "figure");
}

/** Closes the panel; the reader is back at the mark. */
function close(): void {
  const figure = opened?.figure;
  hide();
  toAddress(null);
  const drawing = [...(figure?.querySelectorAll<HTMLElement>(".drawing") ?? [])].find(
    (one) => one.offsetParent !== null,
  );
  drawing?.focus({preventScroll: true});
}

for (const name of ["change", "reset", "brush"])
  document.addEventListener(name, ({target}) => {
    if (opened && (name === "brush" || (target as Element).closest("form.filters"))) void draw();
  });
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !opened) return;
  const field = event.target instanceof Element && event.target.closest("input, select, textarea, dialog");
  if (!field) close();
});
