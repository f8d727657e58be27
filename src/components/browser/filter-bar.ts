import {type Dimension, dimensions, type Filter, isSet} from "../filter/filter.js";

type Redraw = (filter: Filter, form: HTMLFormElement) => Promise<void>;

let redraw: Promise<Redraw> | undefined;

/** What draws filtered charts comes at the first touch: until then the page holds a list of choices and no more. */
function load(): Promise<Redraw> {
  redraw ??= import("./filtered-figures.js").then(({drawFiltered, fetchAhead}) => {
    void fetchAhead();
    return drawFiltered;
  });
  return redraw;
}

const selects = (form: HTMLFormElement): HTMLSelectElement[] => [...form.querySelectorAll("select")];

function chosen(form: HTMLFormElement): Filter {
  const place = (dimension: Dimension): number | null => {
    const select = form.querySelector<HTMLSelectElement>(`select[name=${dimension}]`);
    const at = select?.selectedOptions[0]?.dataset.place;
    return at === undefined ? null : Number(at);
  };
  const as_of = form.querySelector<HTMLSelectElement>("select[name=as_of]")?.value || null;
  return {
    ...(Object.fromEntries(dimensions.map((d) => [d, place(d)])) as Record<Dimension, number | null>),
    as_of,
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

function toAddress(form: HTMLFormElement): void {
  const query = new URLSearchParams(location.search);
  for (const {name, value} of selects(form)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const text = query.size > 0 ? `?${query}` : "";
  if (text !== location.search) history.pushState(null, "", location.pathname + text + location.hash);
}

/** Every link to another page of the report takes the filters along, the language switch too. */
function carry(form: HTMLFormElement): void {
  const names = selects(form).map(({name}) => name);
  const query = new URLSearchParams(location.search);
  for (const link of document.querySelectorAll<HTMLAnchorElement>(
    ".masthead nav a, a.language, .brand a[href]",
  )) {
    const url = new URL(link.href);
    for (const name of [...names, ...dimensions, "as_of"]) url.searchParams.delete(name);
    for (const [name, value] of query) if (name in noNames) url.searchParams.set(name, value);
    link.href = url.href;
  }
}

const noNames: Readonly<Record<string, true>> = {
  region: true,
  industry: true,
  class: true,
  stage: true,
  as_of: true,
};

function say(form: HTMLFormElement): void {
  const state = form.querySelector<HTMLElement>(".filter-state");
  if (!state) return;
  const words = selects(form)
    .filter((select) => select.value !== "")
    .map(
      (select) =>
        `${select.parentElement?.firstChild?.textContent ?? ""} ${select.selectedOptions[0]?.textContent}`,
    );
  state.textContent =
    words.length > 0 ? (state.dataset.chosen ?? "") + words.join(" · ") : (state.dataset.all ?? "");
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
  const show = async (): Promise<void> => {
    say(form);
    carry(form);
    if (busy) {
      waiting = true;
      return;
    }
    busy = true;
    try {
      do {
        waiting = false;
        const filter = chosen(form);
        if (!isSet(filter) && !drawn) continue;
        drawn = true;
        await (await load())(filter, form);
      } while (waiting);
    } finally {
      busy = false;
    }
  };
  form.hidden = false;
  fromAddress(form);
  form.addEventListener("focusin", () => void load(), {once: true});
  form.addEventListener("pointerenter", () => void load(), {once: true});
  form.addEventListener("change", (event) => {
    if (form.dataset.singly === "true" && (event.target as HTMLSelectElement).name !== "as_of")
      keepOne(form, event.target as HTMLSelectElement);
    toAddress(form);
    void show();
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const select of selects(form)) select.value = "";
    toAddress(form);
    void show();
  });
  addEventListener("popstate", () => {
    fromAddress(form);
    void show();
  });
  void show();
}
