import type {ReportCube} from "../../cubes.js";
import {curveShare} from "../charts/pareto-curve.js";
import {type Brush, type BrushKind, brushOf, parseBrush} from "../filter/brush.js";
import {wholeGroups} from "../filter/brush-groups.js";
import {knowledge} from "./filter-knowledge.js";
import {shown} from "./shown-mark.js";

/** A pointer that goes over a chart whose parts may be chosen. */
interface Drag {
  figure: HTMLElement;
  kind: BrushKind;
  pointer: number;
  /** Where it began, from the drawing's corner: the page may move, and the drawing be drawn anew, while it goes on. */
  from: {x: number; y: number};
  /** What was chosen before: it comes back if the pointer is lost. */
  before: Brush | null;
  chosen: Brush | null;
  moved: boolean;
}

/** A press moves less than this, in pixels; a drag more. */
const threshold = 6;

let drag: Drag | null = null;
let report: ReportCube | null = null;

const figureOf = (target: EventTarget | null): HTMLElement | null => {
  const figure = target instanceof Element ? target.closest<HTMLElement>("figure.exhibit") : null;
  return figure?.querySelector(".brush-bar") ? figure : null;
};

const kindOf = (figure: HTMLElement): BrushKind =>
  figure.querySelector<HTMLElement>(".brush-bar")!.dataset.brush as BrushKind;

/** The drawing of a figure that has the width of the window. */
const seenOf = (figure: HTMLElement): SVGSVGElement | null =>
  [...figure.querySelectorAll<SVGSVGElement>(".drawing > svg")].find(
    (svg) => svg.getBoundingClientRect().width > 0,
  ) ?? null;

const svgOf = (target: EventTarget | null): SVGSVGElement | null =>
  target instanceof Element ? (target.closest(".drawing")?.querySelector("svg") ?? null) : null;

/** What is chosen in a chart of this kind now. */
function chosenOf(kind: BrushKind): Brush | null {
  const brush = parseBrush(new URLSearchParams(location.search).get("brush"));
  return brush?.on === kind ? whole(brush) : null;
}

const whole = (brush: Brush): Brush => (report ? wholeGroups(brush, report) : brush);

function tell(brush: Brush | null, done: boolean): void {
  document.dispatchEvent(new CustomEvent(done ? "brush" : "brushing", {detail: brush && whole(brush)}));
}

/** The other of each part: those that were chosen no longer are. */
function toggled(before: Brush | null, {on, cells}: Brush): Brush | null {
  const all = new Set(before?.cells);
  for (const cell of cells) if (!all.delete(cell)) all.add(cell);
  return brushOf(on, all);
}

function joined(before: Brush | null, {on, cells}: Brush): Brush | null {
  return brushOf(on, [...(before?.cells ?? []), ...cells]);
}

/** The hundredth of the customers at a place of the window. */
function hundredthAt(svg: SVGSVGElement, x: number): number {
  const {left, width} = svg.getBoundingClientRect();
  const drawn = svg.viewBox.baseVal.width;
  return Math.round(100 * curveShare(((x - left) * drawn) / width, drawn));
}

/** The parts of a chart between where a drag began and a place of the window. */
function partsBetween({kind, from}: Drag, svg: SVGSVGElement, to: {x: number; y: number}): Brush | null {
  const corner = svg.getBoundingClientRect();
  const begun = {x: from.x + corner.left, y: from.y + corner.top};
  const [left, right] = begun.x < to.x ? [begun.x, to.x] : [to.x, begun.x];
  if (kind === "pareto") {
    const [first, last] = [hundredthAt(svg, left), hundredthAt(svg, right)];
    return brushOf(
      kind,
      Array.from({length: Math.max(0, last - first)}, (_, i) => first + 1 + i),
    );
  }
  const [top, bottom] = begun.y < to.y ? [begun.y, to.y] : [to.y, begun.y];
  const marks = [...svg.querySelectorAll<SVGElement>("[data-mark]")].filter((mark) => {
    const box = mark.getBoundingClientRect();
    return box.left < right && box.right > left && box.top < bottom && box.bottom > top;
  });
  return brushOf(
    kind,
    marks.flatMap((mark) => parseBrush(mark.dataset.mark ?? null)?.cells ?? []),
  );
}

/** The part that an element stands for; on the curve all customers up to there. */
function partAt(svg: SVGSVGElement, kind: BrushKind, target: Element, x: number): Brush | null {
  if (kind !== "pareto")
    return parseBrush(target.closest<SVGElement>("[data-mark]")?.dataset.mark ?? markOf(target));
  const last = hundredthAt(svg, x);
  return brushOf(
    kind,
    Array.from({length: Math.max(0, Math.min(100, last))}, (_, i) => i + 1),
  );
}

/** The part that a mark stands for which doesn't bear it itself, but lies in or over the one that does. */
function markOf(mark: Element): string | null {
  const bearer =
    mark.querySelector<SVGElement>("[data-mark]") ?? mark.parentElement?.querySelector("[data-mark]");
  return (bearer as SVGElement | null)?.dataset.mark ?? null;
}

function press(event: PointerEvent): void {
  const figure = figureOf(event.target);
  const svg = svgOf(event.target);
  if (!figure || !svg || event.button !== 0) return;
  if (event.pointerType === "touch" && figure.dataset.choosing === undefined) return;
  const kind = kindOf(figure);
  const corner = svg.getBoundingClientRect();
  const from = {x: event.clientX - corner.left, y: event.clientY - corner.top};
  const before = chosenOf(kind);
  drag = {figure, kind, pointer: event.pointerId, from, before, chosen: before, moved: false};
}

function move(event: PointerEvent): void {
  if (!drag || event.pointerId !== drag.pointer) return;
  // It was let go of unseen: a first press may be over before this is here.
  if (event.buttons === 0) {
    release(event);
    return;
  }
  const svg = seenOf(drag.figure);
  if (!svg) return;
  const to = {x: event.clientX, y: event.clientY};
  const corner = svg.getBoundingClientRect();
  const gone = Math.hypot(to.x - corner.left - drag.from.x, to.y - corner.top - drag.from.y);
  if (!drag.moved && gone < threshold) return;
  drag.moved = true;
  document.documentElement.classList.add("dragging");
  getSelection()?.removeAllRanges();
  event.preventDefault();
  const chosen = partsBetween(drag, svg, to);
  if (chosen?.cells.join() === drag.chosen?.cells.join()) return;
  drag.chosen = chosen;
  tell(chosen, false);
}

function release(event: PointerEvent): void {
  if (!drag || event.pointerId !== drag.pointer) return;
  const {moved, chosen, before} = drag;
  drag = null;
  document.documentElement.classList.remove("dragging");
  if (!moved) return;
  // The click that follows a drag opens nothing.
  const swallow = (click: Event): void => {
    click.preventDefault();
    click.stopPropagation();
  };
  addEventListener("click", swallow, {capture: true, once: true});
  setTimeout(() => removeEventListener("click", swallow, {capture: true}), 50);
  tell(event.type === "pointercancel" ? before : chosen, true);
}

function click(event: MouseEvent): void {
  const target = event.target as Element;
  const figure = figureOf(target);
  if (!figure) return;
  if (target.closest(".brush-bar .clear")) {
    figure.querySelector<HTMLElement>(".brush-bar [aria-pressed]")!.focus();
    tell(null, true);
    return;
  }
  if (target.closest(".brush-bar button")) {
    const choosing = figure.dataset.choosing === undefined;
    if (choosing) figure.dataset.choosing = "";
    else delete figure.dataset.choosing;
    target.closest("button")!.setAttribute("aria-pressed", String(choosing));
    return;
  }
  const svg = svgOf(target);
  const picking = figure.dataset.choosing !== undefined || event.ctrlKey || event.metaKey;
  if (!svg || !picking || event.detail === 0) return;
  const kind = kindOf(figure);
  const part = partAt(svg, kind, target, event.clientX);
  if (!part) return;
  event.preventDefault();
  event.stopPropagation();
  tell(toggled(chosenOf(kind), whole(part)), true);
}

/** Space, and Enter where a tap chooses too, chooses the part that the keyboard stands on, or lets go of it; an arrow with Shift goes on and adds what is there. */
function key(event: KeyboardEvent): void {
  const figure = figureOf(event.target);
  if (!figure || !(event.target as Element).matches(".drawing")) return;
  const adding = event.shiftKey && event.key.startsWith("Arrow");
  const choosing = event.key === " " || (event.key === "Enter" && figure.dataset.choosing !== undefined);
  if (!choosing && !adding) return;
  event.preventDefault();
  event.stopPropagation();
  if (adding)
    event.target!.dispatchEvent(
      new KeyboardEvent("keydown", {key: event.key, bubbles: true, cancelable: true}),
    );
  const kind = kindOf(figure);
  const mark = shown?.drawing === event.target ? shown.mark : null;
  const part = mark && parseBrush(mark.closest<SVGElement>("[data-mark]")?.dataset.mark ?? markOf(mark));
  if (!part) return;
  tell((adding ? joined : toggled)(chosenOf(kind), whole(part)), true);
}

const handlers: readonly [string, (event: never) => void, boolean][] = [
  ["pointerdown", press, false],
  ["pointermove", move, false],
  ["pointerup", release, false],
  ["pointercancel", release, false],
  ["click", click, true],
  ["keydown", key, true],
  // A link in a drawing is not to be carried away while its chart is chosen from.
  ["dragstart", (event: Event) => figureOf(event.target) && event.preventDefault(), false],
];

let listening = false;

/** Answers to an event that came before this was here, and from now on to all. */
export function take(event: Event): void {
  handlers.find(([name]) => name === event.type)?.[1](event as never);
  if (listening) return;
  listening = true;
  for (const [name, handler, capture] of handlers)
    document.addEventListener(name, handler as (event: Event) => void, {capture});
  void import("./filtered-figures.js")
    .then(() => knowledge())
    .then((known) => {
      report = known.report;
    });
}
