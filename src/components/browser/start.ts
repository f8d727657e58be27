import {startBrushes} from "./brushes.js";
import {carryFilters} from "./carried-filters.js";
import {startDrill} from "./drill-start.js";
import {startFilters} from "./filter-bar.js";
import {startFolds} from "./folds.js";
import {startMarks} from "./marks.js";
import {startPartFolds} from "./part-folds.js";
import {startSearch} from "./search-box.js";
import {startTakeAway} from "./take-away.js";

/** What every page does once it has loaded. */
export function start(): void {
  startSearch();
  startPartFolds();
  startFolds();
  startFilters();
  carryFilters();
  startBrushes();
  startTakeAway();
  startMarks();
  startDrill();
  const own = document.querySelector<HTMLFormElement>("form.own-filter");
  if (own) void import("./own-filter.js").then(({startOwnFilter}) => startOwnFilter(own));
}
