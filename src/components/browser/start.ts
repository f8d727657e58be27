import {startFilters} from "./filter-bar.js";
import {startFolds} from "./folds.js";
import {startSearch} from "./search-box.js";
import {startTakeAway} from "./take-away.js";

/** What every page does once it has loaded. */
export function start(): void {
  startSearch();
  startFolds();
  startFilters();
  startTakeAway();
  const own = document.querySelector<HTMLFormElement>("form.own-filter");
  if (own) void import("./own-filter.js").then(({startOwnFilter}) => startOwnFilter(own));
}
