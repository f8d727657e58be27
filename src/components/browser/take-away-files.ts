import {unchanging} from "./changing.js";
import {finish} from "./follow-up.js";
import {csv} from "./take-away-csv.js";
import {drawPicture} from "./take-away-png.js";
import {standAlone} from "./take-away-svg.js";
import {tableRows} from "./take-away-table.js";
import {fileName, type Origin, originOf} from "./take-away-words.js";

/** Hands a file to the reader. */
export function save(name: string, file: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // A browser reads the file after the click; a minute is more than the slowest needs.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function tableFile(table: HTMLTableElement, origin: Origin): Blob {
  const {asOf, filter, chinese} = origin;
  const notes = [{head: chinese ? "数据截至" : "Data as of", text: asOf}];
  if (filter) notes.push({head: chinese ? "筛选" : "Filter", text: filter});
  return new Blob([csv(tableRows(table, origin.currency, notes))], {type: "text/csv;charset=utf-8"});
}

/**
 * Saves the figure or the table that a button stands in, as the file that the button names, once the page shows what is
 * chosen: the button itself may be gone by then.
 */
export async function takeAway(button: HTMLElement): Promise<void> {
  const figure = button.closest<HTMLElement>("figure");
  const scroll = button.closest(".scroll");
  await unchanging();
  finish();
  const alone = scroll?.isConnected ? scroll : null;
  const twin = figure?.querySelector(".twin");
  const rows = twin?.querySelector<HTMLElement>("[data-rows]")?.dataset.rows;
  const holder = alone ?? (rows === undefined ? twin : document.getElementById(rows));
  const table = holder?.querySelector("table");
  const origin = originOf(alone ?? figure ?? button);
  const kind = button.dataset.take ?? "";
  const title =
    figure?.querySelector(".chart-title")?.textContent ?? table?.caption?.textContent ?? document.title;
  const name = fileName(title, origin, kind);
  if (kind === "csv") {
    if (table) save(name, tableFile(table, origin));
    return;
  }
  const drawing = figure && standAlone(figure, origin);
  if (!drawing) return;
  if (kind === "svg") save(name, new Blob([drawing.text], {type: "image/svg+xml;charset=utf-8"}));
  else save(name, await drawPicture(drawing));
}
