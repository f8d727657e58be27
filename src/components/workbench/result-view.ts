import type {Locale} from "../../cubes.js";
import {count} from "../formats.js";
import {type Html, html} from "../html.js";
import {type ChartChoice, mostDrawn} from "./quick-chart.js";
import {type QueryResult, shown} from "./result.js";
import {filled, type WorkbenchWords} from "./words.js";

/** Rows that a page shows; the CSV has all. */
export const mostRows = 500;

/** The first rows of a result, in a region that scrolls both ways. */
export function resultTable({rows, columns}: QueryResult, words: WorkbenchWords, locale: Locale): Html {
  const held = Math.min(rows, mostRows);
  const align = (i: number): Html | null => (columns[i]!.kind === "number" ? html` class="number"` : null);
  return html`<div class="workbench-table" role="region" tabindex="0" aria-label="${words.result}"><table>
<thead><tr>${columns.map(({name}, i) => html`<th scope="col"${align(i)}>${name}</th>`)}</tr></thead>
<tbody>${Array.from(
    {length: held},
    (_, row) => html`<tr>${columns.map((column, i) => html`<td${align(i)}>${shown(column, row)}</td>`)}</tr>
`,
  )}</tbody>
</table></div>
<p class="workbench-save"><button type="button" data-action="csv">${words.csv}</button>${
    rows > held ? html` <span>${filled(words.more, {n: count(rows - held, locale)})}</span>` : null
  }</p>`;
}

/** The controls of the quick chart over a place for the drawing. */
export function chartControls(
  {columns}: QueryResult,
  choice: ChartChoice | null,
  words: WorkbenchWords,
): Html {
  if (choice === null) return html`<p class="workbench-chart">${words.noNumber}</p>`;
  const option = (value: string | number, text: string, chosen: boolean): Html =>
    html`<option value="${value}"${chosen ? html` selected` : null}>${text}</option>`;
  const numbers = columns.map((column, i) => ({...column, i})).filter(({kind}) => kind === "number");
  return html`<div class="workbench-chart"><h3>${words.chart}</h3>
<p class="workbench-choice"><label>${words.x} <select name="x">${columns.map(({name}, i) => option(i, name, i === choice.x))}</select></label>
<label>${words.y} <select name="y">${numbers.map(({name, i}) => option(i, name, i === choice.y))}</select></label>
<label>${words.mark} <select name="mark">${(["bars", "dots"] as const).map((mark) => option(mark, words[mark], mark === choice.mark))}</select></label></p>
<p class="workbench-drawn"></p>
<div class="workbench-drawing"></div></div>`;
}

/** What the chart shows, in a sentence. */
export function drawnWords(
  {rows, columns}: QueryResult,
  choice: ChartChoice,
  words: WorkbenchWords,
  locale: Locale,
): string {
  const n = Math.min(rows, mostDrawn[choice.mark]);
  return filled(n < rows ? words.drawnInPart : words.drawn, {
    x: columns[choice.x]!.name,
    y: columns[choice.y]!.name,
    n: count(n, locale),
    all: count(rows, locale),
  });
}
