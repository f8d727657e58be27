import type {Box} from "./mark-geometry.js";

/** An element of a drawing that has a title: the value that it stands for, in words. */
export type Mark = SVGGraphicsElement;

const kept = "data-said";

const titleOf = (element: Element): Element | null =>
  [...element.children].find((child) => child.localName === "title") ?? null;

const wordsIn = (title: Element | null): string => title?.textContent || title?.getAttribute(kept) || "";

/** What a mark says; "" where it says nothing. */
export function wordsOf(mark: Mark): string {
  return wordsIn(titleOf(mark));
}

/** Where a mark stands, and in which colours. A path is no point, however small. */
export function boxOf(mark: Mark): Box {
  const {left, top, right, bottom} = mark.getBoundingClientRect();
  const colour = (name: string): string | null =>
    mark.getAttribute(name) ?? mark.parentElement?.getAttribute(name) ?? null;
  const colours = `${colour("fill")} ${colour("stroke")}`;
  return {left, top, right, bottom, dot: mark.localName === "circle", colours};
}

/** Whether two boxes have one middle. */
export function sameMiddle(a: Box, b: Box): boolean {
  const [x, y] = [a.left + a.right - b.left - b.right, a.top + a.bottom - b.top - b.bottom];
  return Math.abs(x) + Math.abs(y) < 8;
}

/** The marks of a drawing in their order, each place once: a disc on a field that says the same is no second value. */
export function marksOf(drawing: Element): {marks: Mark[]; boxes: Box[]} {
  const marks: Mark[] = [];
  const boxes: Box[] = [];
  const known = new Map<string, Box[]>();
  for (const title of drawing.querySelectorAll("svg title")) {
    const words = wordsIn(title);
    const mark = title.parentElement as unknown as Mark | null;
    if (!words || !mark || typeof mark.getBBox !== "function" || mark.localName === "svg") continue;
    const box = boxOf(mark);
    const same = known.get(words) ?? [];
    if (same.some((other) => sameMiddle(box, other))) continue;
    known.set(words, [...same, box]);
    marks.push(mark);
    boxes.push(box);
  }
  return {marks, boxes};
}

/** The mark that an element belongs to, or that a link holds; null where there is none. */
export function markAround(element: Element): Mark | null {
  for (let e: Element | null = element; e && e.localName !== "svg"; e = e.parentElement)
    if (titleOf(e)) return wordsOf(e as Mark) ? (e as Mark) : null;
  const held = element.closest("svg a")?.querySelector("title")?.parentElement;
  return (held as unknown as Mark | undefined) ?? null;
}

let silent: Element | null = null;

/** Gives the last silenced title its words back, unless it was given new ones. */
function speakAgain(): void {
  if (silent && !silent.textContent) write(silent, silent.getAttribute(kept) ?? "");
  silent?.removeAttribute(kept);
  silent = null;
}

/** Writes into the text that stands there: what lays a shape over a drawing keeps hold of it. */
function write(title: Element, text: string): void {
  if (title.firstChild) title.firstChild.nodeValue = text;
  else title.textContent = text;
}

/**
 * Keeps the browser from showing the title of what is pointed at: its words are put aside while the pointer is there, and
 * `wordsOf` finds them all the same.
 */
export function silence(target: Element | null): void {
  let title: Element | null = null;
  for (let e = target; e?.closest("svg") && !title; e = e.parentElement) title = titleOf(e);
  if (title !== silent) speakAgain();
  if (!title?.textContent) return;
  title.setAttribute(kept, title.textContent);
  write(title, "");
  silent = title;
}
