import {JSDOM} from "jsdom";
import type {Locale} from "../cubes.js";
import type {CubeReader} from "./cube-files.js";
import type {Html} from "./html.js";

/** What a block of a page is drawn from. */
export interface Site {
  cubes: CubeReader;
  locale: Locale;
  document: Document;
  /** Whether the page ends with its definitions, under the id "method". */
  hasMethod?: boolean;
  /** What was just drawn is computed from; where it is not told, as in the browser, nothing stands. */
  explain?: (title: string) => Html | null;
}

let kept: Document | undefined;

/** The one document that all drawings of a process are made with: a window costs a tenth of a second. */
export function drawingDocument(): Document {
  kept ??= new JSDOM("").window.document;
  return kept;
}
