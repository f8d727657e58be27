import {FileAttachment} from "observablehq:stdlib";
import type {ClassMovementRow, ClassMovementWayRow} from "../../cubes/movement.js";
import type {MovementRow} from "../../cubes/value.js";
import {movesDrawing} from "../charts/moves.js";
import {type MovesWords, movesView} from "../exhibits/movement/moves-view.js";
import {
  isColumns,
  type MovePair,
  type Moves,
  movesOfColumns,
  movesOfRows,
} from "../exhibits/movement/pairs.js";

export {chosenPair} from "../exhibits/movement/pairs.js";

let loading: Promise<Moves> | undefined;

/** The moves of this report: fetched at the first touch, or where the address asks for a pair. */
export function load(hasProfit: boolean): Promise<Moves> {
  loading ??= (async () => {
    const all = await FileAttachment("../../data/class-movement-pairs.json").json();
    if (isColumns(all)) return movesOfColumns(all);
    const [own, ways, others] = await Promise.all([
      FileAttachment("../../data/class-movement.json").json() as Promise<ClassMovementRow[]>,
      FileAttachment("../../data/class-movement-ways.json").json() as Promise<ClassMovementWayRow[]>,
      FileAttachment("../../data/movement.json").json() as Promise<MovementRow[]>,
    ]);
    return movesOfRows(own, ways, others, hasProfit);
  })();
  return loading;
}

/** Draws another pair in place of the one that stands there: each width's drawing, the words and the table. */
export function redraw(figure: HTMLElement, moves: Moves, pair: MovePair, said: MovesWords): void {
  figure.querySelector(":scope > .scope")?.remove();
  const view = movesView(moves.of(pair), moves.went(pair, "down"), pair, said);
  const label = `${view.title}${said.locale === "zh" ? "。" : ". "}${view.says}`;
  for (const old of figure.querySelectorAll<SVGSVGElement>(".drawing > svg")) {
    const width = Number(old.getAttribute("width"));
    old.replaceWith(movesDrawing(view.data, {document, width, locale: said.locale, id: old.id, label}));
  }
  const write = (selector: string, text: string): void => {
    const element = figure.querySelector(selector);
    if (element) element.textContent = text;
  };
  write(".chart-title", view.title);
  write(".chart-subtitle", view.subtitle);
  write(".says", view.says);
  write(".twin summary .visually-hidden", ` · ${view.title}`);
  const table = figure.querySelector(".twin .scroll");
  if (table) table.outerHTML = view.twin.text;
}
