/** What the filter bar writes into an address. */
export const filterNames = ["region", "industry", "class", "stage", "as_of", "brush"];

const words = {
  en: "This page shows all customers at the newest date: filters in the address don’t apply here.",
  zh: "本页为全部客户、最新截止日：地址中的筛选条件在此不适用。",
};

/** The filters of the address; names that a chooser of the page's own writes are its own matter. */
function carried(): [string, string][] {
  const own = (name: string): boolean =>
    document.querySelector(`form.own-filter [name="${name}"], form.moves-chooser [name="${name}"]`) !== null;
  return [...new URLSearchParams(location.search)].filter(
    ([name, value]) => filterNames.includes(name) && value !== "" && !own(name),
  );
}

function carryInto(links: Iterable<HTMLAnchorElement>): void {
  const query = carried();
  for (const link of links) {
    const url = new URL(link.href);
    for (const name of filterNames) url.searchParams.delete(name);
    for (const [name, value] of query) url.searchParams.set(name, value);
    link.href = url.href;
  }
}

/** The links around the page, to the other pages and to the other language, take the filters of the address along. */
export function carryAround(): void {
  carryInto(document.querySelectorAll(".masthead nav a, a.language, .brand a[href]"));
}

/** A link in the page takes them along once it is about to be followed, unless it names filters of its own. */
function carryAtTouch({target}: Event): void {
  const link = (target as Element).closest?.<HTMLAnchorElement>("a[href]");
  if (!link || link.origin !== location.origin || !/(\.html|\/[^.]*)$/.test(link.pathname)) return;
  if (/^#/.test(link.getAttribute("href")!)) return;
  const named = filterNames.some((name) => new URL(link.href).searchParams.has(name));
  if (!link.dataset.carried && (named || carried().length === 0)) return;
  link.dataset.carried = "1";
  carryInto([link]);
}

/**
 * Hands the filters of the address on to the pages that are reached from here. A page without a filter bar shows everyone:
 * where its address has filters it says so in a line at its top, in words of its own if it has them; a page without figures
 * has nothing to be filtered, and says nothing.
 */
export function carryFilters(): void {
  for (const type of ["pointerdown", "focusin", "click"])
    document.addEventListener(type, carryAtTouch, {capture: true});
  if (document.querySelector("form.filters") || carried().length === 0) return;
  carryAround();
  const page = document.getElementById("content");
  const told = page?.querySelector<HTMLElement>(".figures, figure.exhibit, .computation, [data-apart]");
  if (!told) return;
  const line = document.createElement("p");
  line.className = "filters-apart";
  line.textContent =
    told.dataset.apart ?? words[document.documentElement.lang.startsWith("zh") ? "zh" : "en"];
  page!.prepend(line);
}
