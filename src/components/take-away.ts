import {type Html, html} from "./html.js";

/** The kinds of file that a part of a page can be taken away as. */
type TakeAway = "csv" | "svg" | "png";

/**
 * The row of buttons that saves a figure or a table as a file. The style sheet shows it only where scripts run, and
 * writes the words before it in the page's language.
 */
export function takeAway(kinds: readonly TakeAway[], title: string): Html {
  return html`<div class="take-away">${kinds.map(
    (kind) =>
      html`<button type="button" data-take="${kind}">${kind.toUpperCase()}<span class="visually-hidden"> · ${title}</span></button>`,
  )}</div>`;
}
