import {type Brush, brushText, parseBrush} from "../filter/brush.js";
import {brushWords} from "../filter/brush-words.js";
import {type Dimension, dimensions, type Filter, isSet, noFilter} from "../filter/filter.js";
import {carryAround, filterNames} from "./carried-filters.js";
import {changing} from "./changing.js";
import {sayFailed} from "./failed-filter.js";
import {knowledge} from "./filter-knowledge.js";
import {readable} from "./readable-query.js";

type Redraw = (filter: Filter, form: HTMLFormElement) => Promise<void>;

let redraw: Promise<Redraw> | undefined;

/** What draws filtered charts comes at the first touch: until then the page holds a list of choices and no more. */
function load(): Promise<Redraw> {
  // It says itself when it can't be had, once it is needed.
  if (!redraw) knowledge().catch(() => {});
  redraw ??= import("./filtered-figures.js").then(({drawFiltered, fetchAhead}) => {
    void fetchAhead();
    return drawFiltered;
  });
  redraw.catch(() => {
    redraw = undefined;
  });
  return redraw;
}

const selects = (form: HTMLFormElement): HTMLSelectElement[] => [...form.querySelectorAll("select")];

/** The parts of a chart that the address names; the bar's own choices go before them. */
function brushed(form: HTMLFormElement): Brush | null {
  if (selects(form).some(({value}) => value !== "")) return null;
  return parseBrush(new URLSearchParams(location.search).get("brush"));
}

/** What the bar and the address choose now. */
export function chosen(form: HTMLFormElement): Filter {
  const place = (dimension: Dimension): number | null => {
    const select = form.querySelector<HTMLSelectElement>(`select[name=${dimension}]`);
    const at = select?.selectedOptions[0]?.dataset.place;
    return at === undefined ? null : Number(at);
  };
  const as_of = form.querySelector<HTMLSelectElement>("select[name=as_of]")?.value || null;
  return {
    ...(Object.fromEntries(dimensions.map((d) => [d, place(d)])) as Record<Dimension, number | null>),
    as_of,
    brush: brushed(form),
  };
}

/** Sets the lists to what the address says; what it names that is not there counts as all. */
function fromAddress(form: HTMLFormElement): void {
  const query = new URLSearchParams(location.search);
  for (const select of selects(form)) {
    const wanted = query.get(select.name) ?? "";
    select.value = [...select.options].some((option) => option.value === wanted) ? wanted : "";
  }
  if (form.dataset.singly === "true") keepOne(form, null);
}

/** Of the filters beside the date leaves one: the given, or the first. */
function keepOne(form: HTMLFormElement, kept: HTMLSelectElement | null): void {
  const set = selects(form).filter((select) => select.name !== "as_of" && select.value !== "");
  for (const select of set) if (select !== (kept ?? set[0])) select.value = "";
}

/** Of a chart whose small parts are hidden the address names whole groups, as a drag chooses them. */
async function wholeInAddress(form: HTMLFormElement): Promise<void> {
  const brush = brushed(form);
  if (form.dataset.singly !== "true" || !brush) return;
  const [{report}, {wholeGroups}] = await Promise.all([knowledge(), import("./filtered-figures.js")]);
  const query = new URLSearchParams(location.search);
  query.set("brush", brushText(wholeGroups(brush, report)));
  history.replaceState(history.state, "", `${location.pathname}?${readable(query)}${location.hash}`);
}

function toAddress(form: HTMLFormElement, brush: Brush | null = null): void {
  const query = new URLSearchParams(location.search);
  for (const {name, value} of selects(form)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  if (brush) query.set("brush", brushText(brush));
  else query.delete("brush");
  const text = query.size > 0 ? `?${readable(query)}` : "";
  if (text !== location.search) history.pushState(null, "", location.pathname + text + location.hash);
}

/** Whether the address may ask for what the page doesn't show: the words for that come only then. */
function asksForMore(form: HTMLFormElement, brush: Brush | null): boolean {
  const shown = new Map(selects(form).map(({name, value}) => [name, value]));
  if (brush) shown.set("brush", brushText(brush));
  return [...new URLSearchParams(location.search)].some(
    ([name, value]) => filterNames.includes(name) && value !== "" && value !== (shown.get(name) ?? ""),
  );
}

function say(form: HTMLFormElement): void {
  const state = form.querySelector<HTMLElement>(".filter-state");
  if (!state) return;
  const words = selects(form)
    .filter((select) => select.value !== "")
    .map((select) => {
      const value = select.selectedOptions[0]?.textContent ?? "";
      const {of} = select.dataset;
      return of ? value + of : value;
    });
  const brush = brushed(form);
  if (brush) words.push(brushWords(brush, document.documentElement.lang.startsWith("zh") ? "zh" : "en"));
  const overTime = brush && state.querySelector(".over-time");
  state.textContent =
    words.length > 0 ? (state.dataset.chosen ?? "") + words.join(" · ") : (state.dataset.all ?? "");
  if (overTime) state.append(overTime);
  if (state.parentElement?.querySelector(".left-out") || asksForMore(form, brush))
    void import("./unknown-choices.js").then(({sayUnknown}) => sayUnknown(form, brushed(form)));
}

/**
 * Brings the filter bar to life. The choice stands in the address: a pasted link shows the same, back and forward work.
 * Of choices that come while one is drawn, only the last is drawn.
 */
export function startFilters(): void {
  const form = document.querySelector<HTMLFormElement>("form.filters");
  if (!form) return;
  let drawn = false;
  let busy = false;
  let waiting = false;
  let failed = false;
  /** What is being chosen in a chart, before the pointer lets go; undefined while none is. */
  let choosing: Brush | null | undefined;
  const draw = async (): Promise<void> => {
    // Whatever can't be fetched is told by what draws.
    await wholeInAddress(form).catch(() => {});
    say(form);
    carryAround();
    if (busy) {
      waiting = true;
      return;
    }
    busy = true;
    try {
      do {
        waiting = false;
        const filter = choosing === undefined ? chosen(form) : {...noFilter, brush: choosing};
        if (!isSet(filter) && !drawn) continue;
        drawn = true;
        await (await load())(filter, form);
      } while (waiting);
      failed = false;
    } catch (error) {
      failed = true;
      console.warn(error);
      sayFailed(form);
    } finally {
      busy = false;
    }
  };
  const show = (): void => changing(draw());
  form.hidden = false;
  fromAddress(form);
  form.addEventListener("focusin", () => void load(), {once: true});
  form.addEventListener("pointerenter", () => void load(), {once: true});
  form.addEventListener("change", (event) => {
    if (form.dataset.singly === "true" && (event.target as HTMLSelectElement).name !== "as_of")
      keepOne(form, event.target as HTMLSelectElement);
    toAddress(form);
    show();
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const select of selects(form)) select.value = "";
    toAddress(form);
    show();
  });
  // A chart tells which of its parts are chosen; they stand by themselves.
  document.addEventListener("brushing", (event) => {
    choosing = (event as CustomEvent<Brush | null>).detail;
    show();
  });
  document.addEventListener("brush", (event) => {
    choosing = undefined;
    for (const select of selects(form)) select.value = "";
    toAddress(form, (event as CustomEvent<Brush | null>).detail);
    show();
  });
  addEventListener("online", () => {
    if (failed) show();
  });
  addEventListener("popstate", () => {
    fromAddress(form);
    show();
  });
  show();
}
