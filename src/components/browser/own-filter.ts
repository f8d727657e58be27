import type {OwnCrossing, OwnModelRow} from "../../cubes/own.js";
import {patch} from "../charts/shape.js";
import {type CrossChoice, type CrossWords, crossView} from "../own/model-cross.js";
import {changing} from "./changing.js";
import {carriedFile} from "./site-files.js";

/** Draws another choice over what stands in the figure: each width's drawing, the words and the table. */
function redraw(
  figure: HTMLElement,
  rows: readonly OwnModelRow[],
  choice: CrossChoice,
  words: CrossWords,
): void {
  const view = crossView(rows, choice, words);
  const label = `${view.title}${words.locale === "zh" ? "。" : ". "}${view.says}`;
  for (const old of figure.querySelectorAll<SVGSVGElement>(".drawing > svg")) {
    const width = Number(old.getAttribute("width"));
    patch(old, view.shape({width, locale: words.locale, id: old.id, label, report: words.report}));
  }
  const write = (selector: string, text: string): void => {
    const element = figure.querySelector(selector);
    if (element) element.textContent = text;
  };
  write(".chart-title", view.title);
  write(".chart-subtitle", view.subtitle);
  write(".says", view.says);
  write(".twin summary .visually-hidden", ` · ${view.title}`);
  const table = figure.querySelector(".twin .scroll");
  if (table) table.outerHTML = view.twin.text;
}

/**
 * Brings the filter of an own model's page to life: a choice redraws the figure below it from the model's rows, which
 * are fetched at the first touch, and stands in the address, so that back, forward and a pasted address work.
 */
export function startOwnFilter(form: HTMLFormElement): void {
  const words = JSON.parse(form.dataset.said!) as CrossWords;
  const figure = document.getElementById(`figure-own-cross-${words.page.slug}`);
  const link = document.querySelector<HTMLAnchorElement>(`#${form.dataset.rows} a`);
  if (!figure || !(link || form.dataset.file)) return;
  const names = ["class", "by", "as_of"] as const;
  const list = (name: (typeof names)[number]): HTMLSelectElement =>
    form.elements.namedItem(name) as HTMLSelectElement;
  const without = Object.fromEntries(names.map((name) => [name, list(name).options[0]!.value]));
  let loading: Promise<OwnModelRow[]> | undefined;
  const load = (): Promise<OwnModelRow[]> => {
    // An exported page carries the rows in itself, and has no link to them.
    loading ??= (carriedFile(form.dataset.file ?? "") ?? fetch(link!.href)).then(
      (answer) => answer.json() as Promise<OwnModelRow[]>,
    );
    return loading;
  };
  const draw = async (): Promise<void> => {
    const rows = await load();
    redraw(
      figure,
      rows,
      {class: list("class").value, by: list("by").value as OwnCrossing, as_of: list("as_of").value},
      words,
    );
  };
  const show = (): void => changing(draw());
  /** What the address asks for; a value that is not offered gives the first. */
  const read = (): void => {
    const asked = new URLSearchParams(location.search);
    for (const name of names) {
      const offered = [...list(name).options].some(({value}) => value === asked.get(name));
      list(name).value = offered ? asked.get(name)! : without[name]!;
    }
  };
  figure.querySelector(".says")?.setAttribute("aria-live", "polite");
  form.dataset.ready = "";
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("focusin", () => void load());
  form.addEventListener("change", () => {
    const query = new URLSearchParams();
    for (const name of names) if (list(name).value !== without[name]) query.set(name, list(name).value);
    const text = query.size > 0 ? `?${query}` : location.pathname;
    history.pushState(null, "", text + location.hash);
    show();
  });
  addEventListener("popstate", () => {
    read();
    show();
  });
  if (/[?&](class|by|as_of)=/.test(location.search)) {
    read();
    show();
  }
}
