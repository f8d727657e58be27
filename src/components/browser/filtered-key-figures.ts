import type {Locale, ReportCube} from "../../cubes.js";
import {suppressedReason} from "../absent.js";
import type {FigureSpec, KeyFigure} from "../figures/key-figure.js";
import {figureBody, linesNote} from "../figures/key-figures.js";
import {dimensions, type Filter} from "../filter/filter.js";
import type {FilteredCubes, FilterTables} from "../filter/filtered-cubes.js";
import {type TableName, tablePath, tableSpec, tablesFor} from "../filter/tables.js";
import type {Site} from "../site.js";
import {word} from "../terms.js";
import {keep} from "./originals.js";
import {pageKeyFigure} from "./page-figures.js";
import {canRead} from "./site-files.js";

/** A headline figure of the page. Its place stays as high as it was, so that a choice moves nothing. */
interface Headline {
  element: HTMLElement;
  /** How it is made of tables; null where a filter can't give it. */
  spec: FigureSpec | null;
  /** Why it can't. */
  why: string;
  /** What it is called under the filter; null where its name stays. */
  name: string | null;
}

/** Why a figure is put aside, or has no number: short, since it stands in two small lines below a dash. */
const reasons = {
  tested: {
    en: "Tested on all customers: not filtered.",
    zh: "以全部客户检验，不随筛选变化",
  },
  newest: {
    en: "Filtered for the newest date alone.",
    zh: "筛选下仅有最新截止日的数据",
  },
  unkept: {en: "Not kept by filters.", zh: "未按筛选条件保存"},
  points: {en: "Too few points of the curve are told.", zh: "公布的曲线点太少，无从得出"},
  none: {en: "No such figure for these customers.", zh: "所选客户没有这项数据"},
} as const;

/**
 * The headline figures of the page, and which of them the filters of its date and audience can give. A page that is one
 * file by itself gives those alone whose tables it carries.
 */
export function headlines(report: ReportCube, filter: Filter, locale: Locale): Headline[] {
  return [...document.querySelectorAll<HTMLElement>(".figures .figure")].map((element) => {
    const spec = pageKeyFigure(element.dataset.figure ?? "");
    const why = whyNot(spec, filter, report);
    const name = (why === null && choosesCustomers(filter) && spec?.chosen?.[locale]) || null;
    return {element, spec: why === null ? spec : null, why: why === null ? "" : reasons[why][locale], name};
  });
}

/** Whether a filter leaves some customers out, and not only later days. */
const choosesCustomers = (filter: Filter): boolean =>
  filter.brush !== null || dimensions.some((d) => filter[d] !== null);

function whyNot(
  spec: FigureSpec | null,
  {as_of, brush}: Pick<Filter, "as_of" | "brush">,
  report: ReportCube,
): "tested" | "newest" | "unkept" | null {
  const kept = new Set(tablesFor(report.audience));
  if (!spec?.tables.every((name) => kept.has(name))) return "unkept";
  if (spec.tables.length === 0) return "tested";
  const past = as_of !== null && as_of !== report.as_of;
  if (past && spec.tables.some((name) => tableSpec(name).dates === "newest")) return "newest";
  const there = (name: TableName): boolean =>
    canRead(tablePath(name, as_of ?? report.as_of, brush?.on ?? null));
  return spec.tables.every(there) ? null : "unkept";
}

/** Whether a figure tells its past: all that it is made of stands there at every date. */
const hasPast = ({tables}: FigureSpec): boolean => tables.every((name) => tableSpec(name).dates === "all");

/** The tables that figures wait for. */
export function awaited(figures: readonly Headline[], there: FilterTables): {tables: readonly TableName[]}[] {
  return figures.flatMap(({spec}) => (spec && !isThere(spec.tables, there) ? [{tables: spec.tables}] : []));
}

const isThere = (names: readonly TableName[], there: FilterTables): boolean =>
  names.every((name) => there[name]);

/**
 * Draws what the tables that are there can tell: a figure of which some lack shows its value where that can be told
 * already, else what it showed, dimmed.
 */
export function drawHeadlines(
  figures: readonly Headline[],
  there: FilterTables,
  cubes: FilteredCubes,
  site: Omit<Site, "cubes">,
): void {
  for (const {element, spec, why, name} of figures) {
    const dd = element.querySelector("dd");
    if (!dd) continue;
    if (name !== null) rename(element, name);
    if (!spec) putAside(element, dd, "–", why);
    else if (isThere(spec.tables, there)) show(element, dd, spec, {...site, cubes: cubes(spec.tables)});
    else wait(element, dd, spec, there, cubes, site);
  }
  tellLines(figures, {...site, cubes: cubes([])});
  if (awaited(figures, there).length === 0) giveWay(figures);
}

function rename(element: HTMLElement, name: string): void {
  const dt = element.querySelector("dt");
  if (dt) dt.textContent = name;
}

/** What is known of the present stands at once; the rest waits, dimmed. */
function wait(
  element: HTMLElement,
  dd: HTMLElement,
  {now, figure}: FigureSpec,
  there: FilterTables,
  cubes: FilteredCubes,
  site: Omit<Site, "cubes">,
): void {
  const value = dd.querySelector<HTMLElement>(".value");
  const told = now && isThere(now, there) ? figure({...site, cubes: cubes(now)}) : null;
  element.classList.remove("put-aside");
  if (told && value) {
    value.textContent = told.value;
    value.className = "value";
    dd.querySelector(".why")?.remove();
  }
  element.classList.toggle("waits", !told);
  element.classList.add("past-waits");
}

function show(element: HTMLElement, dd: HTMLElement, spec: FigureSpec, site: Site): void {
  const made = spec.figure(site);
  if (!made) {
    const {report} = site.cubes;
    const few = report.smallest_cell > 1;
    // Of a curve of few points these can't be told, however many the customers are.
    const fromCurve = spec.tables.some((name) => tableSpec(name).bins);
    const why = !few
      ? reasons.none[site.locale]
      : fromCurve
        ? reasons.points[site.locale]
        : suppressedReason(report, site.locale);
    putAside(element, dd, few ? word("suppressed", site.locale) : "–", why);
    return;
  }
  element.classList.remove("put-aside", "waits", "past-waits");
  const told: KeyFigure = hasPast(spec) ? made : {...made, changes: [], series: []};
  dd.innerHTML = figureBody(told, site).text;
}

function putAside(element: HTMLElement, dd: HTMLElement, text: string, why: string): void {
  element.classList.remove("waits", "past-waits");
  element.classList.add("put-aside");
  const value = document.createElement("span");
  value.className = text === "–" ? "value" : "value few";
  value.textContent = text;
  const said = document.createElement("span");
  said.className = "why";
  said.textContent = why;
  dd.replaceChildren(value, said);
}

const bodyOf = ({element}: Headline): HTMLElement | null => element.querySelector("dd");

/** Keeps figures and their heights before they are drawn; a window of another width lets go of those. */
export function hold(figures: readonly Headline[]): void {
  const bodies = figures.map(bodyOf);
  const heights = bodies.map((dd) => dd?.getBoundingClientRect().height ?? 0);
  for (const [i, {element}] of figures.entries()) {
    keep(element);
    const dd = bodies[i];
    if (dd && dd.style.height === "" && dd.style.minHeight === "") dd.style.height = `${heights[i]}px`;
  }
  addEventListener("resize", letGo, {once: true});
}

/** The space below a figure takes another line of words; what needs more than that moves the page. */
const below = 24;

function giveWay(figures: readonly Headline[]): void {
  const bodies = figures.flatMap((one) => bodyOf(one) ?? []);
  const tall = bodies.filter((dd) => dd.style.height !== "" && dd.scrollHeight > dd.offsetHeight + below);
  for (const dd of tall) {
    dd.style.minHeight = dd.style.height;
    dd.style.height = "";
  }
}

function letGo(): void {
  for (const dd of document.querySelectorAll<HTMLElement>(".figures .figure dd")) {
    dd.style.height = "";
    dd.style.minHeight = "";
  }
}

/** Says what the small lines are of, where there are any. */
function tellLines(figures: readonly Headline[], {cubes: {report}, locale}: Site): void {
  const note = document.querySelector<HTMLElement>(".figures > .note");
  if (!note) return;
  keep(note);
  note.textContent = linesNote(report, locale);
  note.style.visibility = figures.some(({element}) => element.querySelector(".spark")) ? "" : "hidden";
}

/** Lets go of what marks figures as filtered; what they showed before is put back with all else. */
export function releaseHeadlines(): void {
  removeEventListener("resize", letGo);
  letGo();
  for (const element of document.querySelectorAll(".figures .figure"))
    element.classList.remove("put-aside", "waits", "past-waits");
  const note = document.querySelector<HTMLElement>(".figures > .note");
  if (note) note.style.visibility = "";
}
