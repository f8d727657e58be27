/**
 * A drawing as plain data: what to draw, before there is a document. The same shape becomes SVG when the page is built
 * and is laid over the SVG that stands there when a reader filters, so that only what differs is touched.
 */
export interface Shape {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly (Shape | string)[];
}

/** What an attribute may be given as; null and undefined leave it out. */
type Given = string | number | null | undefined;

const svgNamespace = "http://www.w3.org/2000/svg";

/** Hundredths of a pixel are finer than any screen, and shorter than what a division gives. */
function written(value: string | number): string {
  return typeof value === "string" ? value : String(Math.round(value * 100) / 100);
}

/** One element; numbers are rounded to hundredths. */
export function shape(
  tag: string,
  attributes: Readonly<Record<string, Given>>,
  ...children: readonly (Shape | string)[]
): Shape {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes))
    if (value !== null && value !== undefined) given[name] = written(value);
  return {tag, attributes: given, children};
}

/** Text of one or more lines; `y` is the middle of the first. Attributes are those of SVG's text. */
export function textShape(
  text: string | readonly string[],
  {x, y, leading = 1.25, ...rest}: {x: number; y: number; leading?: number} & Record<string, Given>,
): Shape {
  const lines = typeof text === "string" ? [text] : text;
  const attributes = {x, y, dy: "0.32em", ...rest};
  return lines.length === 1
    ? shape("text", attributes, lines[0]!)
    : shape(
        "text",
        attributes,
        ...lines.map((line, i) => shape("tspan", i === 0 ? {x} : {x, dy: `${leading}em`}, line)),
      );
}

/** The words that a pointer brings up. */
export function titleShape(text: string): Shape {
  return shape("title", {}, text);
}

/** The shape as elements of a document. */
export function toElement(of: Shape, document: Document): SVGElement {
  return (make(of, document) as Laid).node as SVGElement;
}

/** What was laid over an element last, with the nodes that stand for its parts: reading them off a page is slow. */
interface Laid {
  node: Element;
  shape: Shape;
  children: (Laid | Text)[];
}

const lastLaid = new WeakMap<Element, Laid>();

/**
 * Makes an element what a shape says, in place: elements of the same kind at the same place stay (and keep the focus
 * that a reader has put on them), and attributes and texts are written only where they differ. From the second time on
 * the shape is compared with the one before it, so nobody else may move the element's parts.
 */
export function patch(element: Element, to: Shape): void {
  const before = lastLaid.get(element);
  if (before) change(before, to);
  else lastLaid.set(element, lay(element, to));
}

/** Lays a shape over whatever stands there. */
function lay(node: Element, to: Shape): Laid {
  for (const {name} of [...node.attributes])
    if (!(name in to.attributes) && name !== "tabindex") node.removeAttribute(name);
  for (const [name, value] of Object.entries(to.attributes))
    if (node.getAttribute(name) !== value) node.setAttribute(name, value);
  let next = node.firstChild;
  const children = to.children.map((child) => {
    const there = next;
    next = next?.nextSibling ?? null;
    if (typeof child === "string") {
      if (there?.nodeType !== 3) return place(node, make(child, node.ownerDocument), there);
      if (there.nodeValue !== child) there.nodeValue = child;
      return there as Text;
    }
    if (there?.nodeType === 1 && (there as Element).localName === child.tag)
      return lay(there as Element, child);
    return place(node, make(child, node.ownerDocument), there);
  });
  while (next) {
    const rest: ChildNode = next;
    next = rest.nextSibling;
    rest.remove();
  }
  return {node, shape: to, children};
}

/** Writes what differs between what was laid and a shape. */
function change(laid: Laid, to: Shape): void {
  const {node, children} = laid;
  const [before, now] = [laid.shape.attributes, to.attributes];
  for (const name in before) if (!(name in now)) node.removeAttribute(name);
  for (const name in now) if (now[name] !== before[name]) node.setAttribute(name, now[name]!);
  to.children.forEach((child, i) => {
    const there = children[i];
    const was = laid.shape.children[i];
    if (there === undefined) children.push(place(node, make(child, node.ownerDocument), null));
    else if (typeof child === "string") {
      if (typeof was !== "string") children[i] = place(node, make(child, node.ownerDocument), nodeOf(there));
      else if (was !== child) (there as Text).nodeValue = child;
    } else if (typeof was === "object" && was.tag === child.tag) change(there as Laid, child);
    else children[i] = place(node, make(child, node.ownerDocument), nodeOf(there));
  });
  for (const rest of children.splice(to.children.length)) nodeOf(rest).remove();
  laid.shape = to;
}

/** New nodes for a shape or a text. */
function make(of: Shape | string, document: Document): Laid | Text {
  if (typeof of === "string") return document.createTextNode(of);
  const node = document.createElementNS(svgNamespace, of.tag);
  for (const [name, value] of Object.entries(of.attributes)) node.setAttribute(name, value);
  const children = of.children.map((child) => make(child, document));
  node.append(...children.map(nodeOf));
  return {node, shape: of, children};
}

const nodeOf = (part: Laid | Text): ChildNode => ("node" in part ? part.node : part);

function place<Part extends Laid | Text>(parent: Element, part: Part, instead: ChildNode | null): Part {
  if (instead) instead.replaceWith(nodeOf(part));
  else parent.append(nodeOf(part));
  return part;
}
