/** The figures as they were drawn when the page was made: what no filter shows. */
const originals = new Map<HTMLElement, Node[]>();

/** Those that show something else now. */
const changed = new Set<HTMLElement>();

/** The words of a mark that is pointed at stand in the figure only for that time. */
function withoutPassing(node: Node): Node {
  if (node instanceof Element) for (const e of node.querySelectorAll(".mark-layer, .mark-status")) e.remove();
  return node;
}

/** Keeps what stands in an element, once, before it is changed. */
export function keep(element: HTMLElement): void {
  changed.add(element);
  if (!originals.has(element))
    originals.set(
      element,
      [...element.childNodes].map((node) => withoutPassing(node.cloneNode(true))),
    );
}

/** Puts back what was kept of an element. */
export function restoreOne(element: HTMLElement): void {
  const nodes = originals.get(element);
  if (nodes && changed.delete(element)) element.replaceChildren(...nodes.map((node) => node.cloneNode(true)));
}

/** Takes what stands in an element now for what no filter shows: its page has drawn it anew. */
export function renew(element: HTMLElement): void {
  originals.delete(element);
  changed.delete(element);
}

/** Puts back everything that was kept. */
export function restore(): void {
  for (const element of originals.keys()) restoreOne(element);
}
