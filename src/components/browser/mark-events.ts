import {type Mark, markAround, marksOf, silence} from "./drawn-marks.js";
import {type Direction, nearestMark, nextMark} from "./mark-geometry.js";
import {isReadout, type Point} from "./mark-layer.js";
import {
  again,
  drawingOf,
  hide,
  keyed,
  type Place,
  placeOf,
  places,
  rested,
  setKeyed,
  show,
  showAgain,
  shown,
} from "./shown-mark.js";

/** How long, in milliseconds, a pointer that has rested on a mark may be on its way to the words. */
const grace = 150;

let byFinger = false;
let leaving: ReturnType<typeof setTimeout> | undefined;
/** Where the pointer has gone since it rested. */
let wanted: (() => void) | null = null;
/** What Escape has put away while the pointer is on it. */
let dismissed: Mark | null = null;

function stay(): void {
  clearTimeout(leaving);
  leaving = undefined;
}

/** What is pointed at: the mark under the pointer, or the nearest where that is hard to hit. */
function aim(drawing: HTMLElement, {x, y}: Point): Mark | null {
  let hit: Mark | null = null;
  for (const element of document.elementsFromPoint(x, y))
    if (!hit && element.closest("svg") && drawing.contains(element)) hit = markAround(element);
  if (hit && hit.localName !== "circle") return hit;
  const {marks, boxes} = marksOf(drawing);
  const nearest = nearestMark(boxes, x, y);
  return nearest === null ? hit : marks[nearest]!;
}

/** Shows no longer what was pointed at; what the keyboard stands on comes back. */
function leave(): void {
  const place = keyed && places.get(keyed);
  const there = keyed && place && again(keyed, place);
  if (there) show(keyed!, there, "keys");
  else hide();
}

function go(): void {
  stay();
  wanted?.();
  wanted = null;
}

function pointAt(event: PointerEvent | MouseEvent): void {
  if ((event as PointerEvent).pointerType === "touch") return;
  const target = event.target instanceof Element ? event.target : null;
  silence(target);
  if (isReadout(target)) {
    stay();
    return;
  }
  const drawing = drawingOf(target);
  const at = {x: event.clientX, y: event.clientY};
  const mark = drawing && aim(drawing, at);
  const place = mark && placeOf(drawing!, mark);
  if (dismissed && place?.mark !== dismissed) dismissed = null;
  if (place ? place.mark === dismissed : shown?.by !== "pointer") return;
  if (place && shown?.by === "pointer" && place.mark === shown.mark) {
    stay();
    return;
  }
  wanted = place ? () => show(drawing!, place, "pointer", at) : leave;
  if (rested) leaving ??= setTimeout(go, grace);
  else go();
}

function press(event: MouseEvent): void {
  const {clientX, clientY} = event;
  // Words that lie over a neighbour don't take what is meant for it.
  const target = isReadout(event.target as Element)
    ? (document.elementsFromPoint(clientX, clientY).find((element) => element.closest(".drawing svg")) ??
      null)
    : event.target instanceof Element
      ? event.target
      : null;
  const drawing = drawingOf(target);
  const at = {x: event.clientX, y: event.clientY};
  // A click that comes from the keyboard is nowhere in the window.
  const mark = drawing && (event.detail === 0 ? markAround(target!) : aim(drawing, at));
  const place = mark && placeOf(drawing!, mark);
  if (place) places.set(drawing!, place);
  if (byFinger && event.detail > 0) {
    if (place) show(drawing!, place, "touch", at);
    else if (shown) hide();
  }
  const bearer =
    place?.mark.closest<SVGElement>("[data-mark]") ?? (drawing && target!.closest<SVGElement>("[data-mark]"));
  bearer?.dispatchEvent(
    new CustomEvent("mark", {bubbles: true, detail: {mark: bearer.getAttribute("data-mark")!}}),
  );
}

/** Where the keyboard stands in a drawing: where it stood last, or at the first mark. */
function standing(drawing: HTMLElement): Place | null {
  const place = places.get(drawing);
  const [mark] = marksOf(drawing).marks;
  return (place && again(drawing, place)) ?? (mark ? placeOf(drawing, mark) : null);
}

/** Brings a mark into the window, with room for its words above. */
function bringIntoView(mark: Mark): void {
  const {top, bottom} = mark.getBoundingClientRect();
  const [above, below] = [72, 16];
  if (top < above) scrollBy({top: top - above, behavior: "instant"});
  else if (bottom > innerHeight - below)
    scrollBy({top: Math.min(bottom - innerHeight + below, top - above), behavior: "instant"});
}

function stand(drawing: HTMLElement, mark: Mark): void {
  setKeyed(drawing);
  bringIntoView(mark);
  const place = placeOf(drawing, mark);
  if (place) show(drawing, place, "keys");
}

const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

function key(event: KeyboardEvent): void {
  if (event.key === "Escape" && shown) {
    dismissed = shown.by === "pointer" ? shown.mark : null;
    stay();
    hide();
    return;
  }
  const drawing = drawingOf(event.target);
  const here = drawing && standing(drawing);
  if (!here || event.altKey) return;
  if (event.key === "Enter" || event.key === " ") {
    if (event.target !== drawing || !here.mark.closest("a, [data-mark]")) return;
    event.preventDefault();
    const {ctrlKey, metaKey, shiftKey} = event;
    const keys = {ctrlKey, metaKey, shiftKey, bubbles: true, cancelable: true, view: window};
    here.mark.dispatchEvent(new MouseEvent("click", keys));
    return;
  }
  const {marks, boxes} = marksOf(drawing);
  const direction = arrows[event.key];
  const next = direction
    ? (nextMark(boxes, here.index, direction) ?? here.index)
    : ({Home: 0, End: marks.length - 1}[event.key] ?? null);
  if (next === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (event.target !== drawing) drawing.focus({preventScroll: true});
  stand(drawing, marks[next]!);
}

function reach(event: FocusEvent): void {
  const target = event.target as Element;
  const drawing = drawingOf(target);
  if (!drawing || !target.matches(":focus-visible") || (shown?.by === "keys" && shown.drawing === drawing))
    return;
  const mark = target === drawing ? standing(drawing)?.mark : markAround(target);
  if (mark) stand(drawing, mark);
}

/** Where the drawing that has the focus is drawn anew as a whole, its place has it a moment later. */
function lose(): void {
  setTimeout(() => {
    if (!keyed || keyed.contains(document.activeElement)) return;
    setKeyed(null);
    if (shown?.by === "keys") hide();
  });
}

const handlers: Readonly<Record<string, (event: never) => void>> = {
  pointerover: pointAt,
  pointermove: pointAt,
  pointerdown: ({pointerType}: PointerEvent) => {
    byFinger = pointerType !== "mouse";
  },
  click: press,
  focusin: reach,
  focusout: lose,
  keydown: key,
};

let listening = false;

/** Answers to an event that came before this was here, and from now on to all. */
export function take(event: Event): void {
  handlers[event.type]?.(event as never);
  if (listening) return;
  listening = true;
  for (const [name, handler] of Object.entries(handlers))
    document.addEventListener(name, handler as (event: Event) => void);
  document.documentElement.addEventListener("pointerleave", () => {
    silence(null);
    if (shown?.by === "pointer") leave();
  });
  addEventListener("resize", showAgain);
}
