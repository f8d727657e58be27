import type {Locale} from "../../cubes.js";
import {draw} from "../charts/frame.js";
import {type Arrangement, arranged, asGiven, type Measure} from "../workbench/arrange.js";
import {type ChartChoice, firstChoice, type QuickMark, quickChart} from "../workbench/quick-chart.js";
import {allRows, type QueryResult} from "../workbench/result.js";
import {
  arrangeControls,
  arrangedWords,
  chartControls,
  drawnWords,
  resultTable,
} from "../workbench/result-view.js";
import type {WorkbenchWords} from "../workbench/words.js";
import {csv} from "./take-away-csv.js";
import {save} from "./take-away-files.js";
import {fileName, originOf} from "./take-away-words.js";

/** Shows the answer to a query in its place: what arranges it, the table, what saves all rows, and the quick chart. */
export function showResult(
  place: HTMLElement,
  given: QueryResult,
  words: WorkbenchWords,
  locale: Locale,
): void {
  if (given.columns.length === 0) {
    place.replaceChildren();
    return;
  }
  place.innerHTML = `${given.rows > 0 ? arrangeControls(given, words) : ""}<div class="workbench-rows"></div><div class="workbench-picture"></div>`;
  const part = (name: string): HTMLElement => place.querySelector<HTMLElement>(`.workbench-${name}`)!;
  let arrangement: Arrangement = asGiven;
  let now = given;
  let choice: ChartChoice | null = null;

  const redraw = (): void => {
    if (choice) drawChart(part("chart"), now, choice, words, locale);
  };
  const offerCharts = (): void => {
    choice = now.rows > 0 ? firstChoice(now) : null;
    part("picture").innerHTML = now.rows > 0 ? `${chartControls(now, choice, words)}` : "";
    redraw();
  };
  const rearrange = (to: Partial<Arrangement>): void => {
    const before = now;
    arrangement = {...arrangement, ...to};
    now = arranged(given, arrangement, words.grouping, locale);
    part("rows").innerHTML = `${resultTable(now, arrangement, words, locale)}`;
    if (given.rows > 0) part("arranged").textContent = arrangedWords(given, now, arrangement, words, locale);
    const same =
      before.columns.map(({name}) => name).join("\n") === now.columns.map(({name}) => name).join("\n");
    if (same && choice && before.rows > 0 && now.rows > 0) redraw();
    else offerCharts();
  };
  const chosen = (name: string): string =>
    place.querySelector<HTMLSelectElement>(`select[name=${name}]`)?.value ?? "";

  place.querySelector(".workbench-arrange")?.addEventListener("change", (event) => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const [by, how] = [chosen("by"), chosen("how") as Measure];
    const hide = (name: string, hidden: boolean): void => {
      place.querySelector<HTMLElement>(`label:has(> [name=${name}])`)!.hidden = hidden;
    };
    hide("how", by === "");
    hide("of", by === "" || how === "count");
    rearrange({group: by === "" ? null : {by: Number(by), of: Number(chosen("of")), how}, sort: null});
  });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  place.querySelector("[name=filter]")?.addEventListener("input", ({target}) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => rearrange({filter: (target as HTMLInputElement).value}), 150);
  });
  part("rows").addEventListener("click", ({target}) => {
    const button = (target as Element).closest<HTMLButtonElement>("button");
    if (button?.dataset.action === "csv") {
      const file = new Blob([csv(allRows(now))], {type: "text/csv;charset=utf-8"});
      save(fileName(words.result, originOf(place), "csv"), file);
    } else if (button?.dataset.sort) {
      const scrolled = part("table").scrollLeft;
      rearrange({sort: nextSort(arrangement, now, Number(button.dataset.sort))});
      part("table").scrollLeft = scrolled;
      part("rows")
        .querySelector<HTMLElement>(`[data-sort="${button.dataset.sort}"]`)!
        .focus({preventScroll: true});
    }
  });
  part("picture").addEventListener("change", () => {
    choice = {x: Number(chosen("x")), y: Number(chosen("y")), mark: chosen("mark") as QuickMark};
    place.querySelector<HTMLElement>("label:has(> [name=x])")!.hidden = choice.mark === "histogram";
    redraw();
  });
  rearrange({});
}

/** Each click of a head goes on: numbers and days the largest first, then the smallest, then as they came; texts from A. */
function nextSort({sort}: Arrangement, {columns}: QueryResult, column: number): Arrangement["sort"] {
  const first = columns[column]!.kind !== "text";
  if (sort?.column !== column) return {column, descending: first};
  return sort.descending === first ? {column, descending: !first} : null;
}

function drawChart(
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
  const options = {document, width, id: "workbench-drawing", label};
  drawing.replaceChildren(draw(options, quickChart(result, choice, {width, locale})));
}
