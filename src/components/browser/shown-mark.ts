import {boxOf, type Mark, marksOf, sameMiddle, wordsOf} from "./drawn-marks.js";
import {announce, hideMark, letRest, type Point, showMark} from "./mark-layer.js";

/** A mark that can be found again when its drawing has been drawn anew. */
export interface Place {
  mark: Mark;
  index: number;
  of: number;
  /** Its middle, in pixels from the drawing's corner. */
  x: number;
  y: number;
}

/** The mark whose words are shown now. */
interface Shown extends Place {
  words: string;
  drawing: HTMLElement;
  figure: Element | null;
  by: "pointer" | "touch" | "keys";
}

/** How long, in milliseconds, a pointer rests before the words may be pointed at. */
const rest = 500;

export let shown: Shown | null = null;
/** Whether the pointer has rested on the mark that is shown. */
export let rested = false;
/** The drawing that the keyboard goes through. */
export let keyed: HTMLElement | null = null;
/** Where the keyboard stands in each drawing. */
export const places = new WeakMap<Element, Place>();
let resting: ReturnType<typeof setTimeout> | undefined;

/** Makes a drawing the one that the keyboard goes through. */
export function setKeyed(drawing: HTMLElement | null): void {
  keyed = drawing;
}

export const drawingOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(".drawing") : null;

/** The place of a mark among those of its drawing; null where it is none of them. */
export function placeOf(drawing: Element, mark: Mark): Place | null {
  const {marks, boxes} = marksOf(drawing);
  let index = marks.indexOf(mark);
  // A disc on a field that says the same is the field.
  if (index < 0) {
    const mine = boxOf(mark);
    index = marks.findIndex((m, i) => wordsOf(m) === wordsOf(mark) && sameMiddle(boxes[i]!, mine));
  }
  const box = boxes[index];
  if (!box) return null;
  const {left, top} = drawing.getBoundingClientRect();
  const [x, y] = [(box.left + box.right) / 2 - left, (box.top + box.bottom) / 2 - top];
  return {mark: marks[index]!, index, of: marks.length, x, y};
}

/** The mark that stands where one stood: the same element, or the one of the same number, or the nearest. */
export function again(drawing: Element, place: Place): Place | null {
  if (place.mark.isConnected && drawing.contains(place.mark) && wordsOf(place.mark))
    return placeOf(drawing, place.mark);
  const {marks, boxes} = marksOf(drawing);
  const {left, top} = drawing.getBoundingClientRect();
  const away = boxes.map((box) =>
    Math.hypot((box.left + box.right) / 2 - left - place.x, (box.top + box.bottom) / 2 - top - place.y),
  );
  const index = marks.length === place.of ? place.index : away.indexOf(Math.min(...away));
  return marks[index] ? placeOf(drawing, marks[index]) : null;
}

/** Shows a mark's words; those that the keyboard has come to are said too. */
export function show(
  drawing: HTMLElement,
  place: Place,
  by: Shown["by"],
  pointer: Point | null = null,
): void {
  clearTimeout(resting);
  rested = false;
  const figure = drawing.closest("figure");
  if (shown?.figure !== figure) watch(figure);
  const words = wordsOf(place.mark);
  shown = {...place, words, drawing, figure, by};
  showMark(drawing, place.mark, pointer);
  if (by !== "pointer") places.set(drawing, place);
  if (by === "keys") announce(drawing, words);
  else if (by === "pointer")
    resting = setTimeout(() => {
      rested = true;
      letRest();
    }, rest);
}

export function hide(): void {
  clearTimeout(resting);
  rested = false;
  watch(null);
  shown = null;
  hideMark();
}

/** Puts the words where their mark is now, since the window has another size. */
export function showAgain(): void {
  if (!shown) return;
  const {drawing, by} = shown;
  const place = drawing.getClientRects().length > 0 ? again(drawing, shown) : null;
  if (place) show(drawing, place, by);
  else hide();
}

/** Keeps readout and focus on a mark whose drawing is drawn anew. */
function refresh(): void {
  if (!shown) return;
  const {figure, by, drawing: before} = shown;
  const same = `.${[...before.classList].join(".")}`;
  const drawing = before.isConnected ? before : figure?.querySelector<HTMLElement>(same);
  if (!drawing) {
    hide();
    return;
  }
  const place = again(drawing, shown);
  if (!place) {
    hide();
    return;
  }
  const {mark, words, x, y} = shown;
  if (place.mark === mark && wordsOf(mark) === words && place.x === x && place.y === y) return;
  show(drawing, place, by);
  if (drawing === before || by !== "keys") return;
  keyed = drawing;
  drawing.focus({preventScroll: true});
}

const observer = new MutationObserver((records) => {
  const inDrawing = ({target}: MutationRecord): boolean =>
    drawingOf(target instanceof Element ? target : target.parentElement) !== null;
  if (!shown?.drawing.isConnected || records.some(inDrawing)) refresh();
});

function watch(figure: Element | null): void {
  observer.disconnect();
  if (figure)
    observer.observe(figure, {childList: true, subtree: true, attributes: true, characterData: true});
}
