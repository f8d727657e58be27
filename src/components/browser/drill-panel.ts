import type {Locale, ReportCube} from "../../cubes.js";
import {allCells, onlyWords} from "../drill/drill-words.js";
import {type Mark, markText} from "../drill/mark.js";
import type {Member} from "../drill/members.js";
import {membersHtml} from "../drill/panel.js";
import {type Brush, brushText} from "../filter/brush.js";
import {wholeGroups} from "../filter/brush-groups.js";
import {type Filter, isSet} from "../filter/filter.js";
import {label} from "../terms.js";
import type {Behind} from "./behind.js";
import {isOneFile} from "./site-files.js";

function element<K extends keyof HTMLElementTagNameMap>(name: K, className = ""): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className) made.className = className;
  return made;
}

/** The panel under a figure that tells who is behind one of its marks. What is said aloud is its head, not its list. */
export class DrillPanel {
  readonly #locale: Locale;
  readonly #panel = element("section", "cell-panel drill");
  readonly #title = element("h3");
  readonly #filter = element("p", "in-force");
  readonly #counts = element("div");
  readonly #note = element("p", "note");
  readonly #list = element("div");
  readonly #only = element("button", "only");
  readonly #more = element("p", "more");
  /** Draws a line around the mark, however often the figure is drawn anew. */
  readonly #outline = new CSSStyleSheet();
  #brush: Brush | null = null;

  constructor(locale: Locale, close: () => void) {
    this.#locale = locale;
    const shut = element("button", "close");
    shut.type = this.#only.type = "button";
    shut.textContent = label("close", locale);
    shut.addEventListener("click", close);
    this.#only.addEventListener("click", () =>
      document.dispatchEvent(new CustomEvent("brush", {detail: this.#brush})),
    );
    const head = element("div", "head");
    head.setAttribute("aria-live", "polite");
    head.append(this.#title, this.#filter, this.#counts, this.#note);
    this.#title.id = "drill-title";
    this.#panel.setAttribute("aria-labelledby", this.#title.id);
    this.#panel.append(shut, head, this.#list, this.#only);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#outline];
  }

  /**
   * Puts the panel after the figure: a figure's own parts are drawn anew. Beside another figure the style sheet shows it
   * below the two. What a panel that closes above leaves free doesn't move the figure in the window.
   */
  openUnder(figure: HTMLElement, mark: Mark): void {
    const before = figure.getBoundingClientRect().top;
    if (figure.nextElementSibling !== this.#panel) figure.after(this.#panel);
    this.#clear();
    const moved = figure.getBoundingClientRect().top - before;
    if (moved !== 0) scrollBy({top: moved, behavior: "instant"});
    const own = `#${CSS.escape(figure.id)}`;
    const marked = `[data-mark="${CSS.escape(markText(mark))}"]`;
    // On its edge, where neighbours don't hide it, and set off from a fill that is as dark as the line.
    this.#outline.replaceSync(
      `${own} ${marked} {stroke: var(--text); stroke-width: 2px}
      ${own} rect${marked} {stroke: var(--ground); stroke-width: 4px; outline: 2px solid var(--text); outline-offset: -2px}`,
    );
  }

  remove(): void {
    this.#panel.remove();
    this.#outline.replaceSync("");
  }

  #clear(): void {
    for (const part of [this.#title, this.#filter, this.#counts, this.#list]) part.replaceChildren();
    this.#note.hidden = this.#only.hidden = true;
    this.#more.remove();
  }

  /**
   * Writes what is behind the mark, and what of the page is chosen in words. What is written of the customers goes when
   * new counts come; the list is written after.
   */
  write(
    {title, counts, customers}: Behind,
    chosen: string,
    report: ReportCube,
    {mark, figure, brush, filter}: {mark: Mark; figure: HTMLElement; brush: Brush | null; filter: Filter},
  ): void {
    this.#linkOn(figure, mark);
    this.#title.textContent = title;
    this.#filter.textContent = chosen;
    this.#counts.innerHTML = counts().text;
    this.#list.replaceChildren();
    this.#note.hidden = true;
    const whole = report.audience === "executives";
    this.#brush = brush && wholeGroups(brush, report);
    this.#only.hidden =
      !this.#brush ||
      customers === 0 ||
      (filter.brush !== null && brushText(wholeGroups(filter.brush, report)) === brushText(this.#brush));
    if (brush)
      this.#only.textContent = onlyWords(
        brush.on,
        {whole, set: isSet(filter) && filter.brush === null},
        this.#locale,
      );
  }

  /** Writes the counts anew, with how many customers the list has. */
  writeListed({counts}: Behind, customers: number): void {
    this.#counts.innerHTML = counts(customers).text;
  }

  writeMembers(
    members: readonly Member[],
    list: Parameters<typeof membersHtml>[1],
    report: ReportCube,
  ): void {
    this.#list.innerHTML = membersHtml(members, list, report, this.#locale).text;
  }

  writeNote(text: string): void {
    this.#note.textContent = text;
    this.#note.hidden = false;
  }

  /** Where the figure's cells stand on a page of their own, the way there. */
  #linkOn(figure: HTMLElement, {kind}: Mark): void {
    const page = kind === "rfm" ? figure.querySelector<HTMLAnchorElement>(".says a")?.href : undefined;
    this.#more.remove();
    if (!page || isOneFile()) return;
    const url = new URL(page);
    for (const [name, value] of new URLSearchParams(location.search))
      if (name !== "at") url.searchParams.set(name, value);
    url.hash = "cells";
    const link = element("a");
    link.href = url.href;
    link.textContent = allCells(this.#locale);
    this.#more.replaceChildren(link);
    this.#only.before(this.#more);
  }

  /** As little as shows the panel's head, or, so that the mark stays in the window, what of it there is room for. */
  bringIntoView(mark: Element | null): void {
    const margin = 16;
    const {top, bottom} = this.#panel.querySelector(".head")!.getBoundingClientRect();
    const below = (place: number): number => place + margin - innerHeight;
    const title = below(this.#title.getBoundingClientRect().bottom);
    const room = (mark?.getBoundingClientRect().top ?? top) - margin;
    const by = top < 0 ? top - margin : Math.max(title, Math.min(below(bottom), room));
    if (top < 0 || by > 0) scrollBy({top: by, behavior: "instant"});
  }
}
