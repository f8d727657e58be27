import type {Locale} from "../../cubes.js";
import {type CellMark, customersOf, isOf} from "../drill/cell-mark.js";
import {drillSpec} from "../drill/drill-tables.js";
import {ownHeading, whoWords} from "../drill/drill-words.js";
import {cellIndexFile, cellMembersFile} from "../drill/member-files.js";
import {type Largest, largestMembers} from "../drill/members.js";
import {saidHtml} from "../drill/panel.js";
import {saidOf} from "../drill/said.js";
import {acceptedKeys} from "../filter/accepted-keys.js";
import {type Filter, isSet} from "../filter/filter.js";
import {cellsUnder} from "../filter/filter-table.js";
import {tableSpec, tablesFor} from "../filter/tables.js";
import {sentenceCase} from "../terms.js";
import type {Behind} from "./behind.js";
import {crossedCells} from "./crossed-cubes.js";
import {type Mark as DrawnMark, wordsOf} from "./drawn-marks.js";
import type {knowledge} from "./filter-knowledge.js";
import {fetchTables} from "./filtered-figures.js";
import {fetchCells, fetchMembers, memberPath} from "./member-tables.js";

/** What tables count beside customers. */
const countsNoPeople = new Set(["complaints", "surveys", "contacts", "events"]);

/** How a mark stands in its figure: as drawn, with the others beside it, and the figure's title. */
interface Drawing {
  drawn: () => DrawnMark[];
  beside: () => DrawnMark[];
  figure: string;
}

type Known = Awaited<ReturnType<typeof knowledge>>;

/** How many customers a mark stands for under a filter; undefined where that is not published. */
async function countOf(mark: CellMark, filter: Filter, {report}: Known): Promise<number | null | undefined> {
  const {dates, zeros} = tableSpec(mark.table);
  const at = mark.as_of ?? filter.as_of ?? report.as_of;
  if (!tablesFor(report.audience).includes(mark.table)) {
    const cells = await crossedCells(mark.table);
    return cells ? customersOf(mark, cells, at) : undefined;
  }
  // A table that holds one date is read at the mark's.
  const asked = dates === "each" ? {...filter, as_of: at === report.as_of ? null : at} : filter;
  const {[mark.table]: table} = await fetchTables([{tables: [mark.table]}], asked, report);
  const cells = cellsUnder(table!, acceptedKeys(filter, report), zeros);
  // A date of which filters know nobody is told for everyone all the same.
  const untold = !isSet(filter) && cells.every(({cell}) => cell.as_of !== undefined && cell.as_of !== at);
  return customersOf(mark, (untold && (await crossedCells(mark.table))) || cells, at);
}

/** The day whose customers the files list, of a table whose newest cut is before the newest date. */
async function dayOfList({table}: CellMark, {report}: Known): Promise<string | null> {
  const [first] = await fetchCells(cellIndexFile(table), report);
  return first?.as_of ?? null;
}

/** The largest customers in a mark's cells, whichever files list them. */
async function membersOf(mark: CellMark, filter: Filter, {report}: Known): Promise<Largest> {
  const index = await fetchCells(cellIndexFile(mark.table), report);
  const own = index.flatMap(({code, part}, place) => (isOf(mark, code) ? [{part, place}] : []));
  const parts = [...new Set(own.map(({part}) => part))];
  const tables = await Promise.all(
    parts.map(async (part) => ({
      ...(await fetchMembers(cellMembersFile(mark.table, part), report)),
      places: new Set(own.filter((cell) => cell.part === part).map(({place}) => place)),
    })),
  );
  return largestMembers(tables, filter, report);
}

/**
 * What is behind a mark of cells: what its figure says of them, as it stands drawn, how many customers they are, and the
 * largest by name.
 */
export async function behindCells(
  mark: CellMark,
  filter: Filter,
  known: Known,
  {locale, drawn, beside, figure}: Drawing & {locale: Locale},
): Promise<Behind> {
  const customers = await countOf(mark, filter, known);
  const said = saidOf(drawn().map(wordsOf), locale, beside().map(wordsOf));
  const who = whoWords(mark, locale);
  const people = !tableSpec(mark.table).measures.some((measure) => countsNoPeople.has(measure));
  return {
    title: (said.name && ownHeading(mark, locale)) || sentenceCase(said.name) || figure,
    counts: (listed) =>
      saidHtml(said, listed ?? customers, known.report, {locale, who, people, chosen: isSet(filter)}),
    drawn: said.values.length > 0,
    customers: customers ?? null,
    hidden: customers === null && known.report.audience === "executives",
    date: mark.as_of,
    by: "revenue",
    ...(drillSpec(mark.table).cut ? {listed: () => dayOfList(mark, known)} : {}),
    files: [memberPath(cellIndexFile(mark.table))],
    largest: () => membersOf(mark, filter, known),
  };
}
