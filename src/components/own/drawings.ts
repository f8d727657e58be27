import {existsSync, readdirSync} from "node:fs";
import type {DrawOwn} from "./drawing.js";

/** The drawings of own pages by the pages' names; where a definition can't be loaded, why. */
type OwnDrawings = ReadonlyMap<string, DrawOwn | Error>;

/**
 * Reads the drawings that definitions hold, in the folder of own pages: a function can't be published beside the rows, so
 * the page is drawn by the definition itself. A definition without one draws a chart of the house.
 */
export async function readDrawings(folder: URL): Promise<OwnDrawings> {
  const drawings = new Map<string, DrawOwn | Error>();
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  for (const file of files.filter((name) => name.endsWith(".ts") && !name.startsWith("."))) {
    const name = file.slice(0, -".ts".length);
    try {
      const {default: page} = (await import(new URL(file, folder).href)) as {default?: {draw?: DrawOwn}};
      if (page?.draw) drawings.set(name, page.draw);
    } catch (error) {
      // The preview goes on with the pages from before while a definition is being written.
      drawings.set(name, error instanceof Error ? error : new Error(String(error)));
    }
  }
  return drawings;
}

/** The drawings of this project, read when the process starts. */
export const ownDrawings: OwnDrawings = await readDrawings(
  new URL("../../../loaders/own/pages/", import.meta.url),
);
