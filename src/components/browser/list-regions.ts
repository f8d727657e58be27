import {restoreOne} from "./originals.js";

/** The lists of customers by name that stand in the page. */
export function listRegions(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-list]")];
}

/** The notes that stand above lists. */
const notes = new Set<HTMLElement>();

/** Says above a list what it shows. */
export function noteList(region: HTMLElement, text: string): void {
  const p = document.createElement("p");
  p.className = "scope of-table";
  p.textContent = text;
  notes.add(p);
  region.before(p);
}

/** Shows every list, and what stands beside it, as it is without a filter. */
export function releaseLists(): void {
  for (const p of notes) p.remove();
  notes.clear();
  for (const region of listRegions()) {
    restoreOne(region);
    region.hidden = false;
    delete region.dataset.filtered;
    const fold = region.closest("details");
    const summary = fold?.querySelector<HTMLElement>("summary");
    if (fold) fold.hidden = false;
    if (summary) restoreOne(summary);
  }
  showRest(true);
}

/** What stands beside lists and is of all customers: whether it is shown. */
export function showRest(shown: boolean): void {
  for (const rest of document.querySelectorAll<HTMLElement>("[data-list-rest]")) rest.hidden = !shown;
}

/** Shows every list as it is without a filter, and says that it is so. */
export function markLists(unfiltered: string): void {
  releaseLists();
  for (const region of listRegions()) noteList(region, unfiltered);
}
