import {patch, toElement} from "../charts/shape.js";
import type {Exhibit} from "../exhibits/exhibit.js";
import type {LiveFigure} from "../filter/live-figures/all.js";
import type {Site} from "../site.js";
import type {Work} from "./follow-up.js";
import {keep} from "./originals.js";

/** A figure that answers to filters, as the page shows it now. */
export interface Shown extends LiveFigure {
  figure: HTMLElement;
  drawings: HTMLElement[];
  /** The one of its drawings that has the width of the window. */
  seen: HTMLElement[];
  /** How far from the window, in pixels; 0 for what is in view. */
  away: number;
}

/** Everything is measured before anything is written: a measure after a change makes the browser lay the page out anew. */
export function measured(figure: HTMLElement, kind: LiveFigure): Shown {
  const {top, bottom} = figure.getBoundingClientRect();
  const drawings = [...figure.querySelectorAll<HTMLElement>(".drawing")];
  return {
    ...kind,
    figure,
    drawings,
    seen: drawings.filter((drawing) => drawing.offsetParent !== null),
    away: Math.max(0, top - innerHeight, -bottom),
  };
}

/** The page that a figure's link leads to; "" where what its parts lead to stands on this page, null where nowhere. */
function pageOf(figure: HTMLElement): string | null {
  const link = figure.querySelector(".says a")?.getAttribute("href");
  return link ?? (document.querySelector("details.cells") ? "" : null);
}

/** Redraws what is seen of a figure at once; gives what can wait: the other widths, and the table. */
export function redraw({figure, exhibit, drawings, seen}: Shown, site: Site): Work[] {
  keep(figure);
  const made = exhibit(site, pageOf(figure));
  for (const drawing of seen) drawInto(drawing, made, site);
  const says = figure.querySelector(".says");
  const sentence = made.link ? `${made.says} ` : made.says;
  if (says?.firstChild && says.firstChild.nodeValue !== sentence) says.firstChild.nodeValue = sentence;
  const subtitle = figure.querySelector(".chart-subtitle");
  if (subtitle && subtitle.textContent !== made.subtitle) subtitle.textContent = made.subtitle;
  const unseen = drawings.filter((drawing) => !seen.includes(drawing));
  return [
    ...unseen.map((drawing) => () => {
      drawInto(drawing, made, site);
      return [];
    }),
    () => {
      rewriteTable(figure, made);
      return [];
    },
  ];
}

function rewriteTable(figure: HTMLElement, {twin: {text}}: Exhibit): void {
  const twin = figure.querySelector("details.twin");
  const summary = twin?.querySelector("summary");
  if (!twin || !summary) return;
  const holder = document.createElement("div");
  holder.innerHTML = text;
  twin.replaceChildren(summary, ...holder.childNodes);
}

function drawInto(drawing: HTMLElement, made: Exhibit, {locale: language, cubes: {report}}: Site): void {
  const svg = drawing.querySelector("svg");
  if (!svg) return;
  const shape = made.draw({
    document,
    width: svg.viewBox.baseVal.width,
    locale: language,
    id: svg.id,
    label: `${made.title}${language === "zh" ? "。" : ". "}${made.says}`,
    report,
  });
  if (!("tag" in shape)) svg.replaceWith(shape);
  else if (svg.localName === shape.tag) patch(svg, shape);
  else svg.replaceWith(toElement(shape, document));
}
