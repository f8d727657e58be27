import {type Html, html} from "./html.js";
import {takeAway} from "./take-away.js";

/** A column of a table: its head, and whether its cells are numbers. */
export interface Column {
  head: string;
  number?: boolean;
}

/** A table's row: its cells in the order of the columns, and an id where something links to it. */
export interface Row {
  id?: string;
  cells: readonly (Html | string)[];
}

/**
 * A table with a caption and scoped heads, in a region that scrolls sideways on a phone. The first cell of each row
 * is its head.
 */
export function table(caption: string, columns: readonly Column[], rows: readonly Row[]): Html {
  const align = (i: number): Html | null => (columns[i]?.number ? html` class="number"` : null);
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}"><table>
<caption>${caption}</caption>
<thead><tr>${columns.map((c, i) => html`<th scope="col"${align(i)}>${c.head}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr${row.id ? html` id="${row.id}"` : null}>${row.cells.map((cell, i) =>
        i === 0 ? html`<th scope="row"${align(i)}>${cell}</th>` : html`<td${align(i)}>${cell}</td>`,
      )}</tr>
`,
  )}</tbody>
</table>${takeAway(["csv"], caption)}</div>`;
}
