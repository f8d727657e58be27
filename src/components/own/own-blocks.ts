import {exhibit} from "../exhibits/exhibit.js";
import type {Html} from "../html.js";
import type {Site} from "../site.js";
import {ownChart} from "./own-chart.js";
import {ownClasses, ownCross} from "./own-model.js";
import {ownTable} from "./own-table.js";
import {ownHeadline, ownMethod} from "./own-words.js";

/**
 * The directives of the pages that analysts add: `{{own-headline <name>}}`, `{{own-chart <name>}}` (with another drawing
 * where one is named: `{{own-chart <name> lines as_of revenue}}`), `{{own-table <name>}}`, `{{own-method <name>}}`; and
 * for models `{{own-classes <name> [revenue]}}`, `{{own-cross <name>}}`.
 */
export const ownBlocks: Readonly<Record<string, (site: Site, args: readonly string[]) => Html>> = {
  "own-headline": ownHeadline,
  "own-chart": (site, args) => exhibit(ownChart(site, args), site),
  "own-table": ownTable,
  "own-classes": (site, args) => exhibit(ownClasses(site, args), site),
  "own-cross": ownCross,
  "own-method": ownMethod,
};
