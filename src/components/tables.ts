import {type Html, html} from "./html.js";
import {takeAway} from "./take-away.js";
import {isUnbroken} from "./unbroken.js";

/** A column of a table: its head, and whether its cells are numbers. */
export interface Column {
  head: Html | string;
  number?: boolean;
  /**
   * Whether the rows stand in its order. In a list of customers it comes right after their numbers and names: on a phone
   * that is all that is seen before a reader scrolls.
   */
  ranks?: boolean;
}

/** How many columns say whom a row of a list is of. */
const whose = 2;

/** A table's row: its cells in the order of the columns, and an id where something links to it. */
export interface Row {
  id?: string;
  cells: readonly (Html | string)[];
}

const aDay = /^(?:\d{4}年\d{1,2}月\d{1,2}日|\d{1,2} [A-Z][a-z]+ \d{4})$/;

/** A list of customers that answers to filters: its name among those of named-list.ts, and its caption without counts. */
export interface ListOf {
  id: string;
  title: string;
}

/** The places of columns in the order in which they are shown. */
function shownOrder(columns: readonly Column[]): number[] {
  const places = columns.map((_, i) => i);
  const ranking = columns.findIndex((column) => column.ranks);
  if (ranking <= whose) return places;
  return [...places.slice(0, whose), ranking, ...places.slice(whose).filter((i) => i !== ranking)];
}

/** Characters above which a row's head, or another cell, is given width on a phone, lest it be a column of single words. */
const [longName, longText] = [14, 90];

const words = (cell: Html | string): string => String(cell).replace(/<code.*?<\/code>|<[^>]*>/gs, "");

const letters = (cell: Html | string): number => [...String(cell).replace(/<[^>]*>/g, "")].length;

/** How a table that answers to filters is named in the page. */
function answering(answers: ListOf | {live: string} | null): Html | null {
  if (answers === null) return null;
  return "live" in answers
    ? html` data-live-table="${answers.live}"`
    : html` data-list="${answers.id}" data-list-title="${answers.title}"`;
}

/**
 * A table with a caption and scoped heads, in a region that scrolls sideways on a phone. The first cell of each row
 * is its head. One that answers to filters says how: as a list of customers, or as a table among those of live-tables.ts.
 */
export function table(
  caption: string,
  given: readonly Column[],
  rows: readonly Row[],
  answers: ListOf | {live: string} | null = null,
): Html {
  const order = shownOrder(given);
  const columns = order.map((i) => given[i]!);
  const align = (i: number): Html | null => (columns[i]?.number ? html` class="number"` : null);
  // A day stands on one line.
  const shape = (cell: Html | string, i: number): Html | null =>
    align(i) ??
    (typeof cell === "string" && aDay.test(cell)
      ? html` class="day"`
      : isUnbroken(words(cell))
        ? html` class="unbroken"`
        : letters(cell) > (i === 0 ? longName : longText)
          ? html` class="long"`
          : null);
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}"${answering(answers)}><table>
<caption>${caption}</caption>
<thead><tr>${columns.map((c, i) => html`<th scope="col"${align(i)}>${c.head}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr${row.id ? html` id="${row.id}"` : null}>${order.map((place, i) => {
        const cell = row.cells[place] ?? "";
        return i === 0
          ? html`<th scope="row"${shape(cell, i)}>${cell}</th>`
          : html`<td${shape(cell, i)}>${cell}</td>`;
      })}</tr>
`,
  )}</tbody>
</table>${takeAway(["csv"], caption)}</div>`;
}
