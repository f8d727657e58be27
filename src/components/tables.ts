import {type Html, html} from "./html.js";
import {takeAway} from "./take-away.js";

/** A column of a table: its head, and whether its cells are numbers. */
export interface Column {
  head: Html | string;
  number?: boolean;
}

/** A table's row: its cells in the order of the columns, and an id where something links to it. */
export interface Row {
  id?: string;
  cells: readonly (Html | string)[];
}

const aDay = /^(?:\d{4}年\d{1,2}月\d{1,2}日|\d{1,2} [A-Z][a-z]+ \d{4})$/;

/**
 * A table with a caption and scoped heads, in a region that scrolls sideways on a phone. The first cell of each row
 * is its head.
 */
export function table(caption: string, columns: readonly Column[], rows: readonly Row[]): Html {
  const align = (i: number): Html | null => (columns[i]?.number ? html` class="number"` : null);
  // A day stands on one line.
  const shape = (cell: Html | string, i: number): Html | null =>
    align(i) ?? (typeof cell === "string" && aDay.test(cell) ? html` class="day"` : null);
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}"><table>
<caption>${caption}</caption>
<thead><tr>${columns.map((c, i) => html`<th scope="col"${align(i)}>${c.head}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr${row.id ? html` id="${row.id}"` : null}>${row.cells.map((cell, i) =>
        i === 0
          ? html`<th scope="row"${shape(cell, i)}>${cell}</th>`
          : html`<td${shape(cell, i)}>${cell}</td>`,
      )}</tr>
`,
  )}</tbody>
</table>${takeAway(["csv"], caption)}</div>`;
}
