/** Stands in for the search box: an exported page has no other pages to search. */
export function startSearch(): void {}

/** Stands in for the filter bar on a page that has none, so that what draws filtered charts stays out. */
export function startFilters(): void {}

/** The charts whose marks have customers behind them stand beside filters. */
export function startDrill(): void {}
