import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {OwnPageRow} from "../../src/cubes/own.js";
import {UserError} from "../errors.js";
import type {Source} from "../site/sources.js";
import {ownNames} from "./discover.js";

/** The files of an own page or model below the project that the site is made from. */
function filesOf(name: string): string[] {
  return [`src/${name}.md`, `src/zh/${name}.md`, `src/data/${name}.json.ts`];
}

/** The own pages that a publication holds, in the order of the navigation. */
export function publishedOwnPages(cubes: string): OwnPageRow[] {
  const file = join(cubes, "own-pages.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as OwnPageRow[]) : [];
}

function publishedNames(cubes: string): string[] {
  return publishedOwnPages(cubes).map(({slug}) => slug);
}

/**
 * The sources of the site without the own pages that the publication in `cubes` doesn't hold: those of other audiences,
 * prose and all, and in the preview those whose query can't be run yet.
 */
export function withoutHiddenPages(sources: readonly Source[], project: string, cubes: string): Source[] {
  const published = publishedNames(cubes);
  const hidden = ownNames(join(project, "loaders/own")).filter((name) => !published.includes(name));
  const files = new Set(hidden.flatMap(filesOf));
  return sources.filter(({path}) => !files.has(path));
}

/**
 * Holds the two languages of each published own page to the same structure: the same directives and heading ids in the
 * same order.
 *
 * @throws UserError naming the page that is missing, or the first line in which the two differ
 */
export function checkLanguages(sources: readonly Source[], cubes: string): void {
  const textOf = (path: string): string => {
    const found = sources.find((source) => source.path === path);
    if (!found) throw new UserError(`${path}: there is no such page; a page stands in both languages`);
    return found.bytes.toString("utf8");
  };
  const structure = (path: string): string[] => textOf(path).match(/^\{\{.*\}\}$|\{#[\w-]+\}$/gm) ?? [];
  for (const name of publishedNames(cubes)) {
    const [english, chinese] = [`src/${name}.md`, `src/zh/${name}.md`];
    const [one, other] = [structure(english), structure(chinese)];
    const at = Array.from({length: Math.max(one.length, other.length)}, (_, i) => i).find(
      (i) => one[i] !== other[i],
    );
    if (at === undefined) continue;
    throw new UserError(
      `${chinese}: has ${other[at] ?? "nothing"} where ${english} has ${one[at] ?? "nothing"}: both have the same directives and heading ids in the same order`,
    );
  }
}
