const known = new Map<string, string>();
let context: CanvasRenderingContext2D | null = null;

/** Any colour that a style sheet can name as `#rrggbb`, or `#rrggbbaa` where it is seen through. */
export function colour(css: string): string {
  let found = known.get(css);
  if (found === undefined) {
    context ??= document.createElement("canvas").getContext("2d", {willReadFrequently: true})!;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = css;
    context.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
    const bytes = a === 255 ? [r, g, b] : [r, g, b, a];
    found = `#${bytes.map((byte) => byte!.toString(16).padStart(2, "0")).join("")}`;
    known.set(css, found);
  }
  return found;
}

/** The two colours of a striped background, the mark and its ground; none where it isn't striped. */
export function stripes(backgroundImage: string): string[] {
  const found =
    backgroundImage.match(/(?:rgba?|color|oklab|oklch|lab|lch)\([^()]*\)|#[0-9a-f]{3,8}\b/gi) ?? [];
  return [...new Set(found)].slice(0, 2).map(colour);
}

const colours = new Set(["fill", "stroke", "color", "stop-color", "flood-color"]);
const depends = /\bvar\(|currentcolor/i;
/** Of a drawing's own style, what also makes sense outside the page. */
const kept = ["color", "font-family", "font-size", "font-weight", "overflow"];

function settle(original: Element, copy: Element): void {
  const style = getComputedStyle(original);
  const value = (name: string): string => {
    const computed = style.getPropertyValue(name);
    return colours.has(name) ? colour(computed) : computed;
  };
  for (const {name, value: given} of [...original.attributes])
    if (name !== "style" && depends.test(given)) copy.setAttribute(name, value(name));
  if (copy.hasAttribute("style")) {
    copy.removeAttribute("style");
    for (const name of kept)
      if ((original as SVGElement).style.getPropertyValue(name)) copy.setAttribute(name, value(name));
  }
  copy.removeAttribute("class");
  copy.removeAttribute("tabindex");
}

/** A link leads nowhere outside its page: what it holds stays. */
function unlink(copy: Element): void {
  for (const link of [...copy.querySelectorAll("a")]) {
    const group = document.createElementNS("http://www.w3.org/2000/svg", "g");
    const label = link.getAttribute("aria-label");
    if (label) {
      group.setAttribute("role", "img");
      group.setAttribute("aria-label", label);
    }
    group.append(...link.childNodes);
    link.replaceWith(group);
  }
}

/** A copy of a drawing in which every colour and font that the page gave is written out. */
export function resolve(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll("*")];
  const copies = [copy, ...copy.querySelectorAll("*")];
  for (const [i, original] of originals.entries()) settle(original, copies[i]!);
  for (const sheet of copy.querySelectorAll("style")) sheet.remove();
  for (const title of copy.querySelectorAll("title[data-said]")) {
    title.textContent ||= title.getAttribute("data-said");
    title.removeAttribute("data-said");
  }
  unlink(copy);
  return copy;
}
