import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {cellFilesOf} from "../../src/components/drill/member-files.js";
import type {BrushKind} from "../../src/components/filter/brush.js";
import {listPath} from "../../src/components/filter/list-files.js";
import {type LiveFigure, liveFigures} from "../../src/components/filter/live-figures/all.js";
import {liveKeyFigures} from "../../src/components/filter/live-figures/key-figures.js";
import {namedLists} from "../../src/components/filter/named-lists.js";
import {type TableName, tablePath, tableSpec, tablesFor} from "../../src/components/filter/tables.js";
import {drawingDocument, type Site} from "../../src/components/site.js";
import type {ReportCube} from "../../src/cubes.js";
import {UserError} from "../errors.js";
import {filesBelow} from "../site/sources.js";

/** A file that goes along in the page, by its path in the site. */
export interface CarriedFile {
  path: string;
  /** Gzipped, in base64. */
  text: string;
}

interface Carried {
  files: CarriedFile[];
  /** The as-of dates whose filter tables go along, newest first. */
  dates: string[];
}

/** Letters that filter tables may take before older dates stay behind: with its drawings a page is then about 2 MB. */
const roomForDates = 1_000_000;

/** Letters that customers behind marks may take before the rest of them stay on the site. */
const roomForMembers = 1_500_000;

/** Letters that a set of files may take which can only go along as a whole: mail servers often refuse 10 MB. */
const roomForSet = 7_000_000;

async function carry(site: string, path: string): Promise<CarriedFile> {
  return {path, text: gzipSync(await readFile(join(site, path)), {level: 9}).toString("base64")};
}

const lettersOf = (files: readonly CarriedFile[]): number =>
  files.reduce((sum, {text}) => sum + text.length, 0);

/** What a page's filters read: the tables of its figures, those of the headline figures, and the parts that may be chosen. */
function filterTablesOf(
  figures: readonly string[],
  headlines: readonly string[],
  report: ReportCube,
): {tables: TableName[]; brushes: BrushKind[]} {
  const known = liveFigures({cubes: {report}, document: drawingDocument()} as Site);
  const live = figures.flatMap((id): LiveFigure | [] => known[id] ?? []);
  const told = new Set(tablesFor(report.audience));
  const ofHeadlines = headlines
    .map((id) => [...(liveKeyFigures[id]?.tables ?? []), ...(liveKeyFigures[id]?.now ?? [])])
    .filter((names) => names.every((name) => told.has(name)));
  return {
    tables: [...new Set<TableName>(["totals", ...live.flatMap(({tables}) => tables), ...ofHeadlines.flat()])],
    brushes: [...new Set(live.flatMap(({brush}) => brush ?? []))],
  };
}

/**
 * The files of filters that go along: all that the newest date needs, the parts of charts too, and those of as many
 * dates before as there is room for, newest first.
 */
async function carryFilters(
  site: string,
  {tables, brushes}: ReturnType<typeof filterTablesOf>,
  [newest, ...past]: readonly string[],
): Promise<Carried> {
  const read = async (date: string, names: readonly TableName[], by: BrushKind | null = null) =>
    await Promise.all(names.map((name) => carry(site, tablePath(name, date, by))));
  const carried: Carried = {files: await read(newest!, tables), dates: [newest!]};
  for (const brush of brushes) carried.files.push(...(await read(newest!, tables, brush)));
  const dated = tables.filter((name) => tableSpec(name).dates === "each");
  for (const date of past) {
    const files = await read(date, dated);
    if (lettersOf(carried.files) + lettersOf(files) > roomForDates) break;
    carried.files.push(...files);
    carried.dates.push(date);
  }
  return carried;
}

/**
 * The customers behind the marks of a page's charts: the largest first, then the lists, kind by kind in the page's order,
 * while there is room; a kind goes along whole or not at all, and an audience that sees no names has none.
 */
async function carryMembers(site: string, marks: readonly string[]): Promise<CarriedFile[]> {
  const folder = join(site, "files/members");
  if (!existsSync(folder)) return [];
  const paths = (await filesBelow(folder)).map((path) => `files/members/${path}`);
  const carried: CarriedFile[] = [];
  for (let file = 0; paths.includes(`files/members/people-${file}.arrow`); file++) {
    const people = await carry(site, `files/members/people-${file}.arrow`);
    if (lettersOf(carried) + people.text.length > roomForMembers / 2) break;
    carried.push(people);
  }
  for (const kind of new Set(marks.map((mark) => mark.split(":")[0]!))) {
    const own = [
      ...paths.filter((path) => path.startsWith(`files/members/${kind}-`)),
      ...cellFilesOf(kind, paths),
    ];
    const files = await Promise.all(own.map((path) => carry(site, path)));
    if (lettersOf(carried) + lettersOf(files) <= roomForMembers) carried.push(...files);
  }
  return carried;
}

/** The lists of customers of a page, in its order, while there is room. */
async function carryLists(site: string, ids: readonly string[]): Promise<CarriedFile[]> {
  const cubes = new Set(ids.flatMap((id) => namedLists[id]?.cube ?? []));
  const carried: CarriedFile[] = [];
  for (const cube of cubes) {
    const file = await carry(site, listPath(cube));
    if (lettersOf(carried) + file.text.length <= roomForMembers) carried.push(file);
  }
  return carried;
}

async function carrySet(site: string, set: string, page: string): Promise<CarriedFile[]> {
  const paths = (await filesBelow(join(site, "files", set))).map((path) => `files/${set}/${path}`);
  const files = await Promise.all(paths.map((path) => carry(site, path)));
  if (lettersOf(files) > roomForSet)
    throw new UserError(
      `export ${page}: its ${paths.length} files of ${set} would make ${(lettersOf(files) / 1e6).toFixed(0)} MB, too much for a mail: show the site instead`,
    );
  return files;
}

/**
 * Everything that a page's scripts may read, found in the scripts themselves: the cubes that they name, and the sets of
 * files below `files/`. Of the filters' tables only those of the page's figures go along, at as many dates as there is
 * room for; of the customers behind marks those that there is room for.
 *
 * @throws UserError where a set is too large to be sent
 */
export async function carriedFiles(options: {
  site: string;
  page: string;
  script: string;
  /** The page's figures by id, such as `pareto`. */
  figures: readonly string[];
  /** Its headline figures by id, such as `top20-share`. */
  headlines: readonly string[];
  /** The classes that marks of its charts stand for, such as `wallet:strategic`. */
  marks: readonly string[];
  /** Its lists of customers by id, such as `stale-assessments`. */
  lists: readonly string[];
  /** Paths of rows that its choosers read. */
  rows: readonly string[];
}): Promise<Carried> {
  const {site, page, script, figures, headlines, marks, lists, rows} = options;
  const found = (pattern: RegExp): string[] =>
    [...new Set([...script.matchAll(pattern)].map(([, at]) => at!))].sort();
  const cubes = found(/(_file\/data\/[\w./-]+\.json)/g);
  const named = [...new Set([...cubes, ...rows])];
  const carried: Carried = {files: await Promise.all(named.map((path) => carry(site, path))), dates: []};
  for (const set of found(/\bfiles\/([\w-]+)\//g)) {
    if (set === "members") {
      carried.files.push(...(await carryMembers(site, marks)));
      continue;
    }
    if (set === "lists") {
      carried.files.push(...(await carryLists(site, lists)));
      continue;
    }
    if (set !== "filters") {
      carried.files.push(...(await carrySet(site, set, page)));
      continue;
    }
    const path = cubes.find((cube) => /\/report\.\w+\.json$/.test(cube));
    if (!path) throw new Error(`${page}: filters without the cube report`);
    const report = JSON.parse(await readFile(join(site, path), "utf8")) as ReportCube;
    const wanted = filterTablesOf(figures, headlines, report);
    const filters = await carryFilters(site, wanted, [...report.dates].reverse());
    carried.files.push(...filters.files);
    carried.dates = filters.dates;
  }
  return carried;
}
