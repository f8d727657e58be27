import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {type LiveFigure, liveFigure} from "../../src/components/filter/live-figures.js";
import type {Site} from "../../src/components/site.js";
import type {ReportCube} from "../../src/cubes.js";
import {UserError} from "../errors.js";
import {filesBelow} from "../site/sources.js";

/** A file that goes along in the page, by its path in the site. */
export interface CarriedFile {
  path: string;
  /** Gzipped, in base64. */
  text: string;
}

export interface Carried {
  files: CarriedFile[];
  /** The as-of dates whose filter tables go along, newest first. */
  dates: string[];
}

/** Letters that filter tables may take before older dates stay behind: with its drawings a page is then about 2 MB. */
const roomForDates = 1_000_000;

/** Letters that a set of files may take which can only go along as a whole: mail servers often refuse 10 MB. */
const roomForSet = 7_000_000;

async function carry(site: string, path: string): Promise<CarriedFile> {
  return {path, text: gzipSync(await readFile(join(site, path)), {level: 9}).toString("base64")};
}

const lettersOf = (files: readonly CarriedFile[]): number =>
  files.reduce((sum, {text}) => sum + text.length, 0);

/** The tables that filters on a page read: those of its figures, and the headline figures' own. */
function filterTablesOf(figures: readonly string[], report: ReportCube): string[] {
  const site = {cubes: {report}} as Site;
  const live = figures.map((id): LiveFigure | null => liveFigure(id, site));
  return [...new Set(["totals", ...live.flatMap((figure) => figure?.tables ?? [])])];
}

/** The filter tables of as many dates as there is room for, the newest first. */
async function carryFilters(
  site: string,
  tables: readonly string[],
  dates: readonly string[],
): Promise<Carried> {
  const carried: Carried = {files: [], dates: []};
  for (const date of dates) {
    const files = await Promise.all(
      tables.map((table) => carry(site, `files/filters/${date}-${table}.arrow`)),
    );
    if (carried.dates.length > 0 && lettersOf(carried.files) + lettersOf(files) > roomForDates) break;
    carried.files.push(...files);
    carried.dates.push(date);
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
 * room for.
 *
 * @throws UserError where a set is too large to be sent
 */
export async function carriedFiles(options: {
  site: string;
  page: string;
  script: string;
  /** The page's figures by id, such as `pareto`. */
  figures: readonly string[];
}): Promise<Carried> {
  const {site, page, script, figures} = options;
  const found = (pattern: RegExp): string[] =>
    [...new Set([...script.matchAll(pattern)].map(([, at]) => at!))].sort();
  const cubes = found(/(_file\/data\/[\w./-]+\.json)/g);
  const carried: Carried = {files: await Promise.all(cubes.map((path) => carry(site, path))), dates: []};
  for (const set of found(/\bfiles\/([\w-]+)\//g)) {
    if (set !== "filters") {
      carried.files.push(...(await carrySet(site, set, page)));
      continue;
    }
    const path = cubes.find((cube) => /\/report\.\w+\.json$/.test(cube));
    if (!path) throw new Error(`${page}: filters without the cube report`);
    const report = JSON.parse(await readFile(join(site, path), "utf8")) as ReportCube;
    const filters = await carryFilters(site, filterTablesOf(figures, report), [...report.dates].reverse());
    carried.files.push(...filters.files);
    carried.dates = filters.dates;
  }
  return carried;
}
