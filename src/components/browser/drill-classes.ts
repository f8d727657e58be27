import {FileAttachment} from "observablehq:stdlib";
import type {RfmSegmentRow} from "../../cubes/value.js";
import type {Locale, ParetoPoint, ReportCube} from "../../cubes.js";
import type {CubeReader} from "../cube-files.js";
import {notDrawn} from "../drill/drill-words.js";
import {type ClassMark, isPart, memberFile} from "../drill/mark.js";
import {markCounts, tablesOf} from "../drill/mark-counts.js";
import {markTitle} from "../drill/mark-words.js";
import {largestMembers, mostMembers} from "../drill/members.js";
import {countsHtml} from "../drill/panel.js";
import {type Filter, isSet} from "../filter/filter.js";
import {filteredCubes} from "../filter/filtered-cubes.js";
import {html} from "../html.js";
import type {Behind} from "./behind.js";
import type {knowledge} from "./filter-knowledge.js";
import {fetchTables} from "./filtered-figures.js";
import {fetchMembers, memberPath} from "./member-tables.js";

/** Where no filter is set a figure is of cubes that stand in no table of filters, or not as exactly. */
async function withOwnCubes(cubes: CubeReader, {kind}: ClassMark): Promise<CubeReader> {
  const own =
    kind === "segment"
      ? ((await FileAttachment("../../data/rfm-segments.json").json()) as RfmSegmentRow[])
      : isPart(kind)
        ? ((await FileAttachment("../../data/pareto-curve.json").json()) as ParetoPoint[])
        : null;
  const name = kind === "segment" ? "rfm-segments" : "pareto-curve";
  return own ? {...cubes, read: (cube) => (cube === name ? (own as never) : cubes.read(cube))} : cubes;
}

/** A class whose mark its chart doesn't show under what is chosen. */
export function unseenClass(mark: ClassMark, filter: Filter, report: ReportCube, locale: Locale): Behind {
  return {
    title: markTitle(mark, report, locale),
    counts: () => html`<p>${notDrawn(isSet(filter), locale)}</p>`,
    drawn: false,
    customers: null,
    hidden: false,
    date: null,
    by: "revenue",
    files: [],
    largest: async () => ({ranks: [], all: null}),
  };
}

/** What is behind a class's mark: its counts as the cubes of the filter have them, its largest customers by name. */
export async function behindClass(
  mark: ClassMark,
  filter: Filter,
  {report, settings}: Awaited<ReturnType<typeof knowledge>>,
  locale: Locale,
): Promise<Behind> {
  const tables = tablesOf[mark.kind];
  const names = [...tables, "totals"] as const;
  const cubes = filteredCubes(report, settings, await fetchTables([{tables}], filter, report), filter)(names);
  const counts = markCounts(mark, isSet(filter) ? cubes : await withOwnCubes(cubes, mark));
  const {customers} = counts;
  const most = isPart(mark.kind) && customers !== null ? Math.min(mostMembers, customers) : mostMembers;
  return {
    title: markTitle(mark, report, locale),
    counts: () => countsHtml(counts, report, locale),
    drawn: true,
    customers,
    hidden: customers === null,
    date: null,
    by: mark.kind === "profit" ? "profit" : "revenue",
    files: [memberPath(memberFile(mark))],
    largest: async () => largestMembers([await fetchMembers(memberFile(mark), report)], filter, report, most),
  };
}
