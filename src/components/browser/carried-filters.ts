/** What the filter bar writes into an address. */
const filters = ["region", "industry", "class", "stage", "as_of", "brush"];

const words = {
  en: "This page shows all customers at the newest date: filters in the address don’t apply here.",
  zh: "本页为全部客户、最新截止日：地址中的筛选条件在此不适用。",
};

/**
 * A page without a filter bar that was reached with filters in its address shows everyone: it says so in a line at its
 * top, and its links hand the filters on to pages that know them. Names that a chooser of the page's own writes are its
 * own matter; a page without figures has nothing to be filtered, and says nothing.
 */
export function carryFilters(): void {
  if (document.querySelector("form.filters")) return;
  const own = (name: string): boolean =>
    document.querySelector(`form.own-filter [name="${name}"], form.moves-chooser [name="${name}"]`) !== null;
  const carried = [...new URLSearchParams(location.search)].filter(
    ([name, value]) => filters.includes(name) && value !== "" && !own(name),
  );
  if (carried.length === 0) return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>(
    ".masthead nav a, a.language, .brand a[href]",
  )) {
    const url = new URL(link.href);
    for (const [name, value] of carried) url.searchParams.set(name, value);
    link.href = url.href;
  }
  const page = document.getElementById("content");
  if (!page?.querySelector(".figures, figure.exhibit")) return;
  const line = document.createElement("p");
  line.className = "filters-apart";
  line.textContent = words[document.documentElement.lang.startsWith("zh") ? "zh" : "en"];
  page.prepend(line);
}
