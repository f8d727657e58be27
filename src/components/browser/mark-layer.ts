import {boxOf, type Mark, wordsOf} from "./drawn-marks.js";

const svgNamespace = "http://www.w3.org/2000/svg";

/** A point of the window. */
export interface Point {
  x: number;
  y: number;
}

const layer = document.createElement("div");
const ring = document.createElementNS(svgNamespace, "svg");
const box = document.createElement("p");
const status = document.createElement("p");
layer.className = "mark-layer";
layer.setAttribute("aria-hidden", "true");
box.className = "readout";
layer.append(ring, box);
status.className = "visually-hidden mark-status";
status.setAttribute("aria-live", "polite");

/** What gives an element its form; what gives it colour stays behind. */
const forms = [
  "x",
  "y",
  "width",
  "height",
  "rx",
  "ry",
  "cx",
  "cy",
  "r",
  "d",
  "points",
  "x1",
  "y1",
  "x2",
  "y2",
];
/** A ring around a point stands off from it by this many pixels. */
const off = 2.5;

function formOf(mark: Mark): SVGElement {
  const simple = ["rect", "circle", "ellipse", "path", "polygon", "line"].includes(mark.localName);
  const form = document.createElementNS(svgNamespace, simple ? mark.localName : "rect");
  if (simple) {
    for (const name of forms) {
      const value = mark.getAttribute(name);
      if (value !== null) form.setAttribute(name, value);
    }
  } else {
    const {x, y, width, height} = mark.getBBox();
    for (const [name, value] of Object.entries({x, y, width, height})) form.setAttribute(name, String(value));
  }
  if (form.localName === "circle") form.setAttribute("r", String(Number(form.getAttribute("r")) + off));
  return form;
}

/** Draws the outline of a mark over it: the mark itself is left alone, since it may be drawn anew at any time. */
function outline(mark: Mark, frame: DOMRect): void {
  const screen = mark.getScreenCTM();
  ring.replaceChildren();
  if (!screen) return;
  const {a, b, c, d, e, f} = screen;
  for (const name of ["halo", "line"]) {
    const form = formOf(mark);
    form.setAttribute("class", name);
    form.setAttribute("transform", `matrix(${[a, b, c, d, e - frame.left, f - frame.top].join(" ")})`);
    ring.append(form);
  }
}

const between = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

/** Above the mark, or below where there is no room; of a large mark, beside the pointer; never beyond the window. */
function place(mark: Mark, frame: DOMRect, pointer: Point | null): void {
  const [gap, edge] = [8, 8];
  let {left, top, right, bottom} = boxOf(mark);
  if (pointer && right - left > 240) [left, right] = [pointer.x, pointer.x];
  if (pointer && bottom - top > 120) [top, bottom] = [pointer.y - gap, pointer.y + 2 * gap];
  box.style.left = box.style.top = "0";
  const {width, height} = box.getBoundingClientRect();
  const above = top - height - gap;
  const x = between((left + right - width) / 2, edge, document.documentElement.clientWidth - edge - width);
  const y = between(above < edge ? bottom + gap : above, edge, innerHeight - edge - height);
  box.style.left = `${x - frame.left}px`;
  box.style.top = `${y - frame.top}px`;
}

/** Shows what a mark says, and outlines it. */
export function showMark(drawing: Element, mark: Mark, pointer: Point | null = null): void {
  const around = drawing.parentElement;
  if (!around) return;
  if (layer.parentElement !== around) around.append(layer);
  delete layer.dataset.rested;
  layer.dataset.shown = "";
  box.textContent = wordsOf(mark);
  const frame = layer.getBoundingClientRect();
  outline(mark, frame);
  place(mark, frame, pointer);
}

export function hideMark(): void {
  delete layer.dataset.shown;
  layer.remove();
}

/** Lets the pointer go onto the words, as it must be able to; before, they would stand in its way to other marks. */
export function letRest(): void {
  layer.dataset.rested = "";
}

/** Whether an element is the box of words. */
export function isReadout(element: Element | null): boolean {
  return element === box;
}

/** Has screen readers say the words. What is to be said must change where the reader's program already listens. */
export function announce(drawing: Element, words: string): void {
  const around = drawing.parentElement;
  if (!around) return;
  if (status.parentElement === around) {
    if (status.textContent !== words) status.textContent = words;
    return;
  }
  status.textContent = "";
  around.append(status);
  setTimeout(() => {
    if (status.parentElement === around && !status.textContent) status.textContent = words;
  }, 100);
}
