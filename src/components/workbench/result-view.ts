import type {Locale} from "../../cubes.js";
import {count} from "../formats.js";
import {type Html, html} from "../html.js";
import {type Arrangement, groupColumns, measures, numberColumns} from "./arrange.js";
import {type ChartChoice, mostDrawn, quickMarks} from "./quick-chart.js";
import {type QueryResult, shown} from "./result.js";
import {filled, type WorkbenchWords} from "./words.js";

/** Rows that a page shows; the CSV has all. */
const mostRows = 500;

function option(value: string | number, text: string, chosen = false): Html {
  return html`<option value="${value}"${chosen ? html` selected` : null}>${text}</option>`;
}

/** What arranges a result without another query: a text to look for, and what to group by. */
export function arrangeControls(result: QueryResult, words: WorkbenchWords): Html {
  const groups = groupColumns(result);
  const numbers = numberColumns(result);
  const hows = numbers.length > 0 ? measures : (["count"] as const);
  return html`<div class="workbench-arrange" role="group" aria-label="${words.arrange}">
<label>${words.filter} <input type="search" name="filter" autocomplete="off" spellcheck="false"></label>
${
  groups.length === 0
    ? null
    : html`<label>${words.group} <select name="by">${option("", words.ungrouped)}${groups.map(({place, name}) => option(place, name))}</select></label>
<label hidden>${words.how} <select name="how">${hows.map((how) => option(how, words[how]))}</select></label>
<label hidden>${words.of} <select name="of">${numbers.map(({place, name}) => option(place, name))}</select></label>`
}
<p class="workbench-arranged" role="status"></p></div>`;
}

/** The first rows of a result, in a region that scrolls both ways; its heads sort it. */
export function resultTable(
  {rows, columns}: QueryResult,
  {sort, filter, group}: Arrangement,
  words: WorkbenchWords,
  locale: Locale,
): Html {
  const held = Math.min(rows, mostRows);
  const align = (i: number): Html | null => (columns[i]!.kind === "number" ? html` class="number"` : null);
  const sorted = (i: number): Html | null =>
    sort?.column === i ? html` aria-sort="${sort.descending ? "descending" : "ascending"}"` : null;
  return html`<div class="workbench-table" role="region" tabindex="0" aria-label="${words.result}"><table>
<thead><tr>${columns.map(({name}, i) => html`<th scope="col"${align(i)}${sorted(i)}><button type="button" data-sort="${i}" title="${words.sort}">${name}</button></th>`)}</tr></thead>
<tbody>${Array.from(
    {length: held},
    (_, row) => html`<tr>${columns.map((column, i) => html`<td${align(i)}>${shown(column, row)}</td>`)}</tr>
`,
  )}</tbody>
</table></div>
<p class="workbench-save"><button type="button" data-action="csv">${filter.trim() === "" && !group ? words.csv : words.csvArranged}</button>${
    rows > held ? html` <span>${filled(words.more, {n: count(rows - held, locale)})}</span>` : null
  }</p>`;
}

/** What has become of a result's rows, in a sentence; "" where they are as the query gave them. */
export function arrangedWords(
  given: QueryResult,
  now: QueryResult,
  {filter, group}: Arrangement,
  words: WorkbenchWords,
  locale: Locale,
): string {
  const n = {n: count(now.rows, locale), all: count(given.rows, locale)};
  if (group) return filled(words.grouped, n);
  return filter.trim() === "" ? "" : filled(words.filtered, n);
}

/** The controls of the quick chart over a place for the drawing. */
export function chartControls(result: QueryResult, choice: ChartChoice | null, words: WorkbenchWords): Html {
  if (choice === null) return html`<p class="workbench-chart">${words.noNumber}</p>`;
  return html`<div class="workbench-chart"><h3>${words.chart}</h3>
<p class="workbench-choice"><label>${words.mark} <select name="mark">${quickMarks.map((mark) => option(mark, words[mark], mark === choice.mark))}</select></label>
<label>${words.y} <select name="y">${numberColumns(result).map(({name, place}) => option(place, name, place === choice.y))}</select></label>
<label${choice.mark === "histogram" ? html` hidden` : null}>${words.x} <select name="x">${result.columns.map(({name}, i) => option(i, name, i === choice.x))}</select></label></p>
<p class="workbench-drawn"></p>
<div class="drawings"><div class="drawing workbench-drawing"></div></div></div>`;
}

/** What the chart shows, in a sentence. */
export function drawnWords(
  {rows, columns}: QueryResult,
  choice: ChartChoice,
  words: WorkbenchWords,
  locale: Locale,
): string {
  const n = Math.min(rows, mostDrawn[choice.mark]);
  const sentence =
    choice.mark === "histogram" ? words.drawnCounts : n < rows ? words.drawnInPart : words.drawn;
  return filled(sentence, {
    x: columns[choice.x]!.name,
    y: columns[choice.y]!.name,
    n: count(n, locale),
    all: count(rows, locale),
  });
}
