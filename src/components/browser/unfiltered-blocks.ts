/** The notes that stand while a filter is set. */
let notes: HTMLElement[] = [];

/** Lists of customers and some tables answer to filters, and what stands beside them is put aside: see filtered-lists.ts. */
const lists = "[data-list], :has([data-list]), [data-list-rest], [data-answers]";

/** A part that can be closed counts as one with its tables, unless a figure stands in it, which answers by itself. */
const tables =
  ".scroll, section.budget, .reference-points, details.cells, details:has(> .scroll):not(:has(figure))";

function note(tag: "p" | "li", text: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = "scope";
  element.textContent = text;
  notes.push(element);
  return element;
}

/**
 * Says of the headline (in words of its own, since what follows it does answer), of the lists of findings and of the tables that stand by themselves that they don't answer to
 * filters; once for tables that follow one another. Figures say it themselves.
 */
export function markUnfiltered(text: string, below: string): void {
  if (!text || notes.length > 0) return;
  for (const headline of document.querySelectorAll(".headline")) headline.append(note("p", below));
  for (const list of document.querySelectorAll("ul.findings")) list.prepend(note("li", text));
  const own = [...document.querySelectorAll<HTMLElement>(tables)].filter(
    (block) =>
      !block.parentElement?.closest(`${tables}, figure, .method, .computed`) &&
      !block.matches(lists) &&
      !block.previousElementSibling?.matches(`:is(${tables}):not(${lists})`),
  );
  for (const block of own) {
    const said = note("p", text);
    said.classList.add("of-table");
    block.before(said);
  }
}

/** Takes the notes away. */
export function unmark(): void {
  for (const element of notes) element.remove();
  notes = [];
}
