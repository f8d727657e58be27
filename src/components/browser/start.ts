import {startSearch} from "./search-box.js";

/** What every page does once it has loaded. */
export function start(): void {
  startSearch();
}
