import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {tableFromIPC} from "@uwdata/flechette";
import type {Audience, CubeName} from "../../src/cubes.js";
import type {ColumnKind, Columns} from "../audiences/columns.js";
import type {Finding} from "./finished-site.js";
import {findIdentifiers} from "./identifiers.js";
import {wordsOfScript} from "./script-words.js";
import {filesBelow} from "./sources.js";
import {textOf} from "./tags.js";

/** Which columns of which cubes each audience may see; nested ones as `title.en`, members of a list as `dates[]`. */
export type AllowedColumns = Record<Audience, Partial<Record<CubeName, Columns>>>;

/** The same for the sets of files below `files/`, by the set's name. */
export type AllowedFiles = Readonly<Record<string, {columns: Partial<Record<Audience, Columns>>}>>;

const allowedTypes = /\.(html|css|js|json|svg|png|ico)$/;
const setFile = /^files\/([\w-]+)\/.+\.(json|arrow)$/;
const day = /^\d{4}-\d{2}-\d{2}$/;
const searchIndex = /^_observablehq\/minisearch\.[0-9a-f]{8}\.json$/;

function fits(value: unknown, kind: ColumnKind): boolean {
  if (value === null) return true;
  if (typeof kind !== "string") return typeof value === "string" && kind.includes(value);
  switch (kind) {
    case "count":
      return Number.isSafeInteger(value) && (value as number) >= 0;
    case "money":
      return Number.isSafeInteger(value);
    case "share":
    case "number":
      return Number.isFinite(value);
    case "day":
      return typeof value === "string" && day.test(value);
    case "flag":
      return typeof value === "boolean";
    case "id":
    case "name":
    case "text":
      return typeof value === "string";
  }
}

/**
 * Visits every value of a JSON document with the path of its column, as `AllowedColumns` writes it. No generator: a report
 * of a million customers has some hundred million values.
 */
function visitLeaves(value: unknown, column: string, visit: (column: string, value: unknown) => void): void {
  if (Array.isArray(value)) {
    const members = `${column}[]`;
    for (const member of value) visitLeaves(member, members, visit);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, member] of Object.entries(value))
      visitLeaves(member, column ? `${column}.${key}` : key, visit);
  } else visit(column, value);
}

/** The cube that a published file holds, by its name; a loader may split one over files such as `abc-2025.json`. */
function cubeOf<T>(path: string, allowed: Partial<Record<string, T>>): T | undefined {
  const name = /^_file\/data\/([\w-]+)\.[0-9a-f]{8}\.json$/.exec(path)?.[1];
  return name === undefined || !Object.hasOwn(allowed, name) ? undefined : allowed[name];
}

/** What a file of a set holds: a JSON document, or an Arrow table as its columns, `name[]` as the lists write it. */
function contentOf(bytes: Buffer, type: string): unknown {
  if (type === "json") return JSON.parse(bytes.toString("utf8"));
  const table = tableFromIPC(bytes, {useDate: true});
  const written = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : value);
  return Object.fromEntries(table.names.map((name) => [name, Array.from(table.getChild(name)!, written)]));
}

function scanCube(cube: unknown, columns: Columns): string[] {
  const problems = new Set<string>();
  for (const row of Array.isArray(cube) ? cube : [cube]) {
    visitLeaves(row, "", (column, value) => {
      const kind = Object.hasOwn(columns, column) ? columns[column] : undefined;
      if (kind !== undefined && fits(value, kind)) return;
      const shown = JSON.stringify(value).slice(0, 60);
      problems.add(
        kind === undefined
          ? `column "${column}" (${shown}) is not on this audience's list`
          : `column "${column}" holds ${shown}, which is no ${typeof kind === "string" ? kind : kind.join(" or ")}`,
      );
    });
    if (problems.size >= 5) break;
  }
  return [...problems].slice(0, 5);
}

/**
 * A page's text and attributes, without the coordinates of its drawings, and a script's words without its arithmetic: both
 * look like anything.
 */
function readable(path: string, text: string): string {
  if (path.endsWith(".js")) return wordsOfScript(text);
  if (!/\.(html|svg)$/.test(path)) return text;
  const rest = text.replace(/\s(?:d|points|transform|viewBox)="[^"]*"/g, "");
  return path.endsWith(".html") ? `${textOf(rest)}\n${rest}` : rest;
}

export interface ScanOptions {
  directory: string;
  audience: Audience;
  columns: AllowedColumns;
  fileSets?: AllowedFiles;
  /** Ids and names of customers that must stand in no page and no file. */
  identifiers?: Iterable<string>;
}

/**
 * Looks through a finished site for anything that its audience may not have: a file of an unknown kind, a cube or a
 * column that is not on the list, a value of another kind than the list says, an identifier in a page.
 */
export async function scan({
  directory,
  audience,
  columns,
  fileSets = {},
  identifiers = [],
}: ScanOptions): Promise<Finding[]> {
  const findings: Finding[] = [];
  const identifiersIn = findIdentifiers(identifiers);
  const allowed = columns[audience];
  for (const path of await filesBelow(directory)) {
    const add = (problem: string) =>
      findings.push({where: path, problem: `${problem} (audience ${audience})`});
    const set = setFile.exec(path);
    if (set) {
      const list = Object.hasOwn(fileSets, set[1]!) ? fileSets[set[1]!]!.columns[audience] : undefined;
      const bytes = await readFile(join(directory, path));
      if (!list) add("is in no set of files of this audience");
      else for (const problem of scanCube(contentOf(bytes, set[2]!), list)) add(problem);
      for (const found of identifiersIn(bytes.toString("utf8")).slice(0, 3))
        add(`names the customer ${JSON.stringify(found)}`);
      continue;
    }
    if (!allowedTypes.test(path) || path.startsWith(".")) {
      // Code of libraries comes from the lock file, not from anybody's data.
      if (!path.startsWith("_node/")) add("a file of this kind may not leave the building");
      else if (path.endsWith(".wasm") && audience !== "analysts")
        add("an engine for queries belongs to the workbench, which is for analysts");
      continue;
    }
    if (path.startsWith("_node/") || (path.startsWith("_observablehq/") && !searchIndex.test(path))) continue;
    if (/\.(png|ico)$/.test(path)) continue;
    const text = await readFile(join(directory, path), "utf8");
    if (path.endsWith(".json") && !searchIndex.test(path)) {
      const cube: unknown = JSON.parse(text);
      const list = cubeOf(path, allowed);
      // A loader of a cube that isn't made for this audience prints an empty list.
      if (!list && !(Array.isArray(cube) && cube.length === 0)) add("is no cube on this audience's list");
      for (const problem of list ? scanCube(cube, list) : []) add(problem);
    }
    for (const found of identifiersIn(readable(path, text)).slice(0, 3))
      add(`names the customer ${JSON.stringify(found)}`);
  }
  return findings;
}
