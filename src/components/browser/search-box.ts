import {FileAttachment} from "observablehq:stdlib";
import type {Section} from "../search-index.js";
import {findSections} from "../search-query.js";

/** Brings the search box to life: it is hidden where scripts don't run. The index is fetched at the first touch. */
export function startSearch(): void {
  const form = document.querySelector<HTMLFormElement>("form.search");
  const input = form?.querySelector<HTMLInputElement>("input");
  const results = document.getElementById("search-results");
  if (!form || !input || !results) return;
  const chinese = form.closest("[lang]")?.getAttribute("lang")?.startsWith("zh") ?? false;
  const up = /\/zh\/[^/]*$/.test(location.pathname) && chinese ? "../" : "./";
  const customersAt = `${up}${chinese ? "zh/" : ""}`;
  let index: Promise<Section[]> | undefined;
  const load = (): Promise<Section[]> => {
    index ??= FileAttachment("../../data/search.json").json() as Promise<Section[]>;
    return index;
  };
  const item = (s: Section): HTMLLIElement => {
    const a = document.createElement("a");
    a.href = `${up}${s.path}.html${s.anchor ? `#${s.anchor}` : ""}`;
    const where = document.createElement("span");
    where.className = "where";
    where.textContent = s.anchor ? ` ${s.page}` : "";
    a.append(s.title, where);
    const li = document.createElement("li");
    li.append(a);
    return li;
  };
  /** The way to the customers' own search, which has all of those that a query finds. */
  const customers = (query: string): HTMLParagraphElement[] => {
    const words = input.dataset.customers;
    if (words === undefined) return [];
    const a = document.createElement("a");
    a.href = `${customersAt}customer.html?${new URLSearchParams({q: query})}`;
    a.textContent = words.replace("{q}", () => query);
    const p = document.createElement("p");
    p.className = "customers";
    p.append(a);
    return [p];
  };
  const show = async (): Promise<void> => {
    const query = input.value.trim();
    const sections = query ? await load() : [];
    if (input.value.trim() !== query) return;
    results.hidden = query === "";
    if (query === "") return;
    const {dataset} = input;
    const found = findSections(query, sections, chinese ? "zh" : "en");
    const pages = document.createElement(found.length > 0 ? "ol" : "p");
    if (found.length > 0) pages.append(...found.map(item));
    else pages.textContent = dataset.noPage ?? dataset.none ?? "";
    results.replaceChildren(pages, ...customers(query));
    if (dataset.customers === undefined || [...query].length < 2) return;
    const {lookUp, customerList} = await import("./search-customers.js");
    const people = await lookUp(query);
    if (!people || input.value.trim() !== query) return;
    if (people.customers.length > 0) pages.after(customerList(people, customersAt));
    else if (found.length === 0) {
      pages.textContent = dataset.nobody ?? "";
      results.replaceChildren(pages);
    }
  };
  form.hidden = false;
  input.addEventListener("focus", () => void load());
  input.addEventListener("input", () => void show());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void show().then(() => results.querySelector("a")?.click());
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    results.hidden = true;
    input.focus();
  });
  document.addEventListener("click", (event) => {
    if (!form.contains(event.target as Node)) results.hidden = true;
  });
}
