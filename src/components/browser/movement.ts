import type {MovementModel} from "../../cubes/movement.js";
import type {MovesWords} from "../exhibits/movement/moves-view.js";
import type {MovePair, Moves} from "../exhibits/movement/pairs.js";
import {changing} from "./changing.js";
import {renew} from "./originals.js";
import {readable} from "./readable-query.js";

type Drawn = typeof import("./drawn-moves.js");

/** What draws another pair: it comes when a reader asks for one. */
function drawnMoves(): Promise<Drawn> {
  return import("./drawn-moves.js");
}

/** Gives a list the values that there are, in their order, and keeps what was chosen where it is among them. */
function offer(select: HTMLSelectElement, values: readonly string[], chosen: string): void {
  for (const option of select.options) option.disabled = option.hidden = !values.includes(option.value);
  select.value = chosen;
}

/**
 * Brings the lists above the figure to life: a choice redraws it and stands in the address, so that back, forward and a
 * pasted address work. What the address asks for and there is not gives the pair that is drawn without a choice.
 */
export function startMovement(): void {
  const form = document.querySelector<HTMLFormElement>("form.moves-chooser");
  const figure = document.getElementById("figure-moves");
  if (!form?.dataset.said || !figure) return;
  const said = JSON.parse(form.dataset.said) as MovesWords;
  const models = Object.keys(said.models) as MovementModel[];
  const list = (name: string): HTMLSelectElement => form.elements.namedItem(name) as HTMLSelectElement;
  const [model, from, to] = [list("model"), list("from"), list("to")];
  let drawn = `${model.value} ${from.value} ${to.value}`;

  // Known without the moves: on a slow line the list is right before they have come.
  const offerLater = (): void =>
    offer(
      to,
      [...to.options].map(({value}) => value).filter((day) => day > from.value),
      to.value,
    );
  const show = (moves: Moves, pair: MovePair, redraw: Drawn["redraw"]): void => {
    const mine = moves.pairs.filter((p) => p.model === pair.model);
    model.value = pair.model;
    offer(
      from,
      mine.map((p) => p.from),
      pair.from,
    );
    offer(
      to,
      mine.filter((p) => p.from === pair.from).map((p) => p.to),
      pair.to,
    );
    const now = `${pair.model} ${pair.from} ${pair.to}`;
    if (now === drawn) return;
    drawn = now;
    redraw(figure, moves, pair, said);
    renew(figure);
    // What is chosen in the filter bar is drawn of the new pair.
    if (/[?&](region|industry|class|stage|as_of|brush)=/.test(location.search))
      dispatchEvent(new PopStateEvent("popstate"));
  };
  const follow = async (): Promise<void> => {
    const {load, chosenPair, redraw} = await drawnMoves();
    const moves = await load(said.hasProfit);
    const pair = chosenPair(location.search, moves.pairs, models, said.known);
    if (pair) show(moves, pair, redraw);
  };
  const choose = async (changed: HTMLSelectElement): Promise<void> => {
    // Read before waiting: what was drawn first may be written into the lists in between.
    const wanted = {model: model.value as MovementModel, from: from.value, to: to.value};
    const {load, chosenPair, redraw} = await drawnMoves();
    const moves = await load(said.hasProfit);
    const mine = moves.pairs.filter((p) => p.model === wanted.model);
    // A first day after the second, or days that the other model has not, give the nearest pair that there is.
    const pair =
      mine.find((p) => p.from === wanted.from && p.to === wanted.to) ??
      (changed === from ? mine.filter((p) => p.from === wanted.from).at(-1) : undefined) ??
      chosenPair(`?model=${wanted.model}`, moves.pairs, models, said.known);
    if (!pair) return;
    const asked = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(pair)) asked.set(name, value);
    const query = `?${readable(asked)}`;
    if (location.search !== query) history.pushState(null, "", query + location.hash);
    show(moves, pair, redraw);
  };

  figure.querySelector(".says")?.setAttribute("aria-live", "polite");
  offerLater();
  form.dataset.ready = "";
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("focusin", () => changing(follow()));
  form.addEventListener("change", (event) => {
    if (event.target === from) offerLater();
    changing(choose(event.target as HTMLSelectElement));
  });
  addEventListener("popstate", () => changing(follow()));
  if (/[?&](model|from|to)=/.test(location.search)) changing(follow());
}
