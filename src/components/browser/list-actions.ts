import {FileAttachment} from "observablehq:stdlib";
import type {ActionRow} from "../../cubes/value.js";

let actions: Promise<ActionRow[]> | undefined;

/** The suggestions that lists of movers name. It stands apart: a page by itself without such a list doesn't carry them. */
export function readActions(): Promise<ActionRow[]> {
  if (!actions) {
    actions = FileAttachment("../../data/actions.json").json() as Promise<ActionRow[]>;
    actions.catch(() => {
      actions = undefined;
    });
  }
  return actions;
}
