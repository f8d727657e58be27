import type {Locale} from "../../cubes.js";
import {chosenAt, countsProspects, everyone, type NoNames, noNames} from "../drill/drill-words.js";
import {brushOfMark, type Mark, markText, parseMark} from "../drill/mark.js";
import {isKnown} from "../drill/mark-words.js";
import {saidOf} from "../drill/said.js";
import {type Filter, isSet, noFilter} from "../filter/filter.js";
import {tableSpec} from "../filter/tables.js";
import type {Behind} from "./behind.js";
import {type Mark as DrawnMark, wordsOf} from "./drawn-marks.js";
import {behindCells} from "./drill-cells.js";
import {behindClass, unseenClass} from "./drill-classes.js";
import {DrillPanel} from "./drill-panel.js";
import {chosen} from "./filter-bar.js";
import {knowledge} from "./filter-knowledge.js";
import {fetchPeople, memberPath, peopleFiles} from "./member-tables.js";
import {readable} from "./readable-query.js";
import {canRead, isOneFile} from "./site-files.js";

const locale: Locale = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
const panel = new DrillPanel(locale, close);

/** What is open: the mark, and the figure that it was chosen in. */
let opened: {mark: Mark; figure: HTMLElement} | null = null;

const showsEveryone = (figure: HTMLElement): boolean => figure.querySelector(":scope > .scope") !== null;

/** Whether a mark's figure is of the newest date alone: at another it shows everyone, be it not yet said. */
const ofNewest = (mark: Mark): boolean => mark.kind === "cells" && tableSpec(mark.table).dates === "newest";

/**
 * The filter that a mark's figure is under: a figure that shows everyone says so, and a chart whose own parts are chosen
 * stays as it is, with everyone at the newest date in it.
 */
function filterOf(mark: Mark, figure: HTMLElement): Filter {
  const form = document.querySelector<HTMLFormElement>("form.filters");
  const filter = form ? chosen(form) : noFilter;
  if (showsEveryone(figure) || (filter.as_of !== null && ofNewest(mark))) return noFilter;
  const own = brushOfMark(mark, true);
  return filter.brush && own?.on === filter.brush.on ? noFilter : filter;
}

const filterState = (): Element | null => document.querySelector(".filters .filter-state");

/** What the bar says of the filter. */
function filterWords(filter: Filter, newest: boolean): string {
  return (isSet(filter) && filterState()?.firstChild?.textContent) || everyone(newest, locale);
}

/** Why there is no list of names though the audience may see them; null where there is one. */
async function reasonAgainst(
  {date, files, listed}: Behind,
  filter: Filter,
  newest: string,
): Promise<NoNames | null> {
  if (filter.as_of !== null || (date !== null && date !== newest && !listed)) return "date";
  if (filter.brush !== null) return "brush";
  if (!files.every(canRead)) return "file";
  return listed && (await listed()) !== date ? "date" : null;
}

let drawn = 0;

/** Writes what is behind the open mark under the filter in force; of several that overlap, the last is written. */
async function draw(): Promise<void> {
  if (!opened) return;
  const {mark, figure} = opened;
  const mine = ++drawn;
  said = saidNow();
  const late = (): boolean => mine !== drawn;
  try {
    const known = await knowledge();
    const {report} = known;
    if (late()) return;
    const filter = filterOf(mark, figure);
    // Small groups are told apart by what is drawn: of other points an address gets no number.
    const hidden = report.audience === "executives" && seenMarks(figure, mark).length === 0;
    const behind =
      mark.kind === "cells"
        ? await behindCells(mark, filter, known, {
            locale,
            drawn: () => seenMarks(figure, mark),
            beside: () => seenMarks(figure),
            figure: figure.querySelector(".chart-title")?.textContent ?? "",
          })
        : hidden
          ? unseenClass(mark, filter, report, locale)
          : await behindClass(mark, filter, known, locale);
    if (late()) return;
    const form = document.querySelector<HTMLFormElement>("form.filters");
    panel.write(behind, filterWords(filter, (behind.date ?? report.as_of) === report.as_of), report, {
      mark,
      figure,
      brush: brushOfMark(mark, report.audience === "executives"),
      filter: form ? chosen(form) : noFilter,
    });
    if (report.audience === "executives" || behind.customers === 0 || behind.hidden || !behind.drawn) return;
    const against = await reasonAgainst(behind, filter, report.as_of);
    if (late()) return;
    if (against) {
      panel.writeNote(noNames(against, locale));
      return;
    }
    const {ranks, all} = await behind.largest();
    if (late()) return;
    if (!peopleFiles(ranks).every((file) => canRead(memberPath(file)))) {
      panel.writeNote(noNames("file", locale));
      return;
    }
    const members = await fetchPeople(ranks, report);
    if (late()) return;
    if (behind.customers === null && all !== null) panel.writeListed(behind, all);
    if (behind.listed && behind.date) panel.writeNote(chosenAt(behind.date, report.as_of, locale));
    panel.writeMembers(
      members,
      {
        customers: behind.customers ?? all,
        linked: !isOneFile(),
        by: behind.by,
        accounts: countsProspects(mark),
      },
      report,
    );
  } catch (error) {
    if (!late()) panel.writeNote(noNames("failed", locale));
    console.warn(error);
  }
}

/** What the figure says of the open mark, whether it shows everyone whatever is chosen, and what the bar says is chosen. */
function saidNow(): string {
  if (!opened) return "";
  const {mark, figure} = opened;
  const words = seenMarks(figure, mark).map(wordsOf);
  // What a mark is called depends on those beside it.
  const named = mark.kind === "cells" && saidOf(words, locale, seenMarks(figure).map(wordsOf));
  return JSON.stringify([words, named, showsEveryone(figure), filterState()?.firstChild?.textContent]);
}

let said = "";

/** Writes it again when the figure or the bar says something else than before: they are drawn anew after the choice. */
const redrawn = new MutationObserver(() => {
  if (saidNow() !== said) void draw();
});

/** The figure that a mark stands in: the one that has it, else the one of its kind. */
function figureWith(mark: Mark): HTMLElement | null {
  const having = (selector: string): HTMLElement | null =>
    document.querySelector(`.drawing ${selector}`)?.closest<HTMLElement>("figure.exhibit") ?? null;
  return (
    having(`[data-mark="${CSS.escape(markText(mark))}"]`) ??
    having(`[data-mark^="${mark.kind === "cells" ? mark.table : mark.kind}:"]`)
  );
}

/** The marks, or one of them, in the drawing that has the width of the window: of one a bar in each of its panels. */
function seenMarks(figure: HTMLElement, mark?: Mark): DrawnMark[] {
  const named = mark ? `="${CSS.escape(markText(mark))}"` : "";
  const all = figure.querySelectorAll<DrawnMark>(`.drawing [data-mark${named}]`);
  return [...all].filter((one) => one.getClientRects().length > 0);
}

function show(mark: Mark, figure: HTMLElement, into: "stay" | "panel" | "figure"): void {
  opened = {mark, figure};
  toOtherLanguage(mark);
  panel.openUnder(figure, mark);
  for (let d = figure.closest("details"); d; d = d.parentElement?.closest("details") ?? null) d.open = true;
  if (into === "figure") figure.scrollIntoView();
  redrawn.disconnect();
  for (const part of [figure, filterState()])
    if (part) redrawn.observe(part, {subtree: true, childList: true, characterData: true});
  void draw().then(() => {
    if (into !== "stay" && opened?.mark === mark) panel.bringIntoView(seenMarks(figure, mark)[0] ?? null);
  });
}

function hide(): void {
  drawn++;
  opened = null;
  toOtherLanguage(null);
  redrawn.disconnect();
  panel.remove();
}

/** Writes what is open into the address; filters stay, and so does a part of the page that it names. */
function toAddress(mark: Mark | null): void {
  const query = new URLSearchParams(location.search);
  if (mark) query.set("at", markText(mark));
  else query.delete("at");
  const text = query.size > 0 ? `?${readable(query)}` : "";
  const hash = location.hash.startsWith("#cell-") ? "" : location.hash;
  if (text !== location.search || hash !== location.hash)
    history.pushState(null, "", location.pathname + text + hash);
}

/** The page in the other language shows the same. */
function toOtherLanguage(mark: Mark | null): void {
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
  history.replaceState(null, "", `${location.pathname}?${readable(query)}`);
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
  if (figure) show(mark, figure, opened?.figure === figure ? "stay" : opened ? "panel" : "figure");
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
