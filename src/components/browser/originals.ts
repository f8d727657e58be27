/** The figures as they were drawn when the page was made: what no filter shows. */
const originals = new Map<HTMLElement, Node[]>();

/** Keeps what stands in an element, once. */
export function keep(element: HTMLElement): void {
  if (!originals.has(element))
    originals.set(
      element,
      [...element.childNodes].map((node) => node.cloneNode(true)),
    );
}

/** Puts back everything that was kept. */
export function restore(): void {
  for (const [element, nodes] of originals)
    element.replaceChildren(...nodes.map((node) => node.cloneNode(true)));
  for (const figure of document.querySelectorAll(".figure.put-aside")) figure.classList.remove("put-aside");
}
