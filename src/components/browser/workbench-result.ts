import type {Locale} from "../../cubes.js";
import {toElement} from "../charts/shape.js";
import {type ChartChoice, firstChoice, quickChart} from "../workbench/quick-chart.js";
import {allRows, type QueryResult} from "../workbench/result.js";
import {chartControls, drawnWords, resultTable} from "../workbench/result-view.js";
import type {WorkbenchWords} from "../workbench/words.js";
import {csv} from "./take-away-csv.js";
import {save} from "./take-away-files.js";
import {fileName, originOf} from "./take-away-words.js";

/** Shows the answer to a query in its place: the table, the quick chart, and what saves all rows. */
export function showResult(
  place: HTMLElement,
  result: QueryResult,
  words: WorkbenchWords,
  locale: Locale,
): void {
  if (result.columns.length === 0) {
    place.replaceChildren();
    return;
  }
  const first = result.rows > 0 ? firstChoice(result) : null;
  place.innerHTML = `${resultTable(result, words, locale)}${result.rows > 0 ? chartControls(result, first, words) : ""}`;
  place.querySelector("[data-action=csv]")?.addEventListener("click", () => {
    const file = new Blob([csv(allRows(result))], {type: "text/csv;charset=utf-8"});
    save(fileName(words.result, originOf(place), "csv"), file);
  });
  if (first === null) return;
  const chart = place.querySelector<HTMLElement>(".workbench-chart")!;
  draw(chart, result, first, words, locale);
  chart.addEventListener("change", () => {
    const chosen = (name: string): string => chart.querySelector<HTMLSelectElement>(`[name=${name}]`)!.value;
    const mark = chosen("mark") === "dots" ? "dots" : "bars";
    draw(chart, result, {x: Number(chosen("x")), y: Number(chosen("y")), mark}, words, locale);
  });
}

function draw(
  chart: HTMLElement,
  result: QueryResult,
  choice: ChartChoice,
  words: WorkbenchWords,
  locale: Locale,
): void {
  const label = drawnWords(result, choice, words, locale);
  chart.querySelector(".workbench-drawn")!.textContent = label;
  const drawing = chart.querySelector<HTMLElement>(".workbench-drawing")!;
  const width = Math.max(280, Math.min(1080, Math.floor(drawing.clientWidth)));
  drawing.replaceChildren(
    toElement(quickChart(result, choice, {width, locale, id: "workbench-drawing", label}), document),
  );
}
