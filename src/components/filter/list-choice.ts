import type {ReportCube} from "../../cubes.js";
import {acceptedKeys} from "./accepted-keys.js";
import {dimensions, type Filter} from "./filter.js";
import {heldOf, type KeyedRow, type ListRows, listFile} from "./list-files.js";
import type {NamedList} from "./named-list.js";

/** What a filter leaves of a list. */
export interface ChosenRows {
  /** The rows that are shown. */
  rows: KeyedRow[];
  /** How many entries those are. */
  shown: number;
  /** How many entries match among those that were looked at. */
  matched: number;
  /** How many match in all. */
  total: number;
  /** Where others than those shown may come before them: how many from the start were looked at; else null. */
  of: number | null;
}

/** How many of a filter's lists are set. */
const set = (filter: Filter): number => dimensions.filter((d) => filter[d] !== null).length;

/**
 * The rows of a list under a filter, at the newest date whatever the filter's is: as many entries as the page shows, from
 * the first. They are those of the whole list where its file holds all of it, where one list of the filter bar alone is set,
 * of whose every value it holds the first, and where enough match among those that it holds without a gap.
 */
export function chooseRows(
  list: NamedList,
  {rows: all, counts}: ListRows,
  filter: Filter,
  report: Pick<ReportCube, "audience" | "grid_minimums">,
): ChosenRows {
  const {own, most, after = 0, group, order, cube} = list as unknown as NamedList<KeyedRow>;
  const accepted = acceptedKeys(filter, report);
  const column = filter.brush?.on ?? "key";
  const mine = own ? all.filter(own) : all;
  const held = heldOf(cube);
  const whole = mine.every((row) => row.listed_of <= held.all);
  const gapless = whole || (filter.brush === null && set(filter) === 1);
  const matching = mine.filter((row) => {
    const key = row[column];
    return key !== null && accepted[key] === 1 && (gapless || row.listed_at <= held.all);
  });
  if (order) matching.sort(order);
  const {entry} = listFile(cube);
  const entryOf = (row: KeyedRow): unknown => (entry ? row[entry as keyof KeyedRow] : row);
  const groups = new Map<string, Set<unknown>>();
  const rows = matching.filter((row) => {
    const name = group?.(row) ?? "";
    const there = groups.get(name) ?? new Set();
    groups.set(name, there);
    if (there.size < after + most) there.add(entryOf(row));
    return there.has(entryOf(row)) && [...there].indexOf(entryOf(row)) >= after;
  });
  const matchedIn = (some: readonly KeyedRow[]): number =>
    new Set(some.map(group ? (row) => row.customer_id : entryOf)).size;
  const matched = matchedIn(matching);
  const shown = new Set(rows.map(entryOf)).size;
  const lists = new Set(mine.map((row) => row.listed_in));
  const total = counts
    .filter(({listed_in, by, key}) => lists.has(listed_in) && by === column && accepted[key] === 1)
    .reduce(
      (sum, {entries}) => sum + entries,
      matchedIn(matching.filter((row) => row.listed_of <= held.all)),
    );
  // Of several lists in one, each ends at a place of its own. Where as many match as there are, nobody is left out.
  const enough =
    gapless ||
    matched === total ||
    (!group && shown >= most && new Set(mine.map((row) => row.listed_of)).size === 1);
  return {rows, shown, matched, total, of: enough ? null : held.all};
}
