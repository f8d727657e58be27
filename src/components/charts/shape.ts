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
  const element = document.createElementNS(svgNamespace, of.tag) as SVGElement;
  for (const [name, value] of Object.entries(of.attributes)) element.setAttribute(name, value);
  for (const child of of.children)
    element.append(typeof child === "string" ? document.createTextNode(child) : toElement(child, document));
  return element;
}

/**
 * Makes an element what a shape says, in place: elements of the same kind at the same place stay (and keep the focus
 * that a reader has put on them), and attributes and texts are written only where they differ.
 */
export function patch(element: Element, to: Shape): void {
  for (const {name} of [...element.attributes])
    if (!(name in to.attributes) && name !== "tabindex") element.removeAttribute(name);
  for (const [name, value] of Object.entries(to.attributes))
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  const {children} = to;
  for (let i = 0; i < children.length; i++) {
    const child = children[i]!;
    const node = element.childNodes[i];
    if (typeof child === "string") {
      if (node?.nodeType === 3) {
        if (node.nodeValue !== child) node.nodeValue = child;
      } else place(element, element.ownerDocument.createTextNode(child), node);
    } else if (node?.nodeType === 1 && (node as Element).localName === child.tag)
      patch(node as Element, child);
    else place(element, toElement(child, element.ownerDocument), node);
  }
  while (element.childNodes.length > children.length) element.lastChild!.remove();
}

function place(parent: Element, node: Node, instead: ChildNode | undefined): void {
  if (instead) instead.replaceWith(node);
  else parent.append(node);
}
